const minute = 60_000;
const day = 24 * 60 * minute;
/** China has one zone and no summer time. */
const offset = 8 * 60 * minute;

/** `addDays('2026-11-23', -1)` → `2026-11-22` */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * day).toISOString().slice(0, 10);
}

export function addMinutes(instant: string, minutes: number): string {
  return formatInstant(Date.parse(instant) + minutes * minute);
}

/** `instantOn('2026-11-22', 571)` → `2026-11-22T09:31:00+08:00` */
export function instantOn(date: string, minuteOfDay: number): string {
  return formatInstant(Date.parse(`${date}T00:00:00+08:00`) + minuteOfDay * minute);
}

export function dateOf(instant: string): string {
  return instant.slice(0, 10);
}

function formatInstant(milliseconds: number): string {
  return `${new Date(milliseconds + offset).toISOString().slice(0, 19)}+08:00`;
}
