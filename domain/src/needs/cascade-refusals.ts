import type { RefusalRow } from '../refusal.ts';

/** Why a cascade cannot be steered, a need is not taken now, or a ruling on it is too late. */
export const cascadeRefusalCodes = [
  'cascade.none',
  'cascade.not-now',
  'cascade.reason-missing',
  'needs.quota-open',
  'needs.quota-day',
  'needs.not-kept-back',
  'needs.ruled-already',
] as const;
export type CascadeRefusalCode = (typeof cascadeRefusalCodes)[number];

export const cascadeRefusals = {
  'cascade.none': {
    status: 409,
    zh: '这条需求没有逐级询源（早于该功能发布，或还未放行）',
    en: 'This need has no cascade: it is from before there were any, or was not let through yet',
  },
  'cascade.not-now': {
    status: 409,
    zh: '现在不能这样做：{stateZh}',
    en: 'Not possible now: {stateEn}',
  },
  'cascade.reason-missing': { status: 422, zh: '请选择原因', en: 'Choose a reason' },
  'needs.quota-open': {
    status: 429,
    zh: '贵单位在“{listZh}”清单上最多可同时进行 {most} 条，现有 {count} 条。有一条结束（选定、撤回或到期）后即可再发{roomZh}',
    en: 'Your firm may have {most} open needs on the list “{listEn}” and has {count}. There is room again when one ends by choice, withdrawal or its deadline{roomEn}',
  },
  'needs.quota-day': {
    status: 429,
    zh: '贵单位在“{listZh}”清单上每天最多发 {most} 条，今天已发 {count} 条。{roomZh} 起可再发',
    en: 'Your firm may publish {most} needs a day on the list “{listEn}” and has published {count} today. There is room again from {roomEn}',
  },
  'needs.not-kept-back': { status: 409, zh: '这条需求没有被暂缓', en: 'This need is not kept back' },
  'needs.ruled-already': {
    status: 409,
    zh: '工信局已作出处理，不能再改',
    en: 'The bureau has ruled on this already',
  },
} as const satisfies Record<CascadeRefusalCode, RefusalRow>;
