import type { PhraseIndex } from './phrase-index.ts';
import { pairsOf, singlesOf } from './phrase-terms.ts';

/** How like a registered phrase is to what is wanted; every figure in 0 … 1. */
export interface Likeness {
  /** share of the wanted pairs, by weight, that the phrase holds */
  readonly covered: number;
  /** harmonic mean of that and of the share of the phrase that is wanted */
  readonly agreement: number;
  /** shared single characters over all single characters (Jaccard): order and filling apart */
  readonly characters: number;
}

/**
 * Compares one wanted phrase with all registered phrases that share a pair with it.
 * Ensures: independent of the order in which phrases were added. Cost: the postings of the wanted pairs and characters.
 */
export function likenessOfPhrases(wanted: string, phrases: PhraseIndex): Map<number, Likeness> {
  const pairs = pairsOf(wanted);
  const weights = pairs.map((pair) => phrases.weightOf(pair));
  const wantedWeight = weights.reduce((sum, weight) => sum + weight, 0);
  const shared = sharedWeights(pairs, weights, phrases);
  const characters = sharedCharacters(singlesOf(wanted), shared, phrases);
  const wantedCharacters = singlesOf(wanted).length;
  const likeness = new Map<number, Likeness>();
  for (const [slot, weight] of shared) {
    const covered = weight / wantedWeight;
    const common = characters.get(slot) ?? 0;
    likeness.set(slot, {
      covered,
      agreement: (2 * weight) / (wantedWeight + phrases.weightOfPhrase(slot)),
      characters: common / (wantedCharacters + phrases.singles.lengthOf(slot) - common),
    });
  }
  return likeness;
}

function sharedWeights(
  pairs: readonly string[],
  weights: readonly number[],
  phrases: PhraseIndex,
): Map<number, number> {
  const shared = new Map<number, number>();
  pairs.forEach((pair, at) => {
    for (const slot of phrases.pairs.postings(pair)) {
      if (phrases.pairs.copiesOf(slot) > 0) shared.set(slot, (shared.get(slot) ?? 0) + (weights[at] ?? 0));
    }
  });
  return shared;
}

/** Counted only for phrases that share a pair: one common character alone makes no product alike. */
function sharedCharacters(
  singles: readonly string[],
  among: ReadonlyMap<number, number>,
  phrases: PhraseIndex,
): Map<number, number> {
  const shared = new Map<number, number>();
  for (const single of singles) {
    for (const slot of phrases.singles.postings(single))
      if (among.has(slot)) shared.set(slot, (shared.get(slot) ?? 0) + 1);
  }
  return shared;
}
