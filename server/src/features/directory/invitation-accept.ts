import { invitationState, mayInvite, mostInvitationTries } from '@zhitong/domain/directory/invitation';
import type { InvitationRefusalCode } from '@zhitong/domain/directory/invitation-refusals';
import { cityPattern } from '@zhitong/domain/directory/organisation';
import { decidePersonName } from '@zhitong/domain/directory/registration-decision';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { Refusal } from '@zhitong/domain/refusal';
import { recordAudit } from '#platform/audit-log';
import { type Context, enteredContext, inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { appendEvents } from '#platform/event-log';
import { insertAccount } from './account-store.ts';
import type { AuthUse } from './auth-options.ts';
import { findFirm, findHolders, givePost } from './claim-firm.ts';
import { refuseState } from './invitation-service.ts';
import { countTry, findByToken, holdInviterPosts, type StoredInvitation, takeInvitation } from './invitation-store.ts';
import { findHead, listRecordsOf } from './merge-heads.ts';
import { refuseWeakPassword } from './password-service.ts';
import { lockBodies } from './post-desk.ts';
import { insertRegistrant } from './registration-store.ts';

interface From {
  readonly address: string;
  readonly requestId: string;
}

/** What a link invites to, for whoever holds it. */
export function readInvitation({ database, effects }: AuthUse, token: string) {
  return inContext(database, { city: cityOf(token), viewer: 'system' }, async (tx) => {
    const { stored, firm } = await getOpen(tx, { token, now: effects.now() });
    const { role, byName: by, forWhom, expiresAt } = stored;
    const organisation = { id: firm.id, name: firm.name, kind: firm.kind };
    return { organisation, role, by, forWhom, expiresAt: expiresAt.toISOString() };
  });
}

interface NewColleague extends From {
  readonly token: string;
  readonly name: string;
  readonly username: string;
  readonly password: string;
}

/** A new person with account and post; the link, the account and the post are written together or not at all. */
export async function acceptWithNewAccount(use: AuthUse, given: NewColleague): Promise<string> {
  const { database, effects, hasher } = use;
  const city = cityOf(given.token);
  const name = decidePersonName(given.name);
  const username = given.username.normalize('NFKC').trim().toLowerCase();
  if (!/^[a-z0-9.-]{3,30}$/.test(username)) throw new Refusal('directory.username-form');
  refuseWeakPassword(given.password, username);
  await refuseManyTries(use, city, given.token);
  const passwordHash = await hasher.hash(given.password);
  const personId = effects.newId();
  const context = contextOfInvited(city, { personId, name, from: given });
  return inContext(database, context, async (tx) => {
    const taken = await take(use, tx, { token: given.token, personId });
    await insertRegistrant(tx, { city, personId, name });
    const account = { userId: effects.newId(), accountId: effects.newId(), username, passwordHash, passwordDue: false };
    if (!(await insertAccount(tx, { ...account, city, personId, now: effects.now() })))
      throw new Refusal('directory.username-taken', { username });
    await give(use, tx, { ...taken, personId, name });
    return username;
  });
}

/** The post for somebody who has an account already: from another's hand, never from one's own. */
export async function acceptAsSignedIn(
  use: AuthUse,
  given: From & {
    readonly token: string;
    readonly person: { readonly id: string; readonly name: string; readonly city: string };
  },
) {
  const { id: personId, name, city } = given.person;
  if (cityOf(given.token) !== city) throw refuse('invitations.other-city');
  const accepted = await inContext(
    use.database,
    contextOfInvited(city, { personId, name, from: given }),
    async (tx) => {
      const { stored, firm } = await take(use, tx, { token: given.token, personId });
      const on = cityDay(use.effects.now());
      const { own } = await findHolders(tx, { organisationId: firm.id, personId, on });
      if (own) throw refuse('invitations.already-there', { name: firm.name });
      if (stored.byPerson === personId) throw refuse('invitations.own-link');
      await give(use, tx, { stored, firm, personId, name });
      return { id: firm.id, name: firm.name };
    },
  );
  use.sessions.forget();
  return accepted;
}

function contextOfInvited(city: string, given: { personId: string; name: string; from: From }): Context {
  const { address, requestId } = given.from;
  return {
    city,
    viewer: 'system',
    actor: { personId: given.personId, name: given.name, role: undefined, address, requestId },
  };
}

/** The city stands before the secret, so that one city is asked and no other. */
function cityOf(token: string): string {
  const [city = ''] = token.split('.', 1);
  if (!cityPattern.test(city)) throw refuse('invitations.unknown');
  return city;
}

async function getOpen(tx: Tx, { token, now }: { token: string; now: Date }) {
  const stored = await findByToken(tx, token);
  const { city } = enteredContext(tx);
  // merged since it was sent: the post is at the firm that stands for both
  const head = stored && (await findHead(tx, { city, id: stored.organisationId }));
  const firm = head && (await findFirm(tx, head.id));
  if (!stored || !firm) throw refuse('invitations.unknown');
  if (invitationState(stored, now) !== 'open') throw refuseState(stored, now);
  // a link is worth what its maker is worth now: whoever is dismissed or closed out invites nobody any more
  const posts = await holdInviterPosts(tx, { personId: stored.byPerson, on: cityDay(now) });
  if (!mayInvite(posts, firm, stored.role))
    throw refuse('invitations.inviter-gone', { by: stored.byName, name: firm.name });
  return { stored, firm };
}

/** Counted by itself, so that a refused try counts too: a link must not tell which of many user names are taken. */
async function refuseManyTries({ database, effects }: AuthUse, city: string, token: string): Promise<void> {
  await inContext(database, { city, viewer: 'system' }, async (tx) => {
    await getOpen(tx, { token, now: effects.now() });
    if (!(await countTry(tx, { token, most: mostInvitationTries })))
      throw refuse('invitations.tried-too-often', { most: mostInvitationTries });
  });
}

/** The firm is locked before the inviter's posts are held, as whoever ends one of these locks them: the two follow one another. */
async function take({ effects }: AuthUse, tx: Tx, { token, personId }: { token: string; personId: string }) {
  const now = effects.now();
  await lockInvitedTo(tx, token);
  const open = await getOpen(tx, { token, now });
  // somebody else used it between the two statements
  if (!(await takeInvitation(tx, { token, personId, now }))) throw refuse('invitations.used');
  return open;
}

async function lockInvitedTo(tx: Tx, token: string): Promise<void> {
  const { city } = enteredContext(tx);
  const stored = await findByToken(tx, token);
  if (!stored) throw refuse('invitations.unknown');
  await lockBodies(tx, city, await listRecordsOf(tx, { city, id: stored.organisationId }));
}

interface Given {
  readonly stored: StoredInvitation;
  readonly firm: { readonly id: string; readonly name: string };
  readonly personId: string;
  readonly name: string;
}

async function give({ effects }: AuthUse, tx: Tx, { stored, firm, personId, name }: Given): Promise<void> {
  const { role } = stored;
  const why = `接受${stored.byName}的邀请`;
  await givePost(tx, effects, { person: { id: personId, name }, firm, role, why });
  await recordAudit(tx, effects, {
    ...{ action: 'invitation.used', subject: { kind: 'invitation', id: stored.id } },
    after: { organisation: firm.name, role, person: name },
  });
  await appendEvents(tx, [
    {
      ...{
        city: enteredContext(tx).city,
        id: effects.newId(),
        type: 'invitation.used',
        subjectId: firm.id,
        at: effects.now(),
      },
      ...{ audience: [firm.id], actorId: personId, payload: { person: name, firm: firm.name } },
    },
  ]);
}

function refuse(code: InvitationRefusalCode, details: Readonly<Record<string, string | number>> = {}): Refusal {
  return new Refusal(code, details);
}
