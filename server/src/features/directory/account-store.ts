import type { Db, Tx } from '#platform/database';
import { authTables } from './auth-tables.ts';

export interface NewAccount {
  readonly userId: string;
  readonly accountId: string;
  readonly username: string;
  /** null: the person sets the password by a link */
  readonly passwordHash: string | null;
  /** the password came from somebody else and must be changed at the first sign-in */
  readonly passwordDue: boolean;
  readonly city: string;
  readonly personId: string;
  readonly now: Date;
}

/** Writes the account and its way to the person; false when the name is taken (then nothing is written). */
export async function insertAccount(tx: Tx, account: NewAccount): Promise<boolean> {
  const { userId, username, city, personId, passwordDue, now } = account;
  const stamps = { createdAt: now, updatedAt: now };
  const user = await authTables(tx)
    .insertInto('auth.user')
    .values({
      id: userId,
      name: username,
      // Better Auth wants an address; nothing is ever sent to it
      email: `${userId}@sign-in.invalid`,
      emailVerified: false,
      username: username.toLowerCase(),
      displayUsername: username,
      ...stamps,
    })
    .onConflict((conflict) => conflict.column('username').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!user) return false;
  await authTables(tx)
    .insertInto('auth.account')
    .values({
      ...{ id: account.accountId, accountId: userId, providerId: 'credential', userId },
      ...{ password: account.passwordHash, ...stamps },
    })
    .execute();
  await tx
    .insertInto('sign_in')
    .values({
      ...{ user_id: userId, city, person_id: personId, created_at: now },
      ...{ password_changed_at: now, password_due: passwordDue },
    })
    .execute();
  return true;
}

/** What a sign-in must know of an account. */
export interface Account {
  readonly userId: string;
  readonly username: string;
  readonly city: string;
  readonly personId: string;
  readonly lockedAt: Date | null;
  readonly passwordChangedAt: Date;
  readonly passwordDue: boolean;
  readonly factor: 'on' | 'off';
}

export async function findAccount(db: Db | Tx, userId: string): Promise<Account | undefined> {
  const row = await authTables(db)
    .selectFrom('sign_in')
    .innerJoin('auth.user', 'auth.user.id', 'sign_in.user_id')
    .leftJoin('auth.second_factor', 'auth.second_factor.user_id', 'sign_in.user_id')
    .select(['sign_in.user_id', 'auth.user.username', 'sign_in.city', 'sign_in.person_id', 'sign_in.locked_at'])
    .select(['sign_in.password_changed_at', 'sign_in.password_due', 'auth.second_factor.confirmed_at'])
    .where('sign_in.user_id', '=', userId)
    .executeTakeFirst();
  return (
    row && {
      ...{ userId: row.user_id, username: row.username, city: row.city, personId: row.person_id },
      ...{ lockedAt: row.locked_at, passwordChangedAt: row.password_changed_at, passwordDue: row.password_due },
      factor: row.confirmed_at === null ? 'off' : 'on',
    }
  );
}

/** The account of a user name and the hash of its password (null: none set yet). */
export async function findCredential(
  db: Db,
  username: string,
): Promise<{ userId: string; passwordHash: string | null } | undefined> {
  const row = await authTables(db)
    .selectFrom('auth.user')
    .innerJoin('auth.account', 'auth.account.userId', 'auth.user.id')
    .select(['auth.user.id', 'auth.account.password'])
    .where('auth.user.username', '=', username.toLowerCase())
    .where('auth.account.providerId', '=', 'credential')
    .executeTakeFirst();
  return row && { userId: row.id, passwordHash: row.password };
}

export async function markSignedIn(tx: Tx, userId: string, now: Date): Promise<void> {
  await tx.updateTable('sign_in').set({ last_used_at: now }).where('user_id', '=', userId).execute();
}

/** The person with its account, if it has one; nobody else opens one for it until the transaction ends. */
export async function lockPerson(
  tx: Tx,
  { city, personId }: { readonly city: string; readonly personId: string },
): Promise<{ name: string; username: string | null } | undefined> {
  const person = await tx
    .selectFrom('person')
    .select('name')
    .where('city', '=', city)
    .where('id', '=', personId)
    .forUpdate()
    .executeTakeFirst();
  const account = await authTables(tx)
    .selectFrom('sign_in')
    .innerJoin('auth.user', 'auth.user.id', 'sign_in.user_id')
    .select('auth.user.username')
    .where('sign_in.city', '=', city)
    .where('sign_in.person_id', '=', personId)
    .executeTakeFirst();
  return person && { name: person.name, username: account?.username ?? null };
}

/** `lockedAt` null: open again. */
export async function writeLock(tx: Tx, userId: string, lockedAt: Date | null): Promise<void> {
  await tx.updateTable('sign_in').set({ locked_at: lockedAt }).where('user_id', '=', userId).execute();
}
