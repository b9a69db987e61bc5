import type { OrganisationKind } from './organisation.ts';
import { type Giver, judgeGrant, type Place } from './post-grants.ts';

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
/** Tries to make an account with one link; a person mistypes a name now and then, a script goes through a list of them. */
export const mostInvitationTries = 10;

/** May one of these posts invite into this role there? Asked when the link is made, and again when it is used. */
export function mayInvite(posts: readonly Giver[], place: Place, role: InvitedRole): boolean {
  return posts.some((post) => {
    const invites = post.role === 'operator' || (post.role === 'manager' && post.organisationId === place.id);
    return invites && judgeGrant(post, place, role) === 'yes';
  });
}

/** What was done to it counts before the calendar does. */
export function invitationState({ expiresAt, usedAt, revokedAt }: InvitationFacts, now: Date): InvitationState {
  if (usedAt !== null) return 'used';
  if (revokedAt !== null) return 'revoked';
  return expiresAt.getTime() <= now.getTime() ? 'expired' : 'open';
}
