import type { DirectedGraph } from './directed-graph.ts';

/**
 * The shortest paths from one source at a time, and how much of them leads through each node (Brandes 2001, theorem 6). Keeps its
 * arrays between sources and clears only what the last one reached, so that a source costs O(what it reaches).
 *
 * Requires: a graph without parallel edges, which would count as paths of their own.
 */
export class PathDependencies {
  /** nodes by distance from the source, the source first; valid up to `reached` */
  readonly order: Uint32Array;
  /** of each node reached: sum over targets of the share of shortest paths that lead through it */
  readonly dependency: Float64Array;
  reached = 0;
  readonly #graph: DirectedGraph;
  /** steps from the source, counted from 1; 0: not reached */
  readonly #distance: Uint32Array;
  /** number of shortest paths; a double, since it grows exponentially */
  readonly #paths: Float64Array;

  constructor(graph: DirectedGraph) {
    this.#graph = graph;
    this.order = new Uint32Array(graph.nodeCount);
    this.dependency = new Float64Array(graph.nodeCount);
    this.#distance = new Uint32Array(graph.nodeCount);
    this.#paths = new Float64Array(graph.nodeCount);
  }

  follow(source: number): void {
    for (let at = 0; at < this.reached; at += 1) this.#distance[this.order[at] ?? 0] = 0;
    this.order[0] = source;
    this.#distance[source] = 1;
    this.#paths[source] = 1;
    this.#countPaths();
    this.#sumBackwards();
  }

  #countPaths(): void {
    let reached = 1;
    for (let at = 0; at < reached; at += 1) reached = this.#spread(this.order[at] ?? 0, reached);
    this.reached = reached;
  }

  /** Hands the ways to a node on to its targets one step further; answers with how many nodes are reached now. */
  #spread(node: number, reachedBefore: number): number {
    const { offsets, targets } = this.#graph;
    const distance = this.#distance;
    const paths = this.#paths;
    const further = (distance[node] ?? 0) + 1;
    const ways = paths[node] ?? 0;
    const end = offsets[node + 1] ?? 0;
    let reached = reachedBefore;
    for (let edge = offsets[node] ?? 0; edge < end; edge += 1) {
      const target = targets[edge] ?? 0;
      if (distance[target] === further) paths[target] = (paths[target] ?? 0) + ways;
      if (distance[target] !== 0) continue;
      distance[target] = further;
      paths[target] = ways;
      this.order[reached] = target;
      reached += 1;
    }
    return reached;
  }

  /** From the furthest node back: a node answers for its part of every target one step further. */
  #sumBackwards(): void {
    const { offsets, targets } = this.#graph;
    const { order, dependency } = this;
    const distance = this.#distance;
    const paths = this.#paths;
    for (let at = this.reached - 1; at >= 0; at -= 1) {
      const node = order[at] ?? 0;
      const further = (distance[node] ?? 0) + 1;
      const end = offsets[node + 1] ?? 0;
      let sum = 0;
      for (let edge = offsets[node] ?? 0; edge < end; edge += 1) {
        const target = targets[edge] ?? 0;
        if (distance[target] === further) sum += (1 + (dependency[target] ?? 0)) / (paths[target] ?? 1);
      }
      dependency[node] = sum * (paths[node] ?? 0);
    }
  }
}
