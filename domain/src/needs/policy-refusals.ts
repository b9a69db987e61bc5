import type { RefusalRow } from '../refusal.ts';

/** Why a policy or a statement of a firm is not taken. */
export const policyRefusalCodes = [
  'policies.not-own-fact',
  'policies.wrong-kind',
  'policies.dates',
  'policies.unknown-body',
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
} as const satisfies Record<PolicyRefusalCode, RefusalRow>;
