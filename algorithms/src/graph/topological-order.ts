import type { DirectedGraph } from './directed-graph.ts';

/** Nodes of a cycle in the order of its edges; the edge from the last to the first closes it. A self-loop is one node. */
export interface Cycle {
  readonly kind: 'cycle';
  readonly nodes: readonly number[];
}

/** All nodes, each before every target of its edges. */
export interface Order {
  readonly kind: 'order';
  readonly nodes: Uint32Array;
}

/**
 * Purpose: an order in which every edge leads forward, or a cycle that forbids it.
 * Ensures: the same graph gives the same answer; a cycle names each of its nodes once, the smallest first. It is one of the cycles
 * there are, not necessarily the shortest. Cost: O(V + E) time and memory, iterative.
 * Source: A. Kahn, Topological sorting of large networks, Comm. ACM 5(11), 1962.
 */
export function topologicalOrder(graph: DirectedGraph): Order | Cycle {
  const { nodeCount, offsets, targets } = graph;
  const waitsFor = new Uint32Array(nodeCount);
  for (const target of targets) waitsFor[target] = (waitsFor[target] ?? 0) + 1;
  const nodes = new Uint32Array(nodeCount);
  let placed = 0;
  const place = (node: number) => {
    nodes[placed] = node;
    placed += 1;
  };
  for (let node = 0; node < nodeCount; node += 1) if (waitsFor[node] === 0) place(node);
  for (let at = 0; at < placed; at += 1) {
    const node = nodes[at] ?? 0;
    const end = offsets[node + 1] ?? 0;
    for (let edge = offsets[node] ?? 0; edge < end; edge += 1) {
      const target = targets[edge] ?? 0;
      const left = (waitsFor[target] ?? 0) - 1;
      waitsFor[target] = left;
      if (left === 0) place(target);
    }
  }
  return placed === nodeCount ? { kind: 'order', nodes } : { kind: 'cycle', nodes: cycleAmong(graph, waitsFor) };
}

/** Every node left waits for another one left, so that going back from any of them runs into a cycle. */
function cycleAmong(graph: DirectedGraph, waitsFor: Uint32Array): number[] {
  const before = waitedFor(graph, waitsFor);
  const isPassed = new Uint8Array(graph.nodeCount);
  let node = waitsFor.findIndex((left) => left > 0);
  while (isPassed[node] === 0) {
    isPassed[node] = 1;
    node = before[node] ?? 0;
  }
  const backwards: number[] = [];
  for (let at = node; backwards.length === 0 || at !== node; at = before[at] ?? 0) backwards.push(at);
  return smallestFirst(backwards.reverse());
}

/** For each node left, one node left that has an edge to it. */
function waitedFor({ nodeCount, offsets, targets }: DirectedGraph, waitsFor: Uint32Array): Uint32Array {
  const before = new Uint32Array(nodeCount);
  for (let node = 0; node < nodeCount; node += 1) {
    if (waitsFor[node] === 0) continue;
    for (const target of targets.subarray(offsets[node], offsets[node + 1])) before[target] = node;
  }
  return before;
}

function smallestFirst(cycle: readonly number[]): number[] {
  const smallest = cycle.reduce((least, node) => Math.min(least, node), Number.POSITIVE_INFINITY);
  const at = cycle.indexOf(smallest);
  return [...cycle.slice(at), ...cycle.slice(0, at)];
}
