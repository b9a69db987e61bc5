import type { Sentence } from '../language.ts';
import { Refusal } from '../refusal.ts';
import { isWholeAnswer, type TargetAnswer } from './target-answer.ts';

/**
 * How an answer to a target sheet comes to be the one a firm has the word on. Whoever is in charge of the case gives it by leaving nothing
 * open; any answer, also of a helper, becomes it when the firm takes it. From then on the case is answered and no more: that it is
 * *solved* is the firm’s own word, later. Until that word the giver may mend the answer: another version, the one before kept, the firm
 * told. Nobody else answers meanwhile. When the firm says that it is not solved, or the case goes to another body, the choice is over and
 * everybody may answer again.
 */
export interface AnswerStanding {
  /** the firm has the word */
  readonly isAnswered: boolean;
  readonly isOver: boolean;
  /** the body that answers for the case */
  readonly lead: string;
  /** the body whose answer the firm has taken; null: none */
  readonly chosen: string | null;
}

/** Why an answer was not the one the firm took. Nothing in it tells of another answerer. */
export const passedOverCodes = ['targets', 'evidence', 'readiness', 'terms', 'settled'] as const;
export type PassedOverCode = (typeof passedOverCodes)[number];

export const passedOverWords = {
  targets: { zh: '达到的指标不够', en: 'Too few targets met' },
  evidence: { zh: '依据不够充分', en: 'Evidence not sufficient' },
  readiness: { zh: '离实际应用还远', en: 'Too far from use' },
  terms: { zh: '合作条件不合适', en: 'Terms do not fit' },
  settled: { zh: '企业已另有安排', en: 'The firm has made other arrangements' },
} as const satisfies Record<PassedOverCode, Sentence>;

/** A code as it came back from the log; what is not known any more is said in the most general words. */
export function readPassedOver(code: unknown): PassedOverCode {
  return passedOverCodes.find((known) => known === code) ?? 'settled';
}

export interface WantedAnswer {
  /** it is not the version that stands any more */
  readonly isReplaced: boolean;
}

/** May the firm take this answer now? Also one that leaves something open: what it is good for is the firm’s to judge. */
export function decideChoice({ isReplaced }: WantedAnswer, { isOver, chosen }: Omit<AnswerStanding, 'lead'>): void {
  if (isOver) throw new Refusal('technology.over');
  if (chosen !== null) throw new Refusal('technology.chosen-already');
  if (isReplaced) throw new Refusal('technology.answer-changed');
}

/** What an answer of this body would be now: the answer of the case mended, or any other. Refuses where another’s was taken. */
export function decideAnswering(
  body: string,
  items: readonly TargetAnswer[],
  { isAnswered, isOver, lead, chosen }: AnswerStanding,
): 'mended' | 'given' {
  if (isOver) throw new Refusal('technology.over');
  if (chosen !== null && chosen !== body) throw new Refusal('technology.settled');
  if (!isAnswered || (chosen ?? lead) !== body) return 'given';
  // what the firm is asked to confirm cannot become half an answer under its eyes
  if (chosen === null && !isWholeAnswer(items)) throw new Refusal('technology.mend-whole');
  return 'mended';
}

/** Why an answer was passed over, in what it is itself worse than the one taken; a body that had not answered learns no more. */
export function derivedPassing(own: readonly TargetAnswer[] | null, taken: readonly TargetAnswer[]): PassedOverCode {
  return own !== null && metOf(own) < metOf(taken) ? 'targets' : 'settled';
}

const metOf = (items: readonly TargetAnswer[]) => items.filter(({ verdict }) => verdict === 'met').length;
