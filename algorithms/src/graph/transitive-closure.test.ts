import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../random/seeded-random.ts';
import { condensed } from './condensation.ts';
import { packGraph, transposed } from './directed-graph.ts';
import { shortestDistances } from './shortest-distances.ts';
import { descendantCounts, reaches, transitiveClosure } from './transitive-closure.ts';

const nodeCount = 40;
const node = fc.nat({ max: nodeCount - 1 });
const edges = fc.array(fc.record({ from: node, to: node }), { maxLength: 60 });

/** A table of all pairs, closed over every node between (Warshall). */
function byHand(list: readonly { from: number; to: number }[]): boolean[][] {
  const all = Array.from({ length: nodeCount }, (_, at) => at);
  const table = all.map((from) =>
    all.map((to) => from === to || list.some((edge) => edge.from === from && edge.to === to)),
  );
  for (const via of all)
    for (const from of all)
      if (table[from]?.[via]) table[from] = all.map((to) => Boolean(table[from]?.[to] || table[via]?.[to]));
  return table;
}

describe('the closure', () => {
  it('says for every two nodes whether a way leads from one to the other, cycles or not', () => {
    fc.assert(
      fc.property(edges, (list) => {
        const closure = transitiveClosure(packGraph(nodeCount, list));
        const table = byHand(list).map((row, from) => row.map((_, to) => reaches(closure, from, to)));
        expect(table).toEqual(byHand(list));
      }),
      { numRuns: 200 },
    );
  });

  it('refuses a graph whose bits would fill the memory, and a node that is none', () => {
    expect(() => transitiveClosure(packGraph(32_769, []))).toThrow(RangeError);
    expect(() => reaches(transitiveClosure(packGraph(1, [])), 0, 1)).toThrow(RangeError);
    expect(transitiveClosure(packGraph(0, [])).bits.length).toBe(0);
  });
});

describe('counts of descendants', () => {
  it('leave the node itself out and agree with the closure', () => {
    fc.assert(
      fc.property(edges, (list) => {
        const expected = byHand(list).map((row) => row.filter(Boolean).length - 1);
        expect([...descendantCounts(packGraph(nodeCount, list))]).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });

  it('agree with a walk from each node where the columns need several blocks', () => {
    const draw = seededRandom('several blocks');
    const size = 5000;
    const list = Array.from({ length: 5600 }, () => ({
      from: Math.floor(draw.next() * size),
      to: Math.floor(draw.next() * size),
    }));
    const graph = transposed(packGraph(size, list));
    const counts = descendantCounts(graph);
    for (let at = 0; at < size; at += 7) expect(counts[at]).toBe(shortestDistances(graph, [at]).reached.length - 1);
  });

  it('of nothing are none', () => {
    expect(descendantCounts(packGraph(0, []))).toEqual(new Uint32Array());
  });
});

describe('the condensation', () => {
  it('has the edges between components, each once and to a smaller number, and holds every node once', () => {
    fc.assert(
      fc.property(edges, (list) => {
        const { of, count, members, offsets, targets } = condensed(packGraph(nodeCount, list));
        const between = new Set(
          list.filter(({ from, to }) => of[from] !== of[to]).map(({ from, to }) => `${of[from]} ${of[to]}`),
        );
        const found = Array.from({ length: count }, (_, at) =>
          [...targets.subarray(offsets[at], offsets[at + 1])].map((to) => `${at} ${to}`),
        ).flat();
        expect(found.toSorted()).toEqual([...between].sort());
        for (let at = 0; at < count; at += 1)
          for (const to of targets.subarray(offsets[at], offsets[at + 1])) expect(to).toBeLessThan(at);
        expect([...members].map((at) => of[at])).toEqual([...of].sort((a, b) => a - b));
        expect(new Set(members).size).toBe(nodeCount);
      }),
    );
  });
});
