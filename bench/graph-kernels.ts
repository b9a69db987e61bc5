import { betweenness } from '@zhitong/algorithms/graph/betweenness';
import { findCycle } from '@zhitong/algorithms/graph/cycle';
import { packGraph } from '@zhitong/algorithms/graph/directed-graph';
import { pageRank } from '@zhitong/algorithms/graph/page-rank';
import { shortestDistances } from '@zhitong/algorithms/graph/shortest-distances';
import { strongComponents } from '@zhitong/algorithms/graph/strong-components';
import { topologicalOrder } from '@zhitong/algorithms/graph/topological-order';
import { weakComponents } from '@zhitong/algorithms/graph/weak-components';
import { seededRandom } from '@zhitong/algorithms/random/seeded-random';
import { connectedComponents, stronglyConnectedComponents } from 'graphology-components';
import { hasCycle, topologicalSort } from 'graphology-dag';
import { centrality } from 'graphology-metrics';
import { singleSourceLength } from 'graphology-shortest-path';
import { type BenchTable, milliseconds } from './bench-table.ts';
import { type DuelResult, duel, requireEqual } from './graph-duel.ts';
import { drawEdges, farReaching, type GraphPair, pairOf, peerGraph } from './graph-world.ts';

const large = { nodes: 100_000, edges: 110_000 };
const small = { nodes: 5000, edges: 5500 };
const dense = { nodes: 5000, edges: 25_000 };
const aim = 5;

/** Our kernels and those of graphology on the same graphs, in the same run, with the same answers. */
export async function graphKernels(): Promise<BenchTable> {
  const edges = drawEdges(large, { isForward: false });
  const graph = pairOf(large.nodes, edges);
  const forward = pairOf(large.nodes, drawEdges(large, { isForward: true }));
  const size = `${large.nodes.toLocaleString('en-US')} nodes, ${large.edges.toLocaleString('en-US')} edges`;
  const between = (of: typeof small) => betweennessDuel(pairOf(of.nodes, drawEdges(of, { isForward: false })));
  return {
    title: 'Graph kernels beside graphology',
    note: `Seeded random directed graphs, no self-loops and no parallel edges, since graphology's simple graph has none. Both graphs stand built before the clock starts (building is the first row); each side answers in its own form, typed arrays here, objects keyed by node there. Processor time of the process (all threads, garbage too: the machine did other work), medians of alternating rounds after two of warm-up; the answers are compared in every round and a difference ends the run. graphology 0.26.0, -components 1.5.4, -dag 0.4.1, -metrics 2.4.2, -shortest-path 2.1.0. Page rank: the same damping .85 and the same total change below which it stops, 1e-9. Aim: at least ${aim} × faster.`,
    head: ['kernel', 'graph', 'ours', 'graphology', 'faster', 'equal'],
    rows: [
      row('building', size, buildDuel(edges)),
      row('weak components', size, weakDuel(graph)),
      row('strong components', size, strongDuel(graph)),
      row('topological order', `${size}, no cycle`, orderDuel(forward)),
      row('cycle: named here, yes or no there', size, cycleDuel(graph)),
      row('cycle: named here, yes or no there', `${size}, no cycle`, cycleDuel(forward)),
      row('page rank', size, rankDuel(graph)),
      row('shortest distances from one node', size, distanceDuel(graph)),
      row('betweenness, exact', '5,000 nodes, 5,500 edges', between(small)),
      row('betweenness, exact', '5,000 nodes, 25,000 edges', between(dense)),
    ],
  };
}

function row(kernel: string, graph: string, { ours, theirs, equal }: DuelResult): readonly string[] {
  return [kernel, graph, milliseconds(ours), milliseconds(theirs), `${(theirs / ours).toFixed(1)} ×`, equal];
}

function buildDuel(edges: ReturnType<typeof drawEdges>): DuelResult {
  return duel({
    ours: () => packGraph(large.nodes, edges),
    theirs: () => peerGraph(large.nodes, edges),
    equal: (ours, theirs) => {
      requireEqual(ours.nodeCount === theirs.order && ours.targets.length === theirs.size, 'nodes and edges');
      return 'nodes and edges';
    },
    rounds: 5,
  });
}

function weakDuel({ packed, peer }: GraphPair): DuelResult {
  return duel({
    ours: () => weakComponents(packed),
    theirs: () => connectedComponents(peer),
    equal: ({ of, count }, theirs) => samePartition(of, count, theirs),
    rounds: 7,
  });
}

function strongDuel({ packed, peer }: GraphPair): DuelResult {
  return duel({
    ours: () => strongComponents(packed),
    theirs: () => stronglyConnectedComponents(peer),
    equal: ({ of, count }, theirs) => samePartition(of, count, theirs),
    rounds: 7,
  });
}

/** As many parts, and nobody who is together there is apart here: then the parts are the same. */
function samePartition(of: Uint32Array, count: number, theirs: readonly (readonly string[])[]): string {
  const together = theirs.every((part) => part.every((key) => of[Number(key)] === of[Number(part[0])]));
  const whole = theirs.reduce((sum, part) => sum + part.length, 0) === of.length;
  requireEqual(together && whole && theirs.length === count, `${theirs.length} parts against ${count}`);
  return `${count.toLocaleString('en-US')} parts`;
}

function orderDuel({ packed, peer }: GraphPair): DuelResult {
  return duel({
    ours: () => topologicalOrder(packed),
    theirs: () => topologicalSort(peer),
    equal: ({ kind, nodes }, theirs) => {
      const same = kind === 'order' && theirs.length === nodes.length;
      requireEqual(same && theirs.every((key, at) => nodes[at] === Number(key)), 'the order');
      return 'the same order';
    },
    rounds: 7,
  });
}

function cycleDuel({ packed, peer }: GraphPair): DuelResult {
  return duel({
    ours: () => findCycle(packed)?.nodes ?? [],
    theirs: () => hasCycle(peer),
    equal: (nodes, theirs) => {
      requireEqual(theirs === nodes.length > 0, `cycle: ${theirs}`);
      if (nodes.length === 0) return 'there is none';
      const isClosed = nodes.every((node, at) => peer.hasEdge(node, nodes[(at + 1) % nodes.length]));
      requireEqual(isClosed, 'the edges of the cycle');
      return `a cycle of ${nodes.length} nodes`;
    },
    rounds: 7,
  });
}

function rankDuel({ packed, peer }: GraphPair): DuelResult {
  const tolerance = 1e-9;
  const options = { alpha: 0.85, maxIterations: 500, tolerance: tolerance / large.nodes, getEdgeWeight: null };
  return duel({
    ours: () => pageRank(packed, { damping: 0.85, tolerance, rounds: 500 }),
    theirs: () => centrality.pagerank(peer, options),
    equal: (ours, theirs) => {
      const apart = ours.reduce((sum, share, node) => sum + Math.abs(share - (theirs[node] ?? Number.NaN)), 0);
      requireEqual(apart < 1e-12, `shares apart by ${apart}`);
      return 'all shares together within 1e-12';
    },
    rounds: 5,
  });
}

function distanceDuel({ packed, peer }: GraphPair): DuelResult {
  const start = farReaching(packed);
  return duel({
    ours: () => shortestDistances(packed, [start]),
    theirs: () => singleSourceLength(peer, start),
    equal: ({ of, reached }, theirs) => {
      const same = Object.entries(theirs).every(([key, distance]) => of[Number(key)] === distance);
      requireEqual(same && Object.keys(theirs).length === reached.length, 'distances');
      return `${reached.length.toLocaleString('en-US')} nodes reached`;
    },
    rounds: 7,
  });
}

function betweennessDuel({ packed, peer }: GraphPair): DuelResult {
  return duel({
    ours: () => betweenness(packed, { random: seededRandom('not needed') }).of,
    theirs: () => centrality.betweenness(peer, { normalized: false, getEdgeWeight: null }),
    equal: (ours, theirs) => {
      const isNear = (value: number, other: number) => Math.abs(value - other) <= 1e-9 * Math.max(1, value);
      requireEqual(
        ours.every((value, node) => isNear(value, theirs[node] ?? Number.NaN)),
        'betweenness',
      );
      return 'each within 1e-9 of itself';
    },
    rounds: 3,
  });
}
