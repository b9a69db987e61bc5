import { fireEvent, screen, within } from '@testing-library/react';
import {
  acceptOffer,
  compareOffers,
  getAsk,
  listAsks,
  listBanks,
  makeOffer,
  type OfferComparison,
} from '@zhitong/contract/needs/funding-contract';
import type { AskedBank, BankAsk, FundingOffer } from '@zhitong/contract/needs/funding-values';
import { describe, expect, it, vi } from 'vitest';
import { ids } from '../../testing/examples.ts';
import { startFakeServer } from '../../testing/fake-server.ts';
import { renderScreen } from '../../testing/render-screen.tsx';
import { BankPicker } from './bank-picker.tsx';
import { FundingAskScreen } from './funding-ask-screen.tsx';
import { FundingComparison } from './funding-comparison.tsx';
import { FundingList } from './funding-list.tsx';

const bankIds = ['1', '2', '3'].map((n) => `01900000-0000-7000-8000-00000000000${n}`);
const banks = bankIds.map((id, n) => ({ id, name: `银行${n + 1}（演示）` }));
const offer: FundingOffer = {
  ...{ id: ids.deal, amountFen: 300_000_000, rateBp: 365, termMonths: 12, guarantee: 'credit', feesFen: 0 },
  ...{ validUntil: '2026-12-20', note: null, at: '2026-11-23T09:00:00+08:00', yearlyCostFen: 10_950_000 },
};
const ask: BankAsk = {
  ...{
    id: ids.need,
    asker: { id: ids.need, name: '威海甲公司（演示）' },
    title: '贷款 300 万元',
    text: '贷款 300 万元',
  },
  ...{ state: 'open', askedAt: '2026-11-23T09:00:00+08:00', due: '2026-11-25T17:30:00+08:00', light: 'green' },
  ...{ remainingMinutes: 900, offer: null, decline: null, lost: null, receipt: null, allowed: ['offer', 'decline'] },
  deals: {
    ...{
      sold: { deals: 7, fen: 1_240_000_000 },
      bought: { deals: 0, fen: 0 },
      declared: { deals: 1, fen: 3_000_000_000 },
    },
  },
  demo: true,
};
const asked: AskedBank = {
  ...{ bank: banks[0] ?? { id: ids.need, name: '' }, state: 'offered', askedAt: ask.askedAt, due: ask.due },
  ...{ answeredAt: offer.at, offer, decline: null, receipts: [], mayAccept: true },
};
const compared: OfferComparison = { asks: [asked], atMost: 3, left: 2, mayAsk: true };

describe('choosing banks', () => {
  it('lets as many be taken as the city allows, and not one more', async () => {
    startFakeServer().answer(listBanks, { banks, atMost: 1 });
    const onChange = vi.fn();
    await renderScreen(<BankPicker value={bankIds.slice(0, 1)} onChange={onChange} />);
    const [first, second] = await screen.findAllByRole('checkbox');
    expect(second).toHaveProperty('disabled', true);
    if (first) fireEvent.click(first);
    expect(onChange).toHaveBeenCalledWith([]);
  });

  it('says what to do in a city without banks', async () => {
    startFakeServer().answer(listBanks, { banks: [], atMost: 3 });
    await renderScreen(<BankPicker value={[]} onChange={() => undefined} />);
    expect(await screen.findByText(/本市还没有银行入驻/)).toBeTruthy();
  });
});

describe('the list of a bank', () => {
  it('shows confirmed orders and, apart from them, what the firm declares', async () => {
    startFakeServer().answer(listAsks, { total: 1, asks: [ask], asOf: ask.askedAt });
    await renderScreen(<FundingList />);
    expect(await screen.findByText('平台确认订单 1,240 万元（7 笔）')).toBeTruthy();
    expect(screen.getByText('企业自述 3,000 万元').className).toBe('zt-one-sided');
    expect(screen.getByText('其他银行看不到您的报价，您也看不到其他银行的')).toBeTruthy();
  });

  it('says what will stand there while nobody has asked, and the reason when it is refused', async () => {
    const server = startFakeServer().answer(listAsks, { total: 0, asks: [], asOf: ask.askedAt });
    const { unmount } = await renderScreen(<FundingList />);
    expect(await screen.findByText(/还没有企业问到本行/)).toBeTruthy();
    unmount();
    server.refuse(listAsks, 403, { code: 'platform.forbidden', message: '您的岗位没有这个权限' });
    await renderScreen(<FundingList />);
    expect(await screen.findByText('您的岗位没有这个权限')).toBeTruthy();
  });
});

describe('the desk of a bank', () => {
  it('sends no offer without an amount and a rate, and says what is missing', async () => {
    const server = startFakeServer().answer(getAsk, { ask }).answer(makeOffer, { ask });
    await renderScreen(<FundingAskScreen id={ask.id} />);
    fireEvent.click(await screen.findByRole('button', { name: '发出报价' }));
    expect(await screen.findByText('请填额度，要大于 0')).toBeTruthy();
    expect(server.questions(makeOffer)).toHaveLength(0);
  });
});

describe('the firm’s table', () => {
  it('shows the cost of a year, and asks once more before an offer is taken', async () => {
    const server = startFakeServer().answer(compareOffers, compared).answer(acceptOffer, { bank: asked.bank });
    await renderScreen(<FundingComparison needId={ids.need} />);
    expect(await screen.findByText('109,500 元')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '接受' }));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.click(dialog.getByRole('button', { name: '接受' }));
    await vi.waitFor(() => expect(server.questions(acceptOffer)).toHaveLength(1));
  });
});
