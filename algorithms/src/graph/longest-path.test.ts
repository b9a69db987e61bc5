import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Edge, packGraph } from './directed-graph.ts';
import { longestPath, longestThrough } from './longest-path.ts';
import { topologicalOrder } from './topological-order.ts';

const nodeCount = 8;
const node = fc.nat({ max: nodeCount - 1 });
const edges = fc.array(fc.record({ from: node, to: node }), { maxLength: 18 });
/** edges that lead to a larger number only, so that there is no cycle */
const forwardEdges = edges.map((list) => list.filter(({ from, to }) => from < to));
const weights = fc.array(fc.integer({ min: -5, max: 9 }), { minLength: nodeCount, maxLength: nodeCount });

/** The best of all ways, written out one by one. */
function heaviestByHand(list: readonly Edge[], weightOf: readonly number[]): number {
  const from = (start: number): number => {
    const further = list.filter((edge) => edge.from === start).map(({ to }) => from(to));
    return (weightOf[start] ?? 0) + Math.max(0, ...further);
  };
  return Math.max(...Array.from({ length: nodeCount }, (_, start) => from(start)));
}

describe('the longest path', () => {
  it('is a path whose weight no other has', () => {
    fc.assert(
      fc.property(forwardEdges, weights, (list, weightOf) => {
        const answer = longestPath(packGraph(nodeCount, list), { weights: Float64Array.from(weightOf) });
        if (answer.kind === 'cycle') throw new Error('there is no cycle');
        expect(answer.weight).toBe(heaviestByHand(list, weightOf));
        expect(answer.nodes.reduce((sum, at) => sum + (weightOf[at] ?? 0), 0)).toBe(answer.weight);
        for (const [at, to] of answer.nodes.entries())
          if (at > 0) expect(list).toContainEqual({ from: answer.nodes[at - 1], to });
      }),
      { numRuns: 1000 },
    );
  });

  it('counts nodes when no weights are given', () => {
    const list = [
      { from: 2, to: 1 },
      { from: 1, to: 0 },
      { from: 2, to: 0 },
    ];
    expect(longestPath(packGraph(4, list))).toEqual({ kind: 'path', nodes: [2, 1, 0], weight: 3 });
  });

  it('names the cycle where there is one', () => {
    fc.assert(
      fc.property(edges, (list) => {
        const graph = packGraph(nodeCount, list);
        const order = topologicalOrder(graph);
        if (order.kind === 'cycle') expect(longestPath(graph)).toEqual(order);
      }),
    );
  });

  it('of nothing is empty and weighs 0; of one node is that node, even when it weighs less than 0', () => {
    expect(longestPath(packGraph(0, []))).toEqual({ kind: 'path', nodes: [], weight: 0 });
    const weights = Float64Array.of(-2);
    expect(longestPath(packGraph(1, []), { weights })).toEqual({ kind: 'path', nodes: [0], weight: -2 });
  });

  it('refuses weights that are missing or not finite', () => {
    expect(() => longestPath(packGraph(2, []), { weights: Float64Array.of(1) })).toThrow(RangeError);
    expect(() => longestPath(packGraph(1, []), { weights: Float64Array.of(Number.NaN) })).toThrow(RangeError);
  });

  it('runs along a path of a hundred thousand nodes', () => {
    const size = 100_000;
    const path = Array.from({ length: size - 1 }, (_, from) => ({ from, to: from + 1 }));
    expect(longestPath(packGraph(size, path))).toMatchObject({ weight: size });
  });
});

describe('the longest way through each node', () => {
  it('is as long as the longest of all ways that have the node, written out one by one', () => {
    const waysFrom = (list: readonly Edge[], start: number): number[][] => [
      [start],
      ...list
        .filter(({ from }) => from === start)
        .flatMap(({ to }) => waysFrom(list, to).map((way) => [start, ...way])),
    ];
    fc.assert(
      fc.property(forwardEdges, (list) => {
        const answer = longestThrough(packGraph(nodeCount, list));
        if (answer.kind === 'cycle') throw new Error('there is no cycle');
        const ways = Array.from({ length: nodeCount }, (_, start) => waysFrom(list, start)).flat();
        for (const [at, length] of answer.of.entries())
          expect(length).toBe(Math.max(...ways.filter((way) => way.includes(at)).map((way) => way.length)));
      }),
      { numRuns: 200 },
    );
  });

  it('is a cycle where there is one, and nothing of nothing', () => {
    const round = packGraph(2, [
      { from: 0, to: 1 },
      { from: 1, to: 0 },
    ]);
    expect(longestThrough(round).kind).toBe('cycle');
    expect(longestThrough(packGraph(0, []))).toEqual({ kind: 'lengths', of: new Uint32Array() });
  });
});
