import type { DirectedGraph } from './directed-graph.ts';
import { EdgeCursor } from './edge-cursor.ts';

/** Nodes of a cycle in the order of its edges; the edge from the last to the first closes it. A self-loop is one node. */
export interface Cycle {
  readonly kind: 'cycle';
  readonly nodes: readonly number[];
}

/**
 * Purpose: a cycle, named, or undefined where there is none.
 * Ensures: each of its nodes once, the smallest first; the same graph gives the same cycle. It is the first a depth-first walk
 * closes, not necessarily the shortest. Cost: O(V) to begin and O(E) of the part walked until the first cycle; iterative.
 */
export function findCycle(graph: DirectedGraph): Cycle | undefined {
  const walk = { state: new Uint8Array(graph.nodeCount), path: new Uint32Array(graph.nodeCount) };
  const edges = new EdgeCursor(graph.offsets);
  for (let root = 0; root < graph.nodeCount; root += 1) {
    const nodes = walk.state[root] === unseen ? cycleFrom(graph, edges, { ...walk, root }) : [];
    if (nodes.length > 0) return { kind: 'cycle', nodes: smallestFirst(nodes) };
  }
  return undefined;
}

const unseen = 0;
const onPath = 1;
const done = 2;

interface Walk {
  readonly root: number;
  readonly state: Uint8Array;
  /** from the root to the node at hand */
  readonly path: Uint32Array;
}

function cycleFrom({ targets }: DirectedGraph, edges: EdgeCursor, { root, state, path }: Walk): number[] {
  let depth = 0;
  path[0] = root;
  state[root] = onPath;
  while (depth >= 0) {
    const node = path[depth] ?? 0;
    const edge = edges.take(node);
    const target = targets[edge] ?? 0;
    if (edge === -1) {
      state[node] = done;
      depth -= 1;
    } else if (state[target] === onPath) return [...path.subarray(path.indexOf(target), depth + 1)];
    else if (state[target] === unseen) {
      depth += 1;
      path[depth] = target;
      state[target] = onPath;
    }
  }
  return [];
}

function smallestFirst(cycle: readonly number[]): number[] {
  const smallest = cycle.reduce((least, node) => Math.min(least, node), Number.POSITIVE_INFINITY);
  const at = cycle.indexOf(smallest);
  return [...cycle.slice(at), ...cycle.slice(0, at)];
}
