import { normaliseText } from '../matching/text-normal.ts';
import { clausesOf } from './request-focus.ts';
import type { FoundSynonym, Thesaurus } from './request-thesaurus.ts';

/** A request or a line of the duty table as routing compares it. */
export interface ReadRequest {
  readonly normal: string;
  /** courtesies blanked out */
  readonly plain: string;
  /** term → how often, weighted by its sort */
  readonly terms: ReadonlyMap<string, number>;
  readonly synonyms: readonly FoundSynonym[];
}

/** A meaning (`§工伤`), a word of letters, a pair and a single character of Chinese: what a hit of each sort is worth. Chosen by cross-validation over the build part. */
const termWorth = { meaning: 1.2, word: 1.2, pair: 1, single: 1 } as const;

/**
 * The terms of a text: single characters and pairs of Chinese, words of letters, meanings of the thesaurus. Single characters carry
 * what a slip of the pen or another word order breaks; pairs and meanings tell matters apart. Cost: linear, times the thesaurus.
 */
export function readRequest(text: string, thesaurus: Thesaurus): ReadRequest {
  const normal = normaliseText(text).text;
  const terms = new Map<string, number>();
  const synonyms = new Map<string, FoundSynonym>();
  for (const clause of clausesOf(normal)) {
    const add = (term: string, worth: number) => terms.set(term, (terms.get(term) ?? 0) + worth * clause.weight);
    for (const found of thesaurus.find(clause.text)) {
      synonyms.set(found.official, synonyms.get(found.official) ?? found);
      const term = meaningTerm(found.official);
      terms.set(term, Math.max(terms.get(term) ?? 0, termWorth.meaning * clause.weight));
    }
    for (const run of withoutCourtesies(clause.text).match(runs) ?? [])
      if (han.test(run)) addCharacters(run, add);
      else if (run.length > 1 && letter.test(run)) add(run, termWorth.word);
  }
  return { normal, plain: withoutCourtesies(normal), terms, synonyms: [...synonyms.values()] };
}

function withoutCourtesies(text: string): string {
  return text.replace(courtesies, ' ');
}

export function meaningTerm(official: string): string {
  return `§${official}`;
}

function addCharacters(run: string, add: (term: string, worth: number) => void): void {
  const characters = [...run];
  for (const [at, character] of characters.entries()) {
    add(character, termWorth.single);
    const next = characters[at + 1];
    if (next !== undefined) add(character + next, termWorth.pair);
  }
}

/** What people say around a request: it names no matter. */
const courtesies =
  /您好|你好|请问|麻烦|谢谢|打扰|领导|我们公司|我公司|我司|我们厂|我厂|我们|想问|希望|能不能|怎么办理|怎么办|如何|怎么|怎样|什么|哪里|有没有|一下|现在|目前|最近|已经|一直|还是|因为|所以|但是|如果|需要|可以/g;

const runs = /\p{Script=Han}+|[a-z0-9.+-]+/gu;
const han = /\p{Script=Han}/u;
const letter = /[a-z]/;
