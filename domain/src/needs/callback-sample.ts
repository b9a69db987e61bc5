import { drawSample } from '@zhitong/algorithms/random/random-draw';
import { seededRandom } from '@zhitong/algorithms/random/seeded-random';

/** Firms that are called back each day about a case that was closed on it. */
export const callbacksADay = 10;

/** Published: anybody who has the ids of the cases closed on a day can draw the same sample again. */
export function callbackSeed(date: string): string {
  return `zhitong-callback:${date}`;
}

/**
 * Whom the bureau calls back (回访抽样) about the cases closed on a day. Requires: an ISO date. Ensures: it depends on the date and on
 * which ids are given, never on their order; each id is as likely as any other; `most` ids, or all when there are fewer. O(ids).
 */
export function drawCallbacks(date: string, ids: readonly string[], most: number = callbacksADay): readonly string[] {
  return drawSample(seededRandom(callbackSeed(date)), ids.toSorted(), most);
}
