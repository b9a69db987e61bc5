import type { DutyState } from '@zhitong/domain/directory/duty';
import { needsSecondFactor } from '@zhitong/domain/directory/session-step';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { inContext } from '#platform/context';
import type { Database, Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import { insertAccount } from './account-store.ts';
import { readContactAbroad } from './contact-reading.ts';
import { listPlaces } from './duplicate-store.ts';
import { findAnsweringFor, findAnsweringIn, findBureau, findDesk, hasMatter } from './duty-answers.ts';
import { loadWholeTable } from './duty-city.ts';
import { isOneOrganisation, listHeads, refuseMergedAway } from './merge-heads.ts';
import { findCityOf } from './organisation-place-views.ts';
import { type PasswordHasher, scryptHasher } from './password-hash.ts';
import { findColleague, holdPerson } from './person-store.ts';
import { lockBodies } from './post-desk.ts';
import { writeFactor } from './second-factor-store.ts';
import { listPosts } from './session-store.ts';

export interface AccountRequest {
  readonly username: string;
  readonly password: string;
  readonly city: string;
  readonly personId: string;
  readonly hasher?: PasswordHasher;
}

/**
 * Gives a demo person of a city a name and a password to sign in with and, where its posts require one, the second factor with
 * the published secret. `taken`: the name is somebody's already, nothing changed.
 */
export async function createAccount(
  database: Database,
  effects: Effects,
  { username, password, city, personId, hasher = scryptHasher }: AccountRequest,
): Promise<'created' | 'taken'> {
  const passwordHash = await hasher.hash(password);
  const ids = { userId: effects.newId(), accountId: effects.newId(), now: effects.now() };
  const account = { ...ids, username, passwordHash, passwordDue: false, city, personId };
  return inContext(database, { city, viewer: 'system' }, async (tx) => {
    if (!(await insertAccount(tx, account))) return 'taken';
    const posts = await listPosts(tx, { city, personId, on: cityDay(ids.now) });
    if ((await isDemo(tx, city, personId)) && needsSecondFactor(posts.map(({ role }) => role)))
      await writeFactor(tx, { userId: ids.userId, sealedSecret: null, now: ids.now, isConfirmed: true });
    return 'created';
  });
}

async function isDemo(tx: Tx, city: string, personId: string): Promise<boolean> {
  const person = await tx
    .selectFrom('person')
    .select('demo')
    .where('city', '=', city)
    .where('id', '=', personId)
    .executeTakeFirst();
  return person?.demo ?? false;
}

/** The whole duty table of a city from a day on, as the check for orphans looks at it. */
export function loadCityDuties(tx: Tx, city: string, since: string): Promise<DutyState> {
  return loadWholeTable(tx, { city, since });
}

/** What one person does follows one another, in the transaction that asks for it. */
export const personTurns = { hold: holdPerson };

/** What other slices ask of merged records: who stands for whom now. */
export const mergedRecords = { refuseAway: refuseMergedAway, isOne: isOneOrganisation, heads: listHeads };

/** For whoever shows the other side of a deal in another city. */
export const contactAbroad = readContactAbroad;

export interface ContactOpening {
  /** of the organisation whose contact opens */
  readonly city: string;
  readonly organisationId: string;
  /** the other side of the deal, in another city */
  readonly readerId: string;
  readonly dealId: string;
  readonly at: Date;
}

/** A deal in another city opens the contact to its buyer, once. System context of the organisation's city. */
export async function openContact(tx: Tx, opening: ContactOpening): Promise<void> {
  await tx
    .insertInto('contact_opening')
    .values({
      ...{ city: opening.city, organisation_id: opening.organisationId, reader_id: opening.readerId },
      ...{ deal_id: opening.dealId, at: opening.at },
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Who works where, for whoever sets something up for one person of a body. */
export const colleagues = { find: findColleague };

/** Who answers for a matter or in a body today, for whoever hands it work. */
export const dutyAnswers = {
  ...{ forMatter: findAnsweringFor, inBody: findAnsweringIn, bureau: findBureau, desk: findDesk },
  hasMatter,
};

/** An organisation that stands, for whoever sets something up for it; locked, so that of two who do the second sees the first. */
export async function lockStandingBody(tx: Tx, city: string, id: string) {
  await lockBodies(tx, city, [id]);
  return tx
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('city', '=', city)
    .where('id', '=', id)
    .where('merged_into', 'is', null)
    .executeTakeFirst();
}

/** Where an organisation of any city lives, and the places its name may begin with. */
export const organisationPlaces = { findCity: findCityOf, listNames: listPlaces };
