import { bestOf } from '@zhitong/algorithms/search/best-of';
import { RequestIndex } from './request-index.ts';
import { readRequest } from './request-terms.ts';
import { newThesaurus, type SynonymGroup } from './request-thesaurus.ts';
import { wishOf } from './request-wish.ts';

/** An answer anybody may read, as it is searched. */
export interface KnownAnswer {
  readonly id: string;
  /** the question, or what the policy is called */
  readonly title: string;
  readonly text: string;
  /** the matter it belongs to; null: to none */
  readonly dutyId: string | null;
}

export interface FoundAnswer<Answer extends KnownAnswer> {
  readonly answer: Answer;
  /** 0 … 1: how much of what the request says the answer speaks of */
  readonly score: number;
}

/** A matter that routing proposes for the same text. */
export interface LikelyMatter {
  readonly dutyId: string;
  readonly confidence: number;
}

export interface AnswerSearch<Answer extends KnownAnswer> {
  /** Best first, at most `limit`; only what is worth showing. Deterministic. */
  readonly find: (
    text: string,
    of: { readonly matters: readonly LikelyMatter[]; readonly limit: number },
  ) => readonly FoundAnswer<Answer>[];
}

/** What a hit in the question is worth beside one in the answer. */
const worth = { title: 2, text: 0.7 } as const;
/** Below this an answer shares everyday words with the request and no more. Chosen over the build part of the requests (bench/known-answers.test.ts). */
export const answerFrom = 0.26;
/** What it adds that the answer belongs to the matter the request is likely about. */
const matterWorth = 0.2;
/** Characters of a request that are read. */
const longest = 1_000;

/**
 * A search over answers that exist: BM25 over question and answer, as a share of what the request could reach at most, lifted where
 * routing proposes the matter of the answer. Built once for a set of answers; a search costs O(terms × answers holding them).
 */
export function newAnswerSearch<Answer extends KnownAnswer>(
  answers: readonly Answer[],
  synonyms: readonly SynonymGroup[],
): AnswerSearch<Answer> {
  const thesaurus = newThesaurus(synonyms);
  const index = new RequestIndex();
  for (const { title, text } of answers)
    index.addMatter([
      { read: readRequest(title, thesaurus), worth: worth.title },
      { read: readRequest(text, thesaurus), worth: worth.text },
    ]);
  return {
    find: (text, { matters, limit }) => {
      const request = readRequest(text.slice(0, longest), thesaurus);
      const reach = [...request.terms].reduce(
        (sum, [term, count]) => sum + Math.min(count, 2) * index.weightOf(term),
        0,
      );
      // who wants a loan, goods or research wants somebody who does it: an answer of the same matter must speak of it itself
      const likely = wishOf(request.normal) === undefined ? matters : [];
      const lift = new Map(likely.map(({ dutyId, confidence }) => [dutyId, confidence * matterWorth]));
      const found = index.score(request).flatMap(({ matter, score }) => {
        const answer = answers[matter];
        if (answer === undefined || reach === 0) return [];
        const own = score / reach;
        return [{ answer, score: own + (answer.dutyId === null ? 0 : (lift.get(answer.dutyId) ?? 0)) }];
      });
      const worthy = found.filter(({ score }) => score >= answerFrom);
      return bestOf(worthy, limit, (a, b) => b.score - a.score || (a.answer.id < b.answer.id ? -1 : 1));
    },
  };
}
