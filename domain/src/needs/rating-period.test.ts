import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './calendar-day.ts';
import { fewestGradesShown, gradeSum } from './rating.ts';
import { countOf, type DayGrades, daysOfPeriod, gradesWithin } from './rating-period.ts';

const of = (day: string, many: number): DayGrades => ({ day, grades: { 5: many, 4: 0, 3: 0, 2: 0, 1: 0 } });
const shown = (days: readonly DayGrades[], from: string, to: string) => countOf(gradesWithin(days, { from, to }));

describe('the period of a sum', () => {
  it('is this month, the last three, this year, or the days somebody names, both among them', () => {
    const days = (period: 'all' | 'month' | 'three-months' | 'year') => daysOfPeriod({ period }, '2026-11-29');
    expect(days('all')).toBeNull();
    expect(days('month')).toEqual({ from: '2026-11-01', to: '2026-11-29' });
    expect(days('three-months')).toEqual({ from: '2026-08-30', to: '2026-11-29' });
    expect(days('year')).toEqual({ from: '2026-01-01', to: '2026-11-29' });
    expect(daysOfPeriod({ period: 'three-months' }, '2026-05-31')).toEqual({ from: '2026-03-01', to: '2026-05-31' });
    expect(daysOfPeriod({ period: 'three-months' }, '2026-02-10')).toEqual({ from: '2025-11-11', to: '2026-02-10' });
    const named = { from: '2026-10-01', to: '2026-10-31' };
    expect(daysOfPeriod({ period: 'days', ...named }, '2026-11-29')).toEqual(named);
  });

  it('of named days lacks neither of them, and does not run backwards', () => {
    const refused = (from?: string, to?: string) => () => daysOfPeriod({ period: 'days', from, to }, '2026-11-29');
    expect(refused('2026-10-01')).toThrow('ratings.days-missing');
    expect(refused(undefined, '2026-10-01')).toThrow('ratings.days-missing');
    expect(refused('2026-10-02', '2026-10-01')).toThrow('ratings.days-backwards');
  });
});

describe('the grades a period may show', () => {
  it('are whole batches of five or more, so that a day less does not tell the one grade of that day', () => {
    const days = [of('2026-11-02', 3), of('2026-11-03', 2), of('2026-11-04', 1), of('2026-11-05', 5)];
    expect(shown(days, '2026-11-01', '2026-11-30')).toBe(11);
    expect(shown(days, '2026-11-01', '2026-11-04')).toBe(5);
    expect(shown(days, '2026-11-01', '2026-11-03')).toBe(5);
    expect(shown(days, '2026-11-03', '2026-11-30')).toBe(6);
    expect(gradeSum(gradesWithin(days, { from: '2026-11-03', to: '2026-11-04' })).grades).toBeNull();
  });

  it('leave out none where all are asked for, and stay hidden below five', () => {
    const days = [of('2026-11-02', 3), of('2026-11-03', 1)];
    expect(countOf(gradesWithin(days, null))).toBe(4);
    expect(gradeSum(gradesWithin(days, null)).grades).toBeNull();
  });

  it('of a period and a wider one at one time differ by nothing, or by five grades and more', () => {
    const day = fc.record({ after: fc.integer({ min: 1, max: 5 }), many: fc.nat(4) });
    const period = fc.tuple(fc.nat(60), fc.nat(60));
    fc.assert(
      fc.property(fc.array(day, { maxLength: 20 }), period, period, (list, one, other) => {
        let at = '2026-10-01';
        const days = list.map(({ after, many }) => {
          at = addDays(at, after);
          return of(at, many);
        });
        const start = (n: number) => addDays('2026-10-01', n);
        const sum = ([from, to]: readonly [number, number]) =>
          gradeSum(gradesWithin(days, { from: start(from), to: start(from + to) }));
        // two periods that lie apart hold nothing together: only of one within another is a sum taken from a sum
        const [from, to] = [Math.min(one[0], other[0]), Math.max(one[0] + one[1], other[0] + other[1])];
        const [first, second] = [sum(one), sum([from, to - from])];
        if (first.grades === null || second.grades === null) return;
        const apart = Math.abs(first.count - second.count);
        expect(apart === 0 || apart >= fewestGradesShown).toBe(true);
      }),
    );
  });

  it('of periods that lie side by side share nothing, so that neither tells of the other', () => {
    const days = [1, 3, 2, 2, 3].map((many, at) => of(addDays('2026-10-02', at), many));
    const [early, late] = [
      { from: '2026-10-01', to: '2026-10-04' },
      { from: '2026-10-03', to: '2026-10-06' },
    ].map((period) => countOf(gradesWithin(days, period)));
    expect([early, late]).toEqual([6, 5]);
    expect(countOf(gradesWithin(days, null))).toBe(11);
  });
});
