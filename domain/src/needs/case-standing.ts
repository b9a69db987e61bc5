import { isCaseOver } from './case-action.ts';
import { allowanceOf, type CaseTerms, caseClock } from './case-clock.ts';
import { type CaseState, currentRound } from './case-history.ts';
import type { CaseLight } from './case-light.ts';
import type { CaseRules } from './case-terms.ts';
import { workedAfter, workedBetween } from './working-time.ts';

/** What stands in the row of a case beside the fold of its actions, so that a list and a light need no history. */
export interface CaseStanding {
  readonly dueAt: Date;
  readonly dueCertain: boolean;
  readonly yellowAt: Date;
  /** null: signed, answered, or over */
  readonly signDueAt: Date | null;
  readonly stoppedAt: Date | null;
  readonly late: boolean;
  readonly handBacks: number;
}

const minute = 60_000;

/** Ensures: `lightOf` of the standing at an instant is `caseLight` of the state at that instant, as long as nothing happens. */
export function caseStanding(state: CaseState, terms: CaseTerms, { city, light }: CaseRules): CaseStanding {
  const round = currentRound(state);
  const { due, late } = caseClock(state, terms, round.stop ?? round.start);
  const allowance = allowanceOf(round, terms);
  const near = Math.min(light.yellowMs, light.yellowShare * allowance);
  const signDue = workedAfter(terms.calendar, state.leadSince, city.signMinutes * minute).at;
  return {
    dueAt: due.at,
    dueCertain: due.certain,
    yellowAt: workedAfter(terms.calendar, round.start, Math.max(0, allowance - near)).at,
    signDueAt: state.status === 'waiting' ? signDue : null,
    stoppedAt: round.stop,
    late,
    handBacks: state.rounds.reduce((sum, { handedBack }) => sum + handedBack.length, 0),
  };
}

type Shown = Pick<CaseStanding, 'dueAt' | 'yellowAt' | 'stoppedAt' | 'late'> & { readonly status: CaseState['status'] };

/** The light of a row: the same as the one of its history, without reading it. */
export function lightOfStanding({ status, dueAt, yellowAt, stoppedAt, late }: Shown, now: Date): CaseLight {
  if (isCaseOver(status)) return status === 'solved' ? 'solved' : 'unsolved';
  if (stoppedAt !== null) return late ? 'caught-up' : 'green';
  if (now > dueAt) return 'red';
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
