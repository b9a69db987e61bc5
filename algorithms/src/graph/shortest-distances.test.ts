import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Edge, packGraph, transposed } from './directed-graph.ts';
import { shortestDistances } from './shortest-distances.ts';

const nodeCount = 8;
const node = fc.nat({ max: nodeCount - 1 });
const edges = fc.array(fc.record({ from: node, to: node }), { maxLength: 18 });

/** Distances by relaxing every edge until nothing changes. */
function byHand(list: readonly Edge[], starts: readonly number[]): number[] {
  const distances = Array.from({ length: nodeCount }, (_, at) => (starts.includes(at) ? 0 : Number.POSITIVE_INFINITY));
  for (let round = 0; round < nodeCount; round += 1)
    for (const { from, to } of list) distances[to] = Math.min(distances[to] ?? 0, (distances[from] ?? 0) + 1);
  return distances.map((distance) => (Number.isFinite(distance) ? distance : -1));
}

describe('shortest distances', () => {
  it('from one or several starts are those found by relaxing every edge, and nodes are met nearest first', () => {
    fc.assert(
      fc.property(edges, fc.array(node, { maxLength: 3 }), (list, starts) => {
        const { of, reached } = shortestDistances(packGraph(nodeCount, list), starts);
        const expected = byHand(list, starts);
        expect([...of]).toEqual(expected);
        const met = [...reached].map((at) => expected[at] ?? Number.NaN);
        expect(met).toEqual(expected.filter((distance) => distance >= 0).sort((a, b) => a - b));
        expect(new Set(reached).size).toBe(reached.length);
      }),
      { numRuns: 500 },
    );
  });

  it('on the turned graph lead to the ancestors of a node', () => {
    const graph = packGraph(4, [
      { from: 0, to: 1 },
      { from: 1, to: 2 },
      { from: 3, to: 0 },
    ]);
    expect([...shortestDistances(transposed(graph), [1]).reached]).toEqual([1, 0, 3]);
  });

  it('refuse a start that is no node, and reach nothing from no start', () => {
    expect(() => shortestDistances(packGraph(2, []), [2])).toThrow(RangeError);
    expect(() => shortestDistances(packGraph(0, []), [0])).toThrow(RangeError);
    expect([...shortestDistances(packGraph(2, []), []).of]).toEqual([-1, -1]);
  });

  it('run along a path of two hundred thousand nodes', () => {
    const size = 200_000;
    const path = Array.from({ length: size - 1 }, (_, from) => ({ from, to: from + 1 }));
    expect(shortestDistances(packGraph(size, path), [0]).of.at(-1)).toBe(size - 1);
  });
});
