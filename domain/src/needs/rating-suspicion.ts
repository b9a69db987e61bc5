import type { Sentence } from '../language.ts';
import type { WorkCalendar } from './work-calendar.ts';
import { workedBetween } from './working-time.ts';

/** What the detector marks for the bureau to look at. A mark is a question, not a verdict. */
export const suspicionKinds = ['bulk-closing', 'template-answers', 'self-rating'] as const;
export type SuspicionKind = (typeof suspicionKinds)[number];

export const suspicionWords = {
  'bulk-closing': {
    zh: '临近时限集中答复：10 分钟内答复 5 件以上，每件都在时限的最后十分之一',
    en: 'Bulk closing: five answers or more within 10 minutes, each in the last tenth of its allowance',
  },
  'template-answers': {
    zh: '模板答复：同一段话用了 5 次以上',
    en: 'Template answers: the same text five times or more',
  },
  'self-rating': {
    zh: '疑似自评：答复后 60 秒内评价，或从承办人的地址评价',
    en: 'Self-rating: rated within 60 s of the answer, or from the address of the handler',
  },
} as const satisfies Record<SuspicionKind, Sentence>;

export const manyAnswers = 5;
const bulkWindow = 10 * 60_000;
const lastShare = 0.1;
const hastyRating = 60_000;

export interface Answered {
  readonly caseId: string;
  readonly personId: string;
  readonly at: Date;
  readonly due: Date;
  readonly allowanceMs: number;
  /** what was said */
  readonly text: string;
}

/** Runs of answers of one person that came all at once and all just before they were due; the longest runs, oldest first. O(n log n). */
export function bulkClosings(answers: readonly Answered[], calendar: WorkCalendar): readonly (readonly Answered[])[] {
  const late = answers.filter((one) => isJustInTime(one, calendar));
  return [...Map.groupBy(late, ({ personId }) => personId).values()].flatMap((own) => runsOf(own));
}

function isJustInTime({ at, due, allowanceMs }: Answered, calendar: WorkCalendar): boolean {
  return at <= due && workedBetween(calendar, at, due) <= allowanceMs * lastShare;
}

/** Cuts the answers of one person into runs that fit into the window each. */
function runsOf(own: readonly Answered[]): readonly (readonly Answered[])[] {
  const runs: Answered[][] = [];
  for (const one of own.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    const run = runs.at(-1);
    const first = run?.[0];
    if (run && first && one.at.getTime() - first.at.getTime() <= bulkWindow) run.push(one);
    else runs.push([one]);
  }
  return runs.filter((run) => run.length >= manyAnswers);
}

/** Answers of one person in the same words, spaces and width of letters aside. O(n). */
export function templateAnswers(answers: readonly Answered[]): readonly (readonly Answered[])[] {
  const key = ({ personId, text }: Answered) => `${personId} ${text.normalize('NFKC').replace(/\s+/gu, '')}`;
  return [...Map.groupBy(answers, key).values()].filter((same) => same.length >= manyAnswers);
}

/** Nobody reads an answer, says that it is solved and grades it in a minute, and a firm does not sit where the handler sits. */
export function isSelfRating(rating: { answeredAt: Date; ratedAt: Date; sameAddress: boolean }): boolean {
  return rating.sameAddress || rating.ratedAt.getTime() - rating.answeredAt.getTime() <= hastyRating;
}
