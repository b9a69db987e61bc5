import { type CascadeRing, cascadeRings } from './cascade-ring.ts';
import type { AskedOutcome } from './cascade-words.ts';
import type { WorkCalendar } from './work-calendar.ts';
import { workedBetween } from './working-time.ts';

/** Why a ring is asked together with one outside it instead of before it. */
export type JoinReason = 'short' | 'together';

/** Rings asked together with the outermost one. */
export type JoinedRings = Readonly<Partial<Record<CascadeRing, JoinReason>>>;

/** The rings whose time runs now, in order: each of them owes its receipt. */
export function openRings({ ring, joined }: { ring: CascadeRing; joined: JoinedRings }): readonly CascadeRing[] {
  return cascadeRings.filter((one) => one === ring || joined[one] !== undefined);
}

interface Asked {
  readonly outcome: AskedOutcome;
  readonly from: Date;
  readonly until: Date;
}

/** A firm is called silent only when it had the shortest time to answer, in office hours; else it was asked and had no time. */
export function outcomeInTime(
  { outcome, from, until }: Asked,
  { calendar, leastMs }: { calendar: WorkCalendar; leastMs: number },
): AskedOutcome {
  return outcome === 'silent' && workedBetween(calendar, from, until) < leastMs ? 'no-time' : outcome;
}
