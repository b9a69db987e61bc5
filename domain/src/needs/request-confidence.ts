/**
 * Fitted by logistic regression to whether the best matter was right, on the held-out third of the build part and half of the requests
 * that ask for nothing; `npm run bench -- request-routing` shows how often a confidence came true.
 */
const fit = { base: -3, clearness: 10.3, strength: 2.9 } as const;

/** A score from which on more words make nothing surer: about ten telling pairs of characters. */
const strongScore = 60;

/** How fast the chance of a matter falls with its distance from the best. */
const nearness = 10;

/**
 * Confidences in the order of the scores (best first, all above 0). The first is the chance that the best matter is right: how far it
 * stands before the next, and whether enough was said at all. The others share what is left by how near they stand, and never pass it.
 * Ensures: each 0 … 1, falling, together ≤ 1.
 */
export function confidences(scores: readonly number[]): readonly number[] {
  const [best, ...others] = scores;
  if (best === undefined) return [];
  const strength = Math.min(1, best / strongScore);
  const clearness = strength * ((best - (others[0] ?? 0)) / best);
  const first = logistic(fit.base + fit.clearness * clearness + fit.strength * strength);
  const shares = others.map((score) => Math.exp((nearness * (score - best)) / best));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return [first, ...shares.map((share) => Math.min(first, ((1 - first) * share) / total))];
}

function logistic(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
