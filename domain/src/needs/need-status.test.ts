import { describe, expect, it } from 'vitest';
import { cityDay, cityTime, endOfCityDay, spokenDay } from './city-day.ts';
import { needEnd, needStateOn } from './need-status.ts';

describe('the day of the city', () => {
  it('begins at midnight in China, wherever the server stands', () => {
    expect(cityDay(new Date('2026-11-23T15:59:59Z'))).toBe('2026-11-23');
    expect(cityDay(new Date('2026-11-23T16:00:00Z'))).toBe('2026-11-24');
    expect(cityTime(new Date('2026-11-23T16:05:00Z'))).toBe('00:05');
    expect(endOfCityDay('2026-12-31').toISOString()).toBe('2026-12-31T16:00:00.000Z');
    expect(spokenDay(new Date('2026-11-30T17:00:00Z'))).toEqual({ date: '12月1日', dateEn: '1 Dec' });
  });
});

describe('how a need stands', () => {
  const open = { state: 'open', deadline: '2026-11-23', closedAt: null } as const;

  it('stays open through the day of its deadline and ends when that day is over', () => {
    expect(needStateOn(open, '2026-11-23')).toBe('open');
    expect(needStateOn(open, '2026-11-24')).toBe('expired');
    expect(needEnd(open, '2026-11-23')).toBeNull();
    expect(needEnd(open, '2026-11-24')?.toISOString()).toBe('2026-11-23T16:00:00.000Z');
  });

  it('without a deadline stays open', () => {
    expect(needStateOn({ ...open, deadline: null }, '2030-01-01')).toBe('open');
  });

  it('that was chosen or withdrawn stays so after its deadline', () => {
    const closedAt = new Date('2026-11-20T01:00:00Z');
    expect(needStateOn({ ...open, state: 'chosen', closedAt }, '2027-01-01')).toBe('chosen');
    expect(needEnd({ ...open, state: 'withdrawn', closedAt }, '2027-01-01')).toBe(closedAt);
  });
});
