import { readDay, weekday } from './calendar-day.ts';

/** Part of a working day on the city's clock, in minutes after midnight: from the first, until but not with the second. */
export interface WorkSpan {
  readonly from: number;
  readonly to: number;
}

/** Office hours from a day on, in order and without overlap. */
export interface WorkHours {
  /** ISO date */
  readonly from: string;
  readonly spans: readonly WorkSpan[];
}

/**
 * Which days are worked, and when. The State Council names holidays and swapped days (调休) each autumn for the year to come: a year
 * that is not in `years` yet is counted by its weekdays and the days that are free by law on their date, and every answer that needed it
 * says so.
 */
export interface WorkCalendar {
  readonly years: ReadonlySet<number>;
  /** days that are free though their weekday is worked, the city's own holidays among them */
  readonly free: ReadonlySet<string>;
  /** weekends that are worked */
  readonly swapped: ReadonlySet<string>;
  /** oldest first; the first one holds before its day too */
  readonly hours: readonly [WorkHours, ...WorkHours[]];
}

const friday = 5;

/**
 * Days that are free by law on the same date each year (全国年节及纪念日放假办法, as revised in 2024, article 2): known before the calendar
 * of a year is published. The other festivals follow the moon and the sun.
 */
const freeByDate: ReadonlySet<string> = new Set(['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']);

export function isWorked({ years, free, swapped }: WorkCalendar, day: string): boolean {
  if (free.has(day)) return false;
  if (freeByDate.has(day.slice(5)) && !years.has(readDay(day).year)) return false;
  return swapped.has(day) || weekday(day) <= friday;
}

/** Whether the calendar of the day's year is published. */
export function isKnownDay({ years }: WorkCalendar, day: string): boolean {
  return years.has(readDay(day).year);
}

const unworked: readonly WorkSpan[] = [];

/** The spans in which this day is worked; none on a free day. */
export function workSpans(calendar: WorkCalendar, day: string): readonly WorkSpan[] {
  if (!isWorked(calendar, day)) return unworked;
  const { hours } = calendar;
  return (hours.findLast(({ from }) => from <= day) ?? hours[0]).spans;
}

/** Minutes of a full working day, e.g. 480: what one day of an allowance is worth on the day it begins. */
export function minutesOfDay(calendar: WorkCalendar, day: string): number {
  const { hours } = calendar;
  const { spans } = hours.findLast(({ from }) => from <= day) ?? hours[0];
  return spans.reduce((minutes, { from, to }) => minutes + to - from, 0);
}

/** The last day of which it is known whether it is worked; null: no year is known. */
export function lastKnownDay({ years }: WorkCalendar): string | null {
  return years.size === 0 ? null : `${Math.max(...years)}-12-31`;
}
