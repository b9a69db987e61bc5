import type { DirectedGraph } from './directed-graph.ts';

export interface PageRankOptions {
  /** chance in [0, 1) that the walk follows an edge instead of starting anew anywhere */
  readonly damping?: number;
  /** the walk has settled when the shares move by less than this in one round, all nodes together */
  readonly tolerance?: number;
  /** rounds at most */
  readonly rounds?: number;
}

/**
 * Purpose: the share of its time a random walk spends at each node. From a node without an edge it starts anew anywhere.
 * Requires: damping in [0, 1), tolerance > 0, else RangeError. Ensures: shares are positive and sum to 1 (none: of no nodes);
 * parallel edges weigh as often as they stand, a self-loop is an edge like others. The total distance to the settled shares is at
 * most tolerance · damping / (1 − damping). Not settled within `rounds` is an Error, never an answer.
 * Cost: O(V + E) a round, O(V + E) memory; rounds about log(tolerance) / log(damping).
 * Source: L. Page, S. Brin, R. Motwani, T. Winograd, The PageRank citation ranking, Stanford, 1999 (power iteration).
 */
export function pageRank(
  graph: DirectedGraph,
  { damping = 0.85, tolerance = 1e-6, rounds = 200 }: PageRankOptions = {},
): Float64Array {
  if (!(damping >= 0 && damping < 1)) throw new RangeError(`damping ${damping} is not in [0, 1)`);
  if (!(tolerance > 0)) throw new RangeError(`tolerance ${tolerance} is not above 0`);
  const walk = new Walk(graph, damping);
  for (let round = 0; round < rounds; round += 1) if (walk.step() < tolerance) return walk.shares;
  throw new Error(`page rank has not settled to ${tolerance} within ${rounds} rounds`);
}

/** Rounds of the walk without a branch in the inner loops: edges lie flat with their source, and a node without one passes nothing on. */
class Walk {
  readonly shares: Float64Array;
  readonly #targets: Uint32Array;
  readonly #sources: Uint32Array;
  readonly #damping: number;
  /** damping / edges of the node; 0 where it has none */
  readonly #alongEach: Float64Array;
  /** 1 where the node has no edge */
  readonly #ends: Float64Array;
  readonly #passed: Float64Array;
  readonly #incoming: Float64Array;
  /** share of the nodes without an edge */
  #anew = 0;

  constructor({ nodeCount, offsets, targets }: DirectedGraph, damping: number) {
    this.#damping = damping;
    this.#targets = targets;
    this.#sources = new Uint32Array(targets.length);
    this.shares = new Float64Array(nodeCount).fill(1 / nodeCount);
    this.#alongEach = new Float64Array(nodeCount);
    this.#ends = new Float64Array(nodeCount);
    this.#passed = new Float64Array(nodeCount);
    this.#incoming = new Float64Array(nodeCount);
    for (let node = 0; node < nodeCount; node += 1) {
      const [start, end] = [offsets[node] ?? 0, offsets[node + 1] ?? 0];
      this.#sources.fill(node, start, end);
      if (start === end) {
        this.#ends[node] = 1;
        this.#anew += 1 / nodeCount;
      } else this.#alongEach[node] = damping / (end - start);
      this.#passed[node] = (this.#alongEach[node] ?? 0) / nodeCount;
    }
  }

  /** One round; answers with how far the shares moved. */
  step(): number {
    this.#pass();
    const { shares } = this;
    const incoming = this.#incoming;
    const passed = this.#passed;
    const alongEach = this.#alongEach;
    const ends = this.#ends;
    const everywhere = (1 - this.#damping + this.#damping * this.#anew) / shares.length;
    let moved = 0;
    let anew = 0;
    for (let node = 0; node < shares.length; node += 1) {
      const share = (incoming[node] ?? 0) + everywhere;
      incoming[node] = 0;
      moved += Math.abs(share - (shares[node] ?? 0));
      anew += share * (ends[node] ?? 0);
      passed[node] = share * (alongEach[node] ?? 0);
      shares[node] = share;
    }
    this.#anew = anew;
    return moved;
  }

  #pass(): void {
    const targets = this.#targets;
    const sources = this.#sources;
    const incoming = this.#incoming;
    const passed = this.#passed;
    for (let edge = 0; edge < targets.length; edge += 1) {
      const target = targets[edge] ?? 0;
      incoming[target] = (incoming[target] ?? 0) + (passed[sources[edge] ?? 0] ?? 0);
    }
  }
}
