import { randomBytes } from 'node:crypto';
import {
  type InvitedRole,
  invitationDays,
  invitationState,
  mostOpenInvitations,
  rolesInvitedTo,
} from '@zhitong/domain/directory/invitation';
import type { InvitationRefusalCode } from '@zhitong/domain/directory/invitation-refusals';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { Refusal } from '@zhitong/domain/refusal';
import { recordAudit } from '#platform/audit-log';
import { inContext } from '#platform/context';
import type { Database, Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import { contextOf, type Viewer } from '#platform/viewer';
import { findFirm } from './claim-firm.ts';
import {
  countOpenInvitations,
  findInvitation,
  insertInvitation,
  listInvitationsOf,
  markRevoked,
  replyOf,
  type StoredInvitation,
} from './invitation-store.ts';
import { refuseMergedTarget } from './merge-target.ts';
import { lockBodies } from './post-desk.ts';

export interface InvitationDeps {
  readonly database: Database;
  readonly effects: Effects;
}

/** A manager invites into its own organisation, the bureau into every one of its city. */
async function getInviting(tx: Tx, viewer: Viewer, id: string) {
  const found = await findFirm(tx, id);
  if (!found || (viewer.role !== 'operator' && id !== viewer.organisationId)) throw new Refusal('platform.not-found');
  return found;
}

export function viewInvitations({ database, effects }: InvitationDeps, viewer: Viewer, organisationId: string) {
  return inContext(database, contextOf(viewer), async (tx) => {
    const { kind } = await getInviting(tx, viewer, organisationId);
    const invitations = await listInvitationsOf(tx, organisationId);
    const now = effects.now();
    return { invitations: invitations.map((stored) => replyOf(stored, now)), roles: [...rolesInvitedTo(kind)] };
  });
}

/** Makes the link. It is told once, here: only its hash is kept. The secret stands behind `#`, which browsers send to nobody. */
export function inviteColleague(
  { database, effects }: InvitationDeps,
  viewer: Viewer,
  { organisationId, role, forWhom }: { organisationId: string; role: InvitedRole; forWhom: string },
) {
  const token = `${viewer.city}.${randomBytes(32).toString('base64url')}`;
  const now = effects.now();
  return inContext(database, contextOf(viewer), async (tx) => {
    const { kind, name } = await getInviting(tx, viewer, organisationId);
    await refuseMergedTarget(tx, { city: viewer.city, id: organisationId, name });
    if (!rolesInvitedTo(kind).includes(role)) throw refuse('invitations.other-role');
    // of two who invite at once the second counts the first
    await lockBodies(tx, viewer.city, [organisationId]);
    if ((await countOpenInvitations(tx, organisationId, now)) >= mostOpenInvitations)
      throw refuse('invitations.too-many', { most: mostOpenInvitations });
    const id = effects.newId();
    const expiresAt = new Date(now.getTime() + invitationDays * 86_400_000);
    const by = { id: viewer.personId, name: viewer.personName };
    await insertInvitation(tx, { id, organisationId, role, forWhom, token, by, now, expiresAt });
    await recordAudit(tx, effects, {
      ...{
        action: 'invitation.made',
        subject: { kind: 'invitation', id },
        after: { organisation: name, role, forWhom },
      },
    });
    return { invitation: replyOf(await getInvitation(tx, id), now), path: `/invitation#${token}` };
  });
}

export function revokeInvitation({ database, effects }: InvitationDeps, viewer: Viewer, id: string) {
  const now = effects.now();
  return inContext(database, contextOf(viewer), async (tx) => {
    const stored = await getInvitation(tx, id);
    await getInviting(tx, viewer, stored.organisationId);
    if (!(await markRevoked(tx, { id, now }))) throw refuseState(stored, now);
    await recordAudit(tx, effects, {
      ...{ action: 'invitation.revoked', subject: { kind: 'invitation', id } },
      after: { role: stored.role, forWhom: stored.forWhom },
    });
    return { invitation: replyOf(await getInvitation(tx, id), now) };
  });
}

async function getInvitation(tx: Tx, id: string): Promise<StoredInvitation> {
  const stored = await findInvitation(tx, id);
  if (!stored) throw new Refusal('platform.not-found');
  return stored;
}

/** Why a link that is there does not open. */
export function refuseState(stored: StoredInvitation, now: Date): Refusal {
  const state = invitationState(stored, now);
  if (state === 'expired') return refuse('invitations.expired', { date: cityDay(stored.expiresAt) });
  return refuse(state === 'revoked' ? 'invitations.revoked' : 'invitations.used');
}

function refuse(code: InvitationRefusalCode, details: Readonly<Record<string, string | number>> = {}): Refusal {
  return new Refusal(code, details);
}
