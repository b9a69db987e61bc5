import { describe, expect, it } from 'vitest';
import { usualSourcingTerms } from '../testing/usual-sourcing-terms.ts';
import { type CascadePlanning, cascadeTimers, isUrgent, planCascade, ringsTogether } from './cascade-plan.ts';
import { cascadeRings, ringOfTier, ringsBefore, ringsFrom } from './cascade-ring.ts';
import { officialCalendar } from './official-calendar.ts';

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
  ...{ ring: 'city', waitsFor: 'city', peopled: new Set(cascadeRings) },
};
const kindsOf = (planning: CascadePlanning) => planCascade(planning).map(({ kind }) => kind);
const _duesOf = (planning: CascadePlanning) => planCascade(planning).map(({ dueAt }) => dueAt.getTime());

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

  it('waits for no ring in which nobody is known', () => {
    const [circle, province, nation] = planCascade({ ...usual, peopled: new Set(['circle', 'nation']) });
    expect(circle?.dueAt.toISOString()).toBe('2026-11-24T01:00:00.000Z');
    expect(province?.dueAt).toEqual(nation?.dueAt);
  });

  it('asks rings together when the deadline leaves no time to ask one after the other', () => {
    const saturday = { ...usual, from: new Date('2026-11-28T10:00:00+08:00'), deadline: '2026-11-29' };
    expect(ringsTogether(saturday, cascadeRings)).toEqual(cascadeRings);
    // half past three: 120 working minutes are left, of which the city gives 84: two times 30
    const monday = { ...usual, from: new Date('2026-11-23T15:30:00+08:00'), deadline: '2026-11-23' };
    expect(ringsTogether(monday, cascadeRings)).toEqual(['city', 'circle', 'province', 'nation']);
    expect(ringsTogether({ ...monday, peopled: new Set(['city', 'nation']) }, cascadeRings)).toEqual(['city']);
    expect(ringsTogether({ ...usual, deadline: '2026-12-31' }, cascadeRings)).toEqual(['city']);
  });

  it('gives those who are asked on a day off their time on the next working day, and plans nothing after the deadline', () => {
    const saturday = { ...usual, from: new Date('2026-11-28T10:00:00+08:00'), deadline: '2026-11-29' };
    expect(planCascade(saturday)[0]?.dueAt.toISOString()).toBe('2026-11-30T01:00:00.000Z');
    expect(cascadeTimers(saturday).map(({ kind }) => kind)).toEqual(['expiry']);
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
