/**
 * Purpose: natural classes of a row of figures (Fisher 1958; Jenks 1977): values within a class differ little, classes differ much.
 * Requires: finite values; `classes` ≥ 1. Ensures: the upper end of each class, rising, the last one the greatest value; at most as many
 * classes as there are different values; the sum of squared distances to the mean of the class is least among all cuts into that many
 * classes of different values. No values: none. Cost: O(classes · n²) for n different values.
 */
export function naturalClasses(values: readonly number[], classes: number): number[] {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const points = [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => a.value - b.value);
  const wanted = Math.min(classes, points.length);
  if (wanted === 0) return [];
  const spread = spreadOf(points);
  return endsOf(bestCuts(points.length, wanted, spread), points);
}

interface Weighted {
  readonly value: number;
  readonly count: number;
}

/** Sum of squared distances to the mean within `from..to`, both counted in. */
type Spread = (from: number, to: number) => number;

function spreadOf(points: readonly Weighted[]): Spread {
  // differences to the first value keep digits where all are large
  const [origin = { value: 0 }] = points;
  const [count, sum, square] = [[0], [0], [0]];
  for (const [at, point] of points.entries()) {
    const value = point.value - origin.value;
    count.push((count[at] ?? 0) + point.count);
    sum.push((sum[at] ?? 0) + point.count * value);
    square.push((square[at] ?? 0) + point.count * value * value);
  }
  const between = (sums: readonly number[], from: number, to: number) => (sums[to + 1] ?? 0) - (sums[from] ?? 0);
  return (from, to) => between(square, from, to) - between(sum, from, to) ** 2 / between(count, from, to);
}

/** `cuts[c][to]`: where the last of c + 1 classes that end at `to` begins. */
function bestCuts(length: number, classes: number, spread: Spread): number[][] {
  let costs = Array.from({ length }, (_, to) => spread(0, to));
  const cuts = [Array.from({ length }, () => 0)];
  for (let made = 1; made < classes; made += 1) {
    const next = Array.from({ length }, () => Number.POSITIVE_INFINITY);
    const starts = Array.from({ length }, () => made);
    for (let to = made; to < length; to += 1)
      for (let from = made; from <= to; from += 1) {
        const cost = (costs[from - 1] ?? Number.POSITIVE_INFINITY) + spread(from, to);
        if (cost < (next[to] ?? 0)) {
          next[to] = cost;
          starts[to] = from;
        }
      }
    costs = next;
    cuts.push(starts);
  }
  return cuts;
}

function endsOf(cuts: readonly number[][], points: readonly Weighted[]): number[] {
  const ends: number[] = [];
  let to = points.length - 1;
  for (const starts of cuts.toReversed()) {
    ends.push(points[to]?.value ?? 0);
    to = (starts[to] ?? 0) - 1;
  }
  return ends.reverse();
}

/** Which class a value is in; values above the last end belong to the last class. */
export function classOf(value: number, ends: readonly number[]): number {
  const found = ends.findIndex((end) => value <= end);
  return found === -1 ? ends.length - 1 : found;
}
