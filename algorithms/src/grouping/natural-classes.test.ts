import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classOf, naturalClasses } from './natural-classes.ts';

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const spreadOf = (values: readonly number[]) => values.reduce((sum, value) => sum + (value - meanOf(values)) ** 2, 0);

function costOf(values: readonly number[], ends: readonly number[]): number {
  const parts = Map.groupBy(values, (value) => classOf(value, ends));
  return [...parts.values()].reduce((sum, part) => sum + spreadOf(part), 0);
}

/** Every way to cut the different values into so many classes. */
function everyCut(distinct: readonly number[], classes: number): number[][] {
  const last = distinct.slice(-1);
  if (classes === 1) return [last];
  return distinct
    .slice(0, -1)
    .flatMap((end, at) => everyCut(distinct.slice(at + 1), classes - 1).map((rest) => [end, ...rest]))
    .filter(({ length }) => length === classes);
}

describe('natural classes', () => {
  it('part what stands apart', () => {
    expect(naturalClasses([1, 2, 1, 50, 51, 400], 3)).toEqual([2, 51, 400]);
  });

  it('are no more than there are different values, and none of nothing', () => {
    expect(naturalClasses([7, 7, 7], 5)).toEqual([7]);
    expect(naturalClasses([], 5)).toEqual([]);
  });

  it('cost no more than any other cut, found by trying them all', () => {
    const values = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 4 }), (given, classes) => {
        const distinct = [...new Set(given)].sort((a, b) => a - b);
        const ends = naturalClasses(given, classes);
        expect(ends).toHaveLength(Math.min(classes, distinct.length));
        expect(ends.at(-1)).toBe(distinct.at(-1));
        const least = Math.min(...everyCut(distinct, ends.length).map((cut) => costOf(given, cut)));
        expect(costOf(given, ends)).toBeCloseTo(least, 6);
      }),
    );
  });

  it('put a value into the first class that reaches it', () => {
    expect([1, 2, 3, 51, 999].map((value) => classOf(value, [2, 51, 400]))).toEqual([0, 0, 1, 1, 2]);
  });
});
