/** Negative when `a` stands before `b`. */
export type Order<T> = (a: T, b: T) => number;

/**
 * Purpose: the first `limit` of many in a given order, without sorting all. Most items fail against the worst kept one and cost one comparison.
 * Requires: `order` is total; of equal items the earlier stands first.
 * Ensures: the same as a stable sort cut at `limit`. Cost: O(n log limit) comparisons, O(limit) moves for each item kept.
 */
export function bestOf<T>(items: Iterable<T>, limit: number, order: Order<T>): T[] {
  const kept: T[] = [];
  if (limit <= 0) return kept;
  for (const item of items) {
    if (kept.length === limit && !standsBefore(item, kept.at(-1), order)) continue;
    kept.splice(placeOf(item, kept, order), 0, item);
    if (kept.length > limit) kept.pop();
  }
  return kept;
}

function standsBefore<T>(item: T, other: T | undefined, order: Order<T>): boolean {
  return other !== undefined && order(item, other) < 0;
}

/** Binary search: after all that are not worse. */
function placeOf<T>(item: T, sorted: readonly T[], order: Order<T>): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (standsBefore(item, sorted[middle], order)) high = middle;
    else low = middle + 1;
  }
  return low;
}
