import { createHash } from 'node:crypto';
import { type InvitationFacts, type InvitedRole, invitationState } from '@zhitong/domain/directory/invitation';
import { enteredContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { wordColumn } from '#platform/json-column';

export interface StoredInvitation extends InvitationFacts {
  readonly id: string;
  readonly organisationId: string;
  readonly role: InvitedRole;
  readonly forWhom: string;
  readonly byName: string;
  readonly createdAt: Date;
  readonly usedByName: string | null;
}

const tokenHash = (token: string) => createHash('sha256').update(token).digest('hex');

interface NewInvitation {
  readonly id: string;
  readonly organisationId: string;
  readonly role: InvitedRole;
  readonly forWhom: string;
  readonly token: string;
  readonly by: { readonly id: string; readonly name: string };
  readonly now: Date;
  readonly expiresAt: Date;
}

export async function insertInvitation(tx: Tx, given: NewInvitation): Promise<void> {
  await tx
    .insertInto('invitation')
    .values({
      ...{ city: enteredContext(tx).city, id: given.id, organisation_id: given.organisationId, role: given.role },
      ...{
        for_whom: given.forWhom,
        token_hash: tokenHash(given.token),
        by_person: given.by.id,
        by_name: given.by.name,
      },
      ...{ created_at: given.now, expires_at: given.expiresAt },
    })
    .execute();
}

function selectInvitations(tx: Tx) {
  return tx
    .selectFrom('invitation as i')
    .leftJoin('person as p', (join) => join.onRef('p.city', '=', 'i.city').onRef('p.id', '=', 'i.used_by'))
    .select(['i.id', 'i.organisation_id', 'i.role', 'i.for_whom', 'i.by_name', 'i.created_at', 'i.expires_at'])
    .select(['i.used_at', 'i.revoked_at', 'p.name as used_by_name'])
    .where('i.city', '=', enteredContext(tx).city);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectInvitations>['execute']>>[number];

const fromRow = (row: Row): StoredInvitation => ({
  ...{ id: row.id, organisationId: row.organisation_id, role: wordColumn<InvitedRole>(row.role) },
  ...{ forWhom: row.for_whom, byName: row.by_name, createdAt: row.created_at, expiresAt: row.expires_at },
  ...{ usedAt: row.used_at, revokedAt: row.revoked_at, usedByName: row.used_by_name },
});

const mostShown = 100;

export async function listInvitationsOf(tx: Tx, organisationId: string): Promise<readonly StoredInvitation[]> {
  const rows = await selectInvitations(tx)
    .where('i.organisation_id', '=', organisationId)
    .orderBy('i.created_at', 'desc')
    .orderBy('i.id', 'desc')
    .limit(mostShown)
    .execute();
  return rows.map(fromRow);
}

export async function findInvitation(tx: Tx, id: string): Promise<StoredInvitation | undefined> {
  const row = await selectInvitations(tx).where('i.id', '=', id).executeTakeFirst();
  return row && fromRow(row);
}

export async function findByToken(tx: Tx, token: string): Promise<StoredInvitation | undefined> {
  const row = await selectInvitations(tx).where('i.token_hash', '=', tokenHash(token)).executeTakeFirst();
  return row && fromRow(row);
}

/** Uses the link up, in one statement: of two at once one gets false. */
export async function takeInvitation(
  tx: Tx,
  { token, personId, now }: { token: string; personId: string; now: Date },
): Promise<boolean> {
  const row = await tx
    .updateTable('invitation')
    .set({ used_at: now, used_by: personId })
    .where('city', '=', enteredContext(tx).city)
    .where('token_hash', '=', tokenHash(token))
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** False when it was used or taken back already. */
export async function markRevoked(tx: Tx, { id, now }: { id: string; now: Date }): Promise<boolean> {
  const row = await tx
    .updateTable('invitation')
    .set({ revoked_at: now })
    .where('city', '=', enteredContext(tx).city)
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export function replyOf(stored: StoredInvitation, now: Date) {
  const { id, role, forWhom, byName: by, usedByName: usedBy, createdAt, expiresAt } = stored;
  return {
    ...{ id, role, forWhom, by, usedBy, at: createdAt.toISOString(), expiresAt: expiresAt.toISOString() },
    state: invitationState(stored, now),
  };
}
