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
import { LoanEditor } from './loan-editor.tsx';

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
  ...{
    dayMinutes: 450,
    wish: { amountFen: 300_000_000, termMonths: 24, rateBp: null, guarantees: ['pledge'] },
    files: [],
  },
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
  ...{ answeredAt: offer.at, offer, decline: null, lapse: null, receipts: [], mayAccept: true },
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

  it('finds a bank among many by its name, and keeps those chosen in sight', async () => {
    const many = Array.from({ length: 12 }, (_, n) => ({
      id: `01900000-0000-7000-8000-0000000001${n + 10}`,
      name: `第${n}银行`,
    }));
    startFakeServer().answer(listBanks, { banks: many, atMost: 3 });
    await renderScreen(<BankPicker value={[many[3]?.id ?? '']} onChange={() => undefined} />);
    fireEvent.change(await screen.findByRole('textbox', { name: '找银行' }), { target: { value: '第7' } });
    expect(screen.getAllByRole('checkbox')).toHaveLength(2);
  });

  it('says what to do in a city without banks', async () => {
    startFakeServer().answer(listBanks, { banks: [], atMost: 3 });
    await renderScreen(<BankPicker value={[]} onChange={() => undefined} />);
    expect(await screen.findByText(/本市还没有银行入驻/)).toBeTruthy();
  });
});

describe('the loan as it was understood', () => {
  it('can be corrected before it is sent', async () => {
    const onChange = vi.fn();
    await renderScreen(<LoanEditor value={ask.wish} onChange={onChange} />);
    const amount = screen.getByLabelText('额度（万元）');
    expect(amount).toHaveProperty('value', '300');
    fireEvent.change(amount, { target: { value: '250' } });
    expect(onChange).toHaveBeenLastCalledWith({ ...ask.wish, amountFen: 250_000_000 });
    fireEvent.change(amount, { target: { value: '' } });
    expect(onChange).toHaveBeenLastCalledWith({ ...ask.wish, amountFen: null });
  });
});

describe('the list of a bank', () => {
  it('shows confirmed orders and, apart from them, what the firm declares', async () => {
    startFakeServer().answer(listAsks, { total: 1, asks: [ask], asOf: ask.askedAt });
    await renderScreen(<FundingList />);
    expect(await screen.findByText('平台确认订单 1,240 万元（7 笔）')).toBeTruthy();
    expect(screen.getByText('企业自述 3,000 万元').className).toBe('zt-one-sided');
    expect(screen.getByText('还剩 2 个工作日')).toBeTruthy();
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
    expect(await screen.findAllByText(/^请填年利率/)).not.toHaveLength(0);
    expect(server.questions(makeOffer)).toHaveLength(0);
  });

  it('begins with what the firm wishes for, and shows it with the files that were sent', async () => {
    const file = { id: ids.deal, name: '报表.pdf', type: 'application/pdf', bytes: 1_000 };
    startFakeServer().answer(getAsk, { ask: { ...ask, files: [file] } });
    await renderScreen(<FundingAskScreen id={ask.id} />);
    expect(await screen.findByLabelText('额度（万元）')).toHaveProperty('value', '300');
    expect(screen.getByLabelText('期限（月）')).toHaveProperty('value', '24');
    expect(screen.getAllByText('动产或权利质押').length).toBeGreaterThan(1);
    expect(screen.getByRole('list', { name: '附件' }).textContent).toContain('报表.pdf');
  });

  it('keeps wrong figures in sight and marks each with its sentence', async () => {
    const server = startFakeServer().answer(getAsk, { ask });
    await renderScreen(<FundingAskScreen id={ask.id} />);
    const type = (label: string, value: string) =>
      fireEvent.change(screen.getByLabelText(label), { target: { value } });
    await screen.findByLabelText('额度（万元）');
    type('额度（万元）', '-5');
    type('年利率（%）', '400');
    fireEvent.click(screen.getByRole('button', { name: '发出报价' }));
    for (const label of ['额度（万元）', '年利率（%）'])
      expect(screen.getByLabelText(label).getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByLabelText('额度（万元）')).toHaveProperty('value', '-5');
    expect(screen.getByLabelText('年利率（%）')).toHaveProperty('value', '400');
    expect(screen.getAllByText('请填年利率，在 0 到 36 之间').length).toBeGreaterThan(0);
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

  it('says of a bank that did not answer and of an offer that ran out what can be done now', async () => {
    const gone: AskedBank = { ...asked, lapse: 'expired', mayAccept: false };
    const silent: AskedBank = {
      ...{ ...asked, bank: banks[1] ?? asked.bank, state: 'open', offer: null, answeredAt: null },
      ...{ lapse: 'unanswered', mayAccept: false },
    };
    const server = startFakeServer().answer(compareOffers, { ...compared, asks: [gone, silent] });
    const { unmount } = await renderScreen(<FundingComparison needId={ids.need} />);
    expect(await screen.findByText(/^报价已过期（.*12月20日.*）$/)).toBeTruthy();
    expect(screen.getByText('到期未答复')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '接受' })).toBeNull();
    expect(screen.queryByText(/等答复/)).toBeNull();
    expect(screen.getByText('该行更新报价后可以接受。也可以再问别的银行，过期的不占名额')).toBeTruthy();
    expect(screen.getByText(/该行仍可答复。也可以再问别的银行，到期未答复的不占名额$/)).toBeTruthy();
    unmount();
    server.answer(compareOffers, { ...compared, asks: [gone], left: 0, mayAsk: false });
    await renderScreen(<FundingComparison needId={ids.need} />);
    expect(await screen.findByText('该行更新报价后可以接受。请联系经办单位协调')).toBeTruthy();
  });
});
