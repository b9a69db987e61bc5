import { randomBytes } from 'node:crypto';
import type { PasswordLink } from '@zhitong/contract/directory/account-contract';
import type { Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import { insertPasswordLink } from './password-store.ts';

const hours = 72;

/** A link that sets the password of an account, once. The token stands behind `#`, which browsers send to nobody. */
export async function writePasswordLink({ now }: Effects, tx: Tx, userId: string): Promise<PasswordLink> {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(now().getTime() + hours * 3_600_000);
  await insertPasswordLink(tx, { token, userId, now: now(), expiresAt });
  return { path: `/set-password#${token}`, expiresAt: expiresAt.toISOString() };
}
