import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packGraph, reachedFrom } from './directed-graph.ts';
import { topologicalOrder } from './topological-order.ts';

const nodeCount = 8;
const node = fc.nat({ max: nodeCount - 1 });
const edges = fc.array(fc.record({ from: node, to: node }), { maxLength: 16 });

describe('the topological order', () => {
  it('is an order with every edge forward, or a cycle whose every edge is there; never an order where a node reaches itself', () => {
    fc.assert(
      fc.property(edges, (list) => {
        const graph = packGraph(nodeCount, list);
        const isOnCycle = (from: number) =>
          list.some((edge) => edge.from === from && (edge.to === from || reachesBy(graph, edge.to, from)));
        const answer = topologicalOrder(graph);
        expect(answer.kind).toBe(Array.from({ length: nodeCount }, (_, at) => at).some(isOnCycle) ? 'cycle' : 'order');
        if (answer.kind === 'order') {
          const placeOf = (at: number) => answer.nodes.indexOf(at);
          expect([...answer.nodes].sort((a, b) => a - b)).toEqual(Array.from({ length: nodeCount }, (_, at) => at));
          for (const { from, to } of list) expect(placeOf(from)).toBeLessThan(placeOf(to));
        } else {
          expect(new Set(answer.nodes).size).toBe(answer.nodes.length);
          expect(answer.nodes[0]).toBe(Math.min(...answer.nodes));
          for (const [at, from] of answer.nodes.entries())
            expect(list).toContainEqual({ from, to: answer.nodes[(at + 1) % answer.nodes.length] });
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('names the cycle, not what hangs on it', () => {
    const list = [
      { from: 0, to: 3 },
      { from: 3, to: 2 },
      { from: 2, to: 5 },
      { from: 5, to: 3 },
      { from: 5, to: 4 },
    ];
    expect(topologicalOrder(packGraph(6, list))).toEqual({ kind: 'cycle', nodes: [2, 5, 3] });
  });

  it('names a self-loop as a cycle of one node', () => {
    expect(topologicalOrder(packGraph(2, [{ from: 1, to: 1 }]))).toEqual({ kind: 'cycle', nodes: [1] });
  });

  it('counts parallel edges as often as they stand', () => {
    const twice = [
      { from: 1, to: 0 },
      { from: 1, to: 0 },
    ];
    expect(topologicalOrder(packGraph(2, twice))).toEqual({ kind: 'order', nodes: Uint32Array.of(1, 0) });
  });

  it('of nothing is empty', () => {
    expect(topologicalOrder(packGraph(0, []))).toEqual({ kind: 'order', nodes: new Uint32Array() });
  });

  it('follows a path of two hundred thousand nodes, and names the circle when it is closed', () => {
    const size = 200_000;
    const circle = Array.from({ length: size }, (_, from) => ({ from, to: (from + 1) % size }));
    expect(topologicalOrder(packGraph(size, circle.slice(0, -1))).kind).toBe('order');
    expect(topologicalOrder(packGraph(size, circle)).nodes.length).toBe(size);
  });
});

function reachesBy(graph: ReturnType<typeof packGraph>, from: number, to: number): boolean {
  return reachedFrom(graph, from).some((way) => way.node === to);
}
