import { type Cycle, findCycle } from './cycle.ts';
import type { DirectedGraph } from './directed-graph.ts';

/** All nodes, each before every target of its edges. */
export interface Order {
  readonly kind: 'order';
  readonly nodes: Uint32Array;
}

/**
 * Purpose: an order in which every edge leads forward, or a cycle that forbids it.
 * Ensures: the same graph gives the same answer; a cycle is that of `findCycle`. Cost: O(V + E) time and memory, iterative.
 * Source: A. Kahn, Topological sorting of large networks, Comm. ACM 5(11), 1962.
 */
export function topologicalOrder(graph: DirectedGraph): Order | Cycle {
  const { nodeCount, offsets, targets } = graph;
  const waitsFor = arrivalCounts(graph);
  const nodes = new Uint32Array(nodeCount);
  let placed = 0;
  for (let node = 0; node < nodeCount; node += 1) {
    if (waitsFor[node] !== 0) continue;
    nodes[placed] = node;
    placed += 1;
  }
  for (let at = 0; at < placed; at += 1) {
    const node = nodes[at] ?? 0;
    const end = offsets[node + 1] ?? 0;
    for (let edge = offsets[node] ?? 0; edge < end; edge += 1) {
      const target = targets[edge] ?? 0;
      const left = (waitsFor[target] ?? 0) - 1;
      waitsFor[target] = left;
      if (left > 0) continue;
      nodes[placed] = target;
      placed += 1;
    }
  }
  return findLeftOver(graph, placed) ?? { kind: 'order', nodes };
}

/** Where nodes are left over, each waits for another one left over, so that there is a cycle. */
function findLeftOver(graph: DirectedGraph, placed: number): Cycle | undefined {
  return placed === graph.nodeCount ? undefined : findCycle(graph);
}

function arrivalCounts({ nodeCount, targets }: DirectedGraph): Uint32Array {
  const counts = new Uint32Array(nodeCount);
  for (const target of targets) counts[target] = (counts[target] ?? 0) + 1;
  return counts;
}
