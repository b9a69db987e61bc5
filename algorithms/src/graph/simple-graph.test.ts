import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packGraph, targetsOf, transposed } from './directed-graph.ts';
import { simplified } from './simple-graph.ts';
import { undirected } from './undirected-graph.ts';

const nodeCount = 6;
const node = fc.nat({ max: nodeCount - 1 });
const edges = fc.array(fc.record({ from: node, to: node }), { maxLength: 24 });
const all = Array.from({ length: nodeCount }, (_, at) => at);

test('a simplified graph keeps the first of parallel edges and no self-loop', () => {
  fc.assert(
    fc.property(edges, (list) => {
      const graph = simplified(packGraph(nodeCount, list));
      for (const from of all) {
        const targets = list.filter((edge) => edge.from === from && edge.to !== from).map(({ to }) => to);
        expect([...targetsOf(graph, from)]).toEqual([...new Set(targets)]);
      }
    }),
  );
});

test('a transposed graph leads every edge back, sources ascending', () => {
  fc.assert(
    fc.property(edges, (list) => {
      const graph = transposed(packGraph(nodeCount, list));
      for (const to of all) {
        const sources = list.filter((edge) => edge.to === to).map(({ from }) => from);
        expect([...targetsOf(graph, to)]).toEqual(sources.sort((a, b) => a - b));
      }
    }),
  );
});

test('an undirected graph has every edge from both its ends under one number', () => {
  fc.assert(
    fc.property(edges, (list) => {
      const packed = packGraph(nodeCount, list);
      const { edgeCount, offsets, neighbours, edges: numbers } = undirected(packed);
      expect(edgeCount).toBe(list.length);
      const ends = Array.from({ length: edgeCount }, (): string[] => []);
      for (const from of all)
        for (let at = offsets[from] ?? 0; at < (offsets[from + 1] ?? 0); at += 1)
          ends[numbers[at] ?? 0]?.push(`${from} ${neighbours[at]}`);
      const expected = all.flatMap((from) =>
        [...targetsOf(packed, from)].map((to) => [`${from} ${to}`, `${to} ${from}`].sort()),
      );
      expect(ends.map((two) => two.sort())).toEqual(expected);
    }),
  );
});
