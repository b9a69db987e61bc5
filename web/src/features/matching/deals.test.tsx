import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { addDealStep, confirmDealStep, type Deal, getDeal, listDeals } from '@zhitong/contract/matching/deal-contract';
import { describe, expect, it } from 'vitest';
import { changeDisplay } from '#platform/display';
import { ids } from '../../testing/examples.ts';
import { startFakeServer } from '../../testing/fake-server.ts';
import { renderScreen } from '../../testing/render-screen.tsx';
import { Deals } from './deals.tsx';

const deal: Deal = {
  id: ids.deal,
  need: { id: ids.need },
  product: '熔喷布',
  buyer: { id: ids.buyer, name: '威海康护医疗器械有限公司（演示）' },
  seller: { id: ids.supplier, name: '威海净川熔喷材料有限公司（演示）' },
  side: 'seller',
  agreed: { quantity: 5, unit: '吨', priceFen: 2_100_000, leadDays: 4 },
  steps: [
    {
      id: ids.step,
      kind: 'delivery',
      amountFen: 10_500_000,
      quantity: 5,
      unit: '吨',
      date: '2026-11-20',
      note: null,
      createdAt: '2026-11-20T10:00:00+08:00',
      confirmedBy: [{ side: 'buyer', at: '2026-11-20T10:00:00+08:00' }],
    },
  ],
  countedFen: 0,
  orderedFen: 0,
  oneSidedFen: 10_500_000,
  allowed: [],
  demo: true,
  createdAt: '2026-11-10T10:00:00+08:00',
};

const ledger = {
  total: 1,
  confirmed: { deals: 41, fen: 3_020_000_000 },
  oneSided: { deals: 12, fen: 860_000_000 },
  deals: [deal],
};

describe('the deal ledger', () => {
  it('never adds what one side says to what both confirmed', async () => {
    startFakeServer().answer(listDeals, ledger);
    await renderScreen(<Deals bureau={false} />, '/deals');
    const sums = await screen.findAllByText('双方确认 41 笔 3,020 万元 · 单方 12 笔 860 万元（不计入）');
    expect(sums.length).toBeGreaterThan(0);
    const row = screen.getByRole('row', { name: /熔喷布/ });
    expect(within(row).getByText('0.00')).toBeTruthy();
    expect(within(row).getByText(/单方 10\.50/)).toBeTruthy();
    expect(within(row).getByText('卖方 待确认')).toBeTruthy();
  });

  it.each([
    ['zh', '计入成交（万元）', '已签订单 10.50', ' · 已签订单 10.5 万元'],
    ['en', 'Counted (¥ K)', 'signed order 105.00', ' · signed order ¥105 K'],
  ] as const)('names a signed order beside what counts, so that it is not read as nothing (%s)', async (...words) => {
    const [language, head, cell, fact] = words;
    changeDisplay({ language });
    const signed = { ...deal, orderedFen: 10_500_000, oneSidedFen: 0 };
    startFakeServer()
      .answer(listDeals, { ...ledger, deals: [signed] })
      .answer(getDeal, signed);
    const { unmount } = await renderScreen(<Deals bureau={false} />, '/deals');
    expect(await screen.findByRole('columnheader', { name: head })).toBeTruthy();
    expect(within(screen.getByRole('row', { name: /熔喷布/ })).getByText('0.00')).toBeTruthy();
    expect(screen.getByText(cell)).toBeTruthy();
    unmount();
    await renderScreen(<Deals bureau={false} />, `/deals/${ids.deal}`);
    expect(await screen.findByText(fact.trim())).toBeTruthy();
  });

  it('exports exactly the rows of the filter in the address', async () => {
    const server = startFakeServer().answer(listDeals, ledger);
    await renderScreen(<Deals bureau={false} />, '/deals?state=waiting&q=%E7%86%94%E5%96%B7');
    const link = await screen.findByRole('link', { name: '导出 Excel' });
    const query = new URL(link.getAttribute('href') ?? '', 'http://localhost').searchParams;
    expect(Object.fromEntries(query)).toEqual({ state: 'waiting', q: '熔喷', lang: 'zh' });
    const asked = server.questions(listDeals)[0]?.query;
    expect([asked?.get('state'), asked?.get('q')]).toEqual(['waiting', '熔喷']);
  });

  it('asks before it signs, in a sentence, because that binds both sides', async () => {
    const server = startFakeServer()
      .answer(listDeals, ledger)
      .answer(getDeal, deal)
      .answer(confirmDealStep, { step: { id: ids.step, confirmedBy: ['buyer', 'seller'] } });
    await renderScreen(<Deals bureau={false} />, `/deals/${ids.deal}`);
    fireEvent.click(await screen.findByRole('button', { name: '确认' }));
    const sentence = await screen.findByText('确认：2026年11月20日 交货 5 吨，10.5 万元。确认后不能撤回，只能冲正。');
    expect(server.questions(confirmDealStep)).toHaveLength(0);
    const dialog = sentence.closest<HTMLElement>('[role=dialog]');
    if (!dialog) throw new Error('the sentence stands outside a dialog');
    fireEvent.click(within(dialog).getByRole('button', { name: '确认' }));
    await waitFor(() => expect(server.questions(confirmDealStep)[0]?.body).toEqual({ stepId: ids.step }));
  });

  it('shows what was agreed and starts the first order with it', async () => {
    const server = startFakeServer()
      .answer(listDeals, ledger)
      .answer(getDeal, { ...deal, steps: [], oneSidedFen: 0, allowed: ['sample', 'order'] })
      .answer(addDealStep, { step: { id: ids.step, confirmedBy: ['seller'] } });
    await renderScreen(<Deals bureau={false} />, `/deals/${ids.deal}`);
    expect(await screen.findByText('2.1 万元/吨 · 5 吨 · 4 天')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '登记订单' }));
    await waitFor(() => expect(server.questions(addDealStep)).toHaveLength(1));
    const order = { kind: 'order', amountFen: 10_500_000, quantity: 5, unit: '吨' };
    expect(server.questions(addDealStep)[0]?.body).toMatchObject(order);
  });

  it('shows what was agreed in English, and no such line where no quote is kept', async () => {
    changeDisplay({ language: 'en' });
    const server = startFakeServer().answer(listDeals, ledger).answer(getDeal, deal);
    await renderScreen(<Deals bureau={false} />, `/deals/${ids.deal}`);
    expect(await screen.findByText('¥21 K/t · 5 t · 4 days')).toBeTruthy();
    cleanup();
    server.answer(getDeal, { ...deal, agreed: { quantity: null, unit: null, priceFen: null, leadDays: null } });
    await renderScreen(<Deals bureau={false} />, `/deals/${ids.deal}`);
    await screen.findByText('Only deliveries confirmed by both sides count', { exact: false });
    expect(screen.queryByText('4 days', { exact: false })).toBeNull();
  });

  it('leads back to all rows when the filter leaves nothing over', async () => {
    startFakeServer().answer(listDeals, { ...ledger, total: 0, deals: [] });
    const { router } = await renderScreen(<Deals bureau={false} />, '/deals?state=waiting');
    fireEvent.click(await screen.findByRole('button', { name: '清除筛选' }));
    await waitFor(() => expect(router.state.location.searchStr).toBe(''));
  });
});
