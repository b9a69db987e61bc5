import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../random/seeded-random.ts';
import { betweenness } from './betweenness.ts';
import { type Edge, packGraph } from './directed-graph.ts';

const nodeCount = 7;
const node = fc.nat({ max: nodeCount - 1 });
const edges = fc.array(fc.record({ from: node, to: node }), { maxLength: 18 });
const random = seededRandom('betweenness');

/** Every shortest path between every two nodes, written out one by one. */
function byHand(list: readonly Edge[]): number[] {
  const sums = Array.from({ length: nodeCount }, () => 0);
  for (let from = 0; from < nodeCount; from += 1)
    for (let to = 0; to < nodeCount; to += 1) {
      const paths = from === to ? [] : shortestPaths(list, from, to);
      for (const path of paths) for (const at of path.slice(1, -1)) sums[at] = (sums[at] ?? 0) + 1 / paths.length;
    }
  return sums;
}

function shortestPaths(list: readonly Edge[], from: number, to: number): number[][] {
  let paths = [[from]];
  for (let steps = 0; steps < nodeCount; steps += 1) {
    const arrived = paths.filter((path) => path.at(-1) === to);
    if (arrived.length > 0) return arrived;
    paths = paths.flatMap((path) =>
      [...new Set(list.filter((edge) => edge.from === path.at(-1)).map((edge) => edge.to))]
        .filter((next) => !path.includes(next))
        .map((next) => [...path, next]),
    );
  }
  return [];
}

/** A random graph of two hundred nodes. */
function middling() {
  const draw = seededRandom('middling');
  const any = () => Math.floor(draw.next() * 200);
  return packGraph(
    200,
    Array.from({ length: 700 }, () => ({ from: any(), to: any() })),
  );
}

describe('betweenness', () => {
  it('counts for each node its share of the shortest paths between all others', () => {
    fc.assert(
      fc.property(edges, (list) => {
        const { of, standardError, isExact } = betweenness(packGraph(nodeCount, list), { random });
        const expected = byHand(list);
        for (const [at, value] of of.entries()) expect(value).toBeCloseTo(expected[at] ?? Number.NaN, 9);
        expect([isExact, [...standardError].every((error) => error === 0)]).toEqual([true, true]);
      }),
      { numRuns: 500 },
    );
  });

  it('of nothing is nothing, and of one node is 0', () => {
    expect(betweenness(packGraph(0, []), { random }).of).toEqual(new Float64Array());
    expect(betweenness(packGraph(1, [{ from: 0, to: 0 }]), { random }).of).toEqual(Float64Array.of(0));
  });

  it('estimated from pivots is the same for the same seed', () => {
    const estimate = () => betweenness(middling(), { random: seededRandom('one'), exactUpTo: 0, pivots: 20 });
    expect(estimate()).toEqual(estimate());
    expect(estimate().isExact).toBe(false);
  });

  it('estimated from pivots has a mean at the truth and a spread of its standard error', () => {
    const graph = middling();
    const { of } = betweenness(graph, { random });
    const node = of.indexOf(Math.max(...of));
    const draws = Array.from({ length: 400 }, (_, draw) =>
      betweenness(graph, { random: seededRandom(`draw ${draw}`), exactUpTo: 0, pivots: 100 }),
    );
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const estimates = draws.map((draw) => draw.of[node] ?? 0);
    const spread = Math.sqrt(mean(estimates.map((value) => (value - mean(estimates)) ** 2)));
    const claimed = Math.sqrt(mean(draws.map((draw) => (draw.standardError[node] ?? 0) ** 2)));
    expect(Math.abs(mean(estimates) - (of[node] ?? 0))).toBeLessThan((4 * spread) / Math.sqrt(draws.length));
    expect(claimed / spread).toBeGreaterThan(0.85);
    expect(claimed / spread).toBeLessThan(1.15);
  });

  it('refuses a single pivot, which has no standard error', () => {
    expect(() => betweenness(packGraph(3, []), { random, pivots: 1 })).toThrow(RangeError);
  });

  it('refuses to add up more shortest paths than a number can hold', () => {
    const diamonds = Array.from({ length: 1100 }, (_, at) => [
      { from: 3 * at, to: 3 * at + 1 },
      { from: 3 * at, to: 3 * at + 2 },
      { from: 3 * at + 1, to: 3 * at + 3 },
      { from: 3 * at + 2, to: 3 * at + 3 },
    ]).flat();
    expect(() => betweenness(packGraph(3301, diamonds), { random })).toThrow('too many shortest paths');
    expect(betweenness(packGraph(1501, diamonds.slice(0, 2000)), { random }).of.every(Number.isFinite)).toBe(true);
  });
});
