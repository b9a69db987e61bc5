import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './calendar-day.ts';
import { cityDay } from './city-day.ts';
import { isWorked, lastKnownDay, minutesOfDay, type WorkCalendar } from './work-calendar.ts';
import { workedAfter, workedBetween } from './working-time.ts';

const minute = 60_000;
const hour = 60 * minute;
const at = (text: string) => new Date(`${text}:00+08:00`);

/** Around the National Day of 2026: a week is free, and Saturday 10 October is worked instead. */
const autumn: WorkCalendar = {
  years: new Set([2026]),
  free: new Set(['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07']),
  swapped: new Set(['2026-10-10']),
  hours: [
    {
      from: '2000-01-01',
      spans: [
        { from: 9 * 60, to: 12 * 60 },
        { from: 13 * 60 + 30, to: 17 * 60 + 30 },
      ],
    },
    { from: '2026-11-01', spans: [{ from: 8 * 60, to: 16 * 60 }] },
  ],
};

describe('working time', () => {
  it('counts office hours only, with the midday break taken out', () => {
    expect(workedBetween(autumn, at('2026-09-28T11:00'), at('2026-09-28T14:30'))).toBe(2 * hour);
  });

  it('counts nothing at night, on a weekend and on a holiday', () => {
    expect(workedBetween(autumn, at('2026-09-28T18:00'), at('2026-09-29T09:00'))).toBe(0);
    expect(workedBetween(autumn, at('2026-10-01T00:00'), at('2026-10-08T00:00'))).toBe(0);
  });

  it('counts a weekend that is worked in exchange', () => {
    expect(isWorked(autumn, '2026-10-10')).toBe(true);
    expect(workedBetween(autumn, at('2026-10-09T17:00'), at('2026-10-10T10:00'))).toBe(1.5 * hour);
  });

  it('comes back to the hour it was submitted at after whole working days', () => {
    const fiveDays = 5 * minutesOfDay(autumn, '2026-09-28') * minute;
    expect(workedAfter(autumn, at('2026-09-28T10:05'), fiveDays)).toEqual({
      at: at('2026-10-10T10:05'),
      certain: true,
    });
  });

  it('follows new office hours from the day they hold', () => {
    expect(workedBetween(autumn, at('2026-10-30T17:00'), at('2026-11-02T09:00'))).toBe(1.5 * hour);
  });

  it('says that an instant is not certain when the calendar of its year is not published', () => {
    expect(lastKnownDay(autumn)).toBe('2026-12-31');
    expect(workedAfter(autumn, at('2026-12-31T15:00'), hour).certain).toBe(true);
    expect(workedAfter(autumn, at('2026-12-31T15:00'), 2 * hour)).toEqual({
      // 1 January is free by law, and the weekend follows
      at: at('2027-01-04T09:00'),
      certain: false,
    });
  });

  it('refuses a calendar in which no day is ever worked', () => {
    const idle: WorkCalendar = { ...autumn, hours: [{ from: '2000-01-01', spans: [] }] };
    expect(() => workedAfter(idle, at('2026-09-28T10:00'), minute)).toThrow(RangeError);
  });
});

describe('working time, over any calendar', () => {
  it('agrees with counting every single minute', () => {
    fc.assert(
      fc.property(calendars, minutes, minutes, (calendar, one, other) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other)];
        expect(workedBetween(calendar, instant(from), instant(to))).toBe(countMinutes(calendar, from, to) * minute);
      }),
      { numRuns: 150 },
    );
  });

  it('finds the first instant by which an amount has passed', () => {
    fc.assert(
      fc.property(calendars, minutes, fc.integer({ min: 1, max: 4000 }), (calendar, from, amount) => {
        const { at: found } = workedAfter(calendar, instant(from), amount * minute);
        expect(workedBetween(calendar, instant(from), found)).toBe(amount * minute);
        expect(workedBetween(calendar, instant(from), new Date(found.getTime() - 1))).toBe(amount * minute - 1);
      }),
      { numRuns: 300 },
    );
  });

  it('adds up, and never runs backwards', () => {
    fc.assert(
      fc.property(calendars, fc.tuple(minutes, minutes, minutes), (calendar, times) => {
        const [a, b, c] = times.toSorted((one, other) => one - other).map(instant);
        if (!a || !b || !c) return;
        expect(workedBetween(calendar, a, b) + workedBetween(calendar, b, c)).toBe(workedBetween(calendar, a, c));
        expect(workedBetween(calendar, c, a)).toBe(0);
      }),
    );
  });
});

const firstDay = '2026-09-21';
const begin = at(`${firstDay}T00:00`).getTime();
const instant = (minutesLater: number) => new Date(begin + minutesLater * minute);
const minutes = fc.nat(24 * 60 * 20);

const calendars: fc.Arbitrary<WorkCalendar> = fc
  .record({
    free: fc.subarray(days(30)),
    swapped: fc.subarray(days(30)),
    cuts: fc.uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 4, maxLength: 4 }),
    later: fc.nat(15),
  })
  .map(({ free, swapped, cuts, later }) => {
    const [a = 0, b = 0, c = 0, d = 0] = cuts.toSorted((one, other) => one - other);
    return {
      ...{ years: new Set([2026]), free: new Set(free), swapped: new Set(swapped) },
      hours: [
        {
          from: '2000-01-01',
          spans: [
            { from: a, to: b },
            { from: c, to: d },
          ],
        },
        { from: addDays(firstDay, later), spans: [{ from: b, to: d }] },
      ],
    };
  });

function days(count: number): string[] {
  return Array.from({ length: count }, (_, n) => addDays(firstDay, n));
}

/** One minute after the other, by the words of the rule and nothing cleverer. */
function countMinutes(calendar: WorkCalendar, from: number, to: number): number {
  let counted = 0;
  for (let now = from; now < to; now += 1) {
    const date = cityDay(instant(now));
    const { spans } = calendar.hours.findLast((hours) => hours.from <= date) ?? calendar.hours[0];
    const clock = now % 1440;
    if (isWorked(calendar, date) && spans.some((span) => span.from <= clock && clock < span.to)) counted += 1;
  }
  return counted;
}
