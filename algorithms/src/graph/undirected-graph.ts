import { type DirectedGraph, transposed } from './directed-graph.ts';

/**
 * Edges walked either way: the neighbours of node n are `neighbours[offsets[n] … offsets[n+1])`, each over the edge whose number
 * stands at the same place of `edges`. An edge has one number from both sides; parallel edges have one each.
 */
export interface UndirectedGraph {
  readonly nodeCount: number;
  readonly edgeCount: number;
  readonly offsets: Uint32Array;
  readonly neighbours: Uint32Array;
  readonly edges: Uint32Array;
}

/** Purpose: a graph without its directions. A self-loop stands twice at its node. Cost: O(V + E) time and memory. */
export function undirected(graph: DirectedGraph): UndirectedGraph {
  const { nodeCount, offsets, targets } = graph;
  const arrivals = transposed(graph);
  const starts = new Uint32Array(nodeCount + 1);
  for (let node = 0; node <= nodeCount; node += 1) starts[node] = (offsets[node] ?? 0) + (arrivals.offsets[node] ?? 0);
  const next = starts.slice(0, nodeCount);
  const packed = { neighbours: new Uint32Array(2 * targets.length), edges: new Uint32Array(2 * targets.length) };
  const put = (node: number, neighbour: number, edge: number) => {
    const at = next[node] ?? 0;
    packed.neighbours[at] = neighbour;
    packed.edges[at] = edge;
    next[node] = at + 1;
  };
  for (let node = 0; node < nodeCount; node += 1) {
    const end = offsets[node + 1] ?? 0;
    for (let edge = offsets[node] ?? 0; edge < end; edge += 1) {
      const target = targets[edge] ?? 0;
      put(node, target, edge);
      put(target, node, edge);
    }
  }
  return { nodeCount, edgeCount: targets.length, offsets: starts, ...packed };
}
