import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { listTargets, nameTarget, registerTarget, viewFunnel } from '@zhitong/contract/investment/target-contract';
import { enterTarget } from '@zhitong/contract/investment/target-step-contract';
import { act } from 'react';
import { describe, expect, it } from 'vitest';
import { changeDisplay } from '#platform/display';
import { startFakeServer } from '../../testing/fake-server.ts';
import { renderScreen } from '../../testing/render-screen.tsx';
import { emptyFunnel, funnel, listed, nothingListed, subject, targetId } from '../../testing/target-examples.ts';
import { NewTarget } from './new-target.tsx';
import { Targets } from './targets.tsx';

const officer = 'investment-officer';
const draw = (address = '/targets') => renderScreen(<Targets />, address, officer);
const serve = () => startFakeServer().answer(listTargets, listed).answer(viewFunnel, funnel);

describe('the list of targets', () => {
  it('says of each what is next, by whom, by when, with light and premises, what is a demo and what looks twice', async () => {
    serve();
    await draw();
    expect(await screen.findByText('在推进 2 条：逾期 1，临期 0，下一步未定 1。')).toBeTruthy();
    const [, first, second] = (await screen.findAllByRole('row')) as HTMLElement[];
    for (const words of [
      '报送用地方案',
      /逾期/,
      '市投促局 演示-午',
      '高模量原丝',
      '要 60 亩、10 kV：符合 2 处',
      '参与 1 家单位',
    ])
      expect(within(first as HTMLElement).getByText(words)).toBeTruthy();
    expect(within(second as HTMLElement).getByText('疑似重复')).toBeTruthy();
    expect(within(second as HTMLElement).getAllByText('下一步未定')).toHaveLength(2);
    expect(screen.queryByText(/万元|¥/)).toBeNull();
  });

  it('turns into a board and back, filters in the address from the first page, and leaves as Excel by the same filter', async () => {
    const server = serve();
    const { router } = await draw('/targets?from=50');
    fireEvent.click(await screen.findByLabelText('看板'));
    await waitFor(() => expect(router.state.location.searchStr).toBe('?view=board'));
    expect(await screen.findByRole('region', { name: '在谈' })).toBeTruthy();
    fireEvent.click(screen.getByLabelText('逾期'));
    await waitFor(() => expect(server.questions(listTargets).at(-1)?.query.get('light')).toBe('red'));
    expect(screen.getByRole('link', { name: /导出 Excel/ }).getAttribute('href')).toContain('light=red');
    fireEvent.click(screen.getByLabelText('本单位'));
    await waitFor(() => expect(router.state.location.searchStr).toContain('mine=yes'));
  });

  it('counts the funnel as a table whose figures lead to their rows, with the losses beside', async () => {
    serve();
    await draw();
    const table = await screen.findByRole('table', { name: '漏斗' });
    expect(within(table).getByRole('link', { name: '3' }).getAttribute('href')).toBe('/targets?stage=negotiating');
    expect(within(table).getByText('32')).toBeTruthy();
    expect(within(screen.getByRole('table', { name: '未成原因' })).getByText('成本高')).toBeTruthy();
  });

  it('says what will stand there while there is nothing, and clears a filter that leaves nothing', async () => {
    startFakeServer().answer(listTargets, nothingListed).answer(viewFunnel, emptyFunnel);
    const drawn = await draw();
    expect(await screen.findByText(/登记以后，想引进的企业和合作机构/)).toBeTruthy();
    drawn.unmount();
    const { router } = await draw('/targets?stage=lost');
    fireEvent.click(await screen.findByRole('button', { name: '清除筛选' }));
    expect(router.state.location.searchStr).toBe('');
  });

  it('waits, is refused and fails in words', async () => {
    const server = startFakeServer().answer(viewFunnel, emptyFunnel);
    server.hang(listTargets);
    const waiting = await draw();
    expect((await screen.findAllByText('正在取数据')).length).toBeGreaterThan(0);
    waiting.unmount();
    server.refuse(listTargets, 403, { code: 'platform.forbidden', message: '您的岗位不能做这件事' });
    const refused = await draw();
    expect((await screen.findByRole('alert')).textContent).toBe('您的岗位不能做这件事');
    refused.unmount();
    server.fail(listTargets);
    await draw();
    expect(await screen.findByRole('button', { name: '重试' })).toBeTruthy();
  });

  it('reads in English too', async () => {
    serve();
    act(() => changeDisplay({ language: 'en' }));
    await draw();
    expect(await screen.findByText('2 go on: 1 overdue, 0 due soon, 1 without a next step.')).toBeTruthy();
    expect(screen.getByText('Possible duplicate')).toBeTruthy();
  });
});

/** Types a day into a calendar field. */
async function writeDay(label: string, day: string): Promise<void> {
  const field = await screen.findByLabelText(label);
  fireEvent.mouseDown(field);
  fireEvent.change(field, { target: { value: day } });
  fireEvent.keyDown(field, { key: 'Enter', code: 'Enter' });
}

describe('the form of a target', () => {
  const drawForm = (address = `/targets/new?gap=${encodeURIComponent('c:p')}&organisation=${targetId}`) =>
    renderScreen(<NewTarget />, address, officer);
  const fill = async () => {
    fireEvent.change(await screen.findByLabelText('下一步'), { target: { value: '电话约见' } });
    await writeDay('期限', '2026-12-04');
  };

  it('begins with the gap and the firm of the address', async () => {
    startFakeServer().answer(nameTarget, subject);
    await drawForm();
    expect(await screen.findByText('针对缺口：高模量原丝（碳纤维产业链）')).toBeTruthy();
    expect(screen.getByText('吉林松峦碳谷（演示）')).toBeTruthy();
  });

  it('is not sent before what is missing is there, each sentence beside its field', async () => {
    const server = startFakeServer().answer(nameTarget, { gap: null, firm: null, here: false, held: null });
    await drawForm('/targets/new');
    fireEvent.click(await screen.findByRole('button', { name: '登记' }));
    expect(await screen.findByText('有 3 处需要修改')).toBeTruthy();
    expect(screen.getAllByText('请选一家企业或机构')).toHaveLength(2);
    expect(server.questions(registerTarget)).toHaveLength(0);
  });

  it('says what the address named and nobody knows, and that a firm of the city is no target', async () => {
    const server = startFakeServer().answer(nameTarget, { gap: null, firm: null, here: false, held: null });
    const lost = await drawForm('/targets/new?gap=x:y&organisation=nobody');
    expect(await screen.findByText('地址里的缺口不在现行图谱里，没有带入。')).toBeTruthy();
    expect(screen.getByText('地址里的主体找不到，没有带入。')).toBeTruthy();
    lost.unmount();
    server.answer(nameTarget, { ...subject, here: true });
    await drawForm();
    expect(await screen.findByText(/“吉林松峦碳谷（演示）”已在本市，不是招商线索/)).toBeTruthy();
  });

  it('offers to join the one who has the firm, or to keep a second record with the reason, the values kept', async () => {
    const message = '荣成投促中心 11月2日 已登记该企业（演示-丙）。并入？坚持另立一条要写明理由';
    const server = startFakeServer()
      .answer(nameTarget, subject)
      .answer(enterTarget, { id: targetId, status: 'lead', seq: 2 })
      .refuse(registerTarget, 409, { code: 'targets.duplicate', message, details: { target: targetId } });
    await drawForm();
    await fill();
    fireEvent.click(screen.getByRole('button', { name: '登记' }));
    expect(await screen.findByText(message)).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('下一步').value).toBe('电话约见');
    fireEvent.click(screen.getByRole('button', { name: '坚持另立一条' }));
    fireEvent.click(screen.getByRole('button', { name: '坚持另立一条' }));
    expect(await screen.findByText('请写理由')).toBeTruthy();
    fireEvent.change(screen.getByLabelText('另立一条的理由'), { target: { value: '另一个厂区' } });
    fireEvent.click(screen.getByRole('button', { name: '坚持另立一条' }));
    await waitFor(() => expect(server.questions(registerTarget)[1]?.body).toMatchObject({ insist: '另一个厂区' }));
    fireEvent.click(screen.getByRole('button', { name: '并入，一起推进' }));
    await waitFor(() => expect(server.questions(enterTarget)).toHaveLength(1));
  });
});
