import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usualSourcingTerms } from '../testing/usual-sourcing-terms.ts';
import { outcomeInTime } from './cascade-account.ts';
import { leastMs, planCascade, ringSteps, ringsTogether, stepWaits, timerAfter } from './cascade-plan.ts';
import { type CascadeRing, cascadeRings, ringsFrom } from './cascade-ring.ts';
import { endOfCityDay } from './city-day.ts';
import { officialCalendar } from './official-calendar.ts';
import type { CitySourcingTerms } from './sourcing-terms.ts';
import { isWorked, type WorkCalendar, workSpans } from './work-calendar.ts';

const minute = 60_000;
const hour = 60 * minute;
const dayMs = 24 * hour;

const terms: fc.Arbitrary<CitySourcingTerms> = fc
  .record({
    ringMinutes: fc.record({
      ...{ city: fc.nat(5_000), circle: fc.nat(5_000), province: fc.nat(5_000) },
      ...{ nation: fc.nat(5_000), abroad: fc.nat(5_000) },
    }),
    leastMinutes: fc.integer({ min: 1, max: 240 }),
    urgentShare: fc.double({ min: 0, max: 1, noNaN: true }),
    shareOfTimeLeft: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map((some) => ({ ...usualSourcingTerms, ...some }));
const spans = fc.constantFrom(
  [
    { from: 510, to: 720 },
    { from: 810, to: 1050 },
  ],
  [{ from: 0, to: 1440 }],
  [{ from: 600, to: 660 }],
);
const calendar: fc.Arbitrary<WorkCalendar> = fc
  .record({ spans, free: fc.subarray(['2026-11-30', '2026-12-25', '2027-01-01', '2027-01-04']) })
  .map((some) => officialCalendar({ free: some.free, hours: [{ from: '2000-01-01', spans: some.spans }] }));
const start = Date.parse('2026-11-23T00:00:00+08:00');
const instant = fc.integer({ min: 0, max: 45 * 24 * 60 }).map((after) => new Date(start + after * minute));
const people = fc.subarray([...cascadeRings]).map((rings): ReadonlySet<CascadeRing> => new Set(rings));
const left = fc.nat(500 * hour);

describe('the waits of the steps, over any terms', () => {
  it('are never shorter than the shortest time, and above it never more than the share of the time left', () => {
    fc.assert(
      fc.property(terms, left, fc.boolean(), (given, leftMs, urgent) => {
        const steps = ringSteps(given, { rings: cascadeRings, leftMs });
        const waits = stepWaits(given, { steps, urgent, leftMs });
        const least = leastMs(given);
        expect(waits.every((wait) => wait >= least)).toBe(true);
        const sum = waits.reduce((total, wait) => total + wait, 0);
        expect(sum).toBeLessThanOrEqual(Math.max(steps.length * least, leftMs * given.shareOfTimeLeft) + 1);
      }),
    );
  });

  it('do not grow when less time is left, nor when the need becomes urgent', () => {
    fc.assert(
      fc.property(terms, fc.tuple(left, left), fc.boolean(), (given, [leftMs, less], urgent) => {
        const steps = ringSteps(given, { rings: cascadeRings, leftMs });
        const wide = stepWaits(given, { steps, urgent, leftMs: leftMs + less });
        const narrow = stepWaits(given, { steps, urgent, leftMs });
        const hurried = stepWaits(given, { steps, urgent: true, leftMs });
        expect(narrow.every((wait, at) => wait <= (wide[at] ?? 0) + 1)).toBe(true);
        expect(hurried.every((wait, at) => wait <= (narrow[at] ?? 0) + 1)).toBe(true);
      }),
    );
  });

  it('join rings only where ring after ring does not fit, each ring in exactly one step, in order', () => {
    fc.assert(
      fc.property(terms, left, people, (given, leftMs, peopled) => {
        const rings = cascadeRings.filter((ring) => peopled.has(ring));
        const steps = ringSteps(given, { rings, leftMs });
        expect(steps.flat()).toEqual(rings);
        const fits = rings.length * leastMs(given) <= leftMs * given.shareOfTimeLeft;
        expect(steps.every((step) => step.length === 1)).toBe(fits || rings.length <= 1);
      }),
    );
  });
});

/** Minute by minute: is this minute worked? Slow, and of another make than the product’s own counting. */
function workedMinutes(given: WorkCalendar, from: number, until: number): number {
  let worked = 0;
  for (let at = from; at < until; at += minute) {
    const local = new Date(at + 8 * hour);
    const date = local.toISOString().slice(0, 10);
    const clock = local.getUTCHours() * 60 + local.getUTCMinutes();
    if (isWorked(given, date) && workSpans(given, date).some((span) => span.from <= clock && clock < span.to))
      worked += 1;
  }
  return worked;
}

interface Receipt {
  readonly ring: CascadeRing;
  readonly from: number;
  readonly until: number;
  readonly closedBy: 'time' | 'deadline';
}

interface History {
  readonly terms: CitySourcingTerms;
  readonly calendar: WorkCalendar;
  readonly from: Date;
  readonly deadline: string | null;
  readonly urgent: boolean;
  readonly peopled: ReadonlySet<CascadeRing>;
}

/** A whole cascade in which nobody answers, as the server plays it: plan, wait for what falls due, ask further. */
function play({ terms: given, calendar: days, from, deadline, urgent, peopled }: History): readonly Receipt[] {
  const end = deadline === null ? Number.POSITIVE_INFINITY : endOfCityDay(deadline).getTime();
  const receipts: Receipt[] = [];
  let now = from;
  let ahead: readonly CascadeRing[] = cascadeRings;
  while (ahead.some((ring) => peopled.has(ring))) {
    const planning = { terms: given, calendar: days, from: now, deadline, peopled };
    const asked = ringsTogether(planning, ahead);
    const ring = asked.at(-1) ?? 'abroad';
    const plan = planCascade({ ...planning, urgent, ring, waitsFor: ring });
    const dues = plan.map(({ dueAt }) => dueAt.getTime());
    expect(dues).toEqual(dues.toSorted((a, b) => a - b));
    expect(plan[0]?.kind).toBe(timerAfter(ring));
    const due = dues[0] ?? 0;
    const until = Math.min(due, end);
    for (const one of asked) {
      receipts.push({ ring: one, from: now.getTime(), until, closedBy: due < end ? 'time' : 'deadline' });
    }
    if (due >= end) break;
    now = new Date(until);
    ahead = ringsFrom(ring).slice(1);
  }
  return receipts;
}

/** What a receipt says of a firm that did not answer, held against the minutes counted one by one. */
function expectTrue(
  { from, until, closedBy }: Receipt,
  { terms: given, calendar: days }: Pick<History, 'terms' | 'calendar'>,
) {
  expect(until).toBeGreaterThanOrEqual(from);
  const had = { outcome: 'silent', from: new Date(from), until: new Date(until) } as const;
  const said = outcomeInTime(had, { calendar: days, leastMs: leastMs(given) });
  // in so many days every calendar here holds more than the shortest time
  const minutes = until - from > 20 * dayMs ? Number.POSITIVE_INFINITY : workedMinutes(days, from, until);
  if (said === 'silent') expect(minutes).toBeGreaterThanOrEqual(given.leastMinutes);
  // a minute that was cut off counts as a whole one here
  else expect(minutes).toBeLessThan(given.leastMinutes + 1);
  if (closedBy === 'time') expect(said).toBe('silent');
}

describe('a cascade in which nobody answers, over any instant, deadline and calendar', () => {
  it('calls a firm silent only after the shortest time in office hours, and reaches every ring or ends with its need', () => {
    const history = fc.record({
      ...{ terms, calendar, from: instant, urgent: fc.boolean(), peopled: people },
      deadline: fc.option(fc.nat(12), { nil: null }),
    });
    fc.assert(
      fc.property(history, ({ deadline: days, ...given }) => {
        const day = (after: number) =>
          new Date(given.from.getTime() + 8 * hour + after * dayMs).toISOString().slice(0, 10);
        const receipts = play({ ...given, deadline: days === null ? null : day(days) });
        for (const receipt of receipts) expectTrue(receipt, given);
        const reached = receipts.map(({ ring }) => ring);
        const isOver = receipts.some(({ closedBy }) => closedBy === 'deadline');
        expect(
          isOver || cascadeRings.filter((ring) => given.peopled.has(ring)).every((ring) => reached.includes(ring)),
        ).toBe(true);
        expect(receipts.every((one, at) => at === 0 || one.from >= (receipts[at - 1]?.from ?? 0))).toBe(true);
      }),
      { numRuns: 100 },
    );
  }, 60_000);
});
