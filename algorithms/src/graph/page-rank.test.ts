import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Edge, packGraph } from './directed-graph.ts';
import { pageRank } from './page-rank.ts';

const nodeCount = 6;
const node = fc.nat({ max: nodeCount - 1 });
const edges = fc.array(fc.record({ from: node, to: node }), { maxLength: 14 });
const damping = fc.double({ min: 0, max: 0.95, noNaN: true });

/** The walk as a full matrix of chances, and its settled shares by solving the linear equations (Gauss–Jordan). */
function sharesByHand(list: readonly Edge[], follow: number): number[] {
  const chance = (from: number, to: number) => {
    const leaving = list.filter((edge) => edge.from === from);
    if (leaving.length === 0) return 1 / nodeCount;
    const share = leaving.filter((edge) => edge.to === to).length / leaving.length;
    return follow * share + (1 - follow) / nodeCount;
  };
  const all = Array.from({ length: nodeCount }, (_, at) => at);
  const rows = all.map((to) => [...all.map((from) => (from === to ? 1 : 0) - chance(from, to)), 0]);
  rows[0] = [...all.map(() => 1), 1];
  for (const column of all) {
    const pivot = all
      .slice(column)
      .reduce((best, row) => (big(rows, row, column) > big(rows, best, column) ? row : best));
    [rows[column], rows[pivot]] = [rows[pivot] ?? [], rows[column] ?? []];
    const head = rows[column]?.[column] ?? 1;
    rows[column] = (rows[column] ?? []).map((value) => value / head);
    for (const row of all) {
      const factor = rows[row]?.[column] ?? 0;
      if (row !== column) rows[row] = (rows[row] ?? []).map((value, at) => value - factor * (rows[column]?.[at] ?? 0));
    }
  }
  return rows.map((row) => row[nodeCount] ?? 0);
}

function big(rows: readonly (readonly number[])[], row: number, column: number): number {
  return Math.abs(rows[row]?.[column] ?? 0);
}

describe('page rank', () => {
  it('is the share a random walk settles to, with nodes without an edge, self-loops and parallel edges', () => {
    fc.assert(
      fc.property(edges, damping, (list, follow) => {
        const shares = pageRank(packGraph(nodeCount, list), { damping: follow, tolerance: 1e-12, rounds: 2000 });
        const byHand = sharesByHand(list, follow);
        for (const [at, share] of shares.entries()) expect(share).toBeCloseTo(byHand[at] ?? Number.NaN, 9);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
      }),
      { numRuns: 300 },
    );
  });

  it('of nothing is nothing, and of one node is 1', () => {
    expect(pageRank(packGraph(0, []))).toEqual(new Float64Array());
    expect(pageRank(packGraph(1, []))).toEqual(Float64Array.of(1));
    expect(pageRank(packGraph(1, [{ from: 0, to: 0 }]))[0]).toBeCloseTo(1, 12);
  });

  it('that has not settled in the rounds allowed is an error, not an answer', () => {
    const path = [
      { from: 0, to: 1 },
      { from: 1, to: 2 },
    ];
    expect(() => pageRank(packGraph(3, path), { rounds: 2, tolerance: 1e-9 })).toThrow('has not settled');
  });

  it('refuses a damping or a tolerance with which it would never settle', () => {
    const graph = packGraph(1, []);
    for (const wrong of [1, -0.1, Number.NaN]) expect(() => pageRank(graph, { damping: wrong })).toThrow(RangeError);
    for (const wrong of [0, Number.NaN]) expect(() => pageRank(graph, { tolerance: wrong })).toThrow(RangeError);
  });
});
