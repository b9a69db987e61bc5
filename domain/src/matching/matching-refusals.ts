import type { RefusalRow } from '../refusal.ts';

/** Why an answer, a reason or a choice is not taken. */
export const matchingRefusalCodes = [
  'matching.already-answered',
  'matching.not-answered',
  'matching.need-closed',
  'matching.not-chosen',
  'matching.already-chosen',
  'matching.response-declined',
  'matching.response-rejected',
  'matching.already-rejected',
  'matching.chosen-stands',
  'matching.quantity-too-large',
  'matching.price-too-large',
  'matching.own-quote',
] as const;
export type MatchingRefusalCode = (typeof matchingRefusalCodes)[number];

export const matchingRefusals = {
  'matching.already-answered': {
    status: 409,
    zh: '您已于 {time} 报价。修改报价',
    en: 'You already quoted at {time}. Edit quote',
  },
  'matching.not-answered': {
    status: 409,
    zh: '还没有报价，请先报价',
    en: 'There is no quote to edit yet. Quote first',
  },
  'matching.need-closed': {
    status: 409,
    zh: '该需求已于 {date} 结束，不再接受报价',
    en: 'This need closed on {dateEn} and takes no more quotes',
  },
  'matching.not-chosen': {
    status: 409,
    zh: '买方已说明未选原因，不再接受报价。原因见商机页',
    en: 'The buyer has given the reason for not choosing you and takes no more quotes. See the opportunity',
  },
  'matching.own-quote': {
    status: 409,
    zh: '“{name}”已与贵单位合并为一家，不能选自己的报价。请选另一家，或撤回需求',
    en: '“{name}” is one organisation with yours now; you cannot choose your own quote. Choose another, or withdraw the need',
  },
  'matching.already-chosen': {
    status: 409,
    zh: '该需求已于 {date} 选定供应商，不能再选',
    en: 'A supplier was chosen on {dateEn}; no second one can be',
  },
  'matching.response-declined': {
    status: 422,
    zh: '这家企业回复的是做不了，不能选定',
    en: 'This firm declined and cannot be chosen',
  },
  'matching.response-rejected': {
    status: 409,
    zh: '已对这家企业说明未选原因，不能再选定',
    en: 'This firm has been told why it is not chosen and cannot be chosen any more',
  },
  'matching.already-rejected': {
    status: 409,
    zh: '已于 {time} 说明过未选原因，对方已看到',
    en: 'The reason was given at {time}; the supplier has read it',
  },
  'matching.chosen-stands': {
    status: 409,
    zh: '这家企业已选定，不能标为未选',
    en: 'This firm is chosen and cannot be marked as not chosen',
  },
  'matching.quantity-too-large': {
    status: 422,
    zh: '数量 {quantity} 太大，最多 1,000,000,000,000。请核对',
    en: 'Quantity {quantity} is too large, at most 1,000,000,000,000. Please check',
  },
  'matching.price-too-large': {
    status: 422,
    zh: '单价 {price} 元太大，最多 100,000,000,000 元。请核对',
    en: 'A unit price of {price} yuan is too large, at most 100,000,000,000 yuan. Please check',
  },
} as const satisfies Record<MatchingRefusalCode, RefusalRow>;
