import type { WorkCalendar } from './work-calendar.ts';
import { workedAfter, workedBetween } from './working-time.ts';

/** Working time between two reminders (催一下) of a firm about one case. */
const reminderPause = 4 * 3_600_000;

/** From when on the firm may remind again; undefined: now. A reminder each minute would be heard by nobody. */
export function nextReminder(last: Date | undefined, calendar: WorkCalendar, now: Date): Date | undefined {
  if (last === undefined || workedBetween(calendar, last, now) >= reminderPause) return undefined;
  return workedAfter(calendar, last, reminderPause).at;
}
