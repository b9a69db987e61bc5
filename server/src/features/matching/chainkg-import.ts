import { newCityFinder } from '@zhitong/domain/matching/chainkg-cities';
import { type CleanedChainkg, cleanChainkg } from '@zhitong/domain/matching/chainkg-cleaning';
import type { ImportedCompany } from '@zhitong/domain/matching/chainkg-companies';
import type { CleaningReport } from '@zhitong/domain/matching/chainkg-report';
import type { ChainkgRows } from '@zhitong/domain/matching/chainkg-rows';
import type { WorkingPlace } from '@zhitong/domain/matching/other-name';
import { Refusal } from '@zhitong/domain/refusal';
import pg from 'pg';
import { type BulkConnection, withBulkConnection } from '#platform/bulk-connection';
import { asSystem, inContext } from '#platform/context';
import type { Database, Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import { appendEvents } from '#platform/event-log';
import { readChainkgFolder } from './chainkg-folder.ts';
import { indexStaging, makeStaging, moveCity, type StagedRows, stagings } from './chainkg-staging.ts';
import {
  findHandMadeGraph,
  findKnownCompanies,
  findKnownGraph,
  findKnownOffers,
  graphKey,
  listRegionNames,
  offerKey,
} from './chainkg-store.ts';
import { placeWorkingFirms } from './working-place-store.ts';

export const importStages = ['read', 'clean', 'copy', 'write', 'commit'] as const;
export type ImportStage = (typeof importStages)[number];

export interface ImportOptions {
  readonly folder: string;
  /** city of the installation: its log tells the running server of the import */
  readonly city: string;
  readonly effects: Effects;
  /** of companies that work elsewhere than they are registered */
  readonly workingPlaces?: readonly WorkingPlace[];
  readonly onProgress?: (stage: ImportStage, done: number, total: number) => void;
}

/** How much of it was new. All zero: everything was there already. */
export interface WrittenCounts {
  readonly companies: number;
  readonly products: number;
  readonly relations: number;
  readonly offers: number;
}

export interface ImportResult {
  readonly rowsRead: number;
  readonly report: CleaningReport;
  readonly written: WrittenCounts;
}

/** The folder into the database: read and checked as a whole, cleaned, then written in one transaction. All of it, or nothing. */
export async function importChainkg(database: Database, options: ImportOptions): Promise<ImportResult> {
  const { folder, onProgress = () => undefined, workingPlaces = [] } = options;
  onProgress('read', 0, 1);
  const rows = readChainkgFolder(folder);
  onProgress('clean', 0, 1);
  const findCity = newCityFinder(await listRegionNames(database.db));
  const cleaned = cleanChainkg(rows, await findHandMadeGraph(database.db), findCity);
  const written = await write(database, { ...options, onProgress, workingPlaces, cleaned, asOf: newestDate(rows) });
  return { rowsRead: countRows(rows), report: cleaned.report, written };
}

/** The files carry no date of their own: they are as new as the newest listing in them. */
function newestDate(rows: ChainkgRows): string {
  const dates = rows.companies.map((row) => row.listed_on).filter((date) => /^\d{4}-\d\d-\d\d$/.test(date));
  return dates.sort().at(-1) ?? '1990-12-19';
}

function countRows(rows: ChainkgRows): number {
  return Object.values(rows).reduce((sum, file) => sum + file.length, 0);
}

interface WriteOptions extends Required<ImportOptions> {
  readonly cleaned: CleanedChainkg;
  readonly asOf: string;
}

function write(database: Database, options: WriteOptions): Promise<WrittenCounts> {
  const context = { city: options.city, viewer: 'system' } as const;
  return withBulkConnection(database, (connection) =>
    inContext(connection.database, context, (tx) => writeAll(tx, connection, options)),
  ).catch((error: unknown) => {
    throw refusalOf(error);
  });
}

/** Two imports at once want the same codes: the later one is rolled back as a whole. */
function refusalOf(error: unknown): unknown {
  const collided = error instanceof pg.DatabaseError && (error.code === '23505' || error.code === '40P01');
  return collided ? new Refusal('chainkg.another-import') : error;
}

async function writeAll(tx: Tx, connection: BulkConnection, options: WriteOptions): Promise<WrittenCounts> {
  const { city: home, effects, onProgress } = options;
  onProgress('copy', 0, 3);
  const graph = await copyGraph(tx, connection, options.cleaned);
  onProgress('copy', 1, 3);
  const staged = await stageRows(tx, options);
  await makeStaging(tx);
  await copyStaged(connection, staged);
  onProgress('copy', 2, 3);
  await indexStaging(tx);
  const cities = [...new Set([...staged.staged_company, ...staged.staged_offer].map(([city]) => String(city)))].sort();
  const written = { ...graph, companies: 0, offers: 0 };
  for (const [done, city] of cities.entries()) {
    onProgress('write', done, cities.length);
    const moved = await asSystem(tx, { city, viewer: 'system' }, () => moveCity(tx, city, effects.now()));
    written.companies += moved.companies;
    written.offers += moved.offers;
  }
  await placeWorkingFirms(tx, options.workingPlaces);
  onProgress('commit', 0, 1);
  const isNew = Object.values(written).some((count) => count > 0);
  if (isNew) await asSystem(tx, { city: home, viewer: 'system' }, () => tell(tx, options, written));
  return written;
}

/** Products and relations belong to no city: what is new goes into the tables at once. */
async function copyGraph(tx: Tx, { copy }: BulkConnection, { products, relations }: CleanedChainkg) {
  const known = await findKnownGraph(tx);
  const newProducts = products.filter(({ id }) => !known.has(id));
  const newRelations = relations.filter((relation) => !known.has(graphKey(relation)));
  return {
    products: await copy(
      'product',
      ['id', 'name', 'source', 'junk'],
      newProducts.map(({ id, name, source, junk }) => [id, name, source, junk]),
    ),
    relations: await copy(
      'product_relation',
      ['from_id', 'to_id', 'kind', 'weight', 'source'],
      newRelations.map(({ fromId, toId, kind, weight, source }) => [fromId, toId, kind, weight, source]),
    ),
  };
}

/** The companies and offers the database does not have yet, as the staging tables want them. */
async function stageRows(tx: Tx, { cleaned, effects, asOf }: WriteOptions): Promise<StagedRows> {
  const known = await findKnownCompanies(tx);
  const offers = await findKnownOffers(tx);
  const companies = new Map(
    cleaned.companies.map((company) => {
      const before = known.get(company.code);
      return [
        company.code,
        { ...company, city: before?.city ?? company.city, id: before?.organisationId ?? effects.newId() },
      ];
    }),
  );
  return {
    staged_company: [...companies.values()]
      .filter(({ code }) => !known.has(code))
      .map((company) => companyRow(company, asOf)),
    staged_offer: cleaned.offers.flatMap(({ code, productId, productText, revenueShare }) => {
      const company = companies.get(code);
      if (company === undefined || offers.has(offerKey(company.id, productText))) return [];
      const { city, id, name, region } = company;
      return [[city, effects.newId(), id, name, code, region, productId, productText, revenueShare]];
    }),
  };
}

function companyRow(
  { city, id, code, name, shortName, region, industry }: ImportedCompany & { id: string },
  asOf: string,
) {
  return [city, id, code, name, shortName, region, industry, asOf];
}

async function copyStaged({ copy }: BulkConnection, staged: StagedRows): Promise<void> {
  const tables = Object.keys(stagings) as (keyof typeof stagings)[];
  for (const table of tables) await copy(table, Object.keys(stagings[table].columns), staged[table]);
}

/** The live index of a running server follows the log of its city: one event tells it to read what is new. */
async function tell(tx: Tx, { city, effects }: WriteOptions, written: WrittenCounts): Promise<void> {
  const id = effects.newId();
  const payload = { source: 'chainkg', ...written };
  await appendEvents(tx, [
    { city, id, type: 'offers.imported', subjectId: id, audience: [], payload, at: effects.now() },
  ]);
}
