import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usualSourcingTerms } from '../testing/usual-sourcing-terms.ts';
import { type CascadePlanning, cascadeTimers, isUrgent, planCascade, ringWaits } from './cascade-plan.ts';
import { cascadeRings, ringOfTier, ringsBefore, ringsFrom } from './cascade-ring.ts';
import { endOfCityDay } from './city-day.ts';
import { officialCalendar } from './official-calendar.ts';
import { workedBetween } from './working-time.ts';

const hour = 3_600_000;
const calendar = officialCalendar({
  free: [],
  hours: [
    {
      from: '2000-01-01',
      spans: [
        { from: 510, to: 720 },
        { from: 810, to: 1050 },
      ],
    },
  ],
});
const monday = new Date('2026-11-23T09:00:00+08:00');
const usual: CascadePlanning = {
  ...{ terms: usualSourcingTerms, calendar, from: monday, urgent: false, deadline: null },
  ...{ ring: 'city', waitsFor: 'city' },
};
const kindsOf = (planning: CascadePlanning) => planCascade(planning).map(({ kind }) => kind);
const duesOf = (planning: CascadePlanning) => planCascade(planning).map(({ dueAt }) => dueAt.getTime());

describe('the plan of a cascade', () => {
  it('asks ring after ring, each when the working time of the one before it is over', () => {
    expect(kindsOf(usual)).toEqual(['circle', 'province', 'nation', 'abroad', 'end']);
    const [circle, province] = planCascade(usual);
    expect(circle?.dueAt.toISOString()).toBe('2026-11-24T01:00:00.000Z');
    expect(province?.dueAt.toISOString()).toBe('2026-11-25T01:00:00.000Z');
  });

  it('asks the next ring at once where nobody was asked', () => {
    const [next] = planCascade({ ...usual, ring: 'province', waitsFor: null });
    expect(next).toEqual({ kind: 'nation', dueAt: monday });
  });

  it('keeps the time of those who were asked when a wider ring is empty', () => {
    const [next] = planCascade({ ...usual, ring: 'province', waitsFor: 'city' });
    expect(next?.kind).toBe('nation');
    expect(next?.dueAt.toISOString()).toBe('2026-11-24T01:00:00.000Z');
  });

  it('asks everybody at once when no office hour is left before the deadline', () => {
    const saturday = new Date('2026-11-28T10:00:00+08:00');
    expect(duesOf({ ...usual, from: saturday, deadline: '2026-11-29' })).toEqual(
      [0, 0, 0, 0, 0].map(() => saturday.getTime()),
    );
  });

  it('ends with the day of the deadline, whatever its rings wait for', () => {
    const timers = cascadeTimers({ ...usual, ring: 'abroad', deadline: '2026-12-31' });
    expect(timers.at(-1)).toEqual({ kind: 'expiry', dueAt: new Date('2027-01-01T00:00:00+08:00') });
    expect(cascadeTimers(usual).map(({ kind }) => kind)).not.toContain('expiry');
  });

  it('reads in the words that somebody cannot wait', () => {
    expect(['急需熔喷布', '紧急采购', 'urgent: cloth'].every(isUrgent)).toBe(true);
    expect(['求购熔喷布 5 吨/天', '长期采购'].some(isUrgent)).toBe(false);
  });
});

describe('the rings', () => {
  it('hold every tier once, in order', () => {
    expect(ringOfTier('district')).toBe('city');
    expect(ringOfTier('unknown')).toBe('nation');
    for (const ring of cascadeRings) expect([...ringsBefore(ring), ...ringsFrom(ring)]).toEqual([...cascadeRings]);
  });
});

const terms = fc.record({
  ringMinutes: fc.record({
    ...{ city: fc.nat(5_000), circle: fc.nat(5_000), province: fc.nat(5_000) },
    ...{ nation: fc.nat(5_000), abroad: fc.nat(5_000) },
  }),
  urgentShare: fc.double({ min: 0, max: 1, noNaN: true }),
  shareOfTimeLeft: fc.double({ min: 0, max: 1, noNaN: true }),
});
const wish = fc.record({
  terms: terms.map((some) => ({ ...usualSourcingTerms, ...some })),
  ring: fc.constantFrom(...cascadeRings),
  left: fc.nat(500 * hour),
  less: fc.nat(500 * hour),
});
const listOf = (...[given, asked]: Parameters<typeof ringWaits>) => [...ringWaits(given, asked).values()];

describe('the waits of the rings, over any terms', () => {
  it('are never negative, and together never more than the share of the time left', () => {
    fc.assert(
      fc.property(wish, fc.boolean(), ({ terms: given, ring, left }, urgent) => {
        const waits = listOf(given, { ring, urgent, leftMs: left });
        expect(waits.every((wait) => wait >= 0)).toBe(true);
        expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeLessThanOrEqual(left * given.shareOfTimeLeft + 1e-6);
      }),
    );
  });

  it('do not grow when less time is left', () => {
    fc.assert(
      fc.property(wish, fc.boolean(), ({ terms: given, ring, left, less }, urgent) => {
        const more = listOf(given, { ring, urgent, leftMs: left + less });
        const fewer = listOf(given, { ring, urgent, leftMs: left });
        expect(fewer.every((wait, at) => wait <= (more[at] ?? 0) + 1)).toBe(true);
      }),
    );
  });

  it('do not grow when the need becomes urgent', () => {
    fc.assert(
      fc.property(wish, ({ terms: given, ring, left }) => {
        const calm = listOf(given, { ring, urgent: false, leftMs: left });
        const urgent = listOf(given, { ring, urgent: true, leftMs: left });
        expect(urgent.every((wait, at) => wait <= (calm[at] ?? 0) + 1)).toBe(true);
      }),
    );
  });

  it('planned anew at every step never run past the deadline, and keep their order', () => {
    fc.assert(
      fc.property(wish, fc.integer({ min: 0, max: 20 }), fc.boolean(), ({ terms: given }, days, urgent) => {
        const deadline = `2026-12-${String(days + 1).padStart(2, '0')}`;
        let from = monday;
        for (const ring of cascadeRings) {
          const planned = planCascade({ ...usual, terms: given, from, urgent, deadline, ring, waitsFor: ring });
          const dues = planned.map(({ dueAt }) => dueAt.getTime());
          expect(dues).toEqual(dues.toSorted((a, b) => a - b));
          from = planned[0]?.dueAt ?? from;
        }
        expect(workedBetween(calendar, from, endOfCityDay(deadline))).toBeGreaterThanOrEqual(0);
        expect(from.getTime()).toBeLessThanOrEqual(endOfCityDay(deadline).getTime());
      }),
    );
  });
});
