import { fireEvent, screen, within } from '@testing-library/react';
import {
  actOnGapTask,
  getGapDoings,
  giveGapTask,
  listGapTasks,
  wishMeeting,
} from '@zhitong/contract/chains/gap-task-contract';
import { describe, expect, it, vi } from 'vitest';
import { changeDisplay } from '#platform/display';
import { chainId, gap } from '../../testing/chain-examples.ts';
import { startFakeServer } from '../../testing/fake-server.ts';
import { gapDoings, gapTask } from '../../testing/gap-task-examples.ts';
import { renderScreen } from '../../testing/render-screen.tsx';
import { GapActions } from './gap-actions.tsx';
import { GapDoings } from './gap-doings.tsx';
import { GapTasks } from './gap-tasks.tsx';

const written = { task: { id: gapTask.id, status: 'given' as const, seq: 1 } };
const ways = (role: Parameters<typeof renderScreen>[2]) =>
  renderScreen(<GapActions chainId={chainId} gap={gap} />, '/', role);
const press = (name: RegExp | string) => fireEvent.click(screen.getByRole('button', { name }));

describe('the ways from a gap to an action', () => {
  it('lead a firm to a need that knows its gap, and to a wish for a meeting', async () => {
    startFakeServer();
    await ways('manager');
    const way = screen.getByRole('link', { name: '发需求' }).getAttribute('href') ?? '';
    expect(decodeURIComponent(way)).toBe(`/needs/new?text=求购高模量原丝&gap=${chainId}:precursor`);
    screen.getByRole('button', { name: '提议对接：高模量原丝' });
    expect(screen.queryByRole('button', { name: /立督办/ })).toBeNull();
  });

  it('lead the bureau to an order, to firms that publish themselves, to a target: never to a need in its own name', async () => {
    startFakeServer();
    await ways('operator');
    for (const word of ['立督办', '请企业发需求', '提议对接'])
      screen.getByRole('button', { name: `${word}：高模量原丝` });
    const target = screen.getByRole('link', { name: '加线索' }).getAttribute('href');
    expect(target).toBe(`/targets/new?gap=${encodeURIComponent(`${chainId}:precursor`)}`);
    expect(screen.queryByRole('link', { name: '发需求' })).toBeNull();
  });

  it('are none for whoever may do nothing here', async () => {
    startFakeServer();
    await ways('emergency-desk');
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.queryByRole('link')).toBeNull();
  });
});

describe('an order about a gap', () => {
  it('begins with the lead department, its draft and the usual day, is sent once, and says who has it', async () => {
    const server = startFakeServer().answer(getGapDoings, gapDoings).answer(giveGapTask, written);
    await ways('chief-office');
    press('立督办：高模量原丝');
    await screen.findByRole('dialog', { name: '立督办：高模量原丝' });
    expect((await screen.findByLabelText<HTMLTextAreaElement>('内容')).value).toBe('请市工信局牵头');
    const give = screen.getByRole('button', { name: '下达督办' });
    fireEvent.click(give);
    fireEvent.click(give);
    await screen.findByText('已交市工信局承办，2026年11月30日前办结');
    expect(server.questions(giveGapTask)).toHaveLength(1);
    expect(server.questions(giveGapTask)[0]?.body).toMatchObject({
      ...{ kind: 'order', body: gapDoings.lead?.id, due: '2026-11-30', text: '请市工信局牵头' },
    });
  });

  it('says what is missing before anything is sent, and in place what the server refused', async () => {
    const server = startFakeServer().answer(getGapDoings, { ...gapDoings, lead: null });
    const { unmount } = await ways('operator');
    press('立督办：高模量原丝');
    await screen.findByRole('dialog', { name: '立督办：高模量原丝' });
    await screen.findByLabelText('内容');
    press('下达督办');
    await screen.findByText('请选承办单位');
    expect(server.questions(giveGapTask)).toHaveLength(0);
    unmount();
    server.answer(getGapDoings, gapDoings);
    server.refuse(giveGapTask, 409, { code: 'gap-tasks.open-already', message: '市链办已下达过同类任务' });
    await ways('operator');
    press('立督办：高模量原丝');
    await screen.findByLabelText('内容');
    press('下达督办');
    await screen.findByText('市链办已下达过同类任务');
  });

  it('keeps its key through a refusal and a broken network, so that a second try makes no second task', async () => {
    const server = startFakeServer().answer(getGapDoings, gapDoings).fail(wishMeeting);
    await ways('manager');
    press('提议对接：高模量原丝');
    await screen.findByLabelText('内容');
    press('提交意向');
    await screen.findByText('没能取到数据，您填的内容还在。');
    server.answer(wishMeeting, written);
    press('提交意向');
    await screen.findByText('已记下对接意向，由市工信局承办');
    const keys = server.questions(wishMeeting).map(({ body }) => (body as { idempotencyKey: string }).idempotencyKey);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
  });
});

describe('what has been done about a gap', () => {
  const draw = () => renderScreen(<GapDoings chainId={chainId} product="precursor" />);

  it('is nothing yet, and says what can be done', async () => {
    startFakeServer().answer(getGapDoings, gapDoings);
    await draw();
    await screen.findByText(/还没有为这个弱项做过什么/);
  });

  it('lists needs, those of others as a number, and tasks with their light and history', async () => {
    const need = { id: gapTask.id, title: '求购高模量原丝', state: 'open' as const, at: gapTask.givenAt };
    startFakeServer().answer(getGapDoings, {
      ...{ ...gapDoings, needs: [{ ...need, organisation: gapTask.body }], needsTotal: 3, tasks: [gapTask] },
      tasksTotal: 1,
    });
    await draw();
    await screen.findByRole('link', { name: '求购高模量原丝' });
    screen.getByText('另有 2 条只有发布企业和调度单位能打开');
    const row = screen.getByRole('row', { name: /请拿出补链办法/ });
    within(row).getByText('正常');
    within(row).getByText('承办中');
    within(row).getByText(/演示-癸 下达/);
  });

  it('says what went wrong', async () => {
    startFakeServer().fail(getGapDoings);
    await draw();
    await screen.findByRole('button', { name: '重试' });
  });
});

describe('the tasks about gaps on the desk', () => {
  it('stand with their lights, lead to their gaps, and are worked off in place', async () => {
    const lights = { red: 1, yellow: 0, green: 2 };
    const task = { ...gapTask, light: 'red' as const };
    const server = startFakeServer()
      .answer(listGapTasks, { total: 1, lights, tasks: [task], asOf: gapTask.givenAt })
      .answer(actOnGapTask, { task: { id: task.id, status: 'reported', seq: 2 } });
    await renderScreen(<GapTasks />, '/desk', 'handler');
    await screen.findByText('未办结 3 项');
    const row = screen.getByRole('row', { name: /高模量原丝/ });
    within(row).getByText('逾期');
    expect(within(row).getByRole('link', { name: '高模量原丝' }).getAttribute('href')).toBe(
      `/chains/${chainId}/gaps/precursor`,
    );
    fireEvent.click(within(row).getByRole('button', { name: '反馈' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.click(within(dialog).getByRole('button', { name: '反馈' }));
    await within(dialog).findByText('请写明内容');
    fireEvent.change(within(dialog).getByLabelText('办了什么、结果如何'), { target: { value: '已对接两家' } });
    fireEvent.click(within(dialog).getByRole('button', { name: '反馈' }));
    await screen.findByText('已反馈');
    expect(server.questions(actOnGapTask)[0]?.body).toEqual({ action: 'report', text: '已对接两家', seen: 1 });
  });

  it('say that none is open, that a filter leaves none, and speak English', async () => {
    const none = { total: 0, lights: { red: 0, yellow: 0, green: 0 }, tasks: [], asOf: gapTask.givenAt };
    const server = startFakeServer().answer(listGapTasks, none);
    changeDisplay({ language: 'en' });
    await renderScreen(<GapTasks />, '/desk', 'operator');
    await screen.findByText(/No task about a gap is open/);
    fireEvent.click(screen.getByRole('radio', { name: 'Ended' }));
    await vi.waitFor(() => expect(server.questions(listGapTasks).at(-1)?.query.get('state')).toBe('over'));
    await screen.findByText(/Nothing matches/);
  });
});
