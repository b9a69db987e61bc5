import { GrowingIntegers } from './growing-integers.ts';

/**
 * Purpose: which documents hold a term, for documents that come and go while questions are asked.
 * A document is a set of terms with a number of its own (a *slot*). It counts as often as it has copies: the same phrase registered by
 * forty firms is stored once and weighs forty. A document without copies answers nothing, and comes back to life with its next copy.
 *
 * Requires: term numbers and slots are dense and small (they index typed arrays).
 * Ensures: `postings`, `copiesHolding` and `documents` depend on the present copies only, never on the order of changes.
 * Cost: add O(terms); copy and drop O(terms); postings O(1). Memory: four bytes a posting.
 */
export class InvertedIndex {
  readonly #termNumbers = new Map<string, number>();
  readonly #postings: GrowingIntegers[] = [];
  readonly #holding: number[] = [];
  readonly #termsOf: Uint32Array[] = [];
  readonly #copies: number[] = [];
  #documents = 0;

  /** Adds a document without copies. Terms may repeat; a term counts once. Returns its slot. */
  add(terms: readonly string[]): number {
    const slot = this.#termsOf.length;
    const numbers = Uint32Array.from(new Set(terms.map((term) => this.#numberOf(term))));
    this.#termsOf.push(numbers);
    this.#copies.push(0);
    for (const number of numbers) this.#postings[number]?.push(slot);
    return slot;
  }

  /** One more copy of the document. */
  copy(slot: number): void {
    this.#change(slot, 1);
  }

  /** One copy less. Requires: it has one. */
  drop(slot: number): void {
    if (this.copiesOf(slot) === 0) throw new RangeError(`document ${slot} has no copy to drop`);
    this.#change(slot, -1);
  }

  copiesOf(slot: number): number {
    return this.#copies[slot] ?? 0;
  }

  /** The number of different terms of a document. */
  lengthOf(slot: number): number {
    return this.#termsOf[slot]?.length ?? 0;
  }

  /** The terms of a document, as numbers that `copiesHoldingNumber` understands. */
  termsOf(slot: number): Uint32Array {
    return this.#termsOf[slot] ?? new Uint32Array();
  }

  /** All copies of all documents. */
  get documents(): number {
    return this.#documents;
  }

  /** How many copies hold the term: the document frequency of Robertson's weight. */
  copiesHolding(term: string): number {
    const number = this.#termNumbers.get(term);
    return number === undefined ? 0 : this.copiesHoldingNumber(number);
  }

  copiesHoldingNumber(number: number): number {
    return this.#holding[number] ?? 0;
  }

  /** Slots of the documents with the term, rising; some may have no copies now. */
  postings(term: string): Uint32Array {
    const number = this.#termNumbers.get(term);
    return number === undefined ? new Uint32Array() : (this.#postings[number]?.view() ?? new Uint32Array());
  }

  #change(slot: number, by: 1 | -1): void {
    this.#copies[slot] = this.copiesOf(slot) + by;
    this.#documents += by;
    for (const number of this.termsOf(slot)) this.#holding[number] = this.copiesHoldingNumber(number) + by;
  }

  #numberOf(term: string): number {
    const known = this.#termNumbers.get(term);
    if (known !== undefined) return known;
    const number = this.#postings.length;
    this.#termNumbers.set(term, number);
    this.#postings.push(new GrowingIntegers());
    this.#holding.push(0);
    return number;
  }
}
