import { Refusal } from '../refusal.ts';
import { addDays, isoDay, lastOfMonth, readDay } from './calendar-day.ts';
import { fewestGradesShown, type RatingGrade, ratingGrades } from './rating.ts';

/** Which ends of cases a sum is about, by the day they ended. */
export const ratingPeriods = ['all', 'month', 'three-months', 'year', 'days'] as const;
export type RatingPeriod = (typeof ratingPeriods)[number];

export interface RatingDays {
  readonly from: string;
  readonly to: string;
}

export interface WantedPeriod {
  readonly period: RatingPeriod;
  /** ISO dates, both of them part of it; only with `days` */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The days of a period as of today; null: all there ever were. */
export function daysOfPeriod({ period, from, to }: WantedPeriod, today: string): RatingDays | null {
  const { year, month } = readDay(today);
  if (period === 'all') return null;
  if (period === 'month') return { from: `${today.slice(0, 7)}-01`, to: today };
  if (period === 'year') return { from: `${year}-01-01`, to: today };
  if (period === 'three-months') return { from: monthsBefore(today, { year, month: month - 3 }), to: today };
  if (from === undefined || to === undefined) throw new Refusal('ratings.days-missing');
  if (from > to) throw new Refusal('ratings.days-backwards', { from, to });
  return { from, to };
}

/** The day after the same day of an earlier month, or of its last day: three months are never a day more. */
function monthsBefore(today: string, { year, month }: { year: number; month: number }): string {
  const [inYear, inMonth] = month < 1 ? [year - 1, month + 12] : [year, month];
  const { day } = readDay(today);
  return addDays(isoDay({ year: inYear, month: inMonth, day }) ?? lastOfMonth(inYear, inMonth), 1);
}

export type Grades = Readonly<Record<RatingGrade, number>>;

export interface DayGrades {
  readonly day: string;
  readonly grades: Grades;
}

/**
 * The grades of a body that a period may show. Two sums whose periods differ by a few days would tell, one taken from the other, a grade
 * that stands alone. So grades are bound into batches of at least five, whole days, oldest first, and a period adds up the batches that
 * lie in it whole: what one sum holds and another one does not, looked at at one time, is five grades or more, or none. Requires: oldest day first.
 */
export function gradesWithin(days: readonly DayGrades[], period: RatingDays | null): Grades {
  const within = batchesOf(days).filter(({ from, to }) => period === null || (from >= period.from && to <= period.to));
  return within.reduce((all, { grades }) => plus(all, grades), noGrades);
}

interface Batch extends RatingDays {
  readonly grades: Grades;
}

/** The last days, too few for a batch, belong to the one before them. */
function batchesOf(days: readonly DayGrades[]): readonly Batch[] {
  const batches: Batch[] = [];
  let left = days.reduce((sum, { grades }) => sum + countOf(grades), 0);
  for (const { day, grades } of days.filter((one) => countOf(one.grades) > 0)) {
    const last = batches.at(-1);
    const begins = last === undefined || (countOf(last.grades) >= fewestGradesShown && left >= fewestGradesShown);
    if (begins) batches.push({ from: day, to: day, grades });
    else batches.splice(-1, 1, { from: last.from, to: day, grades: plus(last.grades, grades) });
    left -= countOf(grades);
  }
  return batches;
}

const noGrades: Grades = { 5: 0, 4: 0, 3: 0, 2: 0, 1: 0 };
export const countOf = (grades: Grades): number => ratingGrades.reduce((sum, grade) => sum + grades[grade], 0);
const plus = (one: Grades, other: Grades): Grades => ({
  ...{ 5: one[5] + other[5], 4: one[4] + other[4], 3: one[3] + other[3] },
  ...{ 2: one[2] + other[2], 1: one[1] + other[1] },
});
