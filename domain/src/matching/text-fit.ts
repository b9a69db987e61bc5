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

/** below this a firm only shares a word with the need: not worth keeping */
const leastTextFit = 0.12;

/** Every firm whose product list is like the wanted phrase. */
export function textFits(wanted: string, among: OfferWords): Map<FirmEntry, TextFit> {
  const { phrases } = among;
  const { written, whole, parts } = splitPhrase(wanted);
  const likeness = likenessOfPhrases(whole, phrases);
  const best = bestPhrases(likeness, among);
  const ofParts = parts.map((part) => bestPhrases(likenessOfPhrases(part, phrases), among).values);
  const lists = listFits(whole, among);
  const fits = new Map<FirmEntry, TextFit>();
  for (const firm of best.firms) {
    const offer = best.entries[firm.number];
    const like = offer && likeness.get(offer.phrase);
    if (offer === undefined || like === undefined) continue;
    const value = best.values[firm.number] ?? 0;
    const partValues = ofParts.map((values) => values[firm.number] ?? 0);
    const evidence = {
      list: lists[firm.number] ?? 0,
      covered: like.covered,
      agreement: like.agreement,
      characters: like.characters,
      written: phrases.get(offer.phrase)?.written === written ? 1 : 0,
      parts: partValues.length === 0 ? value : partValues.reduce((sum, part) => sum + part, 0) / partValues.length,
      focus: 1 / Math.sqrt(firm.offers.size),
    };
    const fit = weighed(evidence);
    if (fit >= leastTextFit) fits.set(firm, { firm, fit, best: Math.max(value, ...partValues), offer });
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

/** By the firm's number: how like its likest phrase is, and the offer with it. */
interface BestPhrases {
  readonly firms: readonly FirmEntry[];
  readonly values: Float64Array;
  readonly entries: readonly (OfferEntry | undefined)[];
}

/** The likest phrase of each firm; of equal ones the offer with the smaller id, so that the order of changes never shows. */
function bestPhrases(likeness: ReadonlyMap<number, Likeness>, { phrases, table, accepts }: OfferWords): BestPhrases {
  const firms: FirmEntry[] = [];
  const values = new Float64Array(table.firmCount);
  const entries: (OfferEntry | undefined)[] = new Array(table.firmCount);
  for (const [slot, like] of likeness) {
    const value = 0.7 * like.agreement + 0.3 * like.characters;
    for (const entry of phrases.get(slot)?.owners ?? []) {
      const { number } = entry.firm;
      const known = entries[number];
      if (known !== undefined && !isLiker({ value, entry }, { value: values[number] ?? 0, entry: known })) continue;
      if (!accepts(entry)) continue;
      if (known === undefined) firms.push(entry.firm);
      values[number] = value;
      entries[number] = entry;
    }
  }
  return { firms, values, entries };
}

interface LikePhrase {
  readonly value: number;
  readonly entry: OfferEntry;
}

function isLiker(a: LikePhrase, b: LikePhrase): boolean {
  return a.value > b.value || (a.value === b.value && a.entry.offer.id < b.entry.offer.id);
}

/** BM25 of each firm's whole product list, by the firm's number, as a share of the most that any list could reach. */
function listFits(whole: string, among: OfferWords): Float64Array {
  const { phrases, table } = among;
  const pairs = pairsOf(whole);
  const most = pairs.reduce((sum, pair) => sum + phrases.weightOf(pair) * mostSaturation, 0);
  const fits = new Float64Array(table.firmCount);
  const counts = new Uint32Array(table.firmCount);
  for (const pair of pairs) {
    const weight = phrases.weightOf(pair) / most;
    for (const { number, length } of countPair(pair, among, counts)) {
      const value = saturation(counts[number] ?? 0, { length, averageLength: table.averageLength });
      fits[number] = (fits[number] ?? 0) + weight * value;
      counts[number] = 0;
    }
  }
  return fits;
}

/** what `saturation` comes near to, k1 + 1 */
const mostSaturation = 2.2;

/** Counts the offers of each firm that hold the pair; returns the firms that have any. */
function countPair(pair: string, { phrases, accepts }: OfferWords, counts: Uint32Array): FirmEntry[] {
  const holding: FirmEntry[] = [];
  for (const slot of phrases.pairs.postings(pair)) {
    for (const entry of phrases.get(slot)?.owners ?? []) {
      if (!accepts(entry)) continue;
      const before = counts[entry.firm.number] ?? 0;
      if (before === 0) holding.push(entry.firm);
      counts[entry.firm.number] = before + 1;
    }
  }
  return holding;
}
