import { type CascadeRing, nextRing, ringsFrom } from './cascade-ring.ts';
import { endOfCityDay } from './city-day.ts';
import type { CitySourcingTerms } from './sourcing-terms.ts';
import type { WorkCalendar } from './work-calendar.ts';
import { workedAfter, workedBetween } from './working-time.ts';

const minute = 60_000;

export interface CascadeWish {
  /** the ring whose waiting begins */
  readonly ring: CascadeRing;
  readonly urgent: boolean;
  /** working milliseconds until the deadline; null: there is none */
  readonly leftMs: number | null;
}

/**
 * How long each ring from this one on is asked alone, in working milliseconds. Ensures: never negative; together at most the share of the
 * time left that the city gives; none grows when less time is left or the need becomes urgent.
 */
export function ringWaits(terms: CitySourcingTerms, { ring, urgent, leftMs }: CascadeWish): Map<CascadeRing, number> {
  const rings = ringsFrom(ring);
  const usual = rings.map((one) => terms.ringMinutes[one] * minute * (urgent ? terms.urgentShare : 1));
  const sum = usual.reduce((total, wait) => total + wait, 0);
  const budget = leftMs === null ? sum : Math.max(0, leftMs) * terms.shareOfTimeLeft;
  const shrunk = sum > budget ? budget / sum : 1;
  return new Map(rings.map((one, at) => [one, Math.floor((usual[at] ?? 0) * shrunk)]));
}

/** What falls due in a cascade: that a ring is asked, that the last one has had its time, or that the day of the deadline is over. */
export const cascadeTimerKinds = ['circle', 'province', 'nation', 'abroad', 'end', 'expiry'] as const;
export type CascadeTimerKind = (typeof cascadeTimerKinds)[number];

export interface CascadeTimer {
  readonly kind: CascadeTimerKind;
  readonly dueAt: Date;
}

export interface CascadePlanning {
  readonly terms: CitySourcingTerms;
  readonly calendar: WorkCalendar;
  readonly from: Date;
  readonly urgent: boolean;
  /** ISO date; it lasts to the end of that day */
  readonly deadline: string | null;
  /** the ring reached */
  readonly ring: CascadeRing;
  /** whose answers are waited for: the outermost ring in which anybody was asked just now; null: nobody, so the next one is asked at once */
  readonly waitsFor: CascadeRing | null;
}

/** When each further ring is asked if nothing else happens, and when the last one has had its time. Office hours count: it is people who answer. */
export function planCascade(planning: CascadePlanning): CascadeTimer[] {
  const { terms, calendar, from, urgent, deadline, ring, waitsFor } = planning;
  const leftMs = deadline === null ? null : workedBetween(calendar, from, endOfCityDay(deadline));
  const waits = ringWaits(terms, { ring: waitsFor ?? ring, urgent, leftMs });
  let total = 0;
  return ringsFrom(ring).map((one, at) => {
    const waited = at === 0 ? waitsFor : one;
    total += waited === null ? 0 : (waits.get(waited) ?? 0);
    return { kind: timerAfter(one), dueAt: workedAfter(calendar, from, total).at };
  });
}

/** What falls due when the time of a ring is over. */
export function timerAfter(ring: CascadeRing): CascadeTimerKind {
  const next = nextRing(ring);
  return next === undefined || next === 'city' ? 'end' : next;
}

/** The plan of the rings, and the end of the deadline, which waits neither for a ring nor for a quote. */
export function cascadeTimers(planning: CascadePlanning): CascadeTimer[] {
  const { deadline } = planning;
  const expiry: CascadeTimer[] = deadline === null ? [] : [{ kind: 'expiry', dueAt: endOfCityDay(deadline) }];
  return [...planCascade(planning), ...expiry];
}

/** Words by which a firm says that it cannot wait. */
export function isUrgent(text: string): boolean {
  return /急需|紧急|加急|急用|急购|急求|急采|十万火急|urgent|asap|immediately/iu.test(text);
}
