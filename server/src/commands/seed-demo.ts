import { cityDay } from '@zhitong/domain/needs/city-day';
import { readCityFiles } from '@zhitong/tools/seed-city/city-files';
import type { CityRows } from '@zhitong/tools/seed-city/city-rows';
import { generateCity } from '@zhitong/tools/seed-city/generate-city';
import { demoPassword, demoSignIns } from '#features/directory/demo-sign-ins';
import { createAccount } from '#features/directory/public';
import { readCatalogue } from '#features/matching/live-index-store';
import { type BulkConnection, withBulkConnection } from '#platform/bulk-connection';
import { inContext } from '#platform/context';
import type { Database, Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import { demoCity } from './demo-city.ts';
import { asAsked, tellCascades, writeCascades } from './seed-cascades.ts';
import { caseWorld } from './seed-case-stories.ts';
import { writeCases } from './seed-cases.ts';
import { writeChains } from './seed-chains.ts';
import { writeClaims } from './seed-claims.ts';
import { writeDistrictBodies } from './seed-district-bodies.ts';
import { writeDuties } from './seed-duties.ts';
import { writeEvents } from './seed-events.ts';
import { writeFacts } from './seed-facts.ts';
import { writeGapHistory } from './seed-gap-history.ts';
import { writeInvestment } from './seed-investment.ts';
import { tellKept, writeKept } from './seed-kept.ts';
import { writeKnowledge } from './seed-knowledge.ts';
import { closeBooks } from './seed-log.ts';
import { matchNeeds } from './seed-matches.ts';
import { writeStories } from './seed-needs.ts';
import { writeOrganisations } from './seed-organisations.ts';
import { writePolicies } from './seed-policies.ts';
import { addDelivery, confirmedDeliveries, type TrackRecord } from './seed-record.ts';
import { dataFolder, isReferenceThere, readUsualSourcing, writeReference } from './seed-reference.ts';
import { tellStories } from './seed-stories.ts';

export const seedSteps = [
  'generate',
  'reference',
  'organisations',
  'match',
  'needs',
  'commit',
  'log',
  'accounts',
] as const;
export type SeedStep = (typeof seedSteps)[number];

export interface SeedOptions {
  readonly effects: Effects;
  readonly onStep?: (step: SeedStep, done: number, total: number) => void;
}

export type SeedResult =
  | {
      readonly kind: 'seeded';
      readonly organisations: number;
      readonly offers: number;
      readonly needs: number;
      readonly deals: number;
    }
  | { readonly kind: 'already-there' };

/** Fills an empty installation with the demo city: everything in one transaction, then the log is sealed and accounts are made. */
export async function seedDemo(
  database: Database,
  { effects, onStep = () => undefined }: SeedOptions,
): Promise<SeedResult> {
  if (await isComplete(database)) return { kind: 'already-there' };
  const tell = (step: SeedStep) => onStep(step, seedSteps.indexOf(step), seedSteps.length);
  tell('generate');
  const rows = generateCity({ files: readCityFiles(dataFolder), seed: 'weihai', today: cityDay(effects.now()) });
  const isNew = await withBulkConnection(database, (connection) =>
    inContext(connection.database, { city: demoCity, viewer: 'system' }, (tx) =>
      writeCity(tx, connection, { rows, effects, tell }),
    ),
  );
  if (isNew) {
    tell('log');
    await closeBooks(database, rows, effects.now());
  }
  tell('accounts');
  // also after a seed that was stopped before this point; names that exist stay as they are
  await createSignIns(database, rows, effects);
  if (!isNew) return { kind: 'already-there' };
  const { organisations, offers, needs, deals } = rows;
  return {
    kind: 'seeded',
    organisations: organisations.length,
    offers: offers.length,
    needs: needs.length,
    deals: deals.length,
  };
}

/** The accounts are made last: when they are all there, so is everything else. */
async function isComplete({ db }: Database): Promise<boolean> {
  const row = await db
    .selectFrom('sign_in')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('city', '=', demoCity)
    .executeTakeFirstOrThrow();
  return row.count >= demoSignIns.length;
}

interface Writing {
  readonly rows: CityRows;
  readonly effects: Effects;
  readonly tell: (step: SeedStep) => void;
}

/** Answers false, and writes nothing, when the city is there already. */
async function writeCity(tx: Tx, connection: BulkConnection, { rows, effects, tell }: Writing): Promise<boolean> {
  if (await isSeeded(tx)) return false;
  tell('reference');
  if (!(await isReferenceThere(tx))) await writeReference(connection, rows);
  tell('organisations');
  await writeOrganisations(tx, connection, { rows, records: finalRecords(rows), now: effects.now() });
  await writeFacts(tx, connection, { rows, now: effects.now() });
  await writeClaims(tx, connection, { rows, now: effects.now() });
  await writeDuties(tx, connection, { rows, now: effects.now() });
  await writeDistrictBodies(tx, connection, rows);
  tell('match');
  const world = caseWorld(rows, { now: effects.now(), newId: effects.newId });
  const catalogue = await readCatalogue(tx);
  const wishes = tellStories(rows, matchNeeds(rows, catalogue), effects.newId);
  const sourcing = { ...world, terms: readUsualSourcing() };
  const cascades = tellCascades(sourcing, wishes);
  const kept = tellKept(world, wishes);
  const stories = [...asAsked(cascades, wishes), ...kept.map(({ story }) => story)];
  tell('needs');
  await writeStories(tx, connection, stories);
  await writeEvents(tx, connection, { stories, newId: effects.newId });
  await writeCascades(tx, connection, { world: sourcing, told: cascades });
  await writeKept(tx, connection, kept);
  await writeCases(tx, connection, { world, stories });
  await writeKnowledge(tx, connection, { rows, newId: effects.newId, now: effects.now() });
  await writePolicies(tx, connection, { rows, newId: effects.newId, now: effects.now() });
  await writeChains(tx, connection, { rows, newId: effects.newId, now: effects.now() });
  await writeGapHistory(tx, connection, { rows, catalogue, now: effects.now() });
  await writeInvestment(tx, { rows, newId: effects.newId, now: effects.now() });
  tell('commit');
  return true;
}

async function isSeeded(tx: Tx): Promise<boolean> {
  const row = await tx
    .selectFrom('organisation')
    .select('id')
    .where('city', '=', demoCity)
    .where('demo', '=', true)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

function finalRecords(rows: CityRows): Map<string, TrackRecord> {
  const records = new Map<string, TrackRecord>();
  for (const delivery of confirmedDeliveries(rows)) addDelivery(records, delivery);
  return records;
}

async function createSignIns(database: Database, { signIns }: CityRows, effects: Effects): Promise<void> {
  // one after the other: a busy machine hashes slowly, and all at once they would wait for a connection longer than it waits for them
  const there = await listPeople(database);
  // a city that was seeded by an earlier release lacks who came later
  for (const { username, city, personId } of signIns)
    if (there.has(personId))
      await createAccount(database, effects, { username, password: demoPassword, city, personId });
}

async function listPeople(database: Database): Promise<ReadonlySet<string>> {
  const rows = await inContext(database, { city: demoCity, viewer: 'system' }, (tx) =>
    tx.selectFrom('person').select('id').where('city', '=', demoCity).execute(),
  );
  return new Set(rows.map(({ id }) => id));
}
