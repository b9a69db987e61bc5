import { describe, expect, it, test } from 'vitest';
import { fillIn, Refusal } from '../refusal.ts';
import {
  decideAcceptance,
  decideBankAnswer,
  decideBanks,
  decideFundingTerms,
  decideReceipt,
  derivedLoss,
  type FundingAskState,
  type FundingTerms,
  fundingAskStates,
  fundingLapse,
  receiptState,
} from './funding.ts';
import { fundingRefusalCodes, fundingRefusals } from './funding-refusals.ts';

const today = '2026-11-23';
const terms: FundingTerms = {
  ...{ amountFen: 300_000_000, rateBp: 365, termMonths: 12, guarantee: 'credit', feesFen: 0 },
  validUntil: '2026-12-20',
};
const now = new Date('2026-11-23T09:00:00+08:00');
const waiting = { expiresAt: new Date('2026-11-28T16:00:00Z'), usedAt: null, takenBackAt: null };

function refused(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'done';
}

test.each<[string, Partial<FundingTerms>, string]>([
  ['for nothing', { amountFen: 0 }, 'funding.amount-implausible'],
  ['beyond any bank', { amountFen: 10_000_000_000_001 }, 'funding.amount-implausible'],
  ['at more than 36 % a year', { rateBp: 3_601 }, 'funding.rate-implausible'],
  ['that is paid to borrow', { rateBp: -1 }, 'funding.rate-implausible'],
  ['of no month', { termMonths: 0 }, 'funding.term-implausible'],
  ['of 31 years', { termMonths: 372 }, 'funding.term-implausible'],
  ['whose fees eat it up', { feesFen: 300_000_000 }, 'funding.fees-implausible'],
  ['that ended yesterday', { validUntil: '2026-11-22' }, 'funding.valid-until-passed'],
  ['that is good for two years', { validUntil: '2028-11-23' }, 'funding.valid-too-long'],
  ['as banks make them', {}, 'done'],
  ['good for today alone', { validUntil: today }, 'done'],
])('an offer %s', (_name, changes, code) => {
  expect(refused(() => decideFundingTerms({ ...terms, ...changes }, today))).toBe(code);
});

describe('what a bank may answer', () => {
  it('is an offer or a refusal first, then a better offer, and nothing once it is settled', () => {
    expect(fundingAskStates.filter((state) => refused(() => decideBankAnswer(state, 'offer')) === 'done')).toEqual([
      ...['open', 'offered', 'declined'],
    ]);
    expect(fundingAskStates.filter((state) => refused(() => decideBankAnswer(state, 'decline')) === 'done')).toEqual([
      'open',
    ]);
    expect(refused(() => decideBankAnswer('offered', 'decline'))).toBe('funding.offered-already');
    expect(refused(() => decideBankAnswer('won', 'offer'))).toBe('funding.over');
  });
});

describe('which banks may be asked', () => {
  it('is as many as the city allows, each once', () => {
    expect(refused(() => decideBanks(['a', 'b', 'c'], { asked: [], most: 3 }))).toBe('done');
    expect(refused(() => decideBanks(['a', 'a'], { asked: [], most: 3 }))).toBe('funding.bank-twice');
    expect(refused(() => decideBanks(['a'], { asked: ['a'], most: 3 }))).toBe('funding.bank-twice');
    expect(refused(() => decideBanks(['c', 'd'], { asked: ['a', 'b'], most: 3 }))).toBe('funding.too-many-banks');
  });

  it('is one more for each that let its time or its offer run out, but not the same one again', () => {
    const run = { asked: ['a', 'b', 'c'], lapsed: 1, most: 3 };
    expect(refused(() => decideBanks(['d'], run))).toBe('done');
    expect(refused(() => decideBanks(['d', 'e'], run))).toBe('funding.too-many-banks');
    expect(refused(() => decideBanks(['a'], run))).toBe('funding.bank-twice');
  });
});

describe('what has run out', () => {
  it('is an answer after the bank’s time, and an offer after its last day, and nothing that is settled', () => {
    const at = (iso: string) => new Date(iso);
    const dueAt = at('2026-12-01T17:30:00+08:00');
    const lapse = (state: FundingAskState, on: string, validUntil: string | null = null) =>
      fundingLapse({ state, dueAt, validUntil }, at(on));
    expect(lapse('open', '2026-12-01T17:30:00+08:00')).toBeNull();
    expect(lapse('open', '2026-12-01T17:31:00+08:00')).toBe('unanswered');
    expect(lapse('offered', '2026-12-20T23:59:00+08:00', '2026-12-20')).toBeNull();
    expect(lapse('offered', '2026-12-21T00:00:00+08:00', '2026-12-20')).toBe('expired');
    for (const state of ['declined', 'won', 'lost', 'ended'] as const)
      expect(lapse(state, '2027-03-01T09:00:00+08:00', '2026-12-20')).toBeNull();
  });
});

describe('taking an offer', () => {
  const stands = { state: 'offered', validUntil: today, replaced: false } as const;
  it('needs an offer that stands, and none taken before', () => {
    const take = (of: Partial<Parameters<typeof decideAcceptance>[0]>, taken = false) =>
      refused(() => decideAcceptance({ ...stands, ...of }, { taken, today }));
    expect(take({})).toBe('done');
    expect(take({}, true)).toBe('funding.accepted-already');
    expect(take({ replaced: true })).toBe('funding.offer-changed');
    expect(take({ state: 'ended' })).toBe('funding.over');
    expect(take({ validUntil: '2026-11-22' })).toBe('funding.offer-expired');
  });

  it('tells each other bank in what its own offer is worse, and one that had not answered nothing more', () => {
    expect(derivedLoss(null, terms)).toBe('settled');
    expect(derivedLoss({ ...terms, rateBp: 366 }, terms)).toBe('cost');
    expect(derivedLoss({ ...terms, amountFen: 100_000_000 }, terms)).toBe('amount');
    expect(derivedLoss({ ...terms, termMonths: 6 }, terms)).toBe('term');
    expect(derivedLoss({ ...terms, guarantee: 'mortgage' }, terms)).toBe('guarantee');
    expect(derivedLoss(terms, terms)).toBe('settled');
  });
});

describe('a receipt', () => {
  it('is good until its day is over, until it is used, and until it is taken back', () => {
    expect(receiptState(waiting, now)).toBe('waiting');
    expect(refused(() => decideReceipt(waiting, now))).toBe('done');
    expect(refused(() => decideReceipt(waiting, waiting.expiresAt))).toBe('funding.receipt-expired');
    expect(refused(() => decideReceipt({ ...waiting, usedAt: now }, now))).toBe('funding.receipt-used');
    expect(refused(() => decideReceipt({ ...waiting, takenBackAt: now }, now))).toBe('funding.receipt-taken-back');
  });
});

it('says every refusal in both languages, with no English word among the Chinese and none the other way', () => {
  for (const code of fundingRefusalCodes) {
    const { zh, en } = fundingRefusals[code];
    const details = { most: 3, asked: 1, left: 2, date: '2026-11-23' };
    expect(fillIn(zh, details), code).not.toMatch(/[{}]|[a-z]{3}/);
    expect(fillIn(en, details), code).not.toMatch(/[{}]|[\u4e00-\u9fff]/);
  }
});
