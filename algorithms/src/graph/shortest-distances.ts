import { type DirectedGraph, requireNode } from './directed-graph.ts';

export interface Distances {
  /** edges of a shortest way from the nearest start to each node; −1 where none leads */
  readonly of: Int32Array;
  /** the nodes reached, nearest first, the starts before all others */
  readonly reached: Uint32Array;
}

/**
 * Purpose: how far each node is from the nearest of the starts, and which are reached at all: the descendants of a node are
 * `reached` without the first, its ancestors the same on the transposed graph.
 * Requires: starts are nodes, else RangeError; one named twice counts once. Cost: O(V) to clear and O(E) of the part walked.
 */
export function shortestDistances(graph: DirectedGraph, starts: readonly number[]): Distances {
  const { nodeCount, offsets, targets } = graph;
  const of = new Int32Array(nodeCount).fill(-1);
  const queue = new Uint32Array(nodeCount);
  let met = 0;
  const meet = (node: number, distance: number) => {
    if (of[node] !== -1) return;
    of[node] = distance;
    queue[met] = node;
    met += 1;
  };
  for (const start of starts) {
    requireNode(graph, start);
    meet(start, 0);
  }
  for (let at = 0; at < met; at += 1) {
    const node = queue[at] ?? 0;
    const further = (of[node] ?? 0) + 1;
    const end = offsets[node + 1] ?? 0;
    for (let edge = offsets[node] ?? 0; edge < end; edge += 1) meet(targets[edge] ?? 0, further);
  }
  return { of, reached: queue.subarray(0, met) };
}
