import { endOfCityDay } from './city-day.ts';
import { type WorkCalendar, workSpans } from './work-calendar.ts';
import { workedAfter, workedBetween } from './working-time.ts';

/** By when a turn of a task ends, and from when on its light is yellow. */
export interface TaskTurn {
  readonly dueAt: Date;
  readonly yellowAt: Date;
}

interface Turn {
  readonly from: Date;
  readonly calendar: WorkCalendar;
  /** the light is yellow in this last share of the turn */
  readonly yellowShare: number;
}

const minute = 60_000;
const dayMs = 86_400_000;

/** Requires: minutes > 0. Working time from an instant on. */
export function turnOf(minutes: number, { from, calendar, yellowShare }: Turn): TaskTurn {
  const after = (part: number) => workedAfter(calendar, from, part * minute).at;
  return { dueAt: after(minutes), yellowAt: after(minutes * (1 - yellowShare)) };
}

/** Until the offices close on a day; on a day nobody works, until it is over. */
export function turnUntil(day: string, { from, calendar, yellowShare }: Turn): TaskTurn {
  const closes = workSpans(calendar, day).at(-1)?.to;
  const end = endOfCityDay(day).getTime();
  const dueAt = new Date(closes === undefined ? end : end - dayMs + closes * minute);
  const worked = workedBetween(calendar, from, dueAt);
  return { dueAt, yellowAt: workedAfter(calendar, from, worked * (1 - yellowShare)).at };
}
