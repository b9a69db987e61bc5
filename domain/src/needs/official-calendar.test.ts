import { describe, expect, it } from 'vitest';
import { addDays, weekday } from './calendar-day.ts';
import { calendarRunningOut, officialCalendar } from './official-calendar.ts';
import { isKnownDay, isWorked, lastKnownDay } from './work-calendar.ts';

const hours = [{ from: '2000-01-01', spans: [{ from: 540, to: 1020 }] }] as const;
const calendar = officialCalendar({ free: [], hours });

describe('the official calendar', () => {
  it('knows the Spring Festival of 2026 and the two Saturdays worked for it', () => {
    const festival = Array.from({ length: 9 }, (_, n) => addDays('2026-02-15', n));
    expect(festival.filter((day) => isWorked(calendar, day))).toEqual([]);
    expect(['2026-02-14', '2026-02-28'].every((day) => isWorked(calendar, day))).toBe(true);
  });

  it('knows the National Day of 2020, which was one with the Mid-Autumn Festival', () => {
    const week = Array.from({ length: 8 }, (_, n) => addDays('2020-10-01', n));
    expect(week.filter((day) => isWorked(calendar, day))).toEqual([]);
    expect(['2020-09-27', '2020-10-10'].every((day) => isWorked(calendar, day))).toBe(true);
  });

  it('leaves every ordinary week as it is', () => {
    const week = Array.from({ length: 7 }, (_, n) => addDays('2026-11-16', n));
    expect(week.map((day) => isWorked(calendar, day))).toEqual(week.map((day) => weekday(day) <= 5));
  });

  it('never has a day both free and worked in exchange', () => {
    expect([...calendar.swapped].filter((day) => calendar.free.has(day))).toEqual([]);
  });

  it('says that a year is unknown until it is published, and warns before it runs out', () => {
    const last = lastKnownDay(calendar) ?? '';
    expect(last >= '2026-12-31').toBe(true);
    expect(isKnownDay(calendar, last)).toBe(true);
    expect(isKnownDay(calendar, addDays(last, 1))).toBe(false);
    expect(calendarRunningOut(calendar, `${last.slice(0, 4)}-06-01`)).toBeUndefined();
    expect(calendarRunningOut(calendar, `${last.slice(0, 4)}-11-28`)).toBe(last);
  });

  it('takes the city’s own free days too', () => {
    const own = officialCalendar({ free: ['2026-11-18'], hours });
    expect(isWorked(own, '2026-11-18')).toBe(false);
    expect(isWorked(calendar, '2026-11-18')).toBe(true);
  });
});
