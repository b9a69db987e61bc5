import type { DirectedGraph } from './directed-graph.ts';

/**
 * Purpose: the same graph without self-loops and with one edge where several lead from one node to another.
 * Ensures: targets of a node keep the order in which each first stood. Cost: O(V + E) time and memory.
 */
export function simplified({ nodeCount, offsets, targets }: DirectedGraph): DirectedGraph {
  const starts = new Uint32Array(nodeCount + 1);
  const kept = new Uint32Array(targets.length);
  // the node from which a target was met last, counted from 1
  const metFrom = new Uint32Array(nodeCount);
  let count = 0;
  for (let node = 0; node < nodeCount; node += 1) {
    metFrom[node] = node + 1;
    const end = offsets[node + 1] ?? 0;
    for (let edge = offsets[node] ?? 0; edge < end; edge += 1) {
      const target = targets[edge] ?? 0;
      if (metFrom[target] === node + 1) continue;
      metFrom[target] = node + 1;
      kept[count] = target;
      count += 1;
    }
    starts[node + 1] = count;
  }
  return { nodeCount, offsets: starts, targets: kept.slice(0, count) };
}
