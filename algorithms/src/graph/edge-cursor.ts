/** Hands out the edges of each node one by one, so that a depth-first walk can leave a node and come back to it. */
export class EdgeCursor {
  readonly #offsets: Uint32Array;
  readonly #next: Uint32Array;

  /** Requires: `offsets` of a packed graph. Cost: O(V). */
  constructor(offsets: Uint32Array) {
    this.#offsets = offsets;
    this.#next = offsets.slice(0, -1);
  }

  /** The place of the next edge of a node; −1 when all were handed out. Cost: O(1). */
  take(node: number): number {
    const edge = this.#next[node] ?? 0;
    if (edge >= (this.#offsets[node + 1] ?? 0)) return -1;
    this.#next[node] = edge + 1;
    return edge;
  }
}
