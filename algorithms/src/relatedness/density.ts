import type { ProximityRow } from './proximity.ts';

/**
 * Purpose: density ω around one thing: of all proximity to it, the share that lies on things present in a place. The thing itself
 * is left out of both sums, so that having it already is not counted as being near it.
 * Requires: presence in [0, 1] by thing. Ensures: in [0, 1]; undefined where nothing is near the thing, which is not the same as 0.
 * Cost: O(things near it).
 * Source: C. Hidalgo, B. Klinger, A.-L. Barabási, R. Hausmann, The product space conditions the development of nations,
 * Science 317, 2007, supporting material.
 */
export function density({ things, values, sum }: ProximityRow, presence: Float64Array): number | undefined {
  if (sum === 0) return undefined;
  let near = 0;
  for (let at = 0; at < things.length; at += 1) near += (values[at] ?? 0) * (presence[things[at] ?? 0] ?? 0);
  return Math.min(1, near / sum);
}
