import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawChance, drawNumber } from '@zhitong/algorithms/random/random-draw';
import { type SeededRandom, seededRandom } from '@zhitong/algorithms/random/seeded-random';
import { type ChainContent, decideChainContent } from '@zhitong/domain/chains/chain-map';
import type { CityRows, OrganisationRow } from '@zhitong/tools/seed-city/city-rows';
import { cell, parseTable, type TableRow } from '@zhitong/tools/seed-city/csv-table';
import type { BulkConnection } from '#platform/bulk-connection';
import { fillCityTable } from '#platform/city-table';
import type { Tx } from '#platform/database';
import { demoCity } from './demo-city.ts';
import { dataFolder } from './seed-reference.ts';

interface ChainFile extends Pick<ChainContent, 'nameEn' | 'chief' | 'expert' | 'entries'> {
  readonly slug: string;
  /** short names */
  readonly lead: string;
  readonly leader: string | null;
  /** where no public page names a leader: a product; the invented firm with the greatest capacity of it leads in the demonstration */
  readonly demoLeaderOf?: string;
  readonly versions: readonly (Pick<ChainContent, 'name' | 'segments' | 'links'> & {
    readonly from: string;
    readonly to: string | null;
  })[];
}

interface Seeding {
  readonly rows: CityRows;
  readonly newId: () => string;
  readonly now: Date;
}

const folder = join(dataFolder, 'chains');
const writer = '演示-甲';

/** The ten demo chains with their versions, and what demo firms buy from elsewhere (data/chains). */
export async function writeChains(tx: Tx, connection: BulkConnection, seeding: Seeding): Promise<void> {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name): ChainFile => JSON.parse(readFileSync(join(folder, name), 'utf8')));
  const chains = files.map((file) => ({ id: seeding.newId(), file }));
  const tables = [
    { table: 'chain', rows: chains.map(({ id, file }) => chainRow(id, file, seeding.now)) },
    { table: 'chain_version', rows: chains.flatMap(({ id, file }) => versionRows(id, file, seeding)) },
    { table: 'purchase', rows: purchaseRows(seeding) },
  ];
  for (const table of tables) await fillCityTable(tx, connection, table);
}

function chainRow(id: string, { slug }: ChainFile, now: Date) {
  return { city: demoCity, id, slug, demo: true, created_at: now };
}

function versionRows(chainId: string, file: ChainFile, { rows, now }: Seeding) {
  const bodies = new Map(
    rows.organisations.filter(({ city }) => city === demoCity).map((row) => [row.shortName, row.id]),
  );
  const known = new Map(rows.products.map((product) => [product.id, product]));
  const bodyOf = (name: string): string => {
    const id = bodies.get(name);
    if (id === undefined)
      throw new Error(`data/chains/${file.slug}.json names ${name}, which the demo city does not have.`);
    return id;
  };
  return file.versions.map(({ from, to, name, segments, links }, at) => {
    decideChainContent({ segments, links }, (id) => known.get(id));
    const content: ChainContent = {
      ...{ name, nameEn: file.nameEn, chief: file.chief, leadBodyId: bodyOf(file.lead), expert: file.expert },
      ...{
        leaderId: file.leader === null ? demoLeader(file, rows) : bodyOf(file.leader),
        segments,
        links,
        entries: file.entries,
      },
    };
    return {
      ...{ city: demoCity, chain_id: chainId, number: at + 1, state: 'published', content: JSON.stringify(content) },
      ...{ valid_from: from, valid_to: to, edition: 1, written_at: now, written_by: writer },
    };
  });
}

/** The invented firm of the city that makes most of the product; of equals the first by id, so that it is the same one each time. */
function demoLeader({ slug, demoLeaderOf }: ChainFile, { organisations, offers }: CityRows): string | null {
  if (demoLeaderOf === undefined) return null;
  const invented = new Set(organisations.filter(({ city, demo }) => city === demoCity && demo).map(({ id }) => id));
  const [first] = offers
    .filter(({ organisationId, productId }) => productId === demoLeaderOf && invented.has(organisationId))
    .toSorted(
      (a, b) =>
        (b.capacity?.amount ?? 0) - (a.capacity?.amount ?? 0) || a.organisationId.localeCompare(b.organisationId),
    );
  if (!first) throw new Error(`data/chains/${slug}.json: no invented firm makes ${demoLeaderOf}.`);
  return first.organisationId;
}

/** Buyers are demo firms that make something from the product; where there are fewer than the row says, all of them. */
function purchaseRows({ rows, newId, now }: Seeding) {
  const table = parseTable(readFileSync(join(folder, 'demo-purchases.csv'), 'utf8'));
  const random = seededRandom('purchases');
  const makers = Map.groupBy(
    rows.offers.filter(({ city, productId }) => city === demoCity && productId !== null),
    ({ productId }) => productId,
  );
  const firms = new Map(rows.organisations.map((row) => [row.id, row]));
  const taken = new Set<string>();
  return table.flatMap((row) => {
    const product = cell(row, 'product');
    const own = random.fork(`${product} ${cell(row, 'region')}`);
    const users = rows.productRelations
      .filter(({ toId, kind }) => kind === 'made-from' && toId === product)
      .flatMap(({ fromId }) => makers.get(fromId) ?? [])
      .flatMap(({ organisationId }) => firms.get(organisationId) ?? [])
      .filter((firm) => firm.demo && !taken.has(`${firm.id} ${product}`));
    const buyers = shuffled([...new Map(users.map((firm) => [firm.id, firm])).values()], own).slice(
      0,
      Number(cell(row, 'buyers')),
    );
    return buyers.map((firm) => {
      taken.add(`${firm.id} ${product}`);
      return purchaseRow(firm, { row, random: own, id: newId(), now });
    });
  });
}

function purchaseRow(
  firm: OrganisationRow,
  { row, random, id, now }: { row: TableRow; random: SeededRandom; id: string; now: Date },
) {
  const yuan = drawNumber(random, Number(cell(row, 'yuan_a_year_low')), Number(cell(row, 'yuan_a_year_high')));
  const confirmed = drawChance(random, Number(cell(row, 'confirmed_share')));
  const region = cell(row, 'region');
  const day = new Date(now.getTime() - Math.floor(drawNumber(random, 10, 240)) * 86_400_000);
  return {
    ...{ city: demoCity, id, organisation_id: firm.id, product_id: cell(row, 'product'), quantity: null, unit: null },
    ...{
      fen_a_year: Math.round(yuan / 1_000) * 100_000,
      origin: region.replace(/^abroad:/, ''),
      note: cell(row, 'why'),
    },
    ...{ as_of: day.toISOString().slice(0, 10), level: confirmed ? 'confirmed' : 'declared' },
    ...{ evidence: confirmed ? '增值税发票（演示）' : null, verified_by: confirmed ? writer : null },
    ...{ verified_at: confirmed ? now : null, demo: true, created_at: now, created_by: firm.name },
  };
}

function shuffled<Item>(items: readonly Item[], random: SeededRandom): Item[] {
  return items
    .map((item) => ({ item, place: random.next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
