import type { Language } from '../language.ts';
import type { CascadeState } from './cascade-state.ts';

type Words = Readonly<Record<Language, string>>;

/** Why the account of a ring was closed. */
export const receiptCloses = [
  'time',
  'nobody',
  'full',
  'short',
  'together',
  'by-hand',
  'chosen',
  'withdrawn',
  'expired',
  'before',
] as const;
export type ReceiptClose = (typeof receiptCloses)[number];

export const receiptCloseWords = {
  time: { zh: '时间到，无人报价，询问下一圈', en: 'Its time was over without a quote; the next ring was asked' },
  nobody: {
    zh: '这一圈没有已知的供应商，立即询问下一圈',
    en: 'No supplier is known in this ring; the next one was asked at once',
  },
  full: {
    zh: '已询问的供应商达到上限，这一圈没有再问',
    en: 'As many suppliers as one need may reach were asked already',
  },
  short: {
    zh: '已登记产能不够，同时询问下一圈',
    en: 'Registered capacity does not suffice; the next ring was asked too',
  },
  together: {
    zh: '截止日期前来不及一级一级询问，与外面一圈同时询问',
    en: 'The deadline leaves no time to ask one after the other; asked together with the next ring',
  },
  'by-hand': { zh: '人工提前扩大', en: 'Widened early by hand' },
  chosen: { zh: '已选定供应商', en: 'A supplier was chosen' },
  withdrawn: { zh: '需求已撤回', en: 'The need was withdrawn' },
  expired: { zh: '需求已到期', en: 'The need expired' },
  before: {
    zh: '在开始记录回执之前已询问，只列当时留下的情况',
    en: 'Asked before receipts were kept; only what was noted then stands here',
  },
} as const satisfies Record<ReceiptClose, Words>;

/** What came of asking one supplier, up to the end of its ring’s time. `no-time`: asked, but for less than the shortest time to answer. */
export const askedOutcomes = ['quoted', 'declined', 'silent', 'no-time', 'passed-over'] as const;
export type AskedOutcome = (typeof askedOutcomes)[number];

/** Why a known supplier was not asked. */
export const passedOverCodes = ['no-room'] as const;
export type PassedOverCode = (typeof passedOverCodes)[number];

export const passedOverWords = {
  'no-room': { zh: '已询问的供应商达到上限', en: 'As many suppliers were asked as one need may' },
} as const satisfies Record<PassedOverCode, Words>;

/** Why somebody widened or held a cascade by hand. */
export const widenCodes = ['cannot-wait', 'special-make', 'compare', 'quality', 'other'] as const;
export type WidenCode = (typeof widenCodes)[number];

export const widenWords = {
  'cannot-wait': { zh: '等不及', en: 'Cannot wait' },
  'special-make': { zh: '本地没有这种规格', en: 'No such make nearby' },
  compare: { zh: '要多几家比价', en: 'More quotes to compare' },
  quality: { zh: '已有报价不合适', en: 'Quotes so far do not suit' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<WidenCode, Words>;

export const holdCodes = ['local-only', 'in-talks', 'being-changed', 'other'] as const;
export type HoldCode = (typeof holdCodes)[number];

export const holdWords = {
  'local-only': { zh: '只要近处的供应商', en: 'Only suppliers nearby are wanted' },
  'in-talks': { zh: '正在洽谈', en: 'In talks' },
  'being-changed': { zh: '需求要调整', en: 'The need is being changed' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<HoldCode, Words>;

/** Why something cannot be done to a cascade now. */
export const cascadeStateWords = {
  running: { zh: '正在按时间逐级询源', en: 'it runs by its times' },
  waiting: { zh: '有报价待决定', en: 'a quote awaits a decision' },
  held: { zh: '已暂停', en: 'it is held' },
  exhausted: { zh: '各级都已问过', en: 'every ring was asked' },
  over: { zh: '需求已结束', en: 'the need is over' },
} as const satisfies Record<CascadeState, Words>;
