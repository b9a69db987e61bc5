import { type Condensation, condensed } from './condensation.ts';
import { type DirectedGraph, requireNode } from './directed-graph.ts';

/** Who reaches whom, one bit a pair: row c, of `width` words, has the bit of each node that component c reaches, its own among them. */
export interface TransitiveClosure {
  readonly graph: DirectedGraph;
  readonly componentOf: Uint32Array;
  readonly width: number;
  readonly bits: Uint32Array;
}

/** 2^15 nodes without a cycle are 128 MiB of bits. */
const mostNodes = 32_768;

/**
 * Purpose: reachability between all pairs, to be asked in O(1). Cycles are allowed: their nodes share a row.
 * Requires: at most 32,768 nodes, else RangeError (for counts of a larger graph: `descendantCounts`; for one node of it:
 * `shortestDistances`). Cost: O((C + E) · V / 32) time, O(C · V / 8) bytes for C strong components.
 * Source: E. Nuutila, Efficient transitive closure computation in large digraphs, 1995 (closure of the condensation by bit sets).
 */
export function transitiveClosure(graph: DirectedGraph): TransitiveClosure {
  if (graph.nodeCount > mostNodes) throw new RangeError(`a closure of ${graph.nodeCount} nodes is above ${mostNodes}`);
  const condensation = condensed(graph);
  const width = Math.ceil(graph.nodeCount / 32);
  const bits = new Uint32Array(condensation.count * width);
  for (let node = 0; node < graph.nodeCount; node += 1) {
    const word = (condensation.of[node] ?? 0) * width + (node >>> 5);
    bits[word] = (bits[word] ?? 0) | (1 << (node & 31));
  }
  spreadUp(condensation, bits, { width, from: 0 });
  return { graph, componentOf: condensation.of, width, bits };
}

/** Does a way of any length lead from one node to the other? Every node reaches itself. Cost O(1). */
export function reaches({ graph, componentOf, width, bits }: TransitiveClosure, from: number, to: number): boolean {
  requireNode(graph, from);
  requireNode(graph, to);
  const word = bits[(componentOf[from] ?? 0) * width + (to >>> 5)] ?? 0;
  return ((word >>> (to & 31)) & 1) === 1;
}

/** words of a block of columns: 2,048 nodes */
const blockWidth = 64;

/**
 * Purpose: how many other nodes each node reaches; on the transposed graph, how many reach it. Cycles are allowed.
 * Cost: O((V + E) · V / 64) word operations, O(256 bytes · V) memory: the closure is made a block of columns at a time and dropped.
 */
export function descendantCounts(graph: DirectedGraph): Uint32Array {
  const condensation = condensed(graph);
  const { of, count, members } = condensation;
  const reached = new Uint32Array(count);
  const bits = new Uint32Array(count * blockWidth);
  for (let start = 0; start < graph.nodeCount; start += 32 * blockWidth) {
    const block = members.subarray(start, start + 32 * blockWidth);
    const width = Math.ceil(block.length / 32);
    // a component reaches smaller ones only, so the rows before the first of the block stay empty
    const from = of[block[0] ?? 0] ?? 0;
    bits.fill(0, from * width);
    for (let column = 0; column < block.length; column += 1) {
      const word = (of[block[column] ?? 0] ?? 0) * width + (column >>> 5);
      bits[word] = (bits[word] ?? 0) | (1 << (column & 31));
    }
    spreadUp(condensation, bits, { width, from });
    for (let row = from; row < count; row += 1) reached[row] = (reached[row] ?? 0) + bitsOfRow(bits, row, width);
  }
  return of.map((component) => (reached[component] ?? 1) - 1);
}

interface Rows {
  readonly width: number;
  /** rows before this one are empty */
  readonly from: number;
}

/** Adds to each row the rows of the components its edges lead to; those have smaller numbers and are done. */
function spreadUp({ count, offsets, targets }: Condensation, bits: Uint32Array, { width, from }: Rows): void {
  for (let row = from; row < count; row += 1) {
    const end = offsets[row + 1] ?? 0;
    for (let edge = offsets[row] ?? 0; edge < end; edge += 1) {
      const target = targets[edge] ?? 0;
      if (target < from) continue;
      const to = row * width;
      const there = target * width;
      for (let word = 0; word < width; word += 1) bits[to + word] = (bits[to + word] ?? 0) | (bits[there + word] ?? 0);
    }
  }
}

function bitsOfRow(bits: Uint32Array, row: number, width: number): number {
  let sum = 0;
  for (let word = row * width; word < (row + 1) * width; word += 1) sum += onesOf(bits[word] ?? 0);
  return sum;
}

/** Number of bits set, added up in halves (H. Warren, Hacker's Delight, 5-1). */
function onesOf(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
