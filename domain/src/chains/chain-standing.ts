import { cutPoints } from '@zhitong/algorithms/graph/cut-points';
import { type DirectedGraph, type Edge, packGraph } from '@zhitong/algorithms/graph/directed-graph';
import { dominatedCounts, dominatorTree } from '@zhitong/algorithms/graph/dominator-tree';
import { longestThrough } from '@zhitong/algorithms/graph/longest-path';
import { strongComponents } from '@zhitong/algorithms/graph/strong-components';
import type { ChainStructure } from './chain-structure.ts';

/** Where a product stands in the graph of its chain, whoever makes it. */
export interface Standing {
  /** products that lose touch with the larger part of the chain when it is not to be had */
  readonly cutOff: number;
  /** products to which every way from the raw materials leads through it, and one of them */
  readonly onlyWay: number;
  readonly example: string | null;
  /** products in a row on the longest run through it in which nothing has a registered substitute; 0: it has one itself */
  readonly run: number;
}

export const standsAlone: Standing = { cutOff: 0, onlyWay: 0, example: null, run: 0 };

/**
 * The standing of every product of a chain. Not another reading of what stops (`stoppedBy`: a product needs all of its materials), but
 * of what the chain hangs on: that part of it has no other connection, and no other way of being made.
 * Cost: O((V + E) log V) of the chain.
 */
export function chainStandings(
  products: ReadonlySet<string>,
  structure: ChainStructure,
): (productId: string) => Standing {
  const ids = [...products];
  const numbers = new Map(ids.map((id, number) => [id, number]));
  const edges = edgesOf(ids, numbers, structure);
  const replaceable = ids.map((id) => (structure.substitutes.get(id) ?? []).length > 0);
  const { cutOff } = cutPoints(packGraph(ids.length, edges));
  const { counts, examples } = onlyWays(ids.length, edges, replaceable);
  const runs = runsThrough(ids.length, edges, replaceable);
  return (productId) => {
    const number = numbers.get(productId);
    if (number === undefined) return standsAlone;
    return {
      ...{ cutOff: cutOff[number] ?? 0, onlyWay: counts[number] ?? 0, run: runs[number] ?? 0 },
      example: ids[examples[number] ?? -1] ?? null,
    };
  };
}

/** Goods go from a material into what is made from it. */
function edgesOf(ids: readonly string[], numbers: ReadonlyMap<string, number>, { usedIn }: ChainStructure): Edge[] {
  return ids.flatMap((material, from) =>
    (usedIn.get(material) ?? []).flatMap((user) => {
      const to = numbers.get(user);
      return to === undefined ? [] : [{ from, to }];
    }),
  );
}

/**
 * Ways begin at a node beside the chain: it leads to what is made from nothing of the chain, and past whatever something can stand in
 * for, to all that is made from it.
 */
function onlyWays(count: number, edges: readonly Edge[], replaceable: readonly boolean[]) {
  const start = count;
  const isMade = new Uint8Array(count);
  for (const { to } of edges) isMade[to] = 1;
  const raw = Array.from(isMade.keys()).filter((node) => isMade[node] === 0);
  const past = edges.filter(({ from }) => replaceable[from] === true);
  const begins = [...raw, ...past.map(({ to }) => to)].map((to) => ({ from: start, to }));
  const tree = dominatorTree(packGraph(count + 1, [...edges, ...begins]), start);
  const examples = new Int32Array(count + 1).fill(-1);
  for (const node of tree.order.toReversed()) {
    const above = tree.dominatorOf[node] ?? -1;
    if (above >= 0) examples[above] = node;
  }
  return { counts: dominatedCounts(tree), examples };
}

function runsThrough(count: number, edges: readonly Edge[], replaceable: readonly boolean[]): Uint32Array {
  const unreplaced = edges.filter(({ from, to }) => replaceable[from] !== true && replaceable[to] !== true);
  const lengths = longestThrough(withoutCycles(count, unreplaced));
  if (lengths.kind === 'cycle') throw new Error('a graph without its cycles has one');
  return lengths.of.map((length, node) => (replaceable[node] === true ? 0 : length));
}

/** A run goes round nowhere: what lies on a common cycle is not joined. */
function withoutCycles(count: number, edges: readonly Edge[]): DirectedGraph {
  const { of } = strongComponents(packGraph(count, edges));
  return packGraph(
    count,
    edges.filter(({ from, to }) => of[from] !== of[to]),
  );
}
