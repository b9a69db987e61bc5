import type { RefusalRow } from '../refusal.ts';

export const offerRefusalCodes = [
  'offers.capacity-not-positive',
  'offers.capacity-too-large',
  'offers.limit-reversed',
  'offers.limit-empty',
  'offers.evidence-date-implausible',
  'offers.certificate-date-implausible',
  'offers.unknown-product',
  'offers.already-withdrawn',
] as const;
export type OfferRefusalCode = (typeof offerRefusalCodes)[number];

/** Why an offer cannot be published as it was written. */
export const offerRefusals = {
  'offers.capacity-not-positive': {
    status: 422,
    zh: '产能要大于 0，现在是 {amount}。不清楚可以不填',
    en: 'Capacity must be above 0 (now {amount}). Leave it empty if it is not known',
  },
  'offers.capacity-too-large': {
    status: 422,
    zh: '产能 {amount} 太大，最多 1,000,000,000,000。请核对',
    en: 'Capacity {amount} is too large, at most 1,000,000,000,000. Please check',
  },
  'offers.limit-reversed': {
    status: 422,
    zh: '{name} 的下限 {low} 大于上限 {high}。请核对',
    en: 'The lower bound {low} of {name} is above its upper bound {high}. Please check',
  },
  'offers.limit-empty': {
    status: 422,
    zh: '{name} 没有数值。请填写，或删去这一项',
    en: '{name} has no value. Fill it in or remove it',
  },
  'offers.evidence-date-implausible': {
    status: 422,
    zh: '{name} 的检测日期 {date} 不合理，应在 {from} 和 {to} 之间。请核对',
    en: 'The test date {date} of {name} is not plausible; it should be between {from} and {to}. Please check',
  },
  'offers.certificate-date-implausible': {
    status: 422,
    zh: '{name} 的有效期 {date} 不合理，应在 {from} 和 {to} 之间。请核对',
    en: 'The validity {date} of {name} is not plausible; it should be between {from} and {to}. Please check',
  },
  'offers.unknown-product': {
    status: 422,
    zh: '产品库里没有编号 {productId}。请重新选择产品，或只填产品名称',
    en: 'The product library has no {productId}. Choose the product again, or give its name only',
  },
  'offers.already-withdrawn': {
    status: 409,
    zh: '这项供给已撤回，不能再修改。请重新发布',
    en: 'This offer was withdrawn and takes no more changes. Publish it again',
  },
} as const satisfies Record<OfferRefusalCode, RefusalRow>;
