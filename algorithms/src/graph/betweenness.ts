import { drawSample } from '../random/random-draw.ts';
import type { SeededRandom } from '../random/seeded-random.ts';
import type { DirectedGraph } from './directed-graph.ts';
import { PathDependencies } from './path-dependencies.ts';
import { simplified } from './simple-graph.ts';

/** How many shortest paths lead through each node; `sources` says from how many nodes they were followed. */
export interface Betweenness {
  /** sum over ordered pairs (s, t), both other than the node, of the share of shortest s–t paths through it */
  readonly of: Float64Array;
  /** standard error of each estimate, in the same unit; all 0 when every node was a source */
  readonly standardError: Float64Array;
  readonly sources: number;
  readonly isExact: boolean;
}

export interface BetweennessOptions {
  /** draws the pivots where not every node is a source */
  readonly random: SeededRandom;
  /** up to so many nodes every node is a source, and the answer exact */
  readonly exactUpTo?: number;
  /** sources above that: different nodes, each as likely as any other */
  readonly pivots?: number;
}

/**
 * Purpose: betweenness centrality along directed, unweighted shortest paths; exact for a small graph, estimated from pivots for a
 * large one. Requires: at least 2 pivots, else RangeError. Ensures: self-loops and parallel edges change nothing; the estimate is
 * unbiased, its standard error that of a sample without replacement; the same seed gives the same answer. Not normalised: divide
 * by (n − 1)(n − 2) for shares. Where no pivot's paths pass a node it reads 0 ± 0: unseen, not proved.
 * Few sources bring most of the paths through a node, so the estimates are skewed: with 512 pivots of 5,000 nodes the truth lay within
 * two standard errors for three nodes in four (bench), not for nineteen in twenty.
 * More than 10^308 shortest paths between two nodes are a RangeError, not a NaN.
 * Cost: O(sources · (V + E)) time at worst, each source only what it reaches; O(V + E) memory; iterative.
 * Sources: U. Brandes, A faster algorithm for betweenness centrality, J. Math. Sociology 25(2), 2001;
 * U. Brandes, C. Pich, Centrality estimation in large networks, Int. J. Bifurcation and Chaos 17(7), 2007.
 */
export function betweenness(
  graph: DirectedGraph,
  { random, exactUpTo = 5000, pivots = 512 }: BetweennessOptions,
): Betweenness {
  if (!(pivots >= 2)) throw new RangeError(`${pivots} pivots give no standard error`);
  const nodes = Array.from({ length: graph.nodeCount }, (_, node) => node);
  const isExact = nodes.length <= Math.max(exactUpTo, pivots);
  const sources = isExact ? nodes : drawSample(random, nodes, pivots);
  const paths = new PathDependencies(simplified(graph));
  const none = () => new Float64Array(nodes.length);
  const sums: Sums = { of: none(), squares: none() };
  for (const source of sources) {
    paths.follow(source);
    addTo(sums.of, paths);
    if (!isExact) addSquaresTo(sums.squares, paths);
  }
  if (!sums.of.every(Number.isFinite)) throw new RangeError('too many shortest paths between two nodes to count');
  if (isExact) return { of: sums.of, standardError: none(), sources: sources.length, isExact };
  return { ...estimated(sums, sources.length), sources: sources.length, isExact };
}

interface Sums {
  readonly of: Float64Array;
  readonly squares: Float64Array;
}

function addTo(sums: Float64Array, { order, dependency, reached }: PathDependencies): void {
  for (let at = 1; at < reached; at += 1) {
    const node = order[at] ?? 0;
    sums[node] = (sums[node] ?? 0) + (dependency[node] ?? 0);
  }
}

function addSquaresTo(sums: Float64Array, { order, dependency, reached }: PathDependencies): void {
  for (let at = 1; at < reached; at += 1) {
    const node = order[at] ?? 0;
    sums[node] = (sums[node] ?? 0) + (dependency[node] ?? 0) ** 2;
  }
}

/** n times the mean over k pivots; variance of a mean drawn without replacement from n. */
function estimated({ of, squares }: Sums, k: number): Pick<Betweenness, 'of' | 'standardError'> {
  const n = of.length;
  const standardError = of.map((sum, node) => {
    const variance = Math.max(0, ((squares[node] ?? 0) - (sum * sum) / k) / (k - 1));
    return n * Math.sqrt((variance / k) * (1 - k / n));
  });
  return { of: of.map((sum) => (sum * n) / k), standardError };
}
