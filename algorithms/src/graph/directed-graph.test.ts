import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Edge, packGraph, reachedFrom, targetsOf } from './directed-graph.ts';

const nodeCount = 8;
const edges = fc.array(fc.record({ from: fc.nat({ max: nodeCount - 1 }), to: fc.nat({ max: nodeCount - 1 }) }), {
  maxLength: 24,
});

/** Shortest distances by relaxing every edge until nothing changes. */
function distancesByHand(list: readonly Edge[], start: number): Map<number, number> {
  const distances = new Map([[start, 0]]);
  for (let round = 0; round < nodeCount; round += 1) {
    for (const { from, to } of list) {
      const here = distances.get(from);
      if (here !== undefined && here + 1 < (distances.get(to) ?? Number.POSITIVE_INFINITY)) distances.set(to, here + 1);
    }
  }
  distances.delete(start);
  return distances;
}

describe('a packed graph', () => {
  it('refuses an edge to a node that does not exist', () => {
    expect(() => packGraph(2, [{ from: 0, to: 2 }])).toThrow(RangeError);
    expect(() => packGraph(2, [{ from: -1, to: 0 }])).toThrow(RangeError);
    expect(() => packGraph(2, [{ from: 0, to: 0.5 }])).toThrow(RangeError);
    expect(() => packGraph(2, [{ from: Number.NaN, to: 0 }])).toThrow(RangeError);
  });

  it('gives back the targets of every node in the order they were added', () => {
    fc.assert(
      fc.property(edges, (list) => {
        const graph = packGraph(nodeCount, list);
        for (let node = 0; node < nodeCount; node += 1) {
          expect([...targetsOf(graph, node)]).toEqual(list.filter(({ from }) => from === node).map(({ to }) => to));
        }
      }),
    );
  });
});

describe('walking from a node', () => {
  it('reaches each node once, by a shortest way, within the depth', () => {
    fc.assert(
      fc.property(edges, fc.nat({ max: nodeCount - 1 }), fc.integer({ min: 0, max: 5 }), (list, start, depth) => {
        const reached = reachedFrom(packGraph(nodeCount, list), start, { depth });
        const byHand = [...distancesByHand(list, start)].filter(([, steps]) => steps <= depth);
        expect(new Map(reached.map((way) => [way.node, way.depth]))).toEqual(new Map(byHand));
        expect(reached.map((way) => way.depth)).toEqual(reached.map((way) => way.depth).sort((a, b) => a - b));
      }),
    );
  });

  it('stops at the limit, nearest first', () => {
    const star = packGraph(
      5,
      [1, 2, 3, 4].map((to) => ({ from: 0, to })),
    );
    expect(reachedFrom(star, 0, { limit: 2 })).toEqual([
      { node: 1, depth: 1 },
      { node: 2, depth: 1 },
    ]);
  });
});
