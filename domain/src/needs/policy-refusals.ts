import type { RefusalRow } from '../refusal.ts';

/** Why a policy or a statement of a firm is not taken. */
export const policyRefusalCodes = [
  'policies.not-own-fact',
  'policies.wrong-kind',
  'policies.dates',
  'policies.unknown-body',
  'policies.condition-unfit',
  'policies.changed-meanwhile',
  'policies.published-already',
  'policies.not-published',
  'policies.ended',
] as const;
export type PolicyRefusalCode = (typeof policyRefusalCodes)[number];

export const policyRefusals = {
  'policies.not-own-fact': {
    status: 422,
    zh: '“{nameZh}”由平台从登记和成交中得出，不能自填。有误请到本企业页面修改',
    en: '“{nameEn}” comes from what is registered and signed and cannot be stated. Correct it on the page of the firm',
  },
  'policies.wrong-kind': {
    status: 422,
    zh: '“{nameZh}”要填{kindZh}',
    en: '“{nameEn}” must be {kindEn}',
  },
  'policies.dates': { status: 422, zh: '截止日期早于起始日期', en: 'The last day is before the first' },
  'policies.unknown-body': { status: 422, zh: '没有这个单位', en: 'There is no such body' },
  'policies.condition-unfit': {
    status: 422,
    zh: '第 {row} 个条件（{nameZh}）无法判断：比较方式或取值与这个事实不符',
    en: 'Condition {row} ({nameEn}) cannot be answered: its comparison or value does not fit the fact',
  },
  'policies.changed-meanwhile': {
    status: 409,
    zh: '别人刚刚改过这份政策（第 {edition} 稿）。请先看新稿，再改或发布',
    en: 'Somebody else has just changed this policy (edition {edition}). Read the new text before you change or publish it',
  },
  'policies.published-already': {
    status: 409,
    zh: '这份政策已经发布（第 {version} 版），没有待发布的修改',
    en: 'This policy is published already (version {version}); no change is waiting',
  },
  'policies.not-published': {
    status: 409,
    zh: '还没有发布的政策不能停止',
    en: 'A policy that was never published cannot be ended',
  },
  'policies.ended': {
    status: 409,
    zh: '这份政策已经停止，不能再改。需要时请另写一份',
    en: 'This policy has ended and cannot be changed. Write another one if you need it',
  },
} as const satisfies Record<PolicyRefusalCode, RefusalRow>;
