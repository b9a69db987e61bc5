import type { Db, Tx } from '#platform/database';
import { authTables } from './auth-tables.ts';

/** A person at the operator's identity provider. */
export interface Subject {
  readonly issuer: string;
  readonly subject: string;
}

/** The account this subject signed in to first; its name may have changed since, here or there. */
export async function findSubjectUser(db: Db | Tx, { issuer, subject }: Subject): Promise<string | undefined> {
  const row = await authTables(db)
    .selectFrom('auth.account')
    .select('userId')
    .where('providerId', '=', issuer)
    .where('accountId', '=', subject)
    .executeTakeFirst();
  return row?.userId;
}

/** Binds a subject to an account that has none of this issuer; false: it has another one, or the subject has another account. */
export async function bindSubject(
  tx: Tx,
  { issuer, subject }: Subject,
  { id, userId, now }: { readonly id: string; readonly userId: string; readonly now: Date },
): Promise<boolean> {
  const row = await authTables(tx)
    .insertInto('auth.account')
    .values({ id, accountId: subject, providerId: issuer, userId, password: null, createdAt: now, updatedAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** For somebody who has another identity at the provider now: the next single sign-on binds anew. */
export async function unbindSubjects(tx: Tx, userId: string): Promise<void> {
  await authTables(tx)
    .deleteFrom('auth.account')
    .where('userId', '=', userId)
    .where('providerId', '<>', 'credential')
    .execute();
}
