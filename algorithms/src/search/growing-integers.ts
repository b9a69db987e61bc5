/**
 * A list of unsigned 32-bit integers that grows. Purpose: posting lists of a live index, four bytes an entry.
 * Cost: push amortised O(1), memory at most twice the content.
 */
export class GrowingIntegers {
  #values: Uint32Array;
  #length = 0;

  constructor(capacity = 4) {
    this.#values = new Uint32Array(Math.max(1, capacity));
  }

  get length(): number {
    return this.#length;
  }

  /** Requires: 0 ≤ value < 2³². */
  push(value: number): void {
    if (this.#length === this.#values.length) {
      const wider = new Uint32Array(this.#values.length * 2);
      wider.set(this.#values);
      this.#values = wider;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  /** A window on the content, valid until the next push. */
  view(): Uint32Array {
    return this.#values.subarray(0, this.#length);
  }
}
