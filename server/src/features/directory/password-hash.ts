import { availableParallelism } from 'node:os';
import { hashPassword, verifyPassword } from 'better-auth/crypto';
import { Turns } from './auth-turns.ts';

/** scrypt on the thread pool of Node: the event loop stays free while a password is checked. */
export interface PasswordHasher {
  readonly hash: (password: string) => Promise<string>;
  readonly verify: (hash: string, password: string) => Promise<boolean>;
}

/** Threads Node keeps for files, compression, name look-ups and hashes together, unless it is told otherwise. */
const threads = Number(process.env.UV_THREADPOOL_SIZE ?? 4);
/**
 * More hashes at once than processors finish none earlier, and two threads are always left to everybody else: without this a
 * morning's sign-ins take every thread there is, and a page that only wants a file waits seconds for it.
 */
const hashesAtOnce = Math.max(1, Math.min(availableParallelism(), threads - 2));
const desk = new Turns(hashesAtOnce);

export const scryptHasher: PasswordHasher = {
  hash: (password) => desk.inTurn('hash', () => hashPassword(password)),
  verify: (hash, password) => desk.inTurn('hash', () => verifyPassword({ hash, password })),
};

/** Checked where there is no password to check, so that a name nobody has takes as long. No password leads to this key. */
export const nobodysHash = `${'0'.repeat(32)}:${'0'.repeat(128)}`;
