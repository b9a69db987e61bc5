import type { PostRole } from './organisation.ts';

/** What is still missing before a session may do anything, in this order; the last one is the whole session. */
export const sessionSteps = ['second-factor', 'second-factor-setup', 'new-password', 'signed-in'] as const;
export type SessionStep = (typeof sessionSteps)[number];

export interface SessionFacts {
  readonly factor: 'on' | 'off';
  readonly factorRequired: boolean;
  /** a code was given in this session */
  readonly factorGiven: boolean;
  /** the password was given by somebody else, or is too old */
  readonly passwordDue: boolean;
}

/** The step is derived at every request: a factor that is switched on is asked for in sessions that are open already. */
export function nextStep({ factor, factorRequired, factorGiven, passwordDue }: SessionFacts): SessionStep {
  if (factor === 'on' && !factorGiven) return 'second-factor';
  if (factor === 'off' && factorRequired) return 'second-factor-setup';
  return passwordDue ? 'new-password' : 'signed-in';
}

export const rolesWithFactor: readonly PostRole[] = [
  'system-administrator',
  'security-administrator',
  'audit-administrator',
  'chief-office',
];

/** 等保 2.0 level 3, 8.1.4.1 d): administrators prove themselves by two means; so does whoever acts for a city leader. */
export function needsSecondFactor(roles: readonly PostRole[]): boolean {
  return roles.some((role) => rolesWithFactor.includes(role));
}

/** A second factor is set up by a whole session, or in the step that asks for it. */
export function maySetUpFactor(step: SessionStep): boolean {
  return step === 'signed-in' || step === 'second-factor-setup';
}
