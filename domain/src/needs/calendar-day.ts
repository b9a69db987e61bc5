/** Days as ISO dates, counted without clocks or time zones. */
export interface CalendarDay {
  readonly year: number;
  /** 1 … 12 */
  readonly month: number;
  readonly day: number;
}

export function readDay(iso: string): CalendarDay {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  return { year, month, day };
}

/** null where the calendar has no such day (30 February). */
export function isoDay({ year, month, day }: CalendarDay): string | null {
  const instant = new Date(Date.UTC(year, month - 1, day));
  const exists =
    instant.getUTCFullYear() === year && instant.getUTCMonth() === month - 1 && instant.getUTCDate() === day;
  return exists ? instant.toISOString().slice(0, 10) : null;
}

export function addDays(iso: string, days: number): string {
  const { year, month, day } = readDay(iso);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}

/** 1 Monday … 7 Sunday. */
export function weekday(iso: string): number {
  const { year, month, day } = readDay(iso);
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7;
}

/** The last day of a month; `month` may run over the year's end (13 is next January). */
export function lastOfMonth(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
