import { isCaseOver } from './case-action.ts';
import { allowanceOf, type CaseTerms, caseClock } from './case-clock.ts';
import { type CaseState, currentRound } from './case-history.ts';
import type { CaseLight } from './case-light.ts';
import { caseMarks, earliest, markLights } from './case-mark.ts';
import type { CaseRules } from './case-terms.ts';
import { workedAfter, workedBetween } from './working-time.ts';

/** What stands in the row of a case beside the fold of its actions, so that a list and a light need no history. */
export interface CaseStanding {
  readonly dueAt: Date;
  readonly dueCertain: boolean;
  readonly yellowAt: Date;
  /** the due instant, or before it that of a mark that makes red when it is missed */
  readonly redAt: Date;
  /** null: signed, answered, or over */
  readonly signDueAt: Date | null;
  /** by when the firm must have heard something; null: it has, or the case is answered or over */
  readonly firstAnswerDueAt: Date | null;
  readonly stoppedAt: Date | null;
  /** it was red when it was stopped, or before */
  readonly late: boolean;
  readonly handBacks: number;
}

/** Ensures: `lightOf` of the standing at an instant is `caseLight` of the state at that instant, as long as nothing happens. */
export function caseStanding(state: CaseState, terms: CaseTerms, rules: CaseRules): CaseStanding {
  const { light } = rules;
  const round = currentRound(state);
  const { due, late } = caseClock(state, terms, round.stop ?? round.start);
  const allowance = allowanceOf(round, terms);
  const near = Math.min(light.yellowMs, light.yellowShare * allowance);
  const marks = caseMarks(state, { calendar: terms.calendar, marks: rules.marks });
  const missed = markLights(marks, rules.marks);
  const nearAt = workedAfter(terms.calendar, round.start, Math.max(0, allowance - near)).at;
  const open = (kind: 'sign' | 'first-answer') =>
    marks.findLast((mark) => mark.kind === kind && mark.endedAt === null)?.dueAt ?? null;
  return {
    dueAt: due.at,
    dueCertain: due.certain,
    yellowAt: earliest([nearAt, ...(missed.yellowAt ? [missed.yellowAt] : [])]) ?? nearAt,
    redAt: earliest([due.at, ...(missed.redAt ? [missed.redAt] : [])]) ?? due.at,
    signDueAt: open('sign'),
    firstAnswerDueAt: open('first-answer'),
    stoppedAt: round.stop,
    late: late || (round.stop !== null && missed.wasRed),
    handBacks: state.rounds.reduce((sum, { handedBack }) => sum + handedBack.length, 0),
  };
}

type Shown = Pick<CaseStanding, 'dueAt' | 'yellowAt' | 'stoppedAt' | 'late'> & {
  readonly status: CaseState['status'];
  /** null or undefined: the due instant */
  readonly redAt?: Date | null;
};

/** The light of a row: the same as the one of its history, without reading it. */
export function lightOfStanding({ status, dueAt, redAt, yellowAt, stoppedAt, late }: Shown, now: Date): CaseLight {
  if (isCaseOver(status)) return status === 'solved' ? 'solved' : 'unsolved';
  if (stoppedAt !== null) return late ? 'caught-up' : 'green';
  if (now > (redAt ?? dueAt)) return 'red';
  return now >= yellowAt ? 'yellow' : 'green';
}

/** Working time left, below zero when late; what a stopped case had left when it was stopped. */
export function remainingOfStanding(
  { dueAt, stoppedAt }: Pick<CaseStanding, 'dueAt' | 'stoppedAt'>,
  { calendar }: Pick<CaseRules, 'calendar'>,
  now: Date,
): number {
  const at = stoppedAt ?? now;
  return at <= dueAt ? workedBetween(calendar, at, dueAt) : 0 - workedBetween(calendar, dueAt, at);
}

/** A light that a mark has made: nearer than the longest near of the city it would be yellow by its time as well. */
export function isLitByMark(
  light: CaseLight,
  remainingMs: number,
  { light: { yellowMs } }: Pick<CaseRules, 'light'>,
): boolean {
  return (light === 'yellow' || light === 'red') && remainingMs > yellowMs;
}
