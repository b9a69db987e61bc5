import type { DirectedGraph } from './directed-graph.ts';

/** Which nodes hang together: `of[node]` is the number of its component, `count` how many there are. */
export interface WeakComponents {
  readonly of: Uint32Array;
  readonly count: number;
}

/**
 * Purpose: weakly connected components; two nodes share one exactly when edges, walked either way, join them.
 * Ensures: components are numbered in the order of their smallest node; self-loops and parallel edges change nothing.
 * Cost: O((V + E) log V) time at worst and near O(V + E) in practice, O(V) memory: disjoint sets, the smaller root stays, paths
 * are halved. Source: R. Tarjan, J. van Leeuwen, Worst-case analysis of set union algorithms, J. ACM 31(2), 1984.
 */
export function weakComponents({ nodeCount, offsets, targets }: DirectedGraph): WeakComponents {
  const parent = Uint32Array.from({ length: nodeCount }, (_, node) => node);
  for (let node = 0; node < nodeCount; node += 1) {
    const end = offsets[node + 1] ?? 0;
    for (let edge = offsets[node] ?? 0; edge < end; edge += 1) join(parent, node, targets[edge] ?? 0);
  }
  return numbered(parent);
}

function join(parent: Uint32Array, a: number, b: number): void {
  const rootOfA = rootOf(parent, a);
  const rootOfB = rootOf(parent, b);
  if (rootOfA < rootOfB) parent[rootOfB] = rootOfA;
  else if (rootOfB < rootOfA) parent[rootOfA] = rootOfB;
}

function rootOf(parent: Uint32Array, start: number): number {
  let node = start;
  for (let above = parent[node] ?? node; above !== node; above = parent[node] ?? node) {
    const next = parent[above] ?? above;
    parent[node] = next;
    node = next;
  }
  return node;
}

/** A root is the smallest node of its set, so it has its number before any other node asks for it. */
function numbered(parent: Uint32Array): WeakComponents {
  const of = new Uint32Array(parent.length);
  let count = 0;
  for (let node = 0; node < parent.length; node += 1) {
    const root = rootOf(parent, node);
    if (root !== node) of[node] = of[root] ?? 0;
    else {
      of[node] = count;
      count += 1;
    }
  }
  return { of, count };
}
