import { createHash } from 'node:crypto';
import { accountLockOut, addressLockOut, networkOf } from '@zhitong/domain/directory/lock-out';
import { cityTime } from '@zhitong/domain/needs/city-day';
import { Refusal } from '@zhitong/domain/refusal';
import { recordAudit } from '#platform/audit-log';
import { inContext } from '#platform/context';
import { findAccount, findCredential, markSignedIn } from './account-store.ts';
import { type AttemptClaim, claimAttempt, type Guessed, settleAttempt } from './attempt-store.ts';
import { noteKeptOut, noteRefused, noteWrong, type Tried } from './attempt-trail.ts';
import type { AuthUse } from './auth-options.ts';
import type { Vouched } from './oidc-client.ts';
import { bindSubject, findSubjectUser } from './oidc-subject-store.ts';
import { nobodysHash } from './password-hash.ts';
import { contextOfPerson, type Origin } from './session-origin.ts';
import type { SignedIn } from './session-service.ts';

export interface SignInRequest {
  readonly username: string;
  readonly password: string;
  /** of a device this name has been signed in from before */
  readonly device: string | undefined;
}

/** How wrong tries at a user name are counted: by the known device, else by the name whoever tries it. */
export function accountGuess(username: string, device?: string): Guessed {
  const key = device === undefined ? `account:${username.toLowerCase()}` : `device:${device}`;
  return { key, policy: accountLockOut };
}

/**
 * Checks name and password and starts a session. A name nobody has takes the same way: the same counts, exactly one hash, one
 * line in the trail, the same answer.
 */
export function signInByPassword(use: AuthUse, request: SignInRequest, from: Origin): Promise<Started> {
  const own = accountGuess(request.username, request.device);
  return use.sessions.turns.inTurn(own.key, () => tryPassword(use, { ...request, own }, from));
}

interface Started {
  readonly who: SignedIn;
  readonly cookies: readonly string[];
}

async function tryPassword(
  use: AuthUse,
  { username, password, own }: SignInRequest & { readonly own: Guessed },
  from: Origin,
): Promise<Started> {
  const { database, effects, hasher, sessions } = use;
  const shared: Guessed = { key: `address:${networkOf(from.address)}`, policy: addressLockOut };
  const claim = await claimAttempt(database, [own, shared], effects.now());
  const tried = triedBy(use, username, from);
  await noteKeptOut(use, claim, tried);
  refuseLocked(claim, effects.now());
  const credential = await findCredential(database.db, username);
  const isRight = await hasher.verify(credential?.passwordHash ?? nobodysHash, password);
  const proof = { method: 'password', signedInAt: effects.now(), factorAt: null } as const;
  const started = credential && isRight ? await sessions.start(credential.userId, proof, from) : null;
  if (!started) {
    await noteWrong(use, claim, tried);
    throw new Refusal('directory.wrong-credentials');
  }
  await settleAttempt(database, { own: [own], shared: [shared] }, effects.now());
  await noteSignIn(use, started.who, from);
  return started;
}

/**
 * Starts a session for somebody the operator's identity provider vouches for; null where no open account is theirs. The first time the
 * name leads to the account and binds it to the subject; from then on only the subject counts, and nobody else's comes in by that name.
 */
export async function signInVouched(use: AuthUse, vouched: Vouched, from: Origin) {
  const userId = (await findSubjectUser(use.database.db, vouched)) ?? (await bindByName(use, vouched));
  const proof = { method: 'single-sign-on', signedInAt: use.effects.now(), factorAt: null } as const;
  const started = userId === undefined ? null : await use.sessions.start(userId, proof, from);
  if (started) await noteSignIn(use, started.who, from);
  else await noteRefused(use, triedBy(use, vouched.name, from));
  return started;
}

/** A locked account is tied to nobody: whoever comes while it is closed would own it when it opens. */
async function bindByName({ database, effects, city }: AuthUse, vouched: Vouched): Promise<string | undefined> {
  const credential = await findCredential(database.db, vouched.name);
  if (!credential) return undefined;
  const { userId } = credential;
  return inContext(database, { city, viewer: 'system' }, async (tx) => {
    const account = await findAccount(tx, userId);
    if (!account || account.lockedAt !== null) return undefined;
    const isBound = await bindSubject(tx, vouched, { id: effects.newId(), userId, now: effects.now() });
    if (!isBound) return undefined;
    await recordAudit(tx, effects, {
      action: 'account.bound',
      subject: { kind: 'account', id: userId },
      after: { username: account.username, issuer: vouched.issuer, subject: vouched.subject },
    });
    return userId;
  });
}

/** Writes into the trail who signed in from where, and into the account when it was last used. */
async function noteSignIn({ database, effects }: AuthUse, who: SignedIn, from: Origin): Promise<void> {
  await inContext(database, contextOfPerson(who.person, from), async (tx) => {
    await markSignedIn(tx, who.userId, effects.now());
    await recordAudit(tx, effects, {
      action: 'session.started',
      subject: { kind: 'account', id: who.userId },
      after: { username: who.account.username, method: who.proof.method, step: who.step, person: who.person.name },
    });
  });
}

/** The name is told as a fingerprint: people type passwords into its field. */
function triedBy({ city }: AuthUse, username: string, from: Origin): Tried {
  const id = createHash('sha256').update(username.toLowerCase()).digest('hex').slice(0, 16);
  return { context: { city, viewer: 'system' }, subject: { kind: 'user-name', id }, from };
}

function refuseLocked(claim: AttemptClaim, now: Date): void {
  if (claim.kind === 'allowed') return;
  const seconds = Math.max(1, Math.ceil((claim.until.getTime() - now.getTime()) / 1000));
  if (claim.key.startsWith('address:')) throw new Refusal('directory.too-many-sign-ins', { seconds });
  throw new Refusal('directory.account-locked', { count: claim.wrong, time: cityTime(claim.until) });
}
