import type { SessionStep } from './session-step.ts';

export interface SessionLimits {
  /** without a sign of life from the person */
  readonly idleMinutes: number;
  /** since the password was given, whatever happens */
  readonly absoluteHours: number;
}

export const usualSessionLimits: SessionLimits = { idleMinutes: 30, absoluteHours: 12 };

/** Whoever knows only the password has this long to give the second factor. */
const unfinishedMinutes = 10;

interface SessionTimes {
  readonly signedInAt: Date;
  readonly lastUsedAt: Date;
  readonly step: SessionStep;
}

/** The instant at which a session is over when nobody touches it any more. */
export function sessionEnd({ signedInAt, lastUsedAt, step }: SessionTimes, limits: SessionLimits): Date {
  const idle = lastUsedAt.getTime() + limits.idleMinutes * 60_000;
  const absolute = signedInAt.getTime() + limits.absoluteHours * 3_600_000;
  const unfinished =
    step === 'signed-in' ? Number.POSITIVE_INFINITY : signedInAt.getTime() + unfinishedMinutes * 60_000;
  return new Date(Math.min(idle, absolute, unfinished));
}
