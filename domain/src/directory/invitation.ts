import type { OrganisationKind } from './organisation.ts';

/** Roles a colleague can be invited into: a firm has members, every other body handlers; both have managers. */
export const invitedRoles = ['member', 'handler', 'manager'] as const;
export type InvitedRole = (typeof invitedRoles)[number];

export function rolesInvitedTo(kind: OrganisationKind): readonly InvitedRole[] {
  return kind === 'enterprise' || kind === 'alliance' ? ['member', 'manager'] : ['handler', 'manager'];
}

export const invitationStates = ['open', 'used', 'revoked', 'expired'] as const;
export type InvitationState = (typeof invitationStates)[number];

export interface InvitationFacts {
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly revokedAt: Date | null;
}

export const invitationDays = 7;
/** Open links of one organisation: who needs more than these imports the people instead. */
export const mostOpenInvitations = 50;

/** What was done to it counts before the calendar does. */
export function invitationState({ expiresAt, usedAt, revokedAt }: InvitationFacts, now: Date): InvitationState {
  if (usedAt !== null) return 'used';
  if (revokedAt !== null) return 'revoked';
  return expiresAt.getTime() <= now.getTime() ? 'expired' : 'open';
}
