import { isCaseOver } from './case-action.ts';
import { type CaseState, currentRound } from './case-history.ts';
import type { CaseRung, MissedMarks } from './case-light.ts';
import { cityDay, endOfCityDay } from './city-day.ts';
import type { WorkCalendar } from './work-calendar.ts';
import { workedAfter } from './working-time.ts';

/**
 * What is owed before the answer: that the body signs for a case (签收), from when it came to it, and that the firm hears something (首次
 * 回应), from the submission. The first answer is the first signed word to the firm: signing with words, a question, an answer, also the
 * offer of a bank or the answer of a centre. Neither ever moves the due time.
 */
export const caseMarkKinds = ['first-answer', 'sign'] as const;
export type CaseMarkKind = (typeof caseMarkKinds)[number];

/** The terms of a city for marks; times are working time in milliseconds. */
export interface CaseMarkRules {
  readonly within: Readonly<Record<CaseMarkKind, number>>;
  /** what a mark that is missed does to the light, at least */
  readonly light: Readonly<Record<CaseMarkKind, 'yellow' | 'red'>>;
  /** who is told of a mark that is missed, and how long after it fell due */
  readonly ladder: readonly CaseRung[];
}

export interface CaseMark {
  readonly kind: CaseMarkKind;
  /** of marks of one kind in a round, from 1: each body that gets a case has to sign */
  readonly nth: number;
  readonly from: Date;
  readonly dueAt: Date;
  /** it is owed no more: it was met, or the case went on or came to its answer; null: it is open */
  readonly endedAt: Date | null;
}

export interface MarkTerms {
  readonly calendar: WorkCalendar;
  readonly marks: CaseMarkRules;
}

/** The marks of the current round. O(holdings of the round). */
export function caseMarks(state: CaseState, { calendar, marks: { within } }: MarkTerms): readonly CaseMark[] {
  const { start, stop, heardAt, holdings, veiled } = currentRound(state);
  // counted from the next morning: an hour after the rating would tell when it was given
  const begun = veiled ? endOfCityDay(cityDay(start)) : start;
  // a round that is over owes nothing any more
  const over = isCaseOver(state.status) ? (stop ?? start) : null;
  const due = (from: Date, kind: CaseMarkKind) => workedAfter(calendar, from, within[kind]).at;
  return [
    {
      ...{ kind: 'first-answer', nth: 1, from: begun, dueAt: due(begun, 'first-answer') },
      endedAt: heardAt ?? stop ?? over,
    },
    ...holdings.map(({ from: came, to, signedAt }, at) => {
      const from = came > begun ? came : begun;
      const endedAt = signedAt ?? to ?? stop ?? over;
      return { kind: 'sign' as const, nth: at + 1, from, dueAt: due(from, 'sign'), endedAt };
    }),
  ];
}

/** It was missed, or will be if nothing happens until then. */
export function isMissable({ endedAt, dueAt }: CaseMark): boolean {
  return endedAt === null || endedAt > dueAt;
}

/** When a round turns yellow by its marks, and red; null: not by them. A red mark that was met since is yellow again. */
export function markLights(marks: readonly CaseMark[], { light }: Pick<CaseMarkRules, 'light'>): MissedMarks {
  const missable = marks.filter(isMissable);
  const red = missable.filter(({ kind }) => light[kind] === 'red');
  return {
    yellowAt: earliest(missable.map(({ dueAt }) => dueAt)),
    redAt: earliest(red.filter(({ endedAt }) => endedAt === null).map(({ dueAt }) => dueAt)),
    wasRed: red.some(({ endedAt }) => endedAt !== null),
  };
}

export function earliest(instants: readonly Date[]): Date | null {
  return instants.reduce<Date | null>((first, one) => (first === null || one < first ? one : first), null);
}
