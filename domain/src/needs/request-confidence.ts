/** What is known about a ranking when its confidence is asked. */
export interface RankingEvidence {
  /** best first, all above 0 */
  readonly scores: readonly number[];
  /** what a matter would score that holds every term of the request */
  readonly possible: number;
}

/** Of the best matter: how far it stands before the next, and how much of the request it explains. Both 0 … 1. */
export function evidenceOf({ scores, possible }: RankingEvidence): {
  readonly margin: number;
  readonly explained: number;
} {
  const [best = 0, next = 0] = scores;
  return { margin: best > 0 ? (best - next) / best : 0, explained: possible > 0 ? Math.min(1, best / possible) : 0 };
}

/**
 * Fitted by logistic regression to whether the best matter was right, on the held-out third of the build part; `npm run bench --
 * request-routing` prints the fit of today beside these and how often a confidence came true.
 */
export const confidenceFit = { base: -1.2, margin: 9.5, explained: 4.6 } as const;

/**
 * Confidences in the order of the scores. The first is the chance that the best matter is right; the others share what is left by how
 * near they stand, and never pass the first. Ensures: each 0 … 1, falling, together ≤ 1.
 */
export function confidences(evidence: RankingEvidence): readonly number[] {
  const [best, ...others] = evidence.scores;
  if (best === undefined) return [];
  const { margin, explained } = evidenceOf(evidence);
  const first = logistic(confidenceFit.base + confidenceFit.margin * margin + confidenceFit.explained * explained);
  const shares = others.map((score) => Math.exp((nearness * (score - best)) / best));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return [first, ...shares.map((share) => Math.min(first, ((1 - first) * share) / total))];
}

/** How fast the chance of a matter falls with its distance from the best. */
const nearness = 10;

export function logistic(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
