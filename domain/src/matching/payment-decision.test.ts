import { expect, test } from 'vitest';
import { Refusal } from '../refusal.ts';
import type { DealStep } from './deal.ts';
import { decidePayment, type PaymentDraft } from './payment-decision.ts';
import { paymentRefusalCodes } from './payment-refusals.ts';

const today = '2026-11-23';
const delivery: DealStep = { kind: 'delivery', amountFen: 1_050_000, confirmedBy: ['buyer', 'seller'] };
const paid: PaymentDraft = { amountFen: 1_050_000, paidOn: today };

function refusalOf(step: DealStep, changes: Partial<PaymentDraft>, notedFen: number): string | undefined {
  try {
    decidePayment(step, { ...paid, ...changes }, { notedFen, today });
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

const refused: [string, DealStep, Partial<PaymentDraft>, number, (typeof paymentRefusalCodes)[number]][] = [
  ['on an order', { ...delivery, kind: 'order' }, {}, 0, 'deals.payment-without-delivery'],
  ['on what one side delivered', { ...delivery, confirmedBy: ['seller'] }, {}, 0, 'deals.payment-without-delivery'],
  ['of nothing', delivery, { amountFen: 0 }, 0, 'deals.payment-amount-missing'],
  ['above what is left', delivery, {}, 1, 'deals.payment-too-large'],
  ['of tomorrow', delivery, { paidOn: '2026-11-24' }, 0, 'deals.payment-ahead'],
  ['of the last century', delivery, { paidOn: '1999-12-31' }, 0, 'deals.payment-ahead'],
];

test.each(refused)('refuses a payment %s', (...[, step, changes, notedFen, code]) => {
  expect(refusalOf(step, changes, notedFen)).toBe(code);
});

test('every refusal has been shown above', () => {
  expect(new Set(refused.map(([, , , , code]) => code))).toEqual(new Set(paymentRefusalCodes));
});

test('takes a payment in parts up to what was delivered', () => {
  expect(refusalOf(delivery, { amountFen: 50_000 }, 1_000_000)).toBeUndefined();
});
