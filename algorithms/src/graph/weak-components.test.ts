import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packGraph } from './directed-graph.ts';
import { weakComponents } from './weak-components.ts';

const nodeCount = 9;
const node = fc.nat({ max: nodeCount - 1 });
const edges = fc.array(fc.record({ from: node, to: node }), { maxLength: 12 });

/** Colours spread over edges, either way, until nothing changes: the smallest node of each component. */
function smallestByHand(list: readonly { from: number; to: number }[]): number[] {
  const colours = Array.from({ length: nodeCount }, (_, at) => at);
  for (let round = 0; round < nodeCount; round += 1)
    for (const { from, to } of list) {
      const smaller = Math.min(colours[from] ?? 0, colours[to] ?? 0);
      colours[from] = smaller;
      colours[to] = smaller;
    }
  return colours;
}

describe('weakly connected components', () => {
  it('put two nodes together exactly when edges walked either way join them, numbered by their smallest node', () => {
    fc.assert(
      fc.property(edges, (list) => {
        const { of, count } = weakComponents(packGraph(nodeCount, list));
        const smallest = smallestByHand(list);
        const numbers = [...new Set(smallest)].sort((a, b) => a - b);
        expect([...of]).toEqual(smallest.map((colour) => numbers.indexOf(colour)));
        expect(count).toBe(numbers.length);
      }),
      { numRuns: 1000 },
    );
  });

  it('are none of nothing, and one for each node that stands alone', () => {
    expect(weakComponents(packGraph(0, [])).count).toBe(0);
    expect([...weakComponents(packGraph(3, [{ from: 1, to: 1 }])).of]).toEqual([0, 1, 2]);
  });

  it('join a path of two hundred thousand nodes that points at its own start', () => {
    const size = 200_000;
    const path = Array.from({ length: size - 1 }, (_, to) => ({ from: to + 1, to }));
    expect(weakComponents(packGraph(size, path)).count).toBe(1);
  });
});
