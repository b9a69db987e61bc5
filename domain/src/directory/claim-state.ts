import type { Sentence } from '../language.ts';

/** How far somebody speaks for an organisation: nobody; somebody, at any level; or somebody, proved so far. */
export const claimStates = ['unclaimed', 'claimed', 'self-declared', 'documented', 'verified'] as const;
export type ClaimState = (typeof claimStates)[number];

export const claimStateWords = {
  unclaimed: { zh: '未认领', en: 'Unclaimed' },
  claimed: { zh: '已认领', en: 'Claimed' },
  'self-declared': { zh: '已认领 · 自报', en: 'Claimed, declared' },
  documented: { zh: '已认领 · 有材料', en: 'Claimed, documented' },
  verified: { zh: '已认领 · 已核实', en: 'Claimed, verified' },
} as const satisfies Record<ClaimState, Sentence>;
