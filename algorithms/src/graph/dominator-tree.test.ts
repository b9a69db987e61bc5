import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Edge, packGraph } from './directed-graph.ts';
import { type DominatorTree, dominatedCounts, dominatorTree } from './dominator-tree.ts';

const nodeCount = 9;
const node = fc.nat({ max: nodeCount - 1 });
const edges = fc.array(fc.record({ from: node, to: node }), { maxLength: 24 });

function reachedWithout(list: readonly Edge[], root: number, out: number): Set<number> {
  const seen = new Set(root === out ? [] : [root]);
  for (const here of seen) for (const { from, to } of list) if (from === here && to !== out) seen.add(to);
  return seen;
}

/** Takes each node out in turn: those no longer reached are dominated by it. */
function dominatedByHand(list: readonly Edge[], root: number, out: number): number[] {
  const left = reachedWithout(list, root, out);
  return [...reachedWithout(list, root, -1)].filter((at) => at !== out && !left.has(at)).sort((a, b) => a - b);
}

/** The nodes from which the way up the tree passes this one. */
function hangingOn({ dominatorOf }: DominatorTree, out: number): number[] {
  const above = (start: number): number[] => {
    const next = dominatorOf[start] ?? -1;
    return next === -1 ? [] : [next, ...above(next)];
  };
  return [...dominatorOf.keys()].filter((at) => above(at).includes(out));
}

describe('the dominator tree', () => {
  it('hangs each node below exactly those without which it is not reached', () => {
    fc.assert(
      fc.property(edges, node, (list, root) => {
        const tree = dominatorTree(packGraph(nodeCount, list), root);
        const all = Array.from({ length: nodeCount }, (_, at) => at);
        const expected = all.map((out) => (tree.order.includes(out) ? dominatedByHand(list, root, out) : []));
        expect(all.map((out) => hangingOn(tree, out))).toEqual(expected);
        expect([...dominatedCounts(tree)]).toEqual(expected.map((nodes) => nodes.length));
      }),
      { numRuns: 2000 },
    );
  });

  it('lists the nodes reached, each after its dominator, the root first', () => {
    fc.assert(
      fc.property(edges, node, (list, root) => {
        const { order, dominatorOf } = dominatorTree(packGraph(nodeCount, list), root);
        expect(new Set(order)).toEqual(reachedWithout(list, root, -1));
        expect([order[0], dominatorOf[root]]).toEqual([root, -1]);
        for (const [at, reached] of order.entries())
          if (at > 0) expect(order.subarray(0, at)).toContain(dominatorOf[reached]);
      }),
    );
  });

  it('is that of the example of Lengauer and Tarjan', () => {
    const names = 'RABCDEFGHIJKL';
    const arrows = 'RA RB RC AD BA BD BE CF CG DL EH FI GI GJ HE HK IK JI KI KR LH';
    const list = arrows
      .split(' ')
      .map(([from = '', to = '']) => ({ from: names.indexOf(from), to: names.indexOf(to) }));
    const { dominatorOf } = dominatorTree(packGraph(names.length, list), 0);
    expect([...dominatorOf].map((at) => names[at] ?? '-').join('')).toBe('-RRRRRCCRRGRD');
  });

  it('of one node is that node, and a root that is no node is refused', () => {
    const alone = dominatorTree(packGraph(1, [{ from: 0, to: 0 }]), 0);
    expect([[...alone.dominatorOf], [...alone.order]]).toEqual([[-1], [0]]);
    expect(() => dominatorTree(packGraph(0, []), 0)).toThrow(RangeError);
  });

  it('follows a path of a hundred thousand nodes with a way back from each', () => {
    const size = 100_000;
    const path = Array.from({ length: size - 1 }, (_, from) => [
      { from, to: from + 1 },
      { from: from + 1, to: Math.floor(from / 2) },
    ]);
    const tree = dominatorTree(packGraph(size, path.flat()), 0);
    expect([tree.dominatorOf.at(-1), dominatedCounts(tree)[0]]).toEqual([size - 2, size - 1]);
  });
});
