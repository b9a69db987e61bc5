import { hashPassword, verifyPassword } from 'better-auth/crypto';

/** scrypt on the thread pool of Node: the event loop stays free while a password is checked. */
export interface PasswordHasher {
  readonly hash: (password: string) => Promise<string>;
  readonly verify: (hash: string, password: string) => Promise<boolean>;
}

export const scryptHasher: PasswordHasher = {
  hash: hashPassword,
  verify: (hash, password) => verifyPassword({ hash, password }),
};

/** Checked where there is no password to check, so that a name nobody has takes as long. No password leads to this key. */
export const nobodysHash = `${'0'.repeat(32)}:${'0'.repeat(128)}`;
