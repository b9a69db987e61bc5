/**
 * Trees of numbered nodes that grow by linking, as dominators need them: `best` is the node of least semidominator between a node
 * and the top of its tree, the top left out. Cost: O(log n) a question, spread over all of them (path compression).
 * Source: T. Lengauer, R. Tarjan, A fast algorithm for finding dominators in a flowgraph, ACM TOPLAS 1(1), 1979, EVAL and LINK.
 */
export class LinkedForest {
  /** semidominator of each node, by number; at first its own */
  readonly semi: Uint32Array;
  readonly #best: Uint32Array;
  /** -1: the top of its tree */
  readonly #above: Int32Array;
  readonly #way: Uint32Array;

  constructor(size: number) {
    this.semi = Uint32Array.from({ length: size }, (_, number) => number);
    this.#best = this.semi.slice();
    this.#above = new Int32Array(size).fill(-1);
    this.#way = new Uint32Array(size);
  }

  link(above: number, below: number): void {
    this.#above[below] = above;
  }

  best(number: number): number {
    if (this.#isTop(number)) return number;
    this.#compress(number);
    return this.#best[number] ?? number;
  }

  #isTop(number: number): boolean {
    return this.#above[number] === -1;
  }

  /** Hangs every node of the way up directly below the top, the highest first. */
  #compress(start: number): void {
    const above = this.#above;
    let length = 0;
    let node = start;
    for (let next = above[node] ?? -1; !this.#isTop(next); next = above[node] ?? -1) {
      this.#way[length] = node;
      length += 1;
      node = next;
    }
    for (length -= 1; length >= 0; length -= 1) this.#hangHigher(this.#way[length] ?? 0);
  }

  #hangHigher(node: number): void {
    const over = this.#above[node] ?? 0;
    const best = this.#best[over] ?? 0;
    if ((this.semi[best] ?? 0) < (this.semi[this.#best[node] ?? 0] ?? 0)) this.#best[node] = best;
    this.#above[node] = this.#above[over] ?? -1;
  }
}
