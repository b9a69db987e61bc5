import { accountLockOut } from '@zhitong/domain/directory/lock-out';
import { findPasswordProblem } from '@zhitong/domain/directory/password-policy';
import { cityDay, cityTime } from '@zhitong/domain/needs/city-day';
import { Refusal } from '@zhitong/domain/refusal';
import { recordAudit } from '#platform/audit-log';
import { inContext } from '#platform/context';
import { findAccount, findCredential } from './account-store.ts';
import { claimAttempt, forgetGuesses } from './attempt-store.ts';
import type { AuthUse } from './auth-options.ts';
import { accountGuess } from './auth-sign-in.ts';
import { nobodysHash } from './password-hash.ts';
import { isLeakedPassword } from './password-list.ts';
import { findLinkedAccount, takePasswordLink, writePassword } from './password-store.ts';
import { contextOfPerson, type Origin } from './session-origin.ts';
import { deleteSessions } from './session-rows.ts';
import type { SignedIn } from './session-service.ts';
import { findPerson } from './session-store.ts';

/** Asks for the present password once more, before something that an open session alone must not be able to do. */
export async function checkPresentPassword(use: AuthUse, who: SignedIn, password: string): Promise<void> {
  const { database, effects, hasher } = use;
  const guess = { key: `present-password:${who.userId}`, policy: accountLockOut };
  const claim = await claimAttempt(database, [guess], effects.now());
  if (claim.kind === 'locked')
    throw new Refusal('directory.account-locked', { count: claim.wrong, time: cityTime(claim.until) });
  const credential = await findCredential(database.db, who.account.username);
  if (!(await hasher.verify(credential?.passwordHash ?? nobodysHash, password)))
    throw new Refusal('directory.present-password-wrong');
  await forgetGuesses(database.db, guess.key);
}

interface PasswordChange {
  readonly present: string;
  readonly next: string;
  readonly from: Origin;
}

/** The own password. Every other session ends; this one goes on under a new id. */
export async function changeOwnPassword(use: AuthUse, who: SignedIn, { present, next, from }: PasswordChange) {
  if (who.step !== 'signed-in' && who.step !== 'new-password') throw new Refusal('directory.step-missing');
  if (present === next) throw new Refusal('directory.password-same');
  refuseWeakPassword(next, who.account.username);
  await checkPresentPassword(use, who, present);
  const { database, effects, hasher, sessions } = use;
  const passwordHash = await hasher.hash(next);
  await inContext(database, contextOfPerson(who.person, from), async (tx) => {
    await writePassword(tx, { userId: who.userId, passwordHash, now: effects.now() });
    await deleteSessions(tx, who.userId, { except: who.sessionId });
    await recordAudit(tx, effects, { action: 'password.changed', subject: { kind: 'account', id: who.userId } });
  });
  return sessions.renew(who, {}, from);
}

/** Whose password a link sets, to be shown before it is set. */
export async function readLink(use: AuthUse, token: string): Promise<{ username: string; person: string }> {
  const { account, person } = await getLinked(use, token);
  return { username: account.username, person: person.name };
}

/** Sets the password by a link, once. */
export async function writeLinkedPassword(
  use: AuthUse,
  { token, password, from }: { token: string; password: string; from: Origin },
) {
  const { database, effects, hasher, sessions } = use;
  const { account, person } = await getLinked(use, token);
  refuseWeakPassword(password, account.username);
  const passwordHash = await hasher.hash(password);
  await inContext(database, contextOfPerson(person, from), async (tx) => {
    if ((await takePasswordLink(tx, token, effects.now())) !== account.userId)
      throw new Refusal('directory.password-link-gone');
    await writePassword(tx, { userId: account.userId, passwordHash, now: effects.now() });
    await forgetGuesses(tx, accountGuess(account.username).key);
    await recordAudit(tx, effects, {
      action: 'password.set-by-link',
      subject: { kind: 'account', id: account.userId },
    });
  });
  await sessions.end(account, 'all');
  return { username: account.username };
}

async function getLinked({ database, effects }: AuthUse, token: string) {
  const userId = await findLinkedAccount(database.db, token, effects.now());
  const account = userId === undefined ? undefined : await findAccount(database.db, userId);
  const person = account && (await findPerson(database, account, cityDay(effects.now())));
  if (!account || !person) throw new Refusal('directory.password-link-gone');
  return { account, person };
}

export function refuseWeakPassword(password: string, username: string): void {
  const problem = findPasswordProblem(password, { username, isLeaked: isLeakedPassword });
  if (problem) throw new Refusal(problem);
}
