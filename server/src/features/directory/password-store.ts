import { createHash } from 'node:crypto';
import type { Db, Tx } from '#platform/database';
import { authTables } from './auth-tables.ts';

/** Sets the password; it is the person’s own from now on. */
export async function writePassword(
  tx: Tx,
  { userId, passwordHash, now }: { readonly userId: string; readonly passwordHash: string; readonly now: Date },
): Promise<void> {
  await replaceHash(tx, userId, { passwordHash, now });
  await tx
    .updateTable('sign_in')
    .set({ password_changed_at: now, password_due: false })
    .where('user_id', '=', userId)
    .execute();
}

/** Nobody signs in with the old password any more; a link sets the next one. */
export async function removePassword(tx: Tx, userId: string, now: Date): Promise<void> {
  await replaceHash(tx, userId, { passwordHash: null, now });
}

async function replaceHash(tx: Tx, userId: string, { passwordHash, now }: { passwordHash: string | null; now: Date }) {
  await authTables(tx)
    .updateTable('auth.account')
    .set({ password: passwordHash, updatedAt: now })
    .where('userId', '=', userId)
    .where('providerId', '=', 'credential')
    .execute();
}

interface NewLink {
  readonly token: string;
  readonly userId: string;
  readonly now: Date;
  readonly expiresAt: Date;
}

/** Writes a link; earlier ones of the account stop working. */
export async function insertPasswordLink(tx: Tx, { token, userId, now, expiresAt }: NewLink): Promise<void> {
  await authTables(tx).deleteFrom('auth.password_link').where('user_id', '=', userId).execute();
  await authTables(tx)
    .insertInto('auth.password_link')
    .values({ token_hash: hashed(token), user_id: userId, created_at: now, expires_at: expiresAt })
    .execute();
}

/** The account a link still opens. */
export async function findLinkedAccount(db: Db, token: string, now: Date): Promise<string | undefined> {
  const row = await authTables(db)
    .selectFrom('auth.password_link')
    .select('user_id')
    .where('token_hash', '=', hashed(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row?.user_id;
}

/** Takes the link; undefined when it was used, has expired or never was. */
export async function takePasswordLink(tx: Tx, token: string, now: Date): Promise<string | undefined> {
  const row = await authTables(tx)
    .updateTable('auth.password_link')
    .set({ used_at: now })
    .where('token_hash', '=', hashed(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('user_id')
    .executeTakeFirst();
  return row?.user_id;
}

function hashed(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
