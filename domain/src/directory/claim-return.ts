import type { Sentence } from '../language.ts';

/** Why the bureau hands a claim back; the claimant reads it as what to do next. */
export const claimReturnCodes = [
  'no-document',
  'unreadable',
  'name-differs',
  'no-authority',
  'other-firm',
  'ask-manager',
  'other',
] as const;
export type ClaimReturnCode = (typeof claimReturnCodes)[number];

export const claimReturnWords = {
  'no-document': { zh: '缺少营业执照', en: 'The business licence is missing' },
  unreadable: { zh: '材料看不清', en: 'The papers cannot be read' },
  'name-differs': { zh: '名称或代码与材料不一致', en: 'Name or code differ from the papers' },
  'no-authority': { zh: '看不出您有权代表这家企业', en: 'The papers do not show that you may act for the firm' },
  'other-firm': { zh: '材料是另一家企业的', en: 'The papers are of another firm' },
  'ask-manager': { zh: '企业已有管理员，请其邀请您', en: 'The firm has a manager already: ask for an invitation' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<ClaimReturnCode, Sentence>;
