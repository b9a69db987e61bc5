import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutPoints } from './cut-points.ts';
import { type Edge, packGraph } from './directed-graph.ts';
import { weakComponents } from './weak-components.ts';

const nodeCount = 8;
const node = fc.nat({ max: nodeCount - 1 });
const edges = fc.array(fc.record({ from: node, to: node }), { maxLength: 14 });

const partsOf = (list: readonly Edge[]) => weakComponents(packGraph(nodeCount, list)).count;

/** Takes each edge out in turn. */
function bridgesByHand(list: readonly Edge[]): Edge[] {
  return list.filter((_, at) => partsOf(list.toSpliced(at, 1)) > partsOf(list)).sort((a, b) => a.from - b.from);
}

/** Takes each node out in turn: it then stands alone, which by itself makes one part more unless it stood alone before. */
function cutNodesByHand(list: readonly Edge[]): number[] {
  return Array.from({ length: nodeCount }, (_, at) => at).filter((out) => {
    const left = list.filter(({ from, to }) => from !== out && to !== out);
    const stoodAlone = list.every(({ from, to }) => (from === out) === (to === out));
    return partsOf(left) - (stoodAlone ? 0 : 1) > partsOf(list);
  });
}

/** How many of those that hang together with a node do not belong to the largest part left without it. */
function cutOffByHand(list: readonly Edge[], out: number): number {
  const before = weakComponents(packGraph(nodeCount, list)).of;
  const left = list.filter(({ from, to }) => from !== out && to !== out);
  const after = weakComponents(packGraph(nodeCount, left)).of;
  const others = [...after.keys()].filter((one) => one !== out && before[one] === before[out]);
  const sizes = [...Map.groupBy(others, (one) => after[one]).values()].map((part) => part.length);
  return others.length - Math.max(0, ...sizes);
}

describe('cut points', () => {
  it('cut off as many nodes as are counted when each is taken out', () => {
    fc.assert(
      fc.property(edges, (list) => {
        const { cutOff } = cutPoints(packGraph(nodeCount, list));
        expect([...cutOff]).toEqual([...cutOff.keys()].map((out) => cutOffByHand(list, out)));
      }),
      { numRuns: 1000 },
    );
  });

  it('are the nodes and edges without which a component falls apart, found by taking each out', () => {
    fc.assert(
      fc.property(edges, (list) => {
        const { cutNodes, bridges } = cutPoints(packGraph(nodeCount, list));
        expect([...cutNodes]).toEqual(cutNodesByHand(list));
        expect(bridges).toEqual(bridgesByHand(list));
      }),
      { numRuns: 2000 },
    );
  });

  it('do not count an edge as a bridge that stands twice or leads back', () => {
    const there = { from: 0, to: 1 };
    expect(cutPoints(packGraph(2, [there])).bridges).toEqual([there]);
    expect(cutPoints(packGraph(2, [there, there])).bridges).toEqual([]);
    expect(cutPoints(packGraph(2, [there, { from: 1, to: 0 }])).bridges).toEqual([]);
  });

  it('of nothing, and of one node, are none', () => {
    const none = { cutNodes: new Uint32Array(), bridges: [] };
    expect(cutPoints(packGraph(0, []))).toEqual({ ...none, cutOff: new Uint32Array() });
    expect(cutPoints(packGraph(1, [{ from: 0, to: 0 }]))).toEqual({ ...none, cutOff: new Uint32Array(1) });
  });

  it('of a path of a hundred thousand nodes are all edges and all nodes but its ends', () => {
    const size = 100_000;
    const path = Array.from({ length: size - 1 }, (_, from) => ({ from, to: from + 1 }));
    const { cutNodes, bridges } = cutPoints(packGraph(size, path));
    expect([cutNodes.length, bridges.length]).toEqual([size - 2, size - 1]);
  });
});
