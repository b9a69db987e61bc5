import type { RefusalRow } from '../refusal.ts';

/** Why a text or a corrected chip cannot become a need. The same codes are used as findings while the person is still typing. */
export const needTextRefusalCodes = [
  'needs.text-too-long',
  'needs.text-empty',
  'needs.no-product',
  'needs.quantity-not-positive',
  'needs.quantity-too-large',
  'needs.deadline-passed',
  'needs.deadline-invalid',
  'needs.limit-not-a-number',
] as const;
export type NeedTextRefusalCode = (typeof needTextRefusalCodes)[number];

export const needTextRefusals = {
  'needs.text-too-long': {
    status: 413,
    zh: '一次最多 20,000 字，这段有 {length} 字。请删减，或分成几条发布',
    en: 'At most 20,000 characters; this has {length}. Shorten it or post it in parts',
  },
  'needs.text-empty': {
    status: 422,
    zh: '还没有内容。把微信、邮件里的原话粘贴进来就行',
    en: 'Nothing here yet. Paste the words from WeChat or e-mail',
  },
  'needs.no-product': {
    status: 422,
    zh: '没认出产品。请选择一个产品，或按原文发给工信局人工匹配',
    en: 'No product recognised. Choose one, or send the text to the bureau to match by hand',
  },
  'needs.quantity-not-positive': {
    status: 422,
    zh: '数量要大于 0，现在是 {amount}',
    en: 'Quantity must be above 0 (now {amount})',
  },
  'needs.quantity-too-large': {
    status: 422,
    zh: '数量 {amount} 太大，最多 1,000,000,000,000。请核对',
    en: 'Quantity {amount} is too large, at most 1,000,000,000,000. Please check',
  },
  'needs.deadline-passed': { status: 422, zh: '截止日期 {dateZh} 已过', en: 'The deadline {dateEn} has passed' },
  'needs.deadline-invalid': {
    status: 422,
    zh: '没有 {date} 这一天。请核对日期',
    en: 'There is no such day as {date}. Please check the date',
  },
  'needs.limit-not-a-number': {
    status: 422,
    zh: '指标 {name} 的数值 {value} 不能用。请核对',
    en: 'The value {value} of {name} cannot be used. Please check',
  },
} as const satisfies Record<NeedTextRefusalCode, RefusalRow>;
