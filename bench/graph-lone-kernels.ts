import { betweenness } from '@zhitong/algorithms/graph/betweenness';
import { cutPoints } from '@zhitong/algorithms/graph/cut-points';
import { type DirectedGraph, type Edge, packGraph, transposed } from '@zhitong/algorithms/graph/directed-graph';
import { dominatedCounts, dominatorTree } from '@zhitong/algorithms/graph/dominator-tree';
import { longestPath } from '@zhitong/algorithms/graph/longest-path';
import { shortestDistances } from '@zhitong/algorithms/graph/shortest-distances';
import { descendantCounts, reaches, transitiveClosure } from '@zhitong/algorithms/graph/transitive-closure';
import { weakComponents } from '@zhitong/algorithms/graph/weak-components';
import { seededRandom } from '@zhitong/algorithms/random/seeded-random';
import { type BenchTable, milliseconds, percentile } from './bench-table.ts';
import { requireEqual, timed } from './graph-duel.ts';
import { relatednessRows } from './graph-relatedness.ts';
import { drawEdges, farReaching } from './graph-world.ts';

const large = { nodes: 100_000, edges: 110_000 };
const middle = { nodes: 20_000, edges: 22_000 };
const small = { nodes: 5000, edges: 25_000 };
const checked = 40;

/** Kernels graphology has not, each with what an oracle that takes things out one by one says of a sample. */
export async function graphLoneKernels(): Promise<BenchTable> {
  const edges = drawEdges(large, { isForward: false });
  const graph = packGraph(large.nodes, edges);
  const forward = packGraph(large.nodes, drawEdges(large, { isForward: true }));
  return {
    title: 'Graph kernels without a peer, and relatedness',
    note: `The same seeded random graph of 100,000 nodes and 110,000 edges unless the row says otherwise; processor time, median of 5 after one of warm-up. The oracle takes nodes out, or walks from them, one by one, for ${checked} nodes evenly picked; a difference ends the run. Oracles of all kernels on thousands of small random graphs stand in the tests.`,
    head: ['kernel', 'time', 'answer', 'oracle'],
    rows: [
      cutRow(graph, edges),
      dominatorRow(graph, edges),
      descendantRow(graph),
      walkRow(graph),
      closureRow(),
      pathRow(forward),
      pivotRow(graph),
      pivotOracleRow(),
      ...relatednessRows(),
    ],
  };
}

const picked = Array.from({ length: checked }, (_, at) => Math.floor((at * large.nodes) / checked));
const whole = (count: number) => count.toLocaleString('en-US');

function measured<Answer>(run: () => Answer): { readonly answer: Answer; readonly time: string } {
  const first = timed(run);
  const times = Array.from({ length: 5 }, () => timed(run).took);
  return { answer: first.answer, time: milliseconds(percentile(times, 0.5)) };
}

function cutRow(graph: DirectedGraph, edges: readonly Edge[]): readonly string[] {
  const { answer, time } = measured(() => cutPoints(graph));
  const parts = (list: readonly Edge[]) => weakComponents(packGraph(large.nodes, list)).count;
  const before = parts(edges);
  for (const out of picked) {
    const left = edges.filter(({ from, to }) => from !== out && to !== out);
    const isCut = parts(left) - (left.length === edges.length ? 0 : 1) > before;
    requireEqual(answer.cutNodes.includes(out) === isCut, `cut node ${out}`);
  }
  for (const bridge of answer.bridges.slice(0, checked))
    requireEqual(parts(edges.filter((edge) => !isSame(edge, bridge))) > before, 'bridge');
  const found = `${whole(answer.cutNodes.length)} cut nodes, ${whole(answer.bridges.length)} bridges`;
  return ['cut points and bridges', time, found, 'equal'];
}

function isSame(a: Edge, b: Edge): boolean {
  return a.from === b.from && a.to === b.to;
}

function dominatorRow(graph: DirectedGraph, edges: readonly Edge[]): readonly string[] {
  const root = farReaching(graph);
  const { answer, time } = measured(() => {
    const tree = dominatorTree(graph, root);
    return { tree, counts: dominatedCounts(tree) };
  });
  const reached = answer.tree.order.length;
  const heaviest = [...answer.tree.order.subarray(1)].sort((a, b) => count(answer.counts, b) - count(answer.counts, a));
  for (const out of [...heaviest.slice(0, checked), ...answer.tree.order.subarray(1, checked)]) {
    const without = packGraph(
      large.nodes,
      edges.filter(({ to }) => to !== out),
    );
    const lost = reached - shortestDistances(without, [root]).reached.length - 1;
    requireEqual(lost === answer.counts[out], `${out} dominates ${lost}`);
  }
  const most = whole(count(answer.counts, heaviest[0] ?? 0));
  return [
    'dominator tree and how many hang on each',
    time,
    `${whole(reached)} nodes, ${most} on the heaviest`,
    'equal',
  ];
}

function count(counts: Uint32Array, node: number): number {
  return counts[node] ?? 0;
}

function descendantRow(graph: DirectedGraph): readonly string[] {
  const { answer, time } = measured(() => descendantCounts(graph));
  for (const node of picked)
    requireEqual(answer[node] === shortestDistances(graph, [node]).reached.length - 1, `descendants of ${node}`);
  const mean = answer.reduce((sum, each) => sum + each, 0) / answer.length;
  return ['descendants of every node, counted', time, `${mean.toFixed(0)} on average`, 'equal'];
}

function walkRow(graph: DirectedGraph): readonly string[] {
  const start = farReaching(graph);
  const back = transposed(graph);
  const { answer, time } = measured(() => ({
    descendants: shortestDistances(graph, [start]).reached.length - 1,
    ancestors: shortestDistances(back, [start]).reached.length - 1,
  }));
  const found = `${whole(answer.descendants)} and ${whole(answer.ancestors)}`;
  return ['descendants and ancestors of one node', time, found, 'see above'];
}

function closureRow(): readonly string[] {
  const graph = packGraph(middle.nodes, drawEdges(middle, { isForward: true }));
  const { answer, time } = measured(() => transitiveClosure(graph));
  for (const from of picked.map((node) => node % middle.nodes)) {
    const { of } = shortestDistances(graph, [from]);
    const same = of.every((distance, to) => reaches(answer, from, to) === distance >= 0);
    requireEqual(same, `who is reached from ${from}`);
  }
  const size = `${whole(middle.nodes)} nodes without a cycle, ${whole(middle.edges)} edges`;
  return [`closure: ${size}`, time, `${(answer.bits.byteLength / 2 ** 20).toFixed(0)} MiB of bits`, 'equal'];
}

function pathRow(forward: DirectedGraph): readonly string[] {
  const { answer, time } = measured(() => longestPath(forward));
  requireEqual(answer.kind === 'path' && answer.nodes.length === roundsUntilStill(forward), 'longest path');
  return ['longest path, no cycle', time, `${answer.nodes.length} nodes`, 'equal'];
}

/** The longest path by relaxing every edge until nothing changes. */
function roundsUntilStill({ nodeCount, offsets, targets }: DirectedGraph): number {
  const length = new Uint32Array(nodeCount).fill(1);
  for (let moved = true; moved; ) {
    moved = false;
    for (let node = 0; node < nodeCount; node += 1)
      for (const target of targets.subarray(offsets[node], offsets[node + 1]))
        if (count(length, target) <= count(length, node)) {
          length[target] = count(length, node) + 1;
          moved = true;
        }
  }
  return length.reduce((most, each) => Math.max(most, each), 0);
}

function pivotRow(graph: DirectedGraph): readonly string[] {
  const { answer, time } = measured(() => betweenness(graph, { random: seededRandom('pivots'), pivots: 512 }));
  const top = answer.of.reduce((best, value, node) => (value > (answer.of[best] ?? 0) ? node : best), 0);
  const error = ((answer.standardError[top] ?? 0) / (answer.of[top] ?? 1)) * 100;
  return ['betweenness from 512 pivots', time, `highest ± ${error.toFixed(0)} % (standard error)`, 'next row'];
}

/** How often does the truth lie within two standard errors of the estimate? */
function pivotOracleRow(): readonly string[] {
  const graph = packGraph(small.nodes, drawEdges(small, { isForward: false }));
  const exact = betweenness(graph, { random: seededRandom('all') }).of;
  const options = { exactUpTo: 0, pivots: 512 };
  const { answer, time } = measured(() => betweenness(graph, { random: seededRandom('pivots'), ...options }));
  const within = exact.filter((truth, node) => {
    const allowed = 2 * (answer.standardError[node] ?? 0) + 1e-6 * truth;
    return Math.abs(truth - (answer.of[node] ?? 0)) <= allowed;
  });
  const share = `${((within.length / exact.length) * 100).toFixed(1)} % of nodes`;
  return ['the same, 5,000 nodes, 25,000 edges', time, '–', `truth within 2 standard errors: ${share}`];
}
