import { accountLockOut } from '@zhitong/domain/directory/lock-out';
import { maySetUpFactor, needsSecondFactor } from '@zhitong/domain/directory/session-step';
import { cityTime } from '@zhitong/domain/needs/city-day';
import { Refusal } from '@zhitong/domain/refusal';
import { recordAudit } from '#platform/audit-log';
import { inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { openText, sealText } from '#platform/sealed-text';
import { type AttemptClaim, claimAttempt, forgetGuesses, settleAttempt } from './attempt-store.ts';
import { noteKeptOut, noteWrong, type Tried } from './attempt-trail.ts';
import type { AuthUse } from './auth-options.ts';
import { demoSecondFactor } from './demo-sign-ins.ts';
import { checkPresentPassword } from './password-service.ts';
import {
  codeAfter,
  factorAddress,
  newFactorSecret,
  newRecoveryCodes,
  recoveryHash,
  stepOfCode,
} from './second-factor-code.ts';
import {
  confirmFactor,
  countRecoveryCodes,
  deleteFactor,
  type FactorRow,
  findFactor,
  replaceRecoveryCodes,
  takeRecoveryCode,
  takeStep,
  writeFactor,
} from './second-factor-store.ts';
import { contextOfPerson, type Origin } from './session-origin.ts';
import type { SignedIn } from './session-service.ts';

/** The second step of a sign-in. The session goes on under a new id. */
export async function giveCode(use: AuthUse, who: SignedIn, { code, from }: { code: string; from: Origin }) {
  if (who.step !== 'second-factor') throw new Refusal('directory.factor-not-asked');
  const claim = await claimCode(use, who, from);
  const factor = await findFactor(use.database.db, who.userId);
  const kind = /^[\d\s]*$/.test(code) ? 'code' : 'recovery-code';
  const taken = await inContext(use.database, contextOfPerson(who.person, from), async (tx) => {
    const outcome =
      kind === 'code' ? await takeCode(use, tx, { who, factor, code }) : await takeRecovery(use, tx, { who, code });
    if (outcome !== 'taken') return outcome;
    await forgetGuesses(tx, guessOf(who.userId).key);
    await recordAudit(tx, use.effects, { ...factorAudit(who, 'session.second-factor-given'), after: { with: kind } });
    return outcome;
  });
  if (taken === 'used') {
    // the right code, a moment too early: no guess
    await settleAttempt(use.database, { own: [], shared: [guessOf(who.userId)] }, use.effects.now());
    throw new Refusal('directory.code-used');
  }
  if (taken === 'taken') return use.sessions.renew(who, { factorAt: use.effects.now() }, from);
  await noteWrong(use, claim, triedBy(who, from));
  throw new Refusal(kind === 'code' ? 'directory.code-wrong' : 'directory.recovery-code-wrong');
}

type Outcome = 'taken' | 'used' | 'wrong';

async function takeCode(
  use: AuthUse,
  tx: Tx,
  { who, factor, code }: { who: SignedIn; factor: FactorRow | undefined; code: string },
): Promise<Outcome> {
  const step = factor && stepOfCode(code.replaceAll(/\s/g, ''), secretOf(use, factor), use.effects.now());
  if (step === undefined) return 'wrong';
  return (await takeStep(tx, who.userId, step)) ? 'taken' : 'used';
}

async function takeRecovery(use: AuthUse, tx: Tx, { who, code }: { who: SignedIn; code: string }): Promise<Outcome> {
  const hash = recoveryHash(code, use.secret);
  return (await takeRecoveryCode(tx, { userId: who.userId, hash, now: use.effects.now() })) ? 'taken' : 'wrong';
}

/** A new secret for the phone. It is in force only once a code of it was given. An open session alone must not be able to ask for one. */
export async function beginSetup(use: AuthUse, who: SignedIn, { password, from }: { password: string; from: Origin }) {
  refuseSetup(who);
  if (who.step === 'signed-in') await checkPresentPassword(use, who, password);
  const secret = newFactorSecret();
  const { userId, account, person } = who;
  const sealedSecret = sealText(secret, use.secret, 'second-factor');
  await inContext(use.database, contextOfPerson(person, from), async (tx) => {
    const factor = { userId, sealedSecret, now: use.effects.now(), isConfirmed: false };
    if (!(await writeFactor(tx, factor))) throw new Refusal('directory.factor-on');
    await recordAudit(tx, use.effects, factorAudit(who, 'second-factor.setup-begun'));
  });
  return { secret, address: factorAddress(secret, account.username) };
}

/** Puts the factor in force; answers the recovery codes, which nobody can read again. */
export async function confirmSetup(use: AuthUse, who: SignedIn, { code, from }: { code: string; from: Origin }) {
  refuseSetup(who);
  await claimCode(use, who, from);
  const factor = await findFactor(use.database.db, who.userId);
  if (!factor) throw new Refusal('directory.factor-off');
  if (factor.isConfirmed) throw new Refusal('directory.factor-on');
  const step = stepOfCode(code.replaceAll(/\s/g, ''), secretOf(use, factor), use.effects.now());
  if (step === undefined) throw new Refusal('directory.code-wrong');
  const recoveryCodes = newRecoveryCodes();
  await inContext(use.database, contextOfPerson(who.person, from), async (tx) => {
    if (!(await takeStep(tx, who.userId, step))) throw new Refusal('directory.code-used');
    await confirmFactor(tx, who.userId, use.effects.now());
    await replaceRecoveryCodes(tx, who.userId, hashesOf(use, recoveryCodes));
    await forgetGuesses(tx, guessOf(who.userId).key);
    await recordAudit(tx, use.effects, factorAudit(who, 'second-factor.switched-on'));
  });
  return { started: await use.sessions.renew(who, { factorAt: use.effects.now() }, from), recoveryCodes };
}

function refuseSetup({ step }: SignedIn): void {
  if (!maySetUpFactor(step)) throw new Refusal('directory.step-missing');
}

export async function dropFactor(use: AuthUse, who: SignedIn, from: Origin) {
  if (needsSecondFactor(who.person.posts.map(({ role }) => role))) throw new Refusal('directory.factor-required');
  if (who.account.factor === 'off') throw new Refusal('directory.factor-off');
  await inContext(use.database, contextOfPerson(who.person, from), async (tx) => {
    await deleteFactor(tx, who.userId);
    await recordAudit(tx, use.effects, factorAudit(who, 'second-factor.switched-off'));
  });
  return use.sessions.renew(who, { factorAt: null }, from);
}

export async function newCodes(use: AuthUse, who: SignedIn, from: Origin): Promise<readonly string[]> {
  if (who.account.factor === 'off') throw new Refusal('directory.factor-off');
  const recoveryCodes = newRecoveryCodes();
  await inContext(use.database, contextOfPerson(who.person, from), async (tx) => {
    await replaceRecoveryCodes(tx, who.userId, hashesOf(use, recoveryCodes));
    await recordAudit(tx, use.effects, factorAudit(who, 'second-factor.recovery-codes-renewed'));
  });
  return recoveryCodes;
}

export async function viewOwnFactor({ database }: AuthUse, { userId, account, person }: SignedIn) {
  return {
    ...{ username: account.username, factor: account.factor },
    required: needsSecondFactor(person.posts.map(({ role }) => role)),
    recoveryCodesLeft: await countRecoveryCodes(database.db, userId),
  };
}

/** The published secret of a demo person gives a code to anybody; a factor that is somebody’s own never does. */
export async function demoCode(use: AuthUse, who: SignedIn): Promise<string> {
  const factor = await findFactor(use.database.db, who.userId);
  if (!who.person.demo || factor?.sealedSecret !== null) throw new Refusal('platform.not-found');
  return codeAfter(factor.lastStep, demoSecondFactor, use.effects.now());
}

/** Six digits are guessed a million times at most: the tries are counted as those at a password are. */
async function claimCode(use: AuthUse, who: SignedIn, from: Origin): Promise<AttemptClaim> {
  const claim = await claimAttempt(use.database, [guessOf(who.userId)], use.effects.now());
  await noteKeptOut(use, claim, triedBy(who, from));
  if (claim.kind === 'locked')
    throw new Refusal('directory.code-locked', { count: claim.wrong, time: cityTime(claim.until) });
  return claim;
}

function triedBy({ userId, person }: SignedIn, from: Origin): Tried {
  return { context: contextOfPerson(person, from), subject: { kind: 'account', id: userId }, from };
}

function guessOf(userId: string) {
  return { key: `second-factor:${userId}`, policy: accountLockOut };
}

function secretOf({ secret }: AuthUse, { sealedSecret }: FactorRow): string {
  if (sealedSecret === null) return demoSecondFactor;
  const opened = openText(sealedSecret, secret, 'second-factor');
  if (opened === undefined) throw new Error('the second factor was sealed with another ZHITONG_SECRET');
  return opened;
}

function hashesOf({ secret }: AuthUse, codes: readonly string[]): readonly string[] {
  return codes.map((code) => recoveryHash(code, secret));
}

function factorAudit({ userId }: SignedIn, action: string) {
  return { action, subject: { kind: 'account', id: userId } };
}
