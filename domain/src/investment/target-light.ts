import type { CaseLightRule } from '../needs/case-light.ts';
import { endOfCityDay } from '../needs/city-day.ts';
import type { WorkCalendar } from '../needs/work-calendar.ts';
import { workedAfter, workedBetween } from '../needs/working-time.ts';
import type { TargetState } from './target-history.ts';
import { isTargetOver } from './target-stage.ts';

/** `none`: nobody has said what is next. `done`: won, lost, or one with another. */
export const targetLights = ['red', 'yellow', 'green', 'none', 'done'] as const;
export type TargetLight = (typeof targetLights)[number];

/** What stands in the row of a target beside the fold of its actions. */
export interface TargetStanding {
  /** the end of the day by which the next step is done */
  readonly dueAt: Date | null;
  readonly yellowAt: Date | null;
}

export interface TargetTerms {
  readonly calendar: WorkCalendar;
  readonly light: CaseLightRule;
}

/**
 * The lights of the cases hold for next steps too: yellow in the last part of the working time between the day a step was set and the
 * end of its day. Ensures: `yellowAt` is not before the step was set and not after `dueAt`.
 */
export function targetStanding(
  { due, setAt }: Pick<TargetState, 'due' | 'setAt'>,
  { calendar, light }: TargetTerms,
): TargetStanding {
  if (due === null) return { dueAt: null, yellowAt: null };
  const dueAt = endOfCityDay(due);
  const whole = workedBetween(calendar, setAt, dueAt);
  const near = Math.min(light.yellowMs, light.yellowShare * whole);
  const { at } = workedAfter(calendar, setAt, whole - near);
  return { dueAt, yellowAt: at < dueAt ? at : dueAt };
}

export function targetLight(
  { status }: Pick<TargetState, 'status'>,
  { dueAt, yellowAt }: TargetStanding,
  now: Date,
): TargetLight {
  if (isTargetOver(status)) return 'done';
  if (dueAt === null || yellowAt === null) return 'none';
  if (now >= dueAt) return 'red';
  return now >= yellowAt ? 'yellow' : 'green';
}
