import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterMarks, type Mark } from './point-clusters.ts';

const mark = fc.record({
  x: fc.integer({ min: 0, max: 100 }),
  y: fc.integer({ min: 0, max: 100 }),
  weight: fc.integer({ min: 1, max: 9 }),
});
const marks = fc.array(mark, { maxLength: 40 });
const apart = (a: Mark | undefined, b: Mark | undefined) =>
  a && b ? Math.hypot(a.x - b.x, a.y - b.y) : Number.POSITIVE_INFINITY;

describe('marks that would cover each other', () => {
  it('become one with the sum of their weights', () => {
    const near = [
      { x: 0, y: 0, weight: 2 },
      { x: 3, y: 4, weight: 7 },
      { x: 90, y: 90, weight: 1 },
    ];
    expect(clusterMarks(near, 5)).toEqual([
      { members: [1, 0], weight: 9 },
      { members: [2], weight: 1 },
    ]);
    expect(clusterMarks([], 5)).toEqual([]);
  });

  it('are each in exactly one cluster, near its heaviest, and clusters keep their distance', () => {
    fc.assert(
      fc.property(marks, fc.integer({ min: 0, max: 60 }), (given, reach) => {
        const clusters = clusterMarks(given, reach);
        const all = clusters.flatMap(({ members }) => members);
        expect(all.toSorted((a, b) => a - b)).toEqual(given.map((_, at) => at));
        const weigh = (at = -1) => given[at]?.weight ?? 0;
        const firsts = clusters.map(({ members }) => members[0] ?? -1);
        for (const { members, weight } of clusters) {
          expect(weight).toBe(members.reduce((sum, at) => sum + weigh(at), 0));
          for (const at of members) expect(apart(given[at], given[members[0] ?? -1])).toBeLessThanOrEqual(reach);
          expect(weigh(members[0])).toBe(Math.max(...members.map(weigh)));
        }
        for (const [at, first] of firsts.entries())
          for (const other of firsts.slice(at + 1)) expect(apart(given[first], given[other])).toBeGreaterThan(reach);
      }),
    );
  });

  it('at reach nought are one only where they lie on each other', () => {
    fc.assert(
      fc.property(marks, (given) => {
        const places = new Set(given.map(({ x, y }) => `${x} ${y}`));
        expect(clusterMarks(given, 0)).toHaveLength(places.size);
      }),
    );
  });
});
