import type { Db, Tx } from '#platform/database';
import { authTables } from './auth-tables.ts';

export interface FactorRow {
  /** null: a demo person, with the published secret */
  readonly sealedSecret: string | null;
  readonly isConfirmed: boolean;
  readonly lastStep: number;
}

export async function findFactor(db: Db | Tx, userId: string): Promise<FactorRow | undefined> {
  const row = await authTables(db)
    .selectFrom('auth.second_factor')
    .select(['sealed_secret', 'confirmed_at', 'last_step'])
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row && { sealedSecret: row.sealed_secret, isConfirmed: row.confirmed_at !== null, lastStep: row.last_step };
}

interface NewFactor {
  readonly userId: string;
  readonly sealedSecret: string | null;
  readonly now: Date;
  readonly isConfirmed: boolean;
}

/** Writes a factor, in place of one that was never confirmed; false when a confirmed one is there. */
export async function writeFactor(tx: Tx, { userId, sealedSecret, now, isConfirmed }: NewFactor): Promise<boolean> {
  const facts = { sealed_secret: sealedSecret, created_at: now, confirmed_at: isConfirmed ? now : null, last_step: 0 };
  const row = await authTables(tx)
    .insertInto('auth.second_factor')
    .values({ user_id: userId, ...facts })
    .onConflict((conflict) =>
      conflict.column('user_id').doUpdateSet(facts).where('auth.second_factor.confirmed_at', 'is', null),
    )
    .returning('user_id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Takes the code of a time step; false when this code or a later one was taken already. */
export async function takeStep(tx: Tx, userId: string, step: number): Promise<boolean> {
  const row = await authTables(tx)
    .updateTable('auth.second_factor')
    .set({ last_step: step })
    .where('user_id', '=', userId)
    .where('last_step', '<', step)
    .returning('user_id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function confirmFactor(tx: Tx, userId: string, now: Date): Promise<void> {
  await authTables(tx)
    .updateTable('auth.second_factor')
    .set({ confirmed_at: now })
    .where('user_id', '=', userId)
    .execute();
}

/** The factor goes with everything that stood in for it. */
export async function deleteFactor(tx: Tx, userId: string): Promise<void> {
  await authTables(tx).deleteFrom('auth.second_factor').where('user_id', '=', userId).execute();
  await authTables(tx).deleteFrom('auth.recovery_code').where('user_id', '=', userId).execute();
}

export async function replaceRecoveryCodes(tx: Tx, userId: string, hashes: readonly string[]): Promise<void> {
  await authTables(tx).deleteFrom('auth.recovery_code').where('user_id', '=', userId).execute();
  await authTables(tx)
    .insertInto('auth.recovery_code')
    .values(hashes.map((code_hash) => ({ user_id: userId, code_hash })))
    .execute();
}

/** Takes a recovery code; false when there is none like it, or it was used. */
export async function takeRecoveryCode(
  tx: Tx,
  { userId, hash, now }: { readonly userId: string; readonly hash: string; readonly now: Date },
): Promise<boolean> {
  const row = await authTables(tx)
    .updateTable('auth.recovery_code')
    .set({ used_at: now })
    .where('user_id', '=', userId)
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .returning('user_id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function countRecoveryCodes(db: Db, userId: string): Promise<number> {
  const row = await authTables(db)
    .selectFrom('auth.recovery_code')
    .select((select) => select.fn.countAll<number>().as('left'))
    .where('user_id', '=', userId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return row.left;
}
