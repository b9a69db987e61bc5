import type { Cycle } from './cycle.ts';
import { type DirectedGraph, transposed } from './directed-graph.ts';
import { topologicalOrder } from './topological-order.ts';

export interface LongestPath {
  readonly kind: 'path';
  /** from the first node to the last; none in a graph of no nodes */
  readonly nodes: readonly number[];
  /** sum of the weights of its nodes */
  readonly weight: number;
}

export interface LongestPathOptions {
  /** weight of each node, in whatever unit the answer is to have; default 1 each, so that the weight counts nodes */
  readonly weights?: Float64Array;
}

/**
 * Purpose: the heaviest way through a graph without cycles, by weights of nodes; or the cycle that makes the question void.
 * Requires: as many weights as nodes, all finite, else RangeError; they may be negative (a path has at least one node).
 * Ensures: the same graph gives the same path. Cost: O(V + E) time and memory, along a topological order; iterative.
 */
export function longestPath(graph: DirectedGraph, { weights }: LongestPathOptions = {}): LongestPath | Cycle {
  const weightOf = weights ?? new Float64Array(graph.nodeCount).fill(1);
  if (weightOf.length !== graph.nodeCount || !weightOf.every(Number.isFinite))
    throw new RangeError(`${graph.nodeCount} nodes need as many finite weights`);
  const order = topologicalOrder(graph);
  if (order.kind === 'cycle') return order;
  const { heaviest, before } = heaviestWays(graph, order.nodes, weightOf);
  const last = heaviest.reduce((best, weight, node) => (weight > (heaviest[best] ?? 0) ? node : best), 0);
  const nodes: number[] = [];
  if (graph.nodeCount > 0) for (let node = last; node >= 0; node = before[node] ?? -1) nodes.push(node);
  return { kind: 'path', nodes: nodes.reverse(), weight: heaviest[last] ?? 0 };
}

export interface LengthsThrough {
  readonly kind: 'lengths';
  /** by node, in nodes */
  readonly of: Uint32Array;
}

/**
 * Purpose: for each node the number of nodes on the longest way that leads through it; or the cycle that makes the question void.
 * Cost: O(V + E) time and memory.
 */
export function longestThrough(graph: DirectedGraph): LengthsThrough | Cycle {
  const order = topologicalOrder(graph);
  if (order.kind === 'cycle') return order;
  const ones = new Float64Array(graph.nodeCount).fill(1);
  const into = heaviestWays(graph, order.nodes, ones).heaviest;
  const from = heaviestWays(transposed(graph), order.nodes.toReversed(), ones).heaviest;
  return { kind: 'lengths', of: Uint32Array.from(into, (weight, node) => weight + (from[node] ?? 0) - 1) };
}

interface HeaviestWays {
  /** weight of the heaviest way that ends in each node */
  readonly heaviest: Float64Array;
  /** the node before it on that way; −1: it begins there */
  readonly before: Int32Array;
}

function heaviestWays({ offsets, targets }: DirectedGraph, order: Uint32Array, weights: Float64Array): HeaviestWays {
  const heaviest = weights.slice();
  const before = new Int32Array(order.length).fill(-1);
  for (const node of order) {
    const soFar = heaviest[node] ?? 0;
    const end = offsets[node + 1] ?? 0;
    for (let edge = offsets[node] ?? 0; edge < end; edge += 1) {
      const target = targets[edge] ?? 0;
      const weight = soFar + (weights[target] ?? 0);
      if (weight <= (heaviest[target] ?? 0)) continue;
      heaviest[target] = weight;
      before[target] = node;
    }
  }
  return { heaviest, before };
}
