import { randomInt } from 'node:crypto';
import type { register } from '@zhitong/contract/directory/registration-contract';
import { decideNewFirm, decidePersonName, decidePhone } from '@zhitong/domain/directory/registration-decision';
import { Refusal } from '@zhitong/domain/refusal';
import type { z } from 'zod';
import { recordAudit } from '#platform/audit-log';
import { type Context, inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { insertAccount } from './account-store.ts';
import type { AuthUse } from './auth-options.ts';
import { findFirm } from './claim-firm.ts';
import { type Claimant, makeClaimIn, submit } from './claim-service.ts';
import { insertClaim } from './claim-store.ts';
import { refuseWeakPassword } from './password-service.ts';
import { insertRegistrant, insertRegistration } from './registration-store.ts';

type Registration = z.output<typeof register.body & z.ZodType>;

export interface RegistrationUse extends AuthUse {
  readonly city: string;
}

/** From where a stranger writes. */
interface From {
  readonly address: string;
  readonly requestId: string;
}

/**
 * A person, its account and its claim, in one transaction. The account holds no post: it signs in and sees how its claim stands,
 * nothing else. The answer is the same whoever else is registered.
 */
export async function registerPerson(use: RegistrationUse, given: Registration, from: From): Promise<string> {
  const { database, effects, hasher, city } = use;
  const name = decidePersonName(given.name);
  const phone = decidePhone(given.phone);
  const wanted = decideWantedName(given.username);
  refuseWeakPassword(given.password, wanted);
  const firm = 'id' in given.firm ? { id: given.firm.id } : decideNewFirm(given.firm);
  const passwordHash = await hasher.hash(given.password);
  const personId = effects.newId();
  const actor = { personId, name, role: undefined, ...from };
  const context: Context = { city, viewer: 'system', actor };
  return inContext(database, context, async (tx) => {
    await insertRegistrant(tx, { city, personId, name });
    const username = await openAccount(use, tx, { wanted, passwordHash, personId });
    const claimant: Claimant = { context, personId, organisationId: null, name };
    const claimId = await claimFirm(use, tx, { claimant, firm, words: given.words });
    await insertRegistration(tx, { city, personId, claimId, phone, at: effects.now() });
    await recordAudit(tx, effects, {
      ...{ action: 'registration.made', subject: { kind: 'person', id: personId }, after: { name, username } },
    });
    return username;
  });
}

/** What stands before the digits: short enough that the whole is a user name like any other. */
function decideWantedName(text: string): string {
  const wanted = text.normalize('NFKC').trim().toLowerCase();
  if (!/^[a-z0-9.-]{3,25}$/.test(wanted)) throw new Refusal('directory.username-form');
  return wanted;
}

const tries = 5;

/** Four digits stand behind every name asked for: a name that is taken and one that is free answer alike. */
async function openAccount(
  { effects, city }: RegistrationUse,
  tx: Tx,
  { wanted, passwordHash, personId }: { wanted: string; passwordHash: string; personId: string },
): Promise<string> {
  for (let count = 0; count < tries; count++) {
    const username = `${wanted}${randomInt(1000, 10_000)}`;
    const account = { userId: effects.newId(), accountId: effects.newId(), username, passwordHash, passwordDue: false };
    if (await insertAccount(tx, { ...account, city, personId, now: effects.now() })) return username;
  }
  throw new Error('no free digits behind a user name');
}

type Firm = { readonly id: string } | { readonly name: string; readonly creditCode: string | null };

async function claimFirm(
  use: RegistrationUse,
  tx: Tx,
  { claimant, firm, words }: { claimant: Claimant; firm: Firm; words: string },
): Promise<string> {
  if ('id' in firm) {
    if (!(await findFirm(tx, firm.id))) throw new Refusal('registration.firm-gone');
    return makeClaimIn(use, tx, { claimant, organisationId: firm.id, evidence: [], words });
  }
  const id = use.effects.newId();
  await insertClaim(tx, {
    ...{ id, organisationId: null, firmName: firm.name, creditCode: firm.creditCode, contest: false },
    ...{ personId: claimant.personId, personName: claimant.name, claimantOrganisationId: null },
    at: use.effects.now(),
  });
  await submit(tx, {
    effects: use.effects,
    claimant,
    claimId: id,
    firmName: firm.name,
    papers: { evidence: [], words },
  });
  return id;
}
