import type { DirectedGraph, Edge } from './directed-graph.ts';
import { EdgeCursor } from './edge-cursor.ts';
import { type UndirectedGraph, undirected } from './undirected-graph.ts';

/** Where what hangs together would fall apart. */
export interface CutPoints {
  /** nodes without which their component falls into two or more parts, ascending (articulation points) */
  readonly cutNodes: Uint32Array;
  /**
   * how many nodes lose touch with the largest part of their component that is left when this node is taken out, itself not counted;
   * 0 where nothing falls apart
   */
  readonly cutOff: Uint32Array;
  /** edges without which their component falls apart, in their own direction, by `from` and the order they were packed in */
  readonly bridges: readonly Edge[];
}

/**
 * Purpose: articulation points and bridges of the graph without its directions, and how much falls off at each point.
 * Ensures: of two parallel edges, or an edge and its reverse, none is a bridge; a self-loop changes nothing.
 * Cost: O(V + E) time and memory; iterative.
 * Source: J. Hopcroft, R. Tarjan, Algorithm 447: efficient algorithms for graph manipulation, Comm. ACM 16(6), 1973.
 */
export function cutPoints(graph: DirectedGraph): CutPoints {
  const walk = newWalk(undirected(graph));
  for (let root = 0; root < graph.nodeCount; root += 1) if (walk.order[root] === 0) walkFrom(walk, root);
  const cutNodes = Uint32Array.from({ length: graph.nodeCount }, (_, node) => node).filter(
    (node) => walk.isCut[node] === 1,
  );
  return { cutNodes, cutOff: walk.cutOff, bridges: bridgesOf(graph, walk.isBridge) };
}

interface Walk {
  readonly graph: UndirectedGraph;
  /** when a node was first met, counted from 1; 0: not yet */
  readonly order: Uint32Array;
  /** earliest node reached from below without the edge that led here, by `order` */
  readonly low: Uint32Array;
  readonly places: EdgeCursor;
  readonly parent: Uint32Array;
  readonly parentEdge: Uint32Array;
  readonly isCut: Uint8Array;
  readonly isBridge: Uint8Array;
  /** nodes in the order they were met */
  readonly nodes: Uint32Array;
  /** nodes met from here on, itself included */
  readonly size: Uint32Array;
  /** of the parts below that hang on this node alone: nodes in all of them, and in the largest */
  readonly hanging: Uint32Array;
  readonly largest: Uint32Array;
  readonly cutOff: Uint32Array;
  met: number;
}

function newWalk(graph: UndirectedGraph): Walk {
  const { nodeCount, edgeCount, offsets } = graph;
  const numbers = () => new Uint32Array(nodeCount);
  const arrays = { order: numbers(), low: numbers(), parent: numbers(), parentEdge: numbers() };
  const marks = { isCut: new Uint8Array(nodeCount), isBridge: new Uint8Array(edgeCount) };
  const sizes = {
    nodes: numbers(),
    size: numbers().fill(1),
    hanging: numbers(),
    largest: numbers(),
    cutOff: numbers(),
  };
  return { graph, ...arrays, ...marks, ...sizes, places: new EdgeCursor(offsets), met: 0 };
}

const noEdge = 0xffffffff;

function walkFrom(walk: Walk, root: number): void {
  const { graph, places, parentEdge } = walk;
  const first = walk.met;
  let childrenOfRoot = 0;
  let node = root;
  meet(walk, root);
  parentEdge[root] = noEdge;
  for (;;) {
    const place = places.take(node);
    if (place !== -1) {
      if (!tryEdge(walk, node, place)) continue;
      if (node === root) childrenOfRoot += 1;
      node = graph.neighbours[place] ?? 0;
    } else if (node === root) break;
    else node = leave(walk, node, root);
  }
  if (childrenOfRoot > 1) walk.isCut[root] = 1;
  measure(walk, first);
}

/** Of the parts a node leaves behind all but the largest are cut off; what does not hang on it is one part. */
function measure({ nodes, hanging, largest, cutOff, met }: Walk, first: number): void {
  const others = met - first - 1;
  for (let at = first; at < met; at += 1) {
    const node = nodes[at] ?? 0;
    const rest = others - (hanging[node] ?? 0);
    cutOff[node] = others - Math.max(largest[node] ?? 0, rest);
  }
}

function meet(walk: Walk, node: number): void {
  walk.nodes[walk.met] = node;
  walk.met += 1;
  walk.order[node] = walk.met;
  walk.low[node] = walk.met;
}

/** Walks an edge from `node`; true when it led to a node not met before. */
function tryEdge(walk: Walk, node: number, place: number): boolean {
  const { graph, order, low, parent, parentEdge } = walk;
  const edge = graph.edges[place] ?? 0;
  if (edge === parentEdge[node]) return false;
  const neighbour = graph.neighbours[place] ?? 0;
  const seen = order[neighbour] ?? 0;
  if (seen === 0) {
    meet(walk, neighbour);
    parent[neighbour] = node;
    parentEdge[neighbour] = edge;
    return true;
  }
  if (seen < (low[node] ?? 0)) low[node] = seen;
  return false;
}

/** All below `node` is known: what does that say of its parent, and of the edge between? */
function leave(walk: Walk, node: number, root: number): number {
  const { order, low, isCut, isBridge, size, hanging, largest } = walk;
  const parent = walk.parent[node] ?? 0;
  const reach = low[node] ?? 0;
  if (reach < (low[parent] ?? 0)) low[parent] = reach;
  const below = size[node] ?? 0;
  size[parent] = (size[parent] ?? 0) + below;
  if (reach >= (order[parent] ?? 0)) {
    if (parent !== root) isCut[parent] = 1;
    hanging[parent] = (hanging[parent] ?? 0) + below;
    largest[parent] = Math.max(largest[parent] ?? 0, below);
  }
  if (reach > (order[parent] ?? 0)) isBridge[walk.parentEdge[node] ?? 0] = 1;
  return parent;
}

function bridgesOf({ nodeCount, offsets, targets }: DirectedGraph, isBridge: Uint8Array): Edge[] {
  const bridges: Edge[] = [];
  for (let from = 0; from < nodeCount; from += 1) {
    const end = offsets[from + 1] ?? 0;
    for (let edge = offsets[from] ?? 0; edge < end; edge += 1)
      if (isBridge[edge] === 1) bridges.push({ from, to: targets[edge] ?? 0 });
  }
  return bridges;
}
