import type { DirectedGraph } from './directed-graph.ts';
import { EdgeCursor } from './edge-cursor.ts';

/** Which nodes lie on common cycles: `of[node]` is the number of its component, `count` how many there are. */
export interface StrongComponents {
  readonly of: Uint32Array;
  readonly count: number;
}

/**
 * Purpose: strongly connected components; two nodes share one exactly when each can be reached from the other.
 * Ensures: components are numbered so that every edge between two of them leads to the smaller number.
 * Cost: O(V + E) time and memory; iterative, so that a chain of a million nodes does not exhaust the call stack.
 * Source: R. Tarjan, Depth-first search and linear graph algorithms, SIAM J. Comput. 1(2), 1972.
 */
export function strongComponents(graph: DirectedGraph): StrongComponents {
  const walk = newWalk(graph);
  for (let root = 0; root < graph.nodeCount; root += 1) if (walk.order[root] === 0) walkFrom(graph, root, walk);
  return { of: walk.component, count: walk.components };
}

interface Walk {
  /** when a node was first met, counted from 1; 0: not yet */
  readonly order: Uint32Array;
  /** earliest node known to be on a common cycle, by `order`; `closed` once the component is known */
  readonly low: Uint32Array;
  readonly component: Uint32Array;
  readonly edges: EdgeCursor;
  /** the way from the root to the node at hand */
  readonly path: Uint32Array;
  /** nodes met whose component is still open, and how many */
  readonly open: Uint32Array;
  openCount: number;
  met: number;
  components: number;
}

const closed = 0xffffffff;

function newWalk({ nodeCount, offsets }: DirectedGraph): Walk {
  const numbers = () => new Uint32Array(nodeCount);
  const arrays = { order: numbers(), low: numbers(), component: numbers(), path: numbers(), open: numbers() };
  return { ...arrays, edges: new EdgeCursor(offsets), openCount: 0, met: 0, components: 0 };
}

function walkFrom({ targets }: DirectedGraph, root: number, walk: Walk): void {
  const { order, low, edges, path } = walk;
  let depth = 0;
  let node = root;
  meet(walk, root);
  path[0] = root;
  for (;;) {
    const edge = edges.take(node);
    const target = targets[edge] ?? 0;
    if (edge === -1) {
      const reach = leave(walk, node);
      if (depth === 0) return;
      depth -= 1;
      node = path[depth] ?? 0;
      lower(low, node, reach);
    } else if (order[target] === 0) {
      meet(walk, target);
      depth += 1;
      path[depth] = target;
      node = target;
    } else if (low[target] !== closed) lower(low, node, order[target] ?? 0);
  }
}

/** Everything from a node on has been walked; answers with the earliest node found on a common cycle, by `order`. */
function leave(walk: Walk, node: number): number {
  const reach = walk.low[node] ?? 0;
  if (reach === walk.order[node]) closeComponent(walk, node);
  return reach;
}

function meet(walk: Walk, node: number): void {
  walk.met += 1;
  walk.order[node] = walk.met;
  walk.low[node] = walk.met;
  walk.open[walk.openCount] = node;
  walk.openCount += 1;
}

function lower(low: Uint32Array, node: number, order: number): void {
  if (order < (low[node] ?? 0)) low[node] = order;
}

/** Everything met since `root` and still open is one component. */
function closeComponent(walk: Walk, root: number): void {
  const { open, component, low, components } = walk;
  let node: number;
  do {
    walk.openCount -= 1;
    node = open[walk.openCount] ?? root;
    low[node] = closed;
    component[node] = components;
  } while (node !== root);
  walk.components += 1;
}
