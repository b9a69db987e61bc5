export interface Evidence {
  /** n: how many observations the place has */
  readonly observations: number;
  /** k: the number of observations at which the place and its parent weigh the same */
  readonly strength: number;
}

/**
 * The weight of a place's own figures, n / (n + k); the rest is its parent's. Without observations it is 0.
 * Requires: both finite and at least 0, else RangeError.
 * Source: C. Morris, Parametric empirical Bayes inference, J. Amer. Statist. Assoc. 78, 1983; k is the ratio of the variance within
 * a place to the variance between places, here given by the caller.
 */
export function ownWeight({ observations, strength }: Evidence): number {
  const isCount = (value: number) => Number.isFinite(value) && value >= 0;
  if (!isCount(observations) || !isCount(strength))
    throw new RangeError(`${observations} observations and strength ${strength} give no weight`);
  return observations === 0 ? 0 : observations / (observations + strength);
}

/**
 * Purpose: the presence of a place drawn towards its parent's, thing by thing. A parent may itself have been drawn to its own.
 * Requires: two vectors of the same things, else RangeError. Ensures: every value lies between the two. Cost: O(things).
 */
export function shrunkPresence(own: Float64Array, parent: Float64Array, evidence: Evidence): Float64Array {
  if (own.length !== parent.length) throw new RangeError(`${own.length} things against ${parent.length} of the parent`);
  const weight = ownWeight(evidence);
  return own.map((value, thing) => weight * value + (1 - weight) * (parent[thing] ?? 0));
}
