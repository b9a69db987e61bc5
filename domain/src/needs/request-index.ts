import { saturation, termWeight } from '@zhitong/algorithms/search/term-weight';
import type { ReadRequest } from './request-terms.ts';

/** The texts of a matter that a hit is counted in, each with its worth. */
export interface WeightedText {
  readonly read: ReadRequest;
  readonly worth: number;
}

interface Held {
  /** from the duty table */
  table: number;
  /** from examples: requests whose right matter is known */
  example: number;
}

interface IndexedMatter {
  /** outside the table: it has a score, and changes no other one */
  readonly outside: boolean;
  tableLength: number;
  exampleLength: number;
  readonly examples: ReadRequest[];
}

const newMatter = { tableLength: 0, exampleLength: 0 };

export interface MatterScore {
  readonly matter: number;
  readonly score: number;
}

/** Chosen by cross-validation over the build part, see data/request-routing/README.md. */
const exampleWorth = 0.6;
const spread = { k1: 1.4, b: 0.9 } as const;
/** An example more than this many no longer makes the words of its matter heavier. */
const fullExamples = 8;
/** A word said a third time tells no more. */
const mostRepeats = 2;

/**
 * A live index of matters: BM25 over weighted fields (Robertson, Zaragoza, Taylor, *Simple BM25 Extension to Multiple Weighted Fields*,
 * CIKM 2004) in which the examples of a matter are one more field, so that an example counts from the moment it is learnt.
 * Score: O(terms of the request × matters holding them).
 */
export class RequestIndex {
  readonly #matters: IndexedMatter[] = [];
  readonly #postings = new Map<string, Map<number, Held>>();
  /** how many matters of the table hold a term */
  readonly #holding = new Map<string, number>();
  #inTable = 0;
  #totalLength = 0;

  /** The topic gets the next number, as a matter does. */
  addOutside(reads: readonly ReadRequest[]): void {
    const topic = this.#matters.push({ ...newMatter, outside: true, examples: [] }) - 1;
    for (const read of reads) this.learn(topic, read);
  }

  /** The matter gets the next number, from 0. */
  addMatter(texts: readonly WeightedText[]): void {
    const matter = this.#matters.push({ ...newMatter, outside: false, examples: [] }) - 1;
    this.#inTable += 1;
    for (const { read, worth } of texts) this.#count(matter, read, { field: 'table', worth });
  }

  learn(matter: number, read: ReadRequest): void {
    this.#matters[matter]?.examples.push(read);
    this.#count(matter, read, { field: 'example', worth: exampleWorth });
  }

  examplesOf(matter: number): readonly ReadRequest[] {
    return this.#matters[matter]?.examples ?? [];
  }

  /** How much a term tells: little when most matters hold it. */
  weightOf(term: string): number {
    return termWeight(this.#holding.get(term) ?? 0, this.#inTable);
  }

  /** Only matters that hold a term of the request, in the order of their numbers. */
  score({ terms }: ReadRequest): readonly MatterScore[] {
    const totals = new Float64Array(this.#matters.length);
    for (const [term, count] of terms) {
      const worth = Math.min(count, mostRepeats) * this.weightOf(term);
      for (const [matter, held] of this.#postings.get(term) ?? [])
        totals[matter] = (totals[matter] ?? 0) + worth * this.#saturated(matter, held);
    }
    return [...totals].flatMap((score, matter) => (score > 0 ? [{ matter, score }] : []));
  }

  #saturated(matter: number, { table, example }: Held): number {
    const found = this.#matters[matter];
    if (found === undefined) return 0;
    const share = fullExamples / Math.max(fullExamples, found.examples.length);
    const length = found.tableLength + share * found.exampleLength;
    const averageLength = this.#totalLength / Math.max(1, this.#inTable);
    return saturation(table + share * example, { length, averageLength, ...spread });
  }

  #count(
    matter: number,
    { terms }: ReadRequest,
    { field, worth }: { readonly field: keyof Held; readonly worth: number },
  ): void {
    const found = this.#matters[matter];
    if (found === undefined) return;
    let length = 0;
    for (const [term, count] of terms) {
      const posting = this.#postings.get(term) ?? new Map<number, Held>();
      const known = posting.get(matter);
      if (known === undefined && !found.outside) this.#holding.set(term, (this.#holding.get(term) ?? 0) + 1);
      const held = known ?? { table: 0, example: 0 };
      held[field] += count * worth;
      this.#postings.set(term, posting.set(matter, held));
      length += count * worth;
    }
    if (!found.outside) this.#totalLength += length;
    found[`${field}Length`] += length;
  }
}
