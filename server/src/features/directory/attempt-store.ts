import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '#platform/database';
import { authTables } from './auth-tables.ts';

const wrongInARow = 5;
const lockMinutes = 5;
/** wrong tries further apart than this do not add up */
const rowMinutes = 15;

export type Attempt = { readonly kind: 'allowed' } | { readonly kind: 'locked'; readonly until: Date };

/**
 * Counts a try before the password is looked at, in one statement: a hundred tries at once are still a hundred tries. A right
 * password forgets the row again.
 */
export async function claimAttempt(db: Db, username: string, now: Date): Promise<Attempt> {
  const name = hashed(username);
  const fresh = sql`(attempt.locked_until is null and attempt.last_at > ${before(now, rowMinutes)})`;
  const { rows } = await sql`
    insert into auth.sign_in_attempt as attempt (name_hash, wrong, last_at) values (${name}, 1, ${now})
    on conflict (name_hash) do update set
      wrong = case when ${fresh} then attempt.wrong + 1 else 1 end,
      last_at = ${now},
      locked_until = case when ${fresh} and attempt.wrong + 1 >= ${wrongInARow}
                     then ${before(now, -lockMinutes)}::timestamptz end
    where attempt.locked_until is null or attempt.locked_until <= ${now}
    returning wrong`.execute(db);
  if (rows.length > 0) return { kind: 'allowed' };
  const row = await authTables(db)
    .selectFrom('auth.sign_in_attempt')
    .select('locked_until')
    .where('name_hash', '=', name)
    .executeTakeFirst();
  return { kind: 'locked', until: row?.locked_until ?? now };
}

/** After a right password; rows nobody came back for go with it. */
export async function forgetAttempts(db: Db, username: string, now: Date): Promise<void> {
  await authTables(db)
    .deleteFrom('auth.sign_in_attempt')
    .where((row) => row.or([row('name_hash', '=', hashed(username)), row('last_at', '<', before(now, 24 * 60))]))
    .execute();
}

function hashed(username: string): string {
  return createHash('sha256').update(username.trim().toLowerCase()).digest('hex');
}

function before(now: Date, minutes: number): Date {
  return new Date(now.getTime() - minutes * 60_000);
}
