import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packGraph, reachedFrom } from './directed-graph.ts';
import { strongComponents } from './strong-components.ts';

const nodeCount = 9;
const node = fc.nat({ max: nodeCount - 1 });
const edges = fc.array(fc.record({ from: node, to: node }), { maxLength: 30 });

describe('strongly connected components', () => {
  it('put two nodes together exactly when each reaches the other', () => {
    fc.assert(
      fc.property(edges, node, node, (list, a, b) => {
        const graph = packGraph(nodeCount, list);
        const reaches = (from: number, to: number) =>
          from === to || reachedFrom(graph, from).some((way) => way.node === to);
        const { of } = strongComponents(graph);
        expect(of[a] === of[b]).toBe(reaches(a, b) && reaches(b, a));
      }),
      { numRuns: 1000 },
    );
  });

  it('are numbered so that an edge never leads to a larger number', () => {
    fc.assert(
      fc.property(edges, (list) => {
        const { of, count } = strongComponents(packGraph(nodeCount, list));
        for (const { from, to } of list) expect(of[from]).toBeGreaterThanOrEqual(of[to] ?? 0);
        expect(new Set(of).size).toBe(count);
      }),
    );
  });

  it('find one circle of two hundred thousand nodes without exhausting the call stack', () => {
    const size = 200_000;
    const circle = Array.from({ length: size }, (_, from) => ({ from, to: (from + 1) % size }));
    expect(strongComponents(packGraph(size, circle)).count).toBe(1);
    expect(strongComponents(packGraph(size, circle.slice(1))).count).toBe(size);
  });

  it('of nothing are none', () => {
    expect(strongComponents(packGraph(0, [])).count).toBe(0);
  });
});
