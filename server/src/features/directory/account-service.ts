import type { Account, PasswordLink } from '@zhitong/contract/directory/account-contract';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { Refusal } from '@zhitong/domain/refusal';
import { recordAudit } from '#platform/audit-log';
import { type Context, inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { contextOf, type Viewer } from '#platform/viewer';
import { findAccount, insertAccount, lockPerson, writeLock } from './account-store.ts';
import { viewAccounts } from './account-views.ts';
import { forgetGuesses } from './attempt-store.ts';
import type { AuthUse } from './auth-options.ts';
import { accountGuess } from './auth-sign-in.ts';
import { unbindSubjects } from './oidc-subject-store.ts';
import { writePasswordLink } from './password-link.ts';
import { removePassword } from './password-store.ts';
import { findPersonById } from './person-store.ts';
import { refuseLastSecurityAdministrator } from './post-administrator.ts';
import { deleteFactor } from './second-factor-store.ts';
import { deleteSessions } from './session-rows.ts';
import { listPosts } from './session-store.ts';

/** Opens an account for somebody who holds a post. The password is set by the person, with a link that works once. */
export async function openAccount(
  use: AuthUse,
  viewer: Viewer,
  { personId, username }: { readonly personId: string; readonly username: string },
): Promise<{ account: Account; link: PasswordLink }> {
  if (!/^[a-z0-9.-]{3,30}$/i.test(username)) throw new Refusal('directory.username-form');
  const { newId, now } = use.effects;
  const { city } = viewer;
  return inContext(use.database, systemOf(viewer), async (tx) => {
    // two administrators at once: one of them reads the account of the other
    const person = await lockPerson(tx, { city, personId });
    const posts = await listPosts(tx, { city, personId, on: cityDay(now()) });
    if (!person || posts.length === 0) throw new Refusal('platform.not-found');
    if (person.username !== null) throw new Refusal('directory.person-has-account', { username: person.username });
    const account = { userId: newId(), accountId: newId(), username, passwordHash: null, passwordDue: false };
    if (!(await insertAccount(tx, { ...account, city, personId, now: now() })))
      throw new Refusal('directory.username-taken', { username });
    const link = await writePasswordLink(use.effects, tx, account.userId);
    const after = { username, person: person.name };
    await recordAudit(tx, use.effects, { action: 'account.opened', subject: subjectOf(account.userId), after });
    return { account: await viewOne(use, tx, { viewer, id: account.userId }), link };
  });
}

/** The present password, the tie to the identity provider and all sessions end at once; the link sets the next password. */
export function resetPassword(use: AuthUse, viewer: Viewer, id: string): Promise<{ link: PasswordLink }> {
  return change(use, { viewer, id }, async (tx, { username }) => {
    await removePassword(tx, id, use.effects.now());
    await unbindSubjects(tx, id);
    await deleteSessions(tx, id, 'all');
    await forgetGuesses(tx, accountGuess(username).key);
    const link = await writePasswordLink(use.effects, tx, id);
    await recordAudit(tx, use.effects, { action: 'password.reset', subject: subjectOf(id), after: { username } });
    return { link };
  });
}

/** For a lost phone: whoever needs a second factor sets a new one up at the next sign-in. */
export function resetFactor(use: AuthUse, viewer: Viewer, id: string): Promise<{ account: Account }> {
  return change(use, { viewer, id }, async (tx, { username }) => {
    await deleteFactor(tx, id);
    await deleteSessions(tx, id, 'all');
    await recordAudit(tx, use.effects, { action: 'second-factor.reset', subject: subjectOf(id), after: { username } });
    return { account: await viewOne(use, tx, { viewer, id }) };
  });
}

export function lockAccount(use: AuthUse, viewer: Viewer, { id, why }: { id: string; why: string }) {
  return change(use, { viewer, id }, async (tx, { username, personId }) => {
    const { city } = viewer;
    const name = (await findPersonById(tx, { city, key: personId }))?.name ?? username;
    const person = { id: personId, name };
    await refuseLastSecurityAdministrator(tx, { city, person, on: cityDay(use.effects.now()) });
    await writeLock(tx, id, use.effects.now());
    await deleteSessions(tx, id, 'all');
    await recordAudit(tx, use.effects, { action: 'account.locked', subject: subjectOf(id), after: { username }, why });
    return { account: await viewOne(use, tx, { viewer, id }) };
  });
}

/** Opens a lock, and forgets the wrong tries that make somebody wait. */
export function unlockAccount(use: AuthUse, viewer: Viewer, id: string): Promise<{ account: Account }> {
  return change(use, { viewer, id }, async (tx, { username }) => {
    await writeLock(tx, id, null);
    await forgetGuesses(tx, accountGuess(username).key);
    await recordAudit(tx, use.effects, { action: 'account.unlocked', subject: subjectOf(id), after: { username } });
    return { account: await viewOne(use, tx, { viewer, id }) };
  });
}

export function endAccountSessions(use: AuthUse, viewer: Viewer, id: string) {
  return change(use, { viewer, id }, async (tx, { username }) => {
    const ended = await deleteSessions(tx, id, 'all');
    const after = { username, ended };
    await recordAudit(tx, use.effects, { action: 'account.sessions-ended', subject: subjectOf(id), after });
    return { account: await viewOne(use, tx, { viewer, id }), ended };
  });
}

type Target = { readonly viewer: Viewer; readonly id: string };

/** Every change of an account: of this city, never one’s own, and whoever was signed in learns of it at once. */
async function change<T>(
  use: AuthUse,
  { viewer, id }: Target,
  run: (tx: Tx, account: { readonly username: string; readonly personId: string }) => Promise<T>,
): Promise<T> {
  const account = await findAccount(use.database.db, id);
  if (!account || account.city !== viewer.city) throw new Refusal('platform.not-found');
  if (id === viewer.userId) throw new Refusal('directory.own-account');
  const done = await inContext(use.database, systemOf(viewer), (tx) => run(tx, account));
  use.sessions.noteEnd(account);
  return done;
}

async function viewOne({ effects, sessions }: AuthUse, tx: Tx, { viewer, id }: Target): Promise<Account> {
  const [account] = (
    await viewAccounts(tx, {
      ...{ city: viewer.city, on: cityDay(effects.now()), now: effects.now(), idleSince: sessions.idleSince() },
      ...{ viewerId: viewer.userId, id },
    })
  ).accounts;
  if (!account) throw new Refusal('platform.not-found');
  return account;
}

/** Accounts lie outside every organisation: the administrator acts for the installation, by name. */
function systemOf(viewer: Viewer): Context {
  const { city, organisation, actor } = contextOf(viewer);
  return { city, viewer: 'system', organisation, actor };
}

const subjectOf = (id: string) => ({ kind: 'account', id });
