import { isCaseOver } from './case-action.ts';
import { type CaseHolding, type CaseRound, type CaseState, currentRound } from './case-history.ts';
import type { WorkCalendar } from './work-calendar.ts';
import { type WorkInstant, workedAfter, workedBetween } from './working-time.ts';

/** What the clock of a case goes by; all of it is data of the city. Times are working time in milliseconds. */
export interface CaseTerms {
  readonly calendar: WorkCalendar;
  /** of the case's list and class */
  readonly allowanceMs: number;
  /** what handing back costs the body that does it */
  readonly penaltyMs: number;
}

/** What one body used of the time of a case. */
export interface CaseShare {
  readonly body: string;
  /** working time in which it answered for the case */
  readonly heldMs: number;
  /** charged for handing back */
  readonly penaltyMs: number;
  /** its part of the time the current round is late by, in proportion to what it held and was charged */
  readonly lateMs: number;
}

export interface CaseClock {
  /** the instant it was read at */
  readonly now: Date;
  /** the submission, also of a case that was taken up again */
  readonly start: Date;
  /** when the current round began; null: it was never taken up again */
  readonly reopened: Date | null;
  /** of the current round: never moved by a body alone */
  readonly due: WorkInstant;
  /** working time the case has taken, over all its rounds */
  readonly elapsedMs: number;
  /** of the current round; below zero: late by so much */
  readonly remainingMs: number;
  /** the due instant has passed, also on a free day on which no working time does */
  readonly late: boolean;
  /** the firm has the word, or the case is over */
  readonly stopped: boolean;
  /** in the order in which they first held it */
  readonly shares: readonly CaseShare[];
}

/**
 * The clock of a case at an instant. It starts at submission, not at acceptance, runs while any body answers for the case, and is held
 * only by an answer the firm has not spoken on yet: when the firm says that it is not solved, all that time counts after all. So no
 * sequence of actions by bodies lowers it. O(holdings + days of the case).
 */
export function caseClock(state: CaseState, terms: CaseTerms, now: Date): CaseClock {
  const round = currentRound(state);
  const allowance = allowanceOf(round, terms);
  const remainingMs = allowance - workedIn(round, terms.calendar, now);
  const due = workedAfter(terms.calendar, round.start, allowance);
  return {
    ...{ now, start: state.rounds[0]?.start ?? round.start, reopened: state.rounds.length > 1 ? round.start : null },
    due,
    elapsedMs: state.rounds.reduce((sum, one) => sum + workedIn(one, terms.calendar, now), 0),
    remainingMs,
    late: (round.stop ?? now) > due.at,
    stopped: round.stop !== null || isCaseOver(state.status),
    shares: sharesOf(state, terms, now),
  };
}

/** Who answered for the case at an instant of its life: one body, whenever it is asked. */
export function accountableAt(state: CaseState, at: Date): string | undefined {
  const holdings = state.rounds.flatMap((round) => round.holdings);
  return holdings.findLast(({ from }) => from.getTime() <= at.getTime())?.body;
}

export function allowanceOf(round: CaseRound, { allowanceMs }: Pick<CaseTerms, 'allowanceMs'>): number {
  return (round.allowanceMs ?? allowanceMs) + round.extensionMs;
}

function workedIn(round: CaseRound, calendar: WorkCalendar, now: Date): number {
  return workedBetween(calendar, round.start, round.stop ?? now);
}

function sharesOf(state: CaseState, terms: CaseTerms, now: Date): readonly CaseShare[] {
  const all = tally(state.rounds, terms, now);
  const round = currentRound(state);
  const own = tally([round], terms, now);
  const late = Math.max(0, workedIn(round, terms.calendar, now) - allowanceOf(round, terms));
  const parts = apportion(
    late,
    [...own.values()].map(({ heldMs, penaltyMs }) => heldMs + penaltyMs),
  );
  const lateOf = new Map([...own.keys()].map((body, at) => [body, parts[at] ?? 0]));
  return [...all].map(([body, used]) => ({ body, ...used, lateMs: lateOf.get(body) ?? 0 }));
}

interface Used {
  readonly heldMs: number;
  readonly penaltyMs: number;
}

function tally(rounds: readonly CaseRound[], { calendar, penaltyMs }: CaseTerms, now: Date): Map<string, Used> {
  const used = new Map<string, Used>();
  const add = (body: string, more: Used) => {
    const before = used.get(body) ?? { heldMs: 0, penaltyMs: 0 };
    used.set(body, { heldMs: before.heldMs + more.heldMs, penaltyMs: before.penaltyMs + more.penaltyMs });
  };
  for (const round of rounds) {
    for (const holding of round.holdings)
      add(holding.body, { heldMs: heldMs(holding, round.stop ?? now, calendar), penaltyMs: 0 });
    for (const body of round.handedBack) add(body, { heldMs: 0, penaltyMs });
  }
  return used;
}

function heldMs({ from, to }: CaseHolding, end: Date, calendar: WorkCalendar): number {
  return workedBetween(calendar, from, to !== null && to < end ? to : end);
}

/** Whole milliseconds in proportion to the weights, which add up to the amount exactly (largest remainder). */
function apportion(amount: number, weights: readonly number[]): readonly number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (amount === 0 || total === 0) return weights.map(() => 0);
  const exact = weights.map((weight) => (amount * weight) / total);
  const parts = exact.map(Math.floor);
  const left = amount - parts.reduce((sum, part) => sum + part, 0);
  const byRemainder = exact
    .map((share, at) => ({ at, rest: share - Math.floor(share) }))
    .toSorted((a, b) => b.rest - a.rest);
  for (const { at } of byRemainder.slice(0, left)) parts[at] = (parts[at] ?? 0) + 1;
  return parts;
}
