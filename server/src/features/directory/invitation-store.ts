import { createHash } from 'node:crypto';
import { type InvitationFacts, type InvitedRole, invitationState } from '@zhitong/domain/directory/invitation';
import type { PostRole } from '@zhitong/domain/directory/organisation';
import { postsActedIn } from '@zhitong/domain/directory/post-apart';
import type { Giver } from '@zhitong/domain/directory/post-grants';
import { sql } from 'kysely';
import { enteredContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { wordColumn } from '#platform/json-column';

export interface StoredInvitation extends InvitationFacts {
  readonly id: string;
  readonly organisationId: string;
  readonly role: InvitedRole;
  readonly forWhom: string;
  readonly byPerson: string;
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
    .select(['i.by_person', 'i.used_at', 'i.revoked_at', 'p.name as used_by_name'])
    .where('i.city', '=', enteredContext(tx).city);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectInvitations>['execute']>>[number];

const fromRow = (row: Row): StoredInvitation => ({
  ...{ id: row.id, organisationId: row.organisation_id, role: wordColumn<InvitedRole>(row.role) },
  ...{
    forWhom: row.for_whom,
    byPerson: row.by_person,
    byName: row.by_name,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
  },
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

/** Links of an organisation that still open, however many others were made since. */
export async function countOpenInvitations(tx: Tx, organisationId: string, now: Date): Promise<number> {
  const { count } = await tx
    .selectFrom('invitation')
    .select((one) => one.fn.countAll<number>().as('count'))
    .where('city', '=', enteredContext(tx).city)
    .where('organisation_id', '=', organisationId)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirstOrThrow();
  return count;
}

export async function findInvitation(tx: Tx, id: string): Promise<StoredInvitation | undefined> {
  const row = await selectInvitations(tx).where('i.id', '=', id).executeTakeFirst();
  return row && fromRow(row);
}

export async function findByToken(tx: Tx, token: string): Promise<StoredInvitation | undefined> {
  const row = await selectInvitations(tx).where('i.token_hash', '=', tokenHash(token)).executeTakeFirst();
  return row && fromRow(row);
}

/**
 * The posts of whoever made a link, none when the account is closed. Held until the transaction ends: whoever dismisses the
 * inviter meanwhile waits, or is waited for.
 */
export async function holdInviterPosts(
  tx: Tx,
  { personId, on }: { personId: string; on: string },
): Promise<readonly Giver[]> {
  const { rows } = await sql<{ role: string; organisation: string }>`
    select role, organisation_id as organisation from post
    where city = ${enteredContext(tx).city} and person_id = ${personId}
      and valid_from <= ${on}::date and (valid_to is null or valid_to > ${on}::date)
      and not exists (select 1 from sign_in s where s.city = post.city and s.person_id = post.person_id
                        and s.locked_at is not null)
    order by id limit 50 for share`.execute(tx);
  const posts = rows.map(({ role, organisation }) => ({
    ...{ role: wordColumn<PostRole>(role), personId, organisationId: organisation },
  }));
  return postsActedIn(posts);
}

/** Counts a try at making an account with the link; false when there were too many, or there is no such link. */
export async function countTry(tx: Tx, { token, most }: { token: string; most: number }): Promise<boolean> {
  const row = await tx
    .updateTable('invitation')
    .set((invitation) => ({ tries: invitation('tries', '+', 1) }))
    .where('city', '=', enteredContext(tx).city)
    .where('token_hash', '=', tokenHash(token))
    .where('tries', '<', most)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
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
