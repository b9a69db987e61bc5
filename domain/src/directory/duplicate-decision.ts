import { type BrandCount, compareIdentities, type IdentityFeatures } from './duplicate-features.ts';
import type { IdentityRecord } from './duplicate-record.ts';
import { duplicateRuling } from './duplicate-ruling.ts';
import { type FeatureLevel, featureWeights } from './duplicate-weights.ts';

export type DuplicateVerdict = 'same' | 'review' | 'different';

/** Why: one compared feature, its level and its weight in bits (for: positive, against: negative). */
export interface DuplicateReason {
  readonly code: FeatureLevel;
  readonly weight: number;
}

export interface DuplicateDecision {
  readonly verdict: DuplicateVerdict;
  /** sum of the weights in bits */
  readonly weight: number;
  /** what decided first, then the heaviest */
  readonly reasons: readonly DuplicateReason[];
}

/**
 * In bits; chosen on the training half only: `same` the highest at which .955 of its true pairs are still joined, with a precision
 * above .997; `review` the lowest that leaves the bureau no more than one pair in twenty.
 */
export const thresholds = { same: 0, review: -7 } as const;

/** Are these two records of one organisation? A ruling (a branch is never its body) comes before the weights. */
export function decideDuplicate(a: IdentityRecord, b: IdentityRecord, brandCount: BrandCount): DuplicateDecision {
  const features = compareIdentities(a, b, brandCount);
  const reasons = levelsOf(features).map((code) => ({ code, weight: featureWeights[code] }));
  const weight = Math.round(reasons.reduce((sum, reason) => sum + reason.weight, 0) * 10) / 10;
  const ruling = duplicateRuling(features);
  return {
    verdict: 'verdict' in ruling ? ruling.verdict : lower(byWeight(weight), ruling.atMost),
    weight,
    reasons: reasons.toSorted((one, other) => rank(other, ruling.by) - rank(one, ruling.by)),
  };
}

/**
 * 威海市商务局 and 荣成市商务局 have one name in two places: of departments, schools and banks only a code or the whole name with its
 * place tells that two records are one body.
 */
export function isOnePublicBody({ reasons }: DuplicateDecision): boolean {
  const has = (code: FeatureLevel) => reasons.some((reason) => reason.code === code);
  return has('code.same') || (has('place.equal') && (has('written.identical') || has('written.short-equal')));
}

function byWeight(weight: number): DuplicateVerdict {
  if (weight >= thresholds.same) return 'same';
  return weight >= thresholds.review ? 'review' : 'different';
}

const order = { different: 0, review: 1, same: 2 } as const;

function lower(one: DuplicateVerdict, other: DuplicateVerdict): DuplicateVerdict {
  return order[one] < order[other] ? one : other;
}

/** One level of each feature, in the order of the table. */
export function levelsOf(features: IdentityFeatures): readonly FeatureLevel[] {
  const { code, brand, trade, filler, place, form, written, address, region, branch } = features;
  return [
    `code.${code}`,
    `brand.${brand}`,
    `trade.${trade}`,
    `filler.${filler}`,
    `place.${place}`,
    `form.${form}`,
    `written.${written}`,
    `address.${address}`,
    `region.${region}`,
    `branch.${branch}`,
  ];
}

function rank({ code, weight }: DuplicateReason, deciding: FeatureLevel | undefined): number {
  return code === deciding ? 1000 : Math.abs(weight);
}
