import type { DirectedGraph } from './directed-graph.ts';

/**
 * The shortest paths from one source at a time, and how much of them leads through each node (Brandes 2001, theorem 6). Keeps its
 * arrays between sources and clears only what the last one reached, so that a source costs O(what it reaches).
 *
 * It goes level by level, a level being the nodes at one distance, and without a branch in the inner loops: forwards every edge
 * adds its ways to its target, and they are taken when the target's level is complete, so what later edges add is never read;
 * backwards only the level one step further has a part other than 0.
 *
 * Requires: a graph without parallel edges, which would count as paths of their own.
 */
export class PathDependencies {
  /** nodes by distance from the source, the source first; valid up to `reached` (one place more, so that a write needs no test) */
  readonly order: Uint32Array;
  /** of each node reached: sum over targets of the share of shortest paths that lead through it */
  readonly dependency: Float64Array;
  reached = 0;
  readonly #graph: DirectedGraph;
  readonly #isReached: Uint8Array;
  /** ways added up so far, and number of shortest paths once the level is complete; doubles, since they grow exponentially */
  readonly #ways: Float64Array;
  readonly #paths: Float64Array;
  /** (1 + dependency) / paths of the level one step further, else 0 */
  readonly #part: Float64Array;
  /** where in `order` each level begins, and the last ends */
  readonly #levels: number[] = [];

  constructor(graph: DirectedGraph) {
    const { nodeCount } = graph;
    this.#graph = graph;
    this.order = new Uint32Array(nodeCount + 1);
    this.dependency = new Float64Array(nodeCount);
    this.#isReached = new Uint8Array(nodeCount);
    this.#ways = new Float64Array(nodeCount);
    this.#paths = new Float64Array(nodeCount);
    this.#part = new Float64Array(nodeCount);
  }

  /** Requires: the source is a node. Cost: O(edges of what it reaches). */
  follow(source: number): void {
    this.#clear();
    this.order[0] = source;
    this.reached = 1;
    this.#isReached[source] = 1;
    this.#ways[source] = 1;
    for (let start = 0; start < this.reached; start = this.#levels.at(-1) ?? 0) {
      const end = this.reached;
      this.#levels.push(end);
      this.#takeWays(start, end);
      this.#spread(start, end);
    }
    for (let level = this.#levels.length - 1; level >= 0; level -= 1)
      this.#sumBack(this.#levels[level - 1] ?? 0, this.#levels[level] ?? 0, this.#levels[level + 1] ?? this.reached);
  }

  /** What the last source left; the parts of all levels but its own are 0 already. */
  #clear(): void {
    this.#levels.length = 0;
    this.#part[this.order[0] ?? 0] = 0;
    if (this.reached * 8 > this.#graph.nodeCount) {
      this.#isReached.fill(0);
      this.#ways.fill(0);
      return;
    }
    for (let at = 0; at < this.reached; at += 1) {
      const node = this.order[at] ?? 0;
      this.#isReached[node] = 0;
      this.#ways[node] = 0;
    }
  }

  #takeWays(start: number, end: number): void {
    const { order } = this;
    const ways = this.#ways;
    const paths = this.#paths;
    for (let at = start; at < end; at += 1) {
      const node = order[at] ?? 0;
      paths[node] = ways[node] ?? 0;
    }
  }

  #spread(start: number, end: number): void {
    const { offsets, targets } = this.#graph;
    const { order } = this;
    const isReached = this.#isReached;
    const ways = this.#ways;
    const paths = this.#paths;
    let { reached } = this;
    for (let at = start; at < end; at += 1) {
      const node = order[at] ?? 0;
      const add = paths[node] ?? 0;
      const last = offsets[node + 1] ?? 0;
      for (let edge = offsets[node] ?? 0; edge < last; edge += 1) {
        const target = targets[edge] ?? 0;
        ways[target] = (ways[target] ?? 0) + add;
        order[reached] = target;
        reached += 1 - (isReached[target] ?? 0);
        isReached[target] = 1;
      }
    }
    this.reached = reached;
  }

  /** The level from `start` to `end`; the one after it ends at `endOfNext` and has no say after this. */
  #sumBack(start: number, end: number, endOfNext: number): void {
    const { offsets, targets } = this.#graph;
    const { order, dependency } = this;
    const part = this.#part;
    const paths = this.#paths;
    for (let at = start; at < end; at += 1) {
      const node = order[at] ?? 0;
      const last = offsets[node + 1] ?? 0;
      let sum = 0;
      for (let edge = offsets[node] ?? 0; edge < last; edge += 1) sum += part[targets[edge] ?? 0] ?? 0;
      dependency[node] = sum * (paths[node] ?? 0);
    }
    for (let at = end; at < endOfNext; at += 1) part[order[at] ?? 0] = 0;
    for (let at = start; at < end; at += 1) {
      const node = order[at] ?? 0;
      part[node] = (1 + (dependency[node] ?? 0)) / (paths[node] ?? 1);
    }
  }
}
