import { fireEvent, screen, waitFor } from '@testing-library/react';
import { listAlikeCases } from '@zhitong/contract/needs/case-alike-contract';
import { actOnCase, getCase, listCases } from '@zhitong/contract/needs/case-contract';
import { describe, expect, it } from 'vitest';
import { changeDisplay } from '#platform/display';
import { caseIds, caseList, caseShown, greenCase } from '../../testing/case-examples.ts';
import { type FakeServer, startFakeServer } from '../../testing/fake-server.ts';
import { renderScreen } from '../../testing/render-screen.tsx';
import { CaseInbox } from './case-inbox.tsx';

const alike = {
  case: { id: caseIds.other, title: '宿舍电价', status: 'solved' as const },
  asker: { id: caseIds.firm, name: '威海净川材料有限公司（演示）' },
  ...{ score: 0.62, answer: '请带租赁合同到窗口办理。', answeredAt: '2026-10-11T10:00:00+08:00' },
};
const acted = { case: { id: caseIds.red, status: 'answered' as const, lead: caseShown.lead, seq: 3 } };

const serverOf = (shown = caseShown): FakeServer =>
  startFakeServer()
    .answer(listCases, caseList)
    .answer(getCase, { case: shown })
    .answer(listAlikeCases, { alike: [alike] })
    .answer(actOnCase, acted);
const open = (id: string = caseIds.red) => renderScreen(<CaseInbox bureau={false} />, `/cases/${id}`, 'handler');
const field = (label: string) => screen.findByLabelText(label);

describe('the inbox of a handler', () => {
  it('opens on what is due first, with its light, its time and the price of each step', async () => {
    const server = serverOf();
    const { router } = await renderScreen(<CaseInbox bureau={false} />, '/cases', 'handler');
    await waitFor(() => expect(router.state.location.pathname).toBe(`/cases/${caseIds.red}`));
    expect(await screen.findAllByText('已超 4 小时')).not.toHaveLength(0);
    expect(screen.getAllByText('还剩 2 个工作日 3 小时')).toHaveLength(1);
    expect(await screen.findByText('近一年 6 件，5 件已解决')).toBeTruthy();
    expect(server.questions(listCases)[0]?.query.get('who')).toBe('body');
  });

  it('draws a button for what is allowed now, and for nothing else', async () => {
    serverOf({ ...caseShown, allowed: ['answer'] });
    await open();
    expect(await screen.findByRole('button', { name: '答复企业' })).toBeTruthy();
    for (const name of ['退回', '延期', '问企业', '请协办', '签收', '指派'])
      expect(screen.queryByRole('button', { name })).toBeNull();
  });

  it('sends an answer with the number of the last step seen, and shows the next case', async () => {
    const server = serverOf();
    const { router } = await open();
    const answer = await field('答复');
    fireEvent.change(answer, { target: { value: '可以，请带合同。' } });
    fireEvent.keyDown(answer, { key: 'Enter', ctrlKey: true });
    await waitFor(() =>
      expect(server.questions(actOnCase)[0]?.body).toEqual({ action: 'answer', seen: 2, text: '可以，请带合同。' }),
    );
    await waitFor(() => expect(router.state.location.pathname).toBe(`/cases/${greenCase.id}`));
    expect(localStorage.getItem(`zhitong.draft.case.${caseIds.red}`)).toBeNull();
  });

  it('keeps the draft of a case when another one is opened', async () => {
    serverOf();
    const { router } = await open();
    fireEvent.change(await field('答复'), { target: { value: '先写到这里' } });
    fireEvent.keyDown(document.body, { key: 'j' });
    await waitFor(() => expect(router.state.location.pathname).toBe(`/cases/${greenCase.id}`));
    expect(localStorage.getItem(`zhitong.draft.case.${caseIds.red}`)).toContain('先写到这里');
    fireEvent.keyDown(document.body, { key: 'k' });
    await waitFor(async () => expect(await field('答复')).toHaveProperty('value', '先写到这里'));
  });

  it('names the price of a hand-back before the click and asks for a coded reason', async () => {
    const server = serverOf();
    await open();
    await field('答复');
    fireEvent.keyDown(document.body, { key: 'h' });
    expect(await screen.findByText(/退回将用掉本单位 6 小时办理时限；企业的时限不变/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '退回这件事' }));
    expect(await screen.findByText('请选择原因')).toBeTruthy();
    expect(server.questions(actOnCase)).toHaveLength(0);
    fireEvent.click(screen.getByLabelText('不属本辖区'));
    fireEvent.click(screen.getByRole('button', { name: '退回这件事' }));
    await waitFor(() =>
      expect(server.questions(actOnCase)[0]?.body).toEqual({ action: 'hand-back', seen: 2, reason: 'other-region' }),
    );
  });

  it('never acts on a letter that is typed into a field', async () => {
    serverOf();
    await open();
    fireEvent.keyDown(await field('答复'), { key: 'h' });
    expect(screen.queryByRole('button', { name: '退回这件事' })).toBeNull();
  });

  it('puts the answer of a look-alike case into the draft', async () => {
    serverOf();
    await open();
    fireEvent.click(await screen.findByRole('button', { name: '引用' }));
    expect(await field('答复')).toHaveProperty('value', alike.answer);
  });

  it.each([
    ['zh', '演示-甲 1 分钟前已答复。请看过再操作', '看经过'],
    ['en', 'Demo A did something 1 min ago: answer', 'See the history'],
  ] as const)('says what a colleague did first, and keeps what was written (%s)', async (language, message, way) => {
    changeDisplay({ language });
    serverOf().refuse(actOnCase, 409, { code: 'cases.changed', message });
    await open();
    const answer = await field(language === 'zh' ? '答复' : 'Answer');
    fireEvent.change(answer, { target: { value: '我的答复' } });
    fireEvent.keyDown(answer, { key: 'Enter', ctrlKey: true });
    expect(await screen.findByText(message)).toBeTruthy();
    expect(screen.getByText(way)).toBeTruthy();
    expect(answer).toHaveProperty('value', '我的答复');
  });

  it('says when the next one is due once nothing is left, and that a filter leaves nothing', async () => {
    const none = { ...caseList, total: 0, cases: [] };
    startFakeServer().answer(listCases, none);
    const { unmount } = await renderScreen(<CaseInbox bureau={false} />, '/cases', 'handler');
    expect(await screen.findByText(/今日已清。最早一件 .*10:05 到期/)).toBeTruthy();
    unmount();
    await renderScreen(<CaseInbox bureau={false} />, '/cases?light=red', 'handler');
    expect(await screen.findByText('没有符合条件的记录。')).toBeTruthy();
  });

  it('says that the rows could not be fetched, and tries again', async () => {
    startFakeServer().fail(listCases);
    await renderScreen(<CaseInbox bureau={false} />, '/cases', 'handler');
    expect(await screen.findByRole('button', { name: '重试' }, { timeout: 5_000 })).toBeTruthy();
  });
});
