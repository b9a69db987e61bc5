import type { Db, Tx } from '#platform/database';
import { authTables } from './auth-tables.ts';

export interface SessionRow {
  readonly id: string;
  readonly address: string;
  readonly device: string;
  readonly signedInAt: Date;
  readonly lastUsedAt: Date;
}

/** The sessions of an account that were used since an instant, the last used first. */
export async function listSessionRows(db: Db | Tx, userId: string, usedSince: Date): Promise<readonly SessionRow[]> {
  const rows = await authTables(db)
    .selectFrom('auth.session')
    .select(['id', 'ipAddress', 'userAgent', 'signedInAt', 'lastUsedAt'])
    .where('userId', '=', userId)
    .where('lastUsedAt', '>', usedSince)
    .orderBy('lastUsedAt', 'desc')
    .orderBy('id')
    .limit(100)
    .execute();
  return rows.map(({ id, ipAddress, userAgent, signedInAt, lastUsedAt }) => ({
    ...{ id, signedInAt, lastUsedAt },
    address: ipAddress ?? '',
    device: userAgent ?? '',
  }));
}

export async function touchSession(db: Db, id: string, now: Date): Promise<void> {
  await authTables(db).updateTable('auth.session').set({ lastUsedAt: now }).where('id', '=', id).execute();
}

/** Which sessions of an account: one, or all but one, or all. */
export type SessionChoice = { readonly only: string } | { readonly except: string } | 'all';

/** Ends sessions of an account. Answers how many there were. */
export async function deleteSessions(db: Db | Tx, userId: string, which: SessionChoice): Promise<number> {
  const { numDeletedRows } = await authTables(db)
    .deleteFrom('auth.session')
    .where('userId', '=', userId)
    .where((row) => {
      if (which === 'all') return row.lit(true);
      return 'only' in which ? row('id', '=', which.only) : row('id', '!=', which.except);
    })
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** Sessions nobody can use any more. */
export async function deleteOldSessions(db: Db, signedInBefore: Date): Promise<void> {
  await authTables(db).deleteFrom('auth.session').where('signedInAt', '<', signedInBefore).execute();
}
