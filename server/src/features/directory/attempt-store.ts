import { createHash } from 'node:crypto';
import { claimGuess, type Guesses, type LockOutPolicy, returnGuess } from '@zhitong/domain/directory/lock-out';
import type { Database, Db, Tx } from '#platform/database';
import { authTables } from './auth-tables.ts';

/** One thing that is guessed at, e.g. `account:bureau`, and how patient we are with it. */
export interface Guessed {
  readonly key: string;
  readonly policy: LockOutPolicy;
}

export type AttemptClaim =
  /** `locks`: the last free try, until when further ones wait if it is wrong too */
  | { readonly kind: 'allowed'; readonly locks: Date | null }
  | { readonly kind: 'locked'; readonly key: string; readonly until: Date; readonly wrong: number };

/**
 * Counts one try against everything it guesses at, before anything is looked at. The counts lie in the database, so that they
 * hold over all nodes. Where one of them is locked, none of them is counted.
 */
export async function claimAttempt(database: Database, guessed: readonly Guessed[], now: Date): Promise<AttemptClaim> {
  return database.db.transaction().execute(async (tx) => {
    const claimed: { readonly key: string; readonly after: Guesses }[] = [];
    // one order for everybody, or two tries could wait for each other
    for (const { key, policy } of inOneOrder(guessed)) {
      const claim = claimGuess(await lockGuesses(tx, key, now), now, policy);
      if (claim.kind === 'locked') return { ...claim, key };
      claimed.push({ key, after: claim.after });
    }
    for (const { key, after } of claimed) await writeGuesses(tx, key, after);
    const locks = claimed.map(({ after }) => after.lockedUntil).find((until) => until !== null) ?? null;
    return { kind: 'allowed', locks };
  });
}

/** After a right answer: what belongs to the person is forgotten, what others share gets this one try back. */
export async function settleAttempt(
  database: Database,
  { own, shared }: { readonly own: readonly Guessed[]; readonly shared: readonly Guessed[] },
  now: Date,
): Promise<void> {
  await database.db.transaction().execute(async (tx) => {
    for (const guessed of inOneOrder([...own, ...shared])) {
      if (own.includes(guessed)) await forgetGuesses(tx, guessed.key);
      else await giveBack(tx, guessed, now);
    }
  });
  await sweep(database.db, now);
}

export async function forgetGuesses(db: Db | Tx, key: string): Promise<void> {
  await authTables(db).deleteFrom('auth.sign_in_attempt').where('name_hash', '=', hashed(key)).execute();
}

async function giveBack(tx: Tx, { key, policy }: Guessed, now: Date): Promise<void> {
  const guesses = await lockGuesses(tx, key, now);
  if (guesses) await writeGuesses(tx, key, returnGuess(guesses, policy));
}

/** Rows nobody came back for in a day; those another node has in hand are left to it. */
async function sweep(db: Db, now: Date): Promise<void> {
  const dayAgo = new Date(now.getTime() - 86_400_000);
  await authTables(db)
    .deleteFrom('auth.sign_in_attempt')
    .where('name_hash', 'in', (rows) =>
      rows
        .selectFrom('auth.sign_in_attempt')
        .select('name_hash')
        .where('last_at', '<', dayAgo)
        .limit(100)
        .forUpdate()
        .skipLocked(),
    )
    .execute();
}

/** Nobody else counts against this key until the transaction ends. */
async function lockGuesses(tx: Tx, key: string, now: Date): Promise<Guesses | undefined> {
  const row = await authTables(tx)
    .insertInto('auth.sign_in_attempt')
    .values({ name_hash: hashed(key), wrong: 0, last_at: now })
    .onConflict((conflict) =>
      conflict.column('name_hash').doUpdateSet((known) => ({ wrong: known.ref('auth.sign_in_attempt.wrong') })),
    )
    .returning(['wrong', 'last_at', 'locked_until'])
    .executeTakeFirstOrThrow();
  return row.wrong === 0 ? undefined : { wrong: row.wrong, lastAt: row.last_at, lockedUntil: row.locked_until };
}

async function writeGuesses(tx: Tx, key: string, { wrong, lastAt, lockedUntil }: Guesses): Promise<void> {
  await authTables(tx)
    .updateTable('auth.sign_in_attempt')
    .set({ wrong, last_at: lastAt, locked_until: lockedUntil })
    .where('name_hash', '=', hashed(key))
    .execute();
}

function inOneOrder(guessed: readonly Guessed[]): readonly Guessed[] {
  return guessed.toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

/** People type passwords into the field for the name: what was typed is not kept. */
function hashed(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
