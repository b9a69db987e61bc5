import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCycle } from './cycle.ts';
import { type Edge, packGraph, reachedFrom } from './directed-graph.ts';
import { topologicalOrder } from './topological-order.ts';

const nodeCount = 8;
const node = fc.nat({ max: nodeCount - 1 });
const edges = fc.array(fc.record({ from: node, to: node }), { maxLength: 16 });
const all = Array.from({ length: nodeCount }, (_, at) => at);

function isOnCycle(list: readonly Edge[], node: number): boolean {
  const graph = packGraph(nodeCount, list);
  const next = list.filter(({ from }) => from === node).map(({ to }) => to);
  return next.some((to) => to === node || reachedFrom(graph, to).some((way) => way.node === node));
}

describe('the topological order', () => {
  it('is there unless some node reaches itself, and has every edge forward', () => {
    fc.assert(
      fc.property(edges, (list) => {
        const answer = topologicalOrder(packGraph(nodeCount, list));
        expect(answer.kind).toBe(all.some((from) => isOnCycle(list, from)) ? 'cycle' : 'order');
        if (answer.kind === 'cycle') return;
        expect([...answer.nodes].sort((a, b) => a - b)).toEqual(all);
        for (const { from, to } of list) expect(answer.nodes.indexOf(from)).toBeLessThan(answer.nodes.indexOf(to));
      }),
      { numRuns: 1000 },
    );
  });

  it('else is a cycle of edges that are there, each node once, the smallest first', () => {
    fc.assert(
      fc.property(edges, (list) => {
        const graph = packGraph(nodeCount, list);
        const cycle = findCycle(graph);
        expect(cycle !== undefined).toBe(all.some((from) => isOnCycle(list, from)));
        if (cycle === undefined) return;
        expect(topologicalOrder(graph)).toEqual(cycle);
        expect(new Set(cycle.nodes).size).toBe(cycle.nodes.length);
        expect(cycle.nodes[0]).toBe(Math.min(...cycle.nodes));
        for (const [at, from] of cycle.nodes.entries())
          expect(list).toContainEqual({ from, to: cycle.nodes[(at + 1) % cycle.nodes.length] });
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
