import { hashPassword } from 'better-auth/crypto';
import { inContext } from '#platform/context';
import type { Database } from '#platform/database';
import type { Effects } from '#platform/effects';
import { insertAccount } from './account-store.ts';

export interface AccountRequest {
  readonly username: string;
  readonly password: string;
  readonly city: string;
  readonly personId: string;
}

/** Gives a person of a city a name and a password to sign in with. `taken`: the name is somebody's already, nothing changed. */
export async function createAccount(
  database: Database,
  effects: Effects,
  { username, password, city, personId }: AccountRequest,
): Promise<'created' | 'taken'> {
  const passwordHash = await hashPassword(password);
  const ids = { userId: effects.newId(), accountId: effects.newId(), now: effects.now() };
  const created = await inContext(database, { city, viewer: 'system' }, (tx) =>
    insertAccount(tx, { ...ids, username, passwordHash, city, personId }),
  );
  return created ? 'created' : 'taken';
}
