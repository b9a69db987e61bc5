import type { RefusalRow } from '../refusal.ts';

export const dealRefusalCodes = [
  'deals.sample-after-order',
  'deals.delivery-before-order',
  'deals.reversal-before-delivery',
  'deals.reversal-too-large',
  'deals.amount-missing',
  'deals.amount-too-large',
  'deals.quantity-too-large',
  'deals.date-implausible',
] as const;
export type DealRefusalCode = (typeof dealRefusalCodes)[number];

/** Why a step cannot be written into the deal ledger. Amounts in the sentences are yuan. */
export const dealRefusals = {
  'deals.sample-after-order': {
    status: 409,
    zh: '订单已由双方确认，不再登记样品。请登记交货',
    en: 'Both sides confirmed the order, so no sample can be added. Write down the delivery',
  },
  'deals.delivery-before-order': {
    status: 409,
    zh: '还没有双方确认的订单，不能登记交货。请先登记订单，并请对方确认',
    en: 'No order is confirmed by both sides yet. Write down the order and ask the other side to confirm it',
  },
  'deals.reversal-before-delivery': {
    status: 409,
    zh: '还没有双方确认的交货，没有可冲正的金额',
    en: 'No delivery is confirmed by both sides yet, so there is nothing to reverse',
  },
  'deals.reversal-too-large': {
    status: 422,
    zh: '最多可冲正 {left} 元，现在是 {amount} 元。待对方确认的冲正也计算在内',
    en: 'At most {left} yuan can be reversed (now {amount}). Reversals awaiting confirmation are included',
  },
  'deals.amount-missing': {
    status: 422,
    zh: '金额要大于 0。样品可以为 0',
    en: 'The amount must be above 0. Only a sample may cost 0',
  },
  'deals.amount-too-large': {
    status: 422,
    zh: '金额 {amount} 元太大，一步最多 {most} 元。请核对',
    en: 'The amount of {amount} yuan is too large, at most {most} a step. Please check',
  },
  'deals.quantity-too-large': {
    status: 422,
    zh: '数量 {quantity} 太大，最多 1,000,000,000,000。请核对',
    en: 'Quantity {quantity} is too large, at most 1,000,000,000,000. Please check',
  },
  'deals.date-implausible': {
    status: 422,
    zh: '日期 {date} 不合理，应在 {from} 和 {to} 之间。请核对',
    en: 'The date {date} is not plausible; it should be between {from} and {to}. Please check',
  },
} as const satisfies Record<DealRefusalCode, RefusalRow>;
