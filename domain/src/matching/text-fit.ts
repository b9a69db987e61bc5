import { saturation } from '@zhitong/algorithms/search/term-weight';
import type { FirmEntry, OfferEntry, OfferTable } from './offer-table.ts';
import type { PhraseIndex } from './phrase-index.ts';
import { type Likeness, likenessOfPhrases } from './phrase-likeness.ts';
import { splitPhrase } from './phrase-split.ts';
import { pairsOf } from './phrase-terms.ts';

/** How well a firm's own words fit the wanted ones. */
export interface TextFit {
  readonly firm: FirmEntry;
  /** 0 … 1, all evidence together */
  readonly fit: number;
  /** 0 … 1, likeness of the one best phrase: decides whether text alone is enough to list the firm */
  readonly best: number;
  /** the offer with that phrase */
  readonly offer: OfferEntry;
}

/** Shares of the evidence; they sum to 1. Found by coordinate ascent on half of a public test, checked on the other half (bench/match-quality). */
const shares = {
  list: 0.43,
  covered: 0.06,
  agreement: 0.07,
  characters: 0.1,
  written: 0.09,
  parts: 0.21,
  focus: 0.04,
} as const;

/** Whose words are read. */
export interface OfferWords {
  readonly phrases: PhraseIndex;
  readonly table: OfferTable;
  readonly accepts: (entry: OfferEntry) => boolean;
}

/** Every firm whose product list shares a pair of characters with the wanted phrase. */
export function textFits(wanted: string, among: OfferWords): Map<FirmEntry, TextFit> {
  const { phrases } = among;
  const { written, whole, parts } = splitPhrase(wanted);
  const likeness = likenessOfPhrases(whole, phrases);
  const best = bestPhraseOfFirms(likeness, among);
  const partLikeness = parts.map((part) => bestPhraseOfFirms(likenessOfPhrases(part, phrases), among));
  const lists = listFits(whole, among);
  const fits = new Map<FirmEntry, TextFit>();
  for (const [firm, { entry, value, like }] of best) {
    const partsFit =
      parts.length === 0
        ? value
        : partLikeness.reduce((sum, part) => sum + (part.get(firm)?.value ?? 0), 0) / parts.length;
    const evidence = {
      list: lists.get(firm) ?? 0,
      covered: like.covered,
      agreement: like.agreement,
      characters: like.characters,
      written: phrases.get(entry.phrase)?.written === written ? 1 : 0,
      parts: partsFit,
      focus: 1 / Math.sqrt(firm.offers.size),
    };
    fits.set(firm, { firm, fit: weighed(evidence), best: Math.max(value, bestPart(partLikeness, firm)), offer: entry });
  }
  return fits;
}

type Evidence = Readonly<Record<keyof typeof shares, number>>;

function weighed(evidence: Evidence): number {
  return (
    shares.list * evidence.list +
    shares.covered * evidence.covered +
    shares.agreement * evidence.agreement +
    shares.characters * evidence.characters +
    shares.written * evidence.written +
    shares.parts * evidence.parts +
    shares.focus * evidence.focus
  );
}

interface BestPhrase {
  readonly entry: OfferEntry;
  readonly value: number;
  readonly like: Likeness;
}

function bestPart(parts: readonly Map<FirmEntry, BestPhrase>[], firm: FirmEntry): number {
  return Math.max(0, ...parts.map((part) => part.get(firm)?.value ?? 0));
}

/** The likest phrase of each firm; of equal ones the offer with the smaller id, so that the order of changes never shows. */
function bestPhraseOfFirms(
  likeness: ReadonlyMap<number, Likeness>,
  { phrases, accepts }: OfferWords,
): Map<FirmEntry, BestPhrase> {
  const best = new Map<FirmEntry, BestPhrase>();
  for (const [slot, like] of likeness) {
    const value = 0.7 * like.agreement + 0.3 * like.characters;
    for (const entry of phrases.get(slot)?.owners ?? []) {
      const known = best.get(entry.firm);
      const better =
        known === undefined || value > known.value || (value === known.value && entry.offer.id < known.entry.offer.id);
      if (better && accepts(entry)) best.set(entry.firm, { entry, value, like });
    }
  }
  return best;
}

/** BM25 of the firm's whole product list, as a share of the most that any list could reach. */
function listFits(whole: string, { phrases, table, accepts }: OfferWords): Map<FirmEntry, number> {
  const pairs = pairsOf(whole);
  const most = pairs.reduce((sum, pair) => sum + phrases.weightOf(pair) * 2.2, 0);
  const sums = new Map<FirmEntry, number>();
  for (const pair of pairs) {
    const weight = phrases.weightOf(pair) / most;
    for (const [firm, frequency] of frequencies(pair, { phrases, accepts })) {
      sums.set(
        firm,
        (sums.get(firm) ?? 0) +
          weight * saturation(frequency, { length: firm.length, averageLength: table.averageLength }),
      );
    }
  }
  return sums;
}

function frequencies(pair: string, { phrases, accepts }: Omit<OfferWords, 'table'>): Map<FirmEntry, number> {
  const counted = new Map<FirmEntry, number>();
  for (const slot of phrases.pairs.postings(pair)) {
    for (const entry of phrases.get(slot)?.owners ?? [])
      if (accepts(entry)) counted.set(entry.firm, (counted.get(entry.firm) ?? 0) + 1);
  }
  return counted;
}
