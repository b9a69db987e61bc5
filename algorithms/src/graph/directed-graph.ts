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
 * Purpose: packs edges; self-loops and parallel edges stay. Requires: whole node numbers in [0, nodeCount), else RangeError.
 * Ensures: targets of a node keep the order of `edges`. Cost: O(V + E) time and memory, by counting sort on `from`.
 */
export function packGraph(nodeCount: number, edges: readonly Edge[]): DirectedGraph {
  const offsets = new Uint32Array(nodeCount + 1);
  for (const { from, to } of edges) {
    if (!isNode(from, nodeCount) || !isNode(to, nodeCount))
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

function isNode(number: number, nodeCount: number): boolean {
  return Number.isInteger(number) && number >= 0 && number < nodeCount;
}

/** Refuses a number that is no node of the graph with a RangeError. */
export function requireNode(graph: DirectedGraph, node: number): void {
  if (!isNode(node, graph.nodeCount)) throw new RangeError(`${node} is none of the ${graph.nodeCount} nodes`);
}

/**
 * Purpose: the same graph with every edge turned round. Ensures: targets of a node stand in ascending order.
 * Cost: O(V + E) time and memory.
 */
export function transposed({ nodeCount, offsets, targets }: DirectedGraph): DirectedGraph {
  const starts = new Uint32Array(nodeCount + 1);
  for (const target of targets) starts[target + 1] = (starts[target + 1] ?? 0) + 1;
  for (let node = 0; node < nodeCount; node += 1) starts[node + 1] = (starts[node + 1] ?? 0) + (starts[node] ?? 0);
  const next = starts.slice(0, nodeCount);
  const sources = new Uint32Array(targets.length);
  for (let node = 0; node < nodeCount; node += 1) {
    const end = offsets[node + 1] ?? 0;
    for (let edge = offsets[node] ?? 0; edge < end; edge += 1) {
      const target = targets[edge] ?? 0;
      const at = next[target] ?? 0;
      sources[at] = node;
      next[target] = at + 1;
    }
  }
  return { nodeCount, offsets: starts, targets: sources };
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
