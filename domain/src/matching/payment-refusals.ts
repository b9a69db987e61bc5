import type { RefusalRow } from '../refusal.ts';

/** Why a payment cannot be noted on a delivery. Amounts in the sentences are yuan. */
export const paymentRefusalCodes = [
  'deals.payment-without-delivery',
  'deals.payment-too-large',
  'deals.payment-amount-missing',
  'deals.payment-ahead',
] as const;
export type PaymentRefusalCode = (typeof paymentRefusalCodes)[number];

export const paymentRefusals = {
  'deals.payment-without-delivery': {
    status: 409,
    zh: '只能在双方确认的交货上登记付款。请先请对方确认交货',
    en: 'A payment is noted on a delivery that both sides confirmed. Have the delivery confirmed first',
  },
  'deals.payment-too-large': {
    status: 422,
    zh: '这笔交货还可登记付款 {left} 元，现在是 {amount} 元。待对方确认的付款也计算在内',
    en: 'At most {left} yuan is left to pay on this delivery (now {amount}). Payments awaiting confirmation are included',
  },
  'deals.payment-amount-missing': {
    status: 422,
    zh: '付款金额要大于 0',
    en: 'The amount paid must be above 0',
  },
  'deals.payment-ahead': {
    status: 422,
    zh: '付款日期 {date} 应在 {from} 和今天之间。请核对',
    en: 'The day of payment {date} must lie between {from} and today. Please check',
  },
} as const satisfies Record<PaymentRefusalCode, RefusalRow>;
