import type { DirectedGraph } from './directed-graph.ts';

export interface PageRankOptions {
  /** chance in [0, 1) that the walk follows an edge instead of starting anew anywhere */
  readonly damping?: number;
  /** the walk has settled when the shares move by less than this in one round, all nodes together */
  readonly tolerance?: number;
  /** rounds at most */
  readonly rounds?: number;
}

/**
 * Purpose: the share of its time a random walk spends at each node. From a node without an edge it starts anew anywhere.
 * Requires: damping in [0, 1), tolerance > 0, else RangeError. Ensures: shares are positive and sum to 1 (none: of no nodes);
 * parallel edges weigh as often as they stand, a self-loop is an edge like others. The total distance to the settled shares is at
 * most tolerance · damping / (1 − damping). Not settled within `rounds` is an Error, never an answer.
 * Cost: O(V + E) a round, O(V) memory; rounds about log(tolerance) / log(damping).
 * Source: L. Page, S. Brin, R. Motwani, T. Winograd, The PageRank citation ranking, Stanford, 1999 (power iteration).
 */
export function pageRank(
  graph: DirectedGraph,
  { damping = 0.85, tolerance = 1e-6, rounds = 200 }: PageRankOptions = {},
): Float64Array {
  if (!(damping >= 0 && damping < 1)) throw new RangeError(`damping ${damping} is not in [0, 1)`);
  if (!(tolerance > 0)) throw new RangeError(`tolerance ${tolerance} is not above 0`);
  const { nodeCount } = graph;
  let shares = new Float64Array(nodeCount).fill(1 / nodeCount);
  let next = new Float64Array(nodeCount);
  for (let round = 0; round < rounds; round += 1) {
    if (step(graph, damping, { from: shares, to: next }) < tolerance) return next;
    [shares, next] = [next, shares];
  }
  throw new Error(`page rank has not settled to ${tolerance} within ${rounds} rounds`);
}

interface Round {
  readonly from: Float64Array;
  readonly to: Float64Array;
}

/** One round; answers with how far the shares moved. */
function step({ nodeCount, offsets, targets }: DirectedGraph, damping: number, { from, to }: Round): number {
  let anew = 0;
  to.fill(0);
  for (let node = 0; node < nodeCount; node += 1) {
    const start = offsets[node] ?? 0;
    const end = offsets[node + 1] ?? 0;
    const share = from[node] ?? 0;
    if (start === end) anew += share;
    else {
      const passed = (damping * share) / (end - start);
      for (let edge = start; edge < end; edge += 1) {
        const target = targets[edge] ?? 0;
        to[target] = (to[target] ?? 0) + passed;
      }
    }
  }
  const everywhere = (1 - damping + damping * anew) / nodeCount;
  let moved = 0;
  for (let node = 0; node < nodeCount; node += 1) {
    const share = (to[node] ?? 0) + everywhere;
    to[node] = share;
    moved += Math.abs(share - (from[node] ?? 0));
  }
  return moved;
}
