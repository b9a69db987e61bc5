/** How far a supplier is from the need, nearest first. `unknown` is an answer, never a guess. */
export const tiers = ['district', 'city', 'circle', 'province', 'nation', 'abroad', 'unknown'] as const;
export type Tier = (typeof tiers)[number];
