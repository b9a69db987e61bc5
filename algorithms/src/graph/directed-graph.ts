/** A way from the start of a walk: which node, and how many steps. */
export interface Reached {
  readonly node: number;
  readonly depth: number;
}

/**
 * A graph whose edges lie in two flat arrays (compressed sparse rows): the targets of node n are
 * `targets[offsets[n] … offsets[n+1])`. Built once, never changed.
 */
export interface DirectedGraph {
  readonly nodeCount: number;
  readonly offsets: Uint32Array;
  readonly targets: Uint32Array;
}

export interface Edge {
  readonly from: number;
  readonly to: number;
}

/**
 * Purpose: packs edges. Requires: node numbers in [0, nodeCount). Ensures: targets of a node keep the order of `edges`.
 * Cost: O(V + E) time and memory, by counting sort on `from`.
 */
export function packGraph(nodeCount: number, edges: readonly Edge[]): DirectedGraph {
  const offsets = new Uint32Array(nodeCount + 1);
  for (const { from, to } of edges) {
    if (from < 0 || from >= nodeCount || to < 0 || to >= nodeCount)
      throw new RangeError(`edge ${from} → ${to} leaves the ${nodeCount} nodes`);
    offsets[from + 1] = (offsets[from + 1] ?? 0) + 1;
  }
  for (let node = 0; node < nodeCount; node += 1) offsets[node + 1] = (offsets[node + 1] ?? 0) + (offsets[node] ?? 0);
  const next = offsets.slice(0, nodeCount);
  const targets = new Uint32Array(edges.length);
  for (const { from, to } of edges) {
    const at = next[from] ?? 0;
    targets[at] = to;
    next[from] = at + 1;
  }
  return { nodeCount, offsets, targets };
}

/** The targets of a node, as a window on the graph. Cost O(1). */
export function targetsOf(graph: DirectedGraph, node: number): Uint32Array {
  return graph.targets.subarray(graph.offsets[node] ?? 0, graph.offsets[node + 1] ?? 0);
}

export interface ReachOptions {
  /** steps at most; default without bound */
  readonly depth?: number;
  /** nodes at most, nearest first; a hub must not flood an answer */
  readonly limit?: number;
}

/**
 * Purpose: what can be reached from a node, nearest first, the node itself left out. Cycles are walked once.
 * Ensures: `depth` of each is the length of a shortest way. Cost: O(V + E) of the part walked (breadth-first search).
 */
export function reachedFrom(
  graph: DirectedGraph,
  start: number,
  { depth = Number.POSITIVE_INFINITY, limit = Number.POSITIVE_INFINITY }: ReachOptions = {},
): Reached[] {
  const seen = new Set([start]);
  const queue: Reached[] = [{ node: start, depth: 0 }];
  for (const here of queue) {
    if (here.depth >= depth) break;
    for (const node of targetsOf(graph, here.node)) {
      if (seen.has(node)) continue;
      if (queue.length > limit) return queue.slice(1);
      seen.add(node);
      queue.push({ node, depth: here.depth + 1 });
    }
  }
  return queue.slice(1);
}
