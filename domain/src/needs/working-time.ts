import { addDays } from './calendar-day.ts';
import { cityDay, endOfCityDay } from './city-day.ts';
import { isKnownDay, type WorkCalendar, workSpans } from './work-calendar.ts';

const minute = 60_000;
const day = 86_400_000;

/** An instant in working time. `certain` is false when a day up to it lies in a year whose calendar is not published. */
export interface WorkInstant {
  readonly at: Date;
  readonly certain: boolean;
}

/**
 * Working time between two instants, in milliseconds; 0 when the second is not after the first. O(days between).
 * Ensures: never negative, additive (a to b plus b to c is a to c), and never longer than the time itself.
 */
export function workedBetween(calendar: WorkCalendar, from: Date, to: Date): number {
  let worked = 0;
  for (let date = cityDay(from); startOf(date) < to.getTime(); date = addDays(date, 1))
    for (const span of workSpans(calendar, date)) worked += overlap(instants(date, span), from, to);
  return worked;
}

/** Longer than any row of free days: a calendar that is worked on none of them is broken. */
const longestRest = 400;

/**
 * The earliest instant by which this much working time (in milliseconds, at least 0) has passed. O(days until then).
 * Ensures: `workedBetween(from, at)` is the amount, and at every earlier instant it is less.
 */
export function workedAfter(calendar: WorkCalendar, from: Date, amount: number): WorkInstant {
  if (amount <= 0) return { at: from, certain: isKnownDay(calendar, cityDay(from)) };
  let left = amount;
  let certain = true;
  let rest = 0;
  for (let date = cityDay(from); rest <= longestRest; date = addDays(date, 1)) {
    certain &&= isKnownDay(calendar, date);
    rest += 1;
    for (const span of workSpans(calendar, date)) {
      const { begin, end } = instants(date, span);
      const start = Math.max(begin, from.getTime());
      if (start >= end) continue;
      if (end - start >= left) return { at: new Date(start + left), certain };
      left -= end - start;
      rest = 0;
    }
  }
  throw new RangeError(`No day is worked in the ${longestRest} days after ${cityDay(from)}.`);
}

const startOf = (date: string) => endOfCityDay(date).getTime() - day;

function instants(date: string, span: { readonly from: number; readonly to: number }) {
  const midnight = startOf(date);
  return { begin: midnight + span.from * minute, end: midnight + span.to * minute };
}

function overlap({ begin, end }: { begin: number; end: number }, from: Date, to: Date): number {
  return Math.max(0, Math.min(end, to.getTime()) - Math.max(begin, from.getTime()));
}
