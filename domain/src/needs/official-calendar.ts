import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { readDay, weekday } from './calendar-day.ts';
import { lastKnownDay, type WorkCalendar, type WorkHours } from './work-calendar.ts';

/** What a city adds to the national calendar; all of it is data of the city. */
export interface CityCalendar {
  /** the city's own free days, ISO dates */
  readonly free: readonly string[];
  readonly hours: readonly [WorkHours, ...WorkHours[]];
}

/**
 * The working calendar of a city: holidays and swapped days as the State Council's office published them (国务院办公厅关于部分节假日安排的
 * 通知, each autumn for the year to come), in the edition of the pinned package `chinese-days`, with the city's own on top. Years the
 * package does not have are unknown.
 */
export function officialCalendar({ free, hours }: CityCalendar): WorkCalendar {
  const days = Object.keys(published.holidays);
  return {
    years: new Set(days.map((day) => readDay(day).year)),
    free: new Set([...days, ...free]),
    swapped: new Set(Object.keys(published.workdays).filter((day) => weekday(day) > 5 && !free.includes(day))),
    hours,
  };
}

/** With fewer days than this left of what is known, somebody must be told that a new edition is needed. */
const warnDays = 60;

/** The last day the calendar knows, when it will soon run out; undefined: there is time. `today` is an ISO date. */
export function calendarRunningOut(calendar: WorkCalendar, today: string): string | undefined {
  const last = lastKnownDay(calendar) ?? today;
  const left = (Date.parse(last) - Date.parse(today)) / 86_400_000;
  return left < warnDays ? last : undefined;
}
