import { fireEvent, screen, within } from '@testing-library/react';
import {
  type AuditCheck,
  type AuditEntry,
  checkAudit,
  getAuditState,
  listAudit,
} from '@zhitong/contract/directory/audit-contract';
import { describe, expect, it } from 'vitest';
import { startFakeServer } from '../../testing/fake-server.ts';
import { renderScreen } from '../../testing/render-screen.tsx';
import { AuditScreen } from './audit-screen.tsx';

const hash = 'a'.repeat(64);
const entry: AuditEntry = {
  position: 7,
  at: '2026-11-23T01:00:00.000Z',
  who: { personId: null, name: 'system', role: 'manager', organisation: null },
  ...{ action: 'need.widened', subject: { kind: 'need', id: 'x' }, why: 'supervision', hash },
  before: { reach: '本市', priceFen: 210_000_000 },
  after: { reach: '全国', priceFen: 210_000_000 },
  ...{ address: '203.0.113.9', requestId: '7F3A' },
};
const intact: AuditCheck = {
  ...{ at: '2026-11-22T19:00:00.000Z', entries: 7, head: { position: 7, hash }, unsealed: 0, broken: null, tookMs: 3 },
  sentence: '已核对 7 条，链完整（11月23日 03:00）',
};

function serve(entries: readonly AuditEntry[] = [entry], next: number | null = null) {
  return startFakeServer()
    .answer(listAudit, { entries: [...entries], next })
    .answer(getAuditState, { head: { position: 7, hash }, unsealed: 0, lastCheck: intact });
}
const show = (address = '/audit') => renderScreen(<AuditScreen />, address, 'audit-administrator');

describe('the audit screen', () => {
  it('says first whether the chain holds, with its head', async () => {
    serve();
    await show();
    expect(await screen.findByText(intact.sentence)).toBeTruthy();
    expect(screen.getByText(new RegExp(`链头 ${hash}`))).toBeTruthy();
  });

  it('tells of a broken chain as an alarm', async () => {
    const broken = { reason: 'changed' as const, position: 3, at: null, who: null, action: null };
    const sentence = '第 3 条与前一条不符';
    serve().answer(getAuditState, {
      head: { position: 7, hash },
      unsealed: 0,
      lastCheck: { ...intact, broken, sentence },
    });
    await show();
    expect((await screen.findByRole('alert')).textContent).toBe(sentence);
  });

  it('opens an entry as before and after, in words', async () => {
    serve();
    await show();
    expect(await screen.findByRole('rowheader', { name: '扩大需求范围' })).toBeTruthy();
    expect(screen.getByText('市里监管')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '查看第 7 条' }));
    const panel = within(await screen.findByRole('dialog'));
    expect(panel.getByRole('columnheader', { name: '之前' })).toBeTruthy();
    expect(panel.getByText('本市')).toBeTruthy();
    expect(panel.getByText('全国')).toBeTruthy();
    expect(panel.getByText(/203\.0\.113\.9/)).toBeTruthy();
    expect(panel.queryByText(/[{}]/)).toBeNull();
  });

  it('says that a price and a reason are confidential, and shows neither', async () => {
    const kept = { reach: '全国', priceFen: '[confidential]' };
    serve([{ ...entry, why: '[confidential]', before: { reach: '本市', priceFen: '[confidential]' }, after: kept }]);
    await show();
    expect(await screen.findByRole('cell', { name: '保密' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '查看第 7 条' }));
    const panel = within(await screen.findByRole('dialog'));
    expect(panel.getAllByRole('cell', { name: '保密' })).toHaveLength(2);
    expect(panel.queryByText(/confidential/)).toBeNull();
  });

  it('asks for what stands in the address, and for older entries by cursor', async () => {
    const server = serve([entry], 7);
    await show('/audit?who=演示-甲&action=need.widened');
    await screen.findByRole('rowheader', { name: '扩大需求范围' });
    expect(server.questions(listAudit)[0]?.query.get('who')).toBe('演示-甲');
    fireEvent.click(screen.getByRole('button', { name: '更早' }));
    await screen.findByRole('button', { name: '回到最新' });
    expect(server.questions(listAudit).at(-1)?.query.get('before')).toBe('7');
  });

  it('checks at will, and says so when it is refused', async () => {
    const server = serve().refuse(checkAudit, 503, { code: 'platform.database-away', message: '数据库暂时连不上' });
    await show();
    fireEvent.click(await screen.findByRole('button', { name: '校验' }));
    expect(await screen.findByText('数据库暂时连不上')).toBeTruthy();
    expect(server.questions(checkAudit)).toHaveLength(1);
  });

  it('offers a way back where nothing matches', async () => {
    serve([]);
    await show('/audit?why=x');
    expect(await screen.findByText(/没有符合条件的记录/)).toBeTruthy();
  });

  it('says what failed', async () => {
    serve().fail(listAudit);
    await show();
    expect(await screen.findByText(/没能取到数据/, undefined, { timeout: 5000 })).toBeTruthy();
  });
});
