/** A name found in a text: `text.slice(start, end)`. */
export interface FoundName<T> {
  readonly value: T;
  readonly start: number;
  readonly end: number;
}

/**
 * Purpose: finds the longest of very many names at each place of a text; names can be added at any time.
 * Names are kept in a hash table; for the first two characters the lengths that occur are kept, longest first, so that only real lengths are tried.
 * Requires: names and texts are normalised alike by the caller.
 * Ensures: left to right, longest first, no overlaps; a name added twice keeps its first value.
 * Cost: add O(1); find O(n · L) with L ≤ `longest` lengths for one beginning. Adding stays cheap, where an Aho–Corasick automaton had to be rebuilt.
 */
export class NameFinder<T> {
  readonly #values = new Map<string, T>();
  readonly #lengths = new Map<string, number[]>();
  readonly #longest: number;

  constructor({ longest = 40 }: { readonly longest?: number } = {}) {
    this.#longest = longest;
  }

  /** Ignores the empty name and names longer than `longest`. */
  add(name: string, value: T): void {
    if (name.length === 0 || name.length > this.#longest || this.#values.has(name)) return;
    this.#values.set(name, value);
    const lengths = this.#lengths.get(name.slice(0, 2)) ?? [];
    if (lengths.includes(name.length)) return;
    lengths.push(name.length);
    this.#lengths.set(
      name.slice(0, 2),
      lengths.sort((a, b) => b - a),
    );
  }

  get(name: string): T | undefined {
    return this.#values.get(name);
  }

  /** `accepts` may refuse a place, e.g. inside a Latin word. */
  find(text: string, accepts: (start: number, end: number) => boolean = () => true): FoundName<T>[] {
    const found: FoundName<T>[] = [];
    for (let start = 0; start < text.length; ) {
      const hit = this.#longestAt(text, start, accepts);
      if (hit !== undefined) found.push(hit);
      start = hit?.end ?? start + 1;
    }
    return found;
  }

  #longestAt(text: string, start: number, accepts: (start: number, end: number) => boolean): FoundName<T> | undefined {
    const two = text.slice(start, start + 2);
    const lengths = [
      ...(this.#lengths.get(two) ?? []),
      ...(two.length === 2 && this.#values.has(two.slice(0, 1)) ? [1] : []),
    ];
    for (const length of lengths) {
      const end = start + length;
      if (end > text.length) continue;
      const value = this.#values.get(text.slice(start, end));
      if (value !== undefined && accepts(start, end)) return { value, start, end };
    }
    return undefined;
  }
}
