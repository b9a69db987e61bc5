import type { Tx } from '#platform/database';
import { authTables } from './auth-tables.ts';

export interface NewAccount {
  readonly userId: string;
  readonly accountId: string;
  readonly username: string;
  readonly passwordHash: string;
  readonly city: string;
  readonly personId: string;
  readonly now: Date;
}

/** Writes the account and its way to the person; false when the name is taken (then nothing is written). */
export async function insertAccount(tx: Tx, account: NewAccount): Promise<boolean> {
  const stamps = { createdAt: account.now, updatedAt: account.now };
  const user = await authTables(tx)
    .insertInto('auth.user')
    .values({
      id: account.userId,
      name: account.username,
      // Better Auth wants an address; nothing is ever sent to it
      email: `${account.userId}@sign-in.invalid`,
      emailVerified: false,
      username: account.username.toLowerCase(),
      displayUsername: account.username,
      ...stamps,
    })
    .onConflict((conflict) => conflict.column('username').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!user) return false;
  await authTables(tx)
    .insertInto('auth.account')
    .values({
      id: account.accountId,
      accountId: account.userId,
      providerId: 'credential',
      userId: account.userId,
      password: account.passwordHash,
      ...stamps,
    })
    .execute();
  await tx
    .insertInto('sign_in')
    .values({ user_id: account.userId, city: account.city, person_id: account.personId })
    .execute();
  return true;
}
