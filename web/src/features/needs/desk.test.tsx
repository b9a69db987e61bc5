import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { actOnCase } from '@zhitong/contract/needs/case-contract';
import { getSupervision, listWaitingCases, type Supervision } from '@zhitong/contract/needs/supervision-contract';
import { afterEach, describe, expect, it } from 'vitest';
import { undoStore } from '#ui/undo';
import { caseIds, greenCase } from '../../testing/case-examples.ts';
import { type FakeServer, startFakeServer } from '../../testing/fake-server.ts';
import { renderScreen } from '../../testing/render-screen.tsx';
import { Desk } from './desk.tsx';

const body = { id: caseIds.body, name: '威海市住房和城乡建设局' };
const other = { id: caseIds.other, name: '威海市交通运输局' };
const desk: Supervision = {
  ...{ by: 'body', because: null, total: { open: 214, red: 9, yellow: 31, green: 174, unsigned: 2, unheard: 3 } },
  rows: [
    {
      ...{
        key: body.id,
        name: body.name,
        open: 18,
        red: 3,
        yellow: 4,
        unsigned: 2,
        unheard: 3,
        meanMinutes: 3 * 450 + 60,
      },
      ...{ handBacksOut: 7, handBacksIn: 2, solved: 15, ended: 18, held: 40 },
    },
  ],
  today: { day: '2026-11-23', came: 27, solved: 22 },
  pairs: [
    { from: other, to: body, cases: 5 },
    { from: body, to: other, cases: 4 },
  ],
  ...{ dayMinutes: 450, asOf: '2026-11-23T14:05:00+08:00' },
};
const proposal = (id: string, title: string, confidence: number) => ({
  ...{ body, duty: { id, number: '12', title }, confidence, reasons: ['原文提到“消防”'] },
});
const waiting = {
  ...{ total: 1, dayMinutes: 450 },
  cases: [
    {
      ...{ ...greenCase, seq: 1 },
      candidates: [proposal(caseIds.matter, '消防验收', 0.41), proposal(caseIds.other, '施工许可', 0.22)],
    },
  ],
};

const serverOf = (): FakeServer =>
  startFakeServer()
    .answer(getSupervision, desk)
    .answer(listWaitingCases, waiting)
    .answer(actOnCase, { case: { id: greenCase.id, status: 'waiting', lead: body, seq: 2 } });
const draw = (address = '/desk') => renderScreen(<Desk />, address, 'operator');
afterEach(() => act(() => undoStore.set(undefined)));

describe('the desk of the bureau', () => {
  it('leads from every figure to its rows', async () => {
    serverOf();
    await draw();
    const table = await screen.findByRole('table', { name: '在办和退回' });
    const addresses = within(table)
      .getAllByRole('link')
      .map((link) => link.getAttribute('href'));
    expect(addresses).toEqual([
      ...['', '', '&light=red', '&light=yellow', '&missed=sign', '&missed=first-answer'].map(
        (end) => `/cases?body=${body.id}${end}`,
      ),
      ...[`/cases?from=${body.id}&state=any`, `/cases?to=${body.id}&state=any`, `/cases?body=${body.id}&state=closed`],
    ]);
    expect(within(table).getByText('3 个工作日 1 小时')).toBeTruthy();
    expect(screen.getByRole('link', { name: '今日新收 27 件' }).getAttribute('href')).toBe(
      '/cases?came=2026-11-23&state=any',
    );
    expect(screen.getAllByText('互退 9 件')).toHaveLength(2);
  });

  it('assigns what is ticked only after the ten seconds in which it can be taken back', async () => {
    const server = serverOf();
    const { unmount } = await draw();
    fireEvent.click(await screen.findByLabelText('选中：消防验收排期'));
    fireEvent.click(screen.getByLabelText(/施工许可/));
    fireEvent.click(screen.getByRole('button', { name: '指派所选 1 件' }));
    await waitFor(() => expect(undoStore.get()?.sentence).toBe('即将指派 1 件'));
    expect(server.questions(actOnCase)).toHaveLength(0);
    expect(screen.queryByLabelText('选中：消防验收排期')).toBeNull();
    unmount();
    await waitFor(() =>
      expect(server.questions(actOnCase)[0]?.body).toEqual({ action: 'transfer', matter: caseIds.other, seen: 1 }),
    );
  });

  it('takes an assignment back, and then sends nothing', async () => {
    const server = serverOf();
    const { unmount } = await draw();
    fireEvent.click(await screen.findByLabelText('选中：消防验收排期'));
    fireEvent.click(screen.getByRole('button', { name: '指派所选 1 件' }));
    await waitFor(() => expect(undoStore.get()).toBeDefined());
    act(() => undoStore.get()?.undo());
    expect(await screen.findByLabelText('选中：消防验收排期')).toBeTruthy();
    unmount();
    expect(server.questions(actOnCase)).toHaveLength(0);
  });

  it('says why nothing can be grouped by chain', async () => {
    startFakeServer()
      .answer(getSupervision, { ...desk, by: 'chain', because: 'no-chains', rows: [] })
      .answer(listWaitingCases, { ...waiting, total: 0, cases: [] });
    await draw('/desk?by=chain');
    expect(await screen.findByText(/还没有已发布的产业链图谱/)).toBeTruthy();
    expect(await screen.findByText('没有待分派的办件')).toBeTruthy();
  });

  it('says that the figures could not be fetched', async () => {
    startFakeServer().fail(getSupervision).answer(listWaitingCases, waiting);
    await draw();
    expect(await screen.findByRole('button', { name: '重试' }, { timeout: 5_000 })).toBeTruthy();
  });
});
