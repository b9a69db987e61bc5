import { isCaseOver } from './case-action.ts';
import { allowanceOf, type CaseClock, type CaseTerms } from './case-clock.ts';
import { type CaseState, currentRound } from './case-history.ts';
import { type WorkInstant, workedAfter } from './working-time.ts';

/** `caught-up`: it was red and has been answered since; it is never green again. */
export const caseLights = ['green', 'yellow', 'red', 'caught-up', 'solved', 'unsolved'] as const;
export type CaseLight = (typeof caseLights)[number];

/** The lights as they are promised to others: a red that was caught up is yellow, and `caughtUp` stands beside it. */
export const shownLights = ['green', 'yellow', 'red', 'solved', 'unsolved'] as const;
export type ShownLight = (typeof shownLights)[number];

export function shownLight(light: CaseLight): { readonly light: ShownLight; readonly caughtUp: boolean } {
  return light === 'caught-up' ? { light: 'yellow', caughtUp: true } : { light, caughtUp: false };
}

/** When yellow begins: at this much working time before the due instant, or this share of the allowance, whichever is less. */
export interface CaseLightRule {
  readonly yellowMs: number;
  readonly yellowShare: number;
}

/** What the marks of a round (case-mark.ts) do to its light. */
export interface MissedMarks {
  /** when it turns yellow by them, and red; null: not by them */
  readonly yellowAt: Date | null;
  readonly redAt: Date | null;
  /** one that makes red was missed and has ended since */
  readonly wasRed: boolean;
}

/** A mark that was missed makes a running case yellow or red, as the terms say, however much time is left. */
export function caseLight(
  state: CaseState,
  clock: CaseClock,
  rule: CaseLightRule & Pick<CaseTerms, 'allowanceMs'> & { readonly missed: MissedMarks },
): CaseLight {
  if (isCaseOver(state.status)) return state.status === 'solved' ? 'solved' : 'unsolved';
  const { yellowAt, redAt, wasRed } = rule.missed;
  if (clock.stopped) return clock.late || wasRed ? 'caught-up' : 'green';
  if (clock.late || (redAt !== null && clock.now > redAt)) return 'red';
  const near = Math.min(rule.yellowMs, rule.yellowShare * allowanceOf(currentRound(state), rule));
  return clock.remainingMs <= near || (yellowAt !== null && clock.now >= yellowAt) ? 'yellow' : 'green';
}

/** The ladder, lowest rung first. */
export const caseRungs = ['handler', 'deputy', 'head', 'bureau', 'chief'] as const;

/** Who is told, and how long before (below zero) or after the due instant, in working time. A city's ladder is data. */
export interface CaseRung {
  readonly who: (typeof caseRungs)[number];
  readonly afterMs: number;
}

export interface CaseEscalation {
  readonly who: CaseRung['who'];
  readonly due: WorkInstant;
}

/** When each rung of the ladder falls due for the current round, lowest first; none once the firm has the word or the case is over. */
export function caseEscalations(
  state: CaseState,
  terms: CaseTerms,
  ladder: readonly CaseRung[],
): readonly CaseEscalation[] {
  const round = currentRound(state);
  if (round.stop !== null || isCaseOver(state.status)) return [];
  const allowance = allowanceOf(round, terms);
  return ladder
    .toSorted((one, other) => one.afterMs - other.afterMs)
    .map(({ who, afterMs }) => ({
      who,
      due: workedAfter(terms.calendar, round.start, Math.max(0, allowance + afterMs)),
    }));
}
