import { type CascadeRing, nextRing, ringsBefore, ringsFrom } from './cascade-ring.ts';
import { endOfCityDay } from './city-day.ts';
import type { CitySourcingTerms } from './sourcing-terms.ts';
import type { WorkCalendar } from './work-calendar.ts';
import { workedAfter, workedBetween } from './working-time.ts';

const minute = 60_000;

export interface CascadeSteps {
  /** rings asked together stand in one step; the first step is being waited for now */
  readonly steps: readonly (readonly CascadeRing[])[];
  readonly urgent: boolean;
  /** working milliseconds until the deadline; null: there is none */
  readonly leftMs: number | null;
}

/**
 * How long each step is waited for, in working milliseconds. Ensures: each at least the shortest time of the city, whatever the deadline;
 * above that, together at most the share of the time left that the city gives; none grows when less time is left or the need becomes urgent.
 */
export function stepWaits(terms: CitySourcingTerms, { steps, urgent, leftMs }: CascadeSteps): readonly number[] {
  const least = leastMs(terms);
  const more = steps.map((step) => {
    const usual = Math.max(...step.map((ring) => terms.ringMinutes[ring])) * minute;
    return Math.max(0, usual * (urgent ? terms.urgentShare : 1) - least);
  });
  const sum = more.reduce((total, wait) => total + wait, 0);
  const budget = leftMs === null ? sum : Math.max(0, leftMs * terms.shareOfTimeLeft - steps.length * least);
  const shrunk = sum > budget ? budget / sum : 1;
  return more.map((wait) => least + Math.floor(wait * shrunk));
}

interface RingsAhead {
  readonly rings: readonly CascadeRing[];
  readonly leftMs: number | null;
}

/**
 * In which steps rings are asked: one after the other where every one can have its shortest time, else the nearest of them together, as
 * many as it takes. Ensures: every ring stands in exactly one step, in order.
 */
export function ringSteps(
  terms: CitySourcingTerms,
  { rings, leftMs }: RingsAhead,
): readonly (readonly CascadeRing[])[] {
  const room = leftMs === null ? rings.length : Math.floor((leftMs * terms.shareOfTimeLeft) / leastMs(terms));
  const together = rings.length - Math.max(1, room) + 1;
  if (together <= 1) return rings.map((ring) => [ring]);
  return [rings.slice(0, together), ...rings.slice(together).map((ring) => [ring])];
}

/** The shortest time of a ring in which somebody is asked, in working milliseconds. */
export function leastMs(terms: CitySourcingTerms): number {
  return terms.leastMinutes * minute;
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
  /** rings in which somebody is known; no other one is waited for */
  readonly peopled: ReadonlySet<CascadeRing>;
}

/** When each further ring is asked if nothing else happens, and when the last one has had its time. Office hours count: it is people who answer. */
export function planCascade(planning: CascadePlanning): CascadeTimer[] {
  const { terms, calendar, from, ring, waitsFor, urgent } = planning;
  const leftMs = leftUntil(planning);
  const now: readonly CascadeRing[] = waitsFor === null ? [] : [waitsFor];
  const after = leftMs === null ? null : leftMs - now.length * leastMs(terms);
  const rings = ringsFrom(ring)
    .slice(1)
    .filter((one) => planning.peopled.has(one));
  const ahead = ringSteps(terms, { rings, leftMs: after });
  const waits = stepWaits(terms, { steps: [...now.map((one) => [one]), ...ahead], urgent, leftMs });
  const timeOf = (next: CascadeRing | undefined) => {
    const over = next === undefined ? ahead.length : ahead.filter((step) => isBefore(step.at(-1), next)).length;
    return waits.slice(0, now.length + over).reduce((total, wait) => total + wait, 0);
  };
  return ringsFrom(ring).map((one) => ({
    kind: timerAfter(one),
    dueAt: workedAfter(calendar, from, timeOf(nextRing(one))).at,
  }));
}

function isBefore(ring: CascadeRing | undefined, other: CascadeRing): boolean {
  return ring !== undefined && ringsBefore(other).includes(ring);
}

/** The rings that are asked together now, the first of these first: those up to where every one left can have its shortest time. */
export function ringsTogether(
  planning: Pick<CascadePlanning, 'terms' | 'calendar' | 'from' | 'deadline' | 'peopled'>,
  rings: readonly CascadeRing[],
): readonly CascadeRing[] {
  const [step = []] = ringSteps(planning.terms, {
    rings: rings.filter((ring) => planning.peopled.has(ring)),
    leftMs: leftUntil(planning),
  });
  return step;
}

function leftUntil({ calendar, from, deadline }: Pick<CascadePlanning, 'calendar' | 'from' | 'deadline'>) {
  return deadline === null ? null : workedBetween(calendar, from, endOfCityDay(deadline));
}

/** What falls due when the time of a ring is over. */
export function timerAfter(ring: CascadeRing): CascadeTimerKind {
  const next = nextRing(ring);
  return next === undefined || next === 'city' ? 'end' : next;
}

/** The plan of the rings up to the end of the deadline, and that end, which waits neither for a ring nor for a quote. */
export function cascadeTimers(planning: CascadePlanning): CascadeTimer[] {
  const planned = planCascade(planning);
  if (planning.deadline === null) return planned;
  const end = endOfCityDay(planning.deadline);
  return [...planned.filter(({ dueAt }) => dueAt < end), { kind: 'expiry', dueAt: end }];
}

/** Words by which a firm says that it cannot wait. */
export function isUrgent(text: string): boolean {
  return /急需|紧急|加急|急用|急购|急求|急采|十万火急|urgent|asap|immediately/iu.test(text);
}
