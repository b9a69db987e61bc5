import type { Sentence } from '../language.ts';

/** Why somebody read something confidential. The trail keeps the code, the screen says the words. */
export const readPurposes = {
  supervision: { zh: '市里监管', en: 'supervision by the city' },
  'own-deal': { zh: '履行自己的成交', en: 'one’s own deal' },
  'bank-offer': { zh: '银行审核资金需求', en: 'a bank’s decision on a funding need' },
  export: { zh: '导出', en: 'export' },
  'audit-review': { zh: '审计查阅', en: 'review of the trail' },
} as const satisfies Record<string, Sentence>;
export type ReadPurpose = keyof typeof readPurposes;
