import { cityDay } from '@zhitong/domain/needs/city-day';
import type { CitySourcingTerms } from '@zhitong/domain/needs/sourcing-terms';
import { ensureDrillRules } from '#features/chains/drill-store';
import { scryptHasher } from '#features/directory/password-hash';
import { createAccount } from '#features/directory/public';
import { ensureCaseTerms } from '#features/needs/case-rules-store';
import { ensureOrderTerms } from '#features/needs/order-terms-store';
import { ensureSourcingTerms } from '#features/needs/sourcing-terms-store';
import { inContext } from '#platform/context';
import { connect, type Database, type Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import {
  readUsualDrillRules,
  readUsualOrderTerms,
  readUsualSourcing,
  readUsualTerms,
} from '../commands/seed-reference.ts';
import { testCapabilities } from './test-capabilities.ts';
import { type TestOffer, testOffers } from './test-offers.ts';
import { testCircle, testProductLimits, testProducts, testRegions, testRelations } from './test-reference.ts';
import { type TestOrganisation, testColleagues, testOrganisations, testWorldPassword } from './test-world.ts';

/** Writes the test city once a run, into the template every test file copies. Passwords are hashed here and never again. */
export async function writeWorld(url: string, effects: Effects, hasher = scryptHasher): Promise<void> {
  const database = connect({ url, kind: 'embedded', size: 4 });
  try {
    await writeReference(database);
    for (const city of new Set(testOrganisations.map((organisation) => organisation.city)))
      await inContext(database, { city, viewer: 'system' }, (tx) => writeCity(tx, city, effects.now()));
    await Promise.all(
      testColleagues.map(({ username, organisation: { city }, person }) =>
        createAccount(database, effects, { username, password: testWorldPassword, city, personId: person.id, hasher }),
      ),
    );
  } finally {
    await database.close();
  }
}

async function writeReference({ db }: Database): Promise<void> {
  await db
    .insertInto('region')
    .values(
      testRegions.map(([code, name, level, parent, longitude, latitude]) => ({
        ...{ code, name, level, parent, longitude, latitude },
      })),
    )
    .execute();
  const { circle, name, cities } = testCircle;
  await db
    .insertInto('circle_city')
    .values(cities.map((city) => ({ circle, name, city })))
    .execute();
  await db
    .insertInto('product')
    .values(testProducts.map(([id, title, name_en, unit]) => ({ id, name: title, name_en, unit, source: 'hand' })))
    .execute();
  await db
    .insertInto('product_alias')
    .values(
      testProducts.flatMap(([product_id, , , , aliases]) => aliases.map((alias) => ({ product_id, name: alias }))),
    )
    .execute();
  await db
    .insertInto('product_relation')
    .values(
      testRelations.map(([from_id, to_id, kind, quantity, quantity_unit]) => ({
        ...{ from_id, to_id, kind, quantity, quantity_unit },
        source: 'test',
      })),
    )
    .execute();
  await db
    .insertInto('product_limit')
    .values(testProductLimits.map(([product_id, limit, unit, op]) => ({ product_id, name: limit, unit, op })))
    .execute();
}

async function writeCity(tx: Tx, city: string, now: Date): Promise<void> {
  const here = testOrganisations.filter((organisation) => organisation.city === city);
  await tx
    .insertInto('organisation')
    .values(here.map((organisation) => organisationRow(organisation, now)))
    .execute();
  await tx
    .insertInto('organisation_contact')
    .values(here.map((own) => ({ city, organisation_id: own.id, name: own.person.name, phone: own.phone })))
    .execute();
  await ensureSourcingTerms(tx, { city, terms: roomySourcing(), source: 'test', now });
  await ensureCaseTerms(tx, { city, terms: readUsualTerms(), source: 'test', now });
  await ensureOrderTerms(tx, { city, terms: readUsualOrderTerms(), source: 'test', now });
  await ensureDrillRules(tx, { city, rules: readUsualDrillRules(), source: 'test', now });
  await writePeople(tx, city);
  await writeCapabilities(tx, city);
  const offers = testOffers.filter(({ owner }) => owner.city === city);
  await tx
    .insertInto('offer')
    .values(offers.map((offer) => offerRow(offer, now)))
    .execute();
  await tx
    .insertInto('offer_search')
    .values(offers.map((offer) => searchRow(offer, now)))
    .execute();
}

/** Nobody’s quota is used up by the many needs of a test, unless it sets one. */
function roomySourcing(): CitySourcingTerms {
  const quota = { open: 10_000, perDay: 10_000 };
  const quotas = { problem: quota, funding: quota, sourcing: quota, technology: quota };
  return { ...readUsualSourcing(), quotas };
}

async function writePeople(tx: Tx, city: string): Promise<void> {
  const here = testColleagues.filter(({ organisation }) => organisation.city === city);
  await tx
    .insertInto('person')
    .values(here.map(({ person }) => ({ city, id: person.id, name: person.name, demo: true })))
    .execute();
  await tx
    .insertInto('post')
    .values(
      here.map(({ organisation, person }) => ({
        ...{ city, id: person.postId, person_id: person.id, organisation_id: organisation.id, role: person.role },
        valid_from: '2026-01-01',
      })),
    )
    .execute();
}

async function writeCapabilities(tx: Tx, city: string): Promise<void> {
  const here = testCapabilities.filter(({ owner }) => owner.city === city);
  if (here.length === 0) return;
  const origin = { detail: null, source: 'test', as_of: '2026-11-01', level: 'documented' };
  await tx
    .insertInto('organisation_capability')
    .values(here.map(({ id, owner, kind, name }) => ({ city, id, organisation_id: owner.id, kind, name, ...origin })))
    .execute();
}

function organisationRow({ city, id, kind, name, shortName, region }: TestOrganisation, now: Date) {
  const origin = { source: 'test', as_of: '2026-11-01', demo: name.endsWith('（演示）'), created_at: now };
  return { city, id, kind, name, short_name: shortName, region, ...origin };
}

function offerRow(offer: TestOffer, now: Date) {
  return {
    ...publishedFacts(offer),
    id: offer.id,
    price_fen: offer.priceFen,
    price_unit: offer.capacity.unit,
    lead_days: offer.leadDays,
    demo: true,
    published_at: now,
  };
}

function searchRow(offer: TestOffer, now: Date) {
  const { name, region } = offer.owner;
  return { ...publishedFacts(offer), offer_id: offer.id, organisation_name: name, region, as_of: cityDay(now) };
}

function publishedFacts({ owner, productId, productText, capacity, limits, certificates }: TestOffer) {
  return {
    city: owner.city,
    organisation_id: owner.id,
    product_id: productId,
    product_text: productText,
    capacity: JSON.stringify(capacity),
    limits: JSON.stringify(limits),
    certificates: JSON.stringify(certificates),
    source: 'demo',
  };
}
