import { bestOf } from '@zhitong/algorithms/search/best-of';
import type { DutyClass, DutyList } from '../directory/duty.ts';
import { normaliseText } from '../matching/text-normal.ts';
import { confidences } from './request-confidence.ts';
import { type MatterScore, RequestIndex } from './request-index.ts';
import { type MatterField, matterFields, type RouteReason, reasonsOf } from './request-reasons.ts';
import { meaningTerm, type ReadRequest, readRequest } from './request-terms.ts';
import { newThesaurus, type SynonymGroup } from './request-thesaurus.ts';
import { type RequestWish, wishOf } from './request-wish.ts';

/** A matter of the duty table as routing reads it, with the body that answers for it today. */
export interface RoutedMatter {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** how firms say it, one phrase each */
  readonly words: readonly string[];
  readonly basis: string;
  readonly list: DutyList;
  readonly class: DutyClass;
  readonly body: { readonly id: string; readonly name: string };
}

/** A request whose right matter is known: written for the purpose, or corrected by a clerk. */
export interface RouteExample {
  readonly text: string;
  readonly matterId: string;
}

export interface RouteCandidate {
  readonly matter: RoutedMatter;
  /** 0 … 1: how often a proposal like this one is right */
  readonly confidence: number;
  readonly reasons: readonly RouteReason[];
}

/** Why the request goes to the bureau's desk: nothing was said, no word of it is known, or the best matter is too unsure. */
export type DeskReason = 'empty' | 'no-known-word' | 'unsure';

export interface RouteProposal {
  /** null: nothing in the text points to a list */
  readonly list: DutyList | null;
  /** best first */
  readonly candidates: readonly RouteCandidate[];
  /** the first candidate may be taken without a clerk */
  readonly confident: boolean;
  /** null exactly when confident */
  readonly desk: DeskReason | null;
  /** only the beginning and the end of a very long text were read */
  readonly cut: boolean;
}

/**
 * Below this confidence the first candidate is a guess and the bureau's desk decides. At .5 it is more likely right than wrong; how many
 * go to the desk and how often the rest is right stands in `npm run bench -- request-routing`.
 */
export const routeThreshold = 0.5;

/** Characters of a text that are read: half from the beginning, half from the end, where the wish stands. Keeps a proposal fast. */
export const longestRouted = 2_000;

export interface RequestRouter {
  /**
   * Deterministic; never throws. At most `limit` candidates. Where the text alone is unsure, `chosen` is the list the person put it on by
   * hand: only matters of that list are weighed then.
   */
  readonly route: (text: string, limit: number, chosen?: DutyList) => RouteProposal;
  /** Counts from the next proposal on. False: no such matter, nothing was learnt. */
  readonly learn: (example: RouteExample) => boolean;
}

/** What firms ask that no matter of the table covers: by topic, for a topic is recognised by its requests. */
export interface OutsideTopic {
  readonly texts: readonly string[];
}

export interface RouterSources {
  readonly matters: readonly RoutedMatter[];
  readonly examples: readonly RouteExample[];
  readonly outside: readonly OutsideTopic[];
  readonly synonyms: readonly SynonymGroup[];
}

/** What a hit in a field is worth. Chosen by cross-validation over the build part. */
const fieldWorth: Readonly<Record<MatterField, number>> = { title: 2, words: 2, description: 1, body: 0.6, basis: 0.6 };

export function newRequestRouter({ matters, examples, outside, synonyms }: RouterSources): RequestRouter {
  const thesaurus = newThesaurus(synonyms);
  const index = new RequestIndex();
  const read = (text: string) => readRequest(text, thesaurus);
  const known = matters.map((matter) => {
    const fields = fieldsOf(matter);
    const texts = matterFields.map((field) => ({ read: read(fields[field]), worth: fieldWorth[field] }));
    index.addMatter(texts);
    return { matter, fields, meanings: new Set(texts.flatMap((text) => [...text.read.terms.keys()])) };
  });
  const numberOf = new Map(matters.map(({ id }, number) => [id, number]));
  const learn = ({ text, matterId }: RouteExample) => {
    const matter = numberOf.get(matterId);
    if (matter === undefined) return false;
    index.learn(matter, read(partRead(text)));
    return true;
  };
  for (const example of examples) learn(example);
  // numbered after the matters: never proposed, but what stands nearer to them than to any matter is for the desk
  for (const { texts } of outside) index.addOutside(texts.map(read));
  const propose = (text: string, limit: number, only?: DutyList) => {
    const request = read(partRead(text));
    const wish = wishOf(request.normal);
    const ranked = rank(wish ? withWish(read(wish.about), wish) : request, { index, matters, wish, only });
    const chances = confidences(ranked.map(({ score }) => score));
    const inTable = ranked.flatMap(({ matter: number, nearest }, at) => {
      const found = known[number];
      return found ? [{ found, nearest, confidence: chances[at] ?? 0 }] : [];
    });
    const candidates = inTable.slice(0, Math.max(0, limit)).map(({ found, nearest, confidence }) => {
      const reasons = reasonsOf(request, { ...found, index, example: nearest });
      return { matter: found.matter, confidence, reasons };
    });
    return proposal(text, { candidates, wish, best: inTable[0]?.confidence });
  };
  return {
    learn,
    route: (text, limit, chosen) => {
      const open = propose(text, limit);
      if (open.confident || chosen === undefined) return open;
      const within = propose(text, limit, chosen);
      // no matter of that list is like it at all: what the text says by itself stays in sight
      return { ...(within.candidates.length > 0 ? within : open), list: chosen };
    },
  };
}

interface Proposed {
  readonly candidates: readonly RouteCandidate[];
  readonly wish: RequestWish | undefined;
  readonly best: number | undefined;
}

function proposal(text: string, { candidates, wish, best }: Proposed): RouteProposal {
  const list = wish?.list ?? candidates[0]?.matter.list ?? null;
  const desk = deskReason(text, best);
  return { list, candidates, confident: desk === null, desk, cut: text.length > longestRouted };
}

function deskReason(text: string, best: number | undefined): DeskReason | null {
  if (text.trim() === '') return 'empty';
  if (best === undefined) return 'no-known-word';
  return best < routeThreshold ? 'unsure' : null;
}

/** What the word for a wish counts, and how much higher matters of its list stand; other matters stay in sight below. */
const wishWorth = { word: 2, list: 1.5 } as const;

function withWish(request: ReadRequest, { official }: RequestWish): ReadRequest {
  return { ...request, terms: new Map(request.terms).set(meaningTerm(official), wishWorth.word) };
}

interface RankedMatter extends MatterScore {
  /** the example most like the request, when one is like it at all */
  readonly nearest: ReadRequest | undefined;
}

interface RankOptions {
  readonly index: RequestIndex;
  readonly matters: readonly RoutedMatter[];
  readonly wish: RequestWish | undefined;
  /** matters of other lists are left out */
  readonly only: DutyList | undefined;
}

/** Matters looked at closely: the examples of each are compared with the request. */
const shortList = 12;
/** What an example word for word like the request adds to its matter. */
const likenessWorth = 0.4;

function rank(request: ReadRequest, { index, matters, wish, only }: RankOptions): readonly RankedMatter[] {
  const wanted = index.score(request).filter(({ matter }) => only === undefined || matters[matter]?.list === only);
  const weighed = wanted.map(({ matter, score }) => {
    const lift = wish !== undefined && matters[matter]?.list === wish.list ? wishWorth.list : 1;
    return { matter, score: score * lift };
  });
  const ranked = bestOf(weighed, shortList, (a, b) => b.score - a.score).map(({ matter, score }): RankedMatter => {
    const { likeness, nearest } = nearestExample(request, index.examplesOf(matter), index);
    return { matter, nearest, score: score * (1 + likenessWorth * likeness ** 2) };
  });
  return ranked.toSorted((a, b) => b.score - a.score);
}

/** Cosine of the weighted terms, 0 … 1. */
function nearestExample(request: ReadRequest, examples: readonly ReadRequest[], index: RequestIndex) {
  let likeness = 0;
  let nearest: ReadRequest | undefined;
  for (const example of examples) {
    const here = cosine(request, example, index);
    if (here > likeness) {
      likeness = here;
      nearest = example;
    }
  }
  return { likeness, nearest };
}

function cosine(a: ReadRequest, b: ReadRequest, index: RequestIndex): number {
  let shared = 0;
  for (const [term, count] of b.terms) {
    const other = a.terms.get(term);
    if (other !== undefined) shared += other * count * index.weightOf(term) ** 2;
  }
  return shared === 0 ? 0 : shared / (lengthOf(a, index) * lengthOf(b, index));
}

function lengthOf({ terms }: ReadRequest, index: RequestIndex): number {
  let sum = 0;
  for (const [term, count] of terms) sum += (count * index.weightOf(term)) ** 2;
  return Math.sqrt(sum);
}

function partRead(text: string): string {
  if (text.length <= longestRouted) return text;
  return `${text.slice(0, longestRouted / 2)} ${text.slice(-longestRouted / 2)}`;
}

function fieldsOf({ title, words, description, body, basis }: RoutedMatter): Readonly<Record<MatterField, string>> {
  const normal = (text: string) => normaliseText(text).text;
  return {
    ...{ title: normal(title), words: normal(words.join('|')), description: normal(description) },
    ...{ body: normal(body.name), basis: normal(basis) },
  };
}
