import { InvertedIndex } from '@zhitong/algorithms/search/inverted-index';
import { termWeight } from '@zhitong/algorithms/search/term-weight';
import type { OfferEntry } from './offer-table.ts';
import { splitPhrase } from './phrase-split.ts';
import { pairsOf, singlesOf } from './phrase-terms.ts';
import { normaliseText } from './text-normal.ts';

/** A registered phrase, stored once however many firms registered it. */
export interface Phrase {
  readonly slot: number;
  /** letters and figures as written, normalised */
  readonly written: string;
  /** without words that name no product */
  readonly whole: string;
  readonly owners: Set<OfferEntry>;
}

/** All phrases of all offers, found by pairs and by single characters. */
export class PhraseIndex {
  readonly #slots = new Map<string, number>();
  readonly #phrases: Phrase[] = [];
  readonly pairs = new InvertedIndex();
  readonly singles = new InvertedIndex();

  /** The slot of a phrase, made when it is new. */
  slotOf(text: string): number {
    const { written, whole } = splitPhrase(normaliseText(text).text);
    const known = this.#slots.get(written);
    if (known !== undefined) return known;
    const slot = this.pairs.add(pairsOf(whole));
    this.singles.add(singlesOf(whole));
    this.#slots.set(written, slot);
    this.#phrases.push({ slot, written, whole, owners: new Set() });
    return slot;
  }

  get(slot: number): Phrase | undefined {
    return this.#phrases[slot];
  }

  /** Slots ever given; scratch arrays are this long. */
  get slotCount(): number {
    return this.#phrases.length;
  }

  own(entry: OfferEntry): void {
    this.get(entry.phrase)?.owners.add(entry);
    this.pairs.copy(entry.phrase);
    this.singles.copy(entry.phrase);
  }

  disown(entry: OfferEntry): void {
    this.get(entry.phrase)?.owners.delete(entry);
    this.pairs.drop(entry.phrase);
    this.singles.drop(entry.phrase);
  }

  /** How much a pair tells among the offers of now. */
  weightOf(pair: string): number {
    return termWeight(this.pairs.copiesHolding(pair), this.pairs.documents);
  }

  /** The weights of all pairs of a phrase. */
  weightOfPhrase(slot: number): number {
    let sum = 0;
    for (const number of this.pairs.termsOf(slot))
      sum += termWeight(this.pairs.copiesHoldingNumber(number), this.pairs.documents);
    return sum;
  }
}
