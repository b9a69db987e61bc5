import { density } from './density.ts';
import type { ProximityRow } from './proximity.ts';
import type { ResampledPresence } from './resampled-presence.ts';
import { ownWeight } from './shrinkage.ts';

/** How near a place is to a thing, and how sure that is. */
export type DensityEstimate =
  | {
      readonly kind: 'estimate';
      /** in [0, 1], drawn towards the parent */
      readonly density: number;
      /** bounds of the interval; they take the density in */
      readonly low: number;
      readonly high: number;
      /** mean over the resamples less `density`; far below 0 where most things rest on one observation each */
      readonly bias: number;
    }
  /** the density is given, but so few observations bear no interval */
  | { readonly kind: 'too-few'; readonly density: number }
  /** no other thing is near this one anywhere: nothing can be said */
  | { readonly kind: 'nothing-near' };

export interface DensityOptions {
  /** presence of the parent by thing, in [0, 1] */
  readonly parent: Float64Array;
  /** k of the weight n / (n + k); see `ownWeight` */
  readonly strength: number;
  /** share of the resamples between the bounds */
  readonly confidence?: number;
  /** observations a place must have for an interval */
  readonly fewest?: number;
}

/**
 * Purpose: the density of a thing around a place with few observations: shrunk to the parent, with a percentile interval from
 * resamples. Requires: confidence in (0, 1), at least one resample, else RangeError. Ensures: 0 ≤ low ≤ density ≤ high ≤ 1; the
 * same resamples give the same answer. A resample misses things that rest on one observation, so its density errs low; the
 * interval is widened to the density where all resamples lie on one side of it, and `bias` says by how much they lie off.
 * Proximities are taken as known. Cost: O(things near it · resamples + resamples · log resamples).
 * Source: B. Efron, R. Tibshirani, An introduction to the bootstrap, 1993, chapter 13 (percentile interval).
 */
export function densityEstimate(
  row: ProximityRow,
  place: ResampledPresence,
  { parent, strength, confidence = 0.9, fewest = 5 }: DensityOptions,
): DensityEstimate {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence ${confidence} is not between 0 and 1`);
  const ofParent = density(row, parent);
  if (ofParent === undefined) return { kind: 'nothing-near' };
  const weight = ownWeight({ observations: place.observations, strength });
  const { observed, drawn } = nearness(row, place);
  const shrunk = (near: number) => Math.min(1, (weight * near) / row.sum + (1 - weight) * ofParent);
  const value = shrunk(observed);
  if (place.observations < fewest) return { kind: 'too-few', density: value };
  if (drawn.length === 0) throw new RangeError('an interval needs resamples');
  const sorted = drawn.map(shrunk).sort();
  const bias = sorted.reduce((sum, each) => sum + (each - value), 0) / sorted.length;
  return {
    kind: 'estimate',
    density: value,
    low: Math.min(value, quantile(sorted, (1 - confidence) / 2)),
    high: Math.max(value, quantile(sorted, (1 + confidence) / 2)),
    bias,
  };
}

interface Nearness {
  readonly observed: number;
  readonly drawn: Float64Array;
}

/** The proximity on things that are present: as observed, and in each resample. Both lists of things ascend. */
function nearness(row: ProximityRow, { things, resamples, observed, drawn }: ResampledPresence): Nearness {
  const sums = new Float64Array(resamples);
  let asObserved = 0;
  let place = 0;
  for (let at = 0; at < row.things.length && place < things.length; at += 1) {
    const thing = row.things[at] ?? 0;
    while (place < things.length && (things[place] ?? 0) < thing) place += 1;
    if (things[place] !== thing) continue;
    const value = row.values[at] ?? 0;
    asObserved += value * (observed[place] ?? 0);
    const start = place * resamples;
    for (let resample = 0; resample < resamples; resample += 1)
      sums[resample] = (sums[resample] ?? 0) + value * (drawn[start + resample] ?? 0);
  }
  return { observed: asObserved, drawn: sums };
}

/** The value below or at which this share of the sorted values lies (nearest rank). */
function quantile(sorted: Float64Array, share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
