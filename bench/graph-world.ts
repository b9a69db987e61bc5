import { type DirectedGraph, type Edge, packGraph } from '@zhitong/algorithms/graph/directed-graph';
import { shortestDistances } from '@zhitong/algorithms/graph/shortest-distances';
import { drawInteger } from '@zhitong/algorithms/random/random-draw';
import { seededRandom } from '@zhitong/algorithms/random/seeded-random';
import { DirectedGraph as PeerGraph } from 'graphology';

/** The same graph as ours and as graphology's; node n is the key of the same digits there. */
export interface GraphPair {
  readonly packed: DirectedGraph;
  readonly peer: PeerGraph;
}

export interface GraphSize {
  readonly nodes: number;
  readonly edges: number;
}

/**
 * Different edges between different nodes, as graphology's simple graph wants them; `isForward` ones close no cycle. Sorted, since
 * graphology walks neighbours whose keys are digits in ascending order: so both sides walk alike.
 */
export function drawEdges({ nodes, edges }: GraphSize, { isForward }: { readonly isForward: boolean }): Edge[] {
  const random = seededRandom(`graph of ${nodes} and ${edges}`);
  const drawn = new Map<number, Edge>();
  while (drawn.size < edges) {
    const a = drawInteger(random, 0, nodes - 1);
    const b = drawInteger(random, 0, nodes - 1);
    const edge = isForward ? { from: Math.min(a, b), to: Math.max(a, b) } : { from: a, to: b };
    if (a !== b) drawn.set(edge.from * nodes + edge.to, edge);
  }
  return [...drawn.values()].sort((a, b) => a.from - b.from || a.to - b.to);
}

export function pairOf(nodes: number, edges: readonly Edge[]): GraphPair {
  return { packed: packGraph(nodes, edges), peer: peerGraph(nodes, edges) };
}

export function peerGraph(nodes: number, edges: readonly Edge[]): PeerGraph {
  const graph = new PeerGraph();
  for (let node = 0; node < nodes; node += 1) graph.addNode(node);
  for (const { from, to } of edges) graph.addEdge(from, to);
  return graph;
}

/** The first node that reaches a tenth of the graph. Requires: there is one. */
export function farReaching(graph: DirectedGraph): number {
  let node = 0;
  while (shortestDistances(graph, [node]).reached.length < graph.nodeCount / 10) node += 1;
  return node;
}
