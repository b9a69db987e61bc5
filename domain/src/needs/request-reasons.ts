import type { RequestIndex } from './request-index.ts';
import { meaningTerm, type ReadRequest } from './request-terms.ts';

export const matterFields = ['title', 'words', 'description', 'body', 'basis'] as const;
export type MatterField = (typeof matterFields)[number];

/**
 * Why a matter is proposed, in words of the request only: an example may be another firm's request, so its text is never shown.
 * `field`: they stand there in the duty table. `synonym`: the request says it in other words. `example`: they stood in an earlier request.
 */
export type RouteReason =
  | { readonly kind: 'field'; readonly field: MatterField; readonly words: readonly string[] }
  | { readonly kind: 'synonym'; readonly said: string; readonly official: string }
  | { readonly kind: 'example'; readonly words: readonly string[] };

export interface ReasonSources {
  /** normalised */
  readonly fields: Readonly<Record<MatterField, string>>;
  readonly meanings: ReadonlySet<string>;
  readonly example: ReadRequest | undefined;
  readonly index: RequestIndex;
}

const mostWords = 4;
const mostSynonyms = 3;

/** Heaviest first within each kind. */
export function reasonsOf(request: ReadRequest, sources: ReasonSources): readonly RouteReason[] {
  const { fields, meanings, example, index } = sources;
  const inFields = matterFields.map((field): RouteReason => {
    return { kind: 'field', field, words: sharedWords(request, fields[field], index) };
  });
  const synonyms = request.synonyms
    .filter(({ official, said }) => official !== said && meanings.has(meaningTerm(official)))
    .toSorted((a, b) => index.weightOf(meaningTerm(b.official)) - index.weightOf(meaningTerm(a.official)))
    .slice(0, mostSynonyms)
    .map(({ official, said }): RouteReason => ({ kind: 'synonym', said, official }));
  const words = example === undefined ? [] : sharedWords(request, example.plain, index);
  return [...inFields, ...synonyms, { kind: 'example', words } as const].filter(
    (reason) => reason.kind === 'synonym' || reason.words.length > 0,
  );
}

/** The longest pieces of the request, of two characters or more, that stand in the other text as they are; the most telling ones. */
function sharedWords({ plain }: ReadRequest, other: string, index: RequestIndex): readonly string[] {
  const found = new Set<string>();
  for (const run of plain.match(pieces) ?? [])
    for (let start = 0, reached = 0; start < run.length - 1; start += 1) {
      let end = Math.max(start, reached);
      while (end < run.length && other.includes(run.slice(start, end + 1))) end += 1;
      if (end - start > 1 && end > reached) found.add(run.slice(start, end));
      reached = Math.max(reached, end);
    }
  return [...found]
    .filter((word) => !/^[a-z0-9]+$/.test(word) || hasWord(other, word))
    .toSorted((a, b) => tells(b, index) - tells(a, index))
    .slice(0, mostWords);
}

/** `ce` is not a word of `process`. */
function hasWord(text: string, word: string): boolean {
  return text.split(/[^a-z0-9]+/).includes(word);
}

function tells(word: string, index: RequestIndex): number {
  const pairs = Array.from({ length: word.length - 1 }, (_, at) => index.weightOf(word.slice(at, at + 2)));
  return pairs.reduce((sum, weight) => sum + weight, 0);
}

const pieces = /\p{Script=Han}{2,}|[a-z0-9]{2,}/gu;
