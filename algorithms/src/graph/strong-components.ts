import { type DirectedGraph, targetsOf } from './directed-graph.ts';

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
  const walk = newWalk(graph.nodeCount);
  for (let root = 0; root < graph.nodeCount; root += 1) if (walk.order[root] === 0) walkFrom(graph, root, walk);
  return { of: walk.component, count: walk.components };
}

interface Walk {
  /** when a node was first met, counted from 1; 0: not yet */
  readonly order: Uint32Array;
  /** earliest node known to be on a common cycle, by `order` */
  readonly low: Uint32Array;
  readonly component: Uint32Array;
  /** nodes met whose component is still open */
  readonly open: number[];
  readonly isOpen: Uint8Array;
  met: number;
  components: number;
}

function newWalk(nodeCount: number): Walk {
  const numbers = () => new Uint32Array(nodeCount);
  const isOpen = new Uint8Array(nodeCount);
  return { order: numbers(), low: numbers(), component: numbers(), open: [], isOpen, met: 0, components: 0 };
}

interface Frame {
  readonly node: number;
  readonly targets: Uint32Array;
  next: number;
}

function walkFrom(graph: DirectedGraph, root: number, walk: Walk): void {
  const path: Frame[] = [meet(graph, root, walk)];
  for (let frame = path.at(-1); frame !== undefined; frame = path.at(-1)) {
    const target = frame.targets[frame.next];
    frame.next += 1;
    if (target === undefined) {
      path.pop();
      const parent = path.at(-1)?.node;
      if (parent !== undefined) lower(walk, parent, walk.low[frame.node] ?? 0);
      if (walk.low[frame.node] === walk.order[frame.node]) closeComponent(walk, frame.node);
    } else if (walk.order[target] === 0) {
      path.push(meet(graph, target, walk));
    } else if (walk.isOpen[target] === 1) {
      lower(walk, frame.node, walk.order[target] ?? 0);
    }
  }
}

function meet(graph: DirectedGraph, node: number, walk: Walk): Frame {
  walk.met += 1;
  walk.order[node] = walk.met;
  walk.low[node] = walk.met;
  walk.open.push(node);
  walk.isOpen[node] = 1;
  return { node, targets: targetsOf(graph, node), next: 0 };
}

function lower(walk: Walk, node: number, order: number): void {
  walk.low[node] = Math.min(walk.low[node] ?? order, order);
}

/** Everything met since `root` and still open is one component. */
function closeComponent(walk: Walk, root: number): void {
  for (let node = walk.open.pop(); node !== undefined; node = walk.open.pop()) {
    walk.isOpen[node] = 0;
    walk.component[node] = walk.components;
    if (node === root) break;
  }
  walk.components += 1;
}
