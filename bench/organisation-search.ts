import { listOrganisations } from '@zhitong/contract/directory/organisation-contract';
import { getOrganisationTree } from '@zhitong/contract/directory/organisation-tree-contract';
import { viewOrganisations } from '@zhitong/server/features/directory/organisation-list-views';
import { searchPartsOf } from '@zhitong/server/features/directory/organisation-name-store';
import { viewTree } from '@zhitong/server/features/directory/tree-views';
import type { Database } from '@zhitong/server/platform/database';
import { buyer, testCity } from '@zhitong/server/testing/test-world';
import pg from 'pg';
import { openBenchDatabase } from './bench-database.ts';
import { type BenchTable, milliseconds, percentile } from './bench-table.ts';
import { type MadeOrganisation, makeOrganisations, makeSearches, regions } from './organisation-corpus.ts';

const sizes = [2_500, 300_000];
const searchesEach = 100;
const browsesEach = 60;

/** Finding an organisation and opening the tree, as the app role under row-level security, at the size of a city and of a province. */
export async function organisationSearch(): Promise<BenchTable> {
  const rows: (readonly string[])[] = [];
  for (const size of sizes) rows.push(...(await measureSize(size)));
  return {
    title: 'Organisations: search and tree',
    note: `Made-up organisations of one city, one in eight below another; ${searchesEach} searches of each sort and ${browsesEach} opened levels, one after another on one connection, first round not counted. A search answers one page of 20 with its total, a browse one page of 100 with the count below each row; both with row-level security, contract and transaction, without HTTP. Embedded PostgreSQL with fsync, analysed. Aim: search p99 at most 30 ms.`,
    head: ['organisations', 'what', 'samples', 'p50', 'p99'],
    rows,
  };
}

async function measureSize(size: number): Promise<(readonly string[])[]> {
  const opened = await openBenchDatabase();
  try {
    const organisations = makeOrganisations(size);
    await fill(opened.adminUrl, organisations);
    const samples = new Map<string, number[]>();
    await search(opened.database, organisations, samples);
    await browse(opened.database, samples);
    const searched = [...samples].filter(([what]) => !what.startsWith('tree')).flatMap(([, all]) => all);
    return [['all searches', searched] as const, ...samples].map(([what, all]) => [
      ...[size.toLocaleString('en-US'), what, all.length.toLocaleString('en-US')],
      ...[milliseconds(percentile(all, 0.5)), milliseconds(percentile(all, 0.99))],
    ]);
  } finally {
    await opened.close();
  }
}

type Samples = Map<string, number[]>;

async function search(database: Database, organisations: readonly MadeOrganisation[], samples: Samples): Promise<void> {
  const searches = makeSearches(organisations, searchesEach);
  for (const isMeasured of [false, true])
    for (const { what, query } of isMeasured ? searches : searches.filter((_, at) => at % 10 === 0)) {
      const asked = listOrganisations.query?.parse(query);
      if (asked === undefined) throw new Error('the list has a query');
      await timed(isMeasured ? samples : new Map(), what, () => viewOrganisations(database, viewer, asked));
    }
}

async function browse(database: Database, samples: Samples): Promise<void> {
  const open = async (what: string, below: string | undefined, offset = 0) => {
    const asked = getOrganisationTree.query?.parse({ below, offset });
    if (asked === undefined) throw new Error('the tree has a query');
    return timed(samples, `tree: ${what}`, () => viewTree(database, viewer, asked));
  };
  for (let round = 0; round < browsesEach; round += 1) {
    const region = regions[round % regions.length] ?? '';
    await open('the kinds', undefined);
    await open('places of the enterprises', 'kind:enterprise');
    const level = await open('first page of a place', `kind:enterprise/${region}`);
    await open('a page in the middle of a place', `kind:enterprise/${region}`, Math.floor(level.total / 2));
    const parent = level.nodes.find(({ children }) => children > 0)?.key;
    if (parent !== undefined) await open('below one organisation', parent);
  }
}

async function timed<T>(samples: Samples, what: string, run: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const value = await run();
  samples.set(what, [...(samples.get(what) ?? []), performance.now() - started]);
  return value;
}

const viewer = {
  ...{ userId: 'bench', personId: buyer.person.id, personName: buyer.person.name, city: testCity },
  ...{ postId: buyer.person.postId, role: buyer.person.role, organisationId: buyer.id },
  ...{ organisationName: buyer.name, address: '127.0.0.1', requestId: 'bench' },
};

/** Written as the owner of the cluster, past keys and policies: filling is not what is measured. */
async function fill(adminUrl: string, organisations: readonly MadeOrganisation[]): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await admin.query("set session_replication_role = 'replica'; drop index organisation_name_part_from");
    for (const region of regions)
      await admin.query("insert into region (code, name, level, parent) values ($1, $1, 'county', $2)", [
        region,
        testCity,
      ]);
    for (let from = 0; from < organisations.length; from += chunk)
      await fillChunk(admin, organisations.slice(from, from + chunk));
    await admin.query(
      'create index organisation_name_part_from on organisation_name_part (city, part, organisation_id)',
    );
    // what autovacuum does within minutes
    await admin.query('vacuum analyze');
  } finally {
    await admin.end();
  }
}

const chunk = 20_000;

async function fillChunk(admin: pg.Client, made: readonly MadeOrganisation[]): Promise<void> {
  const column = <T>(value: (one: MadeOrganisation) => T) => made.map(value);
  await admin.query(
    `insert into organisation (city, id, kind, name, short_name, parent_id, region, credit_code, parts_of, source, as_of, created_at)
     select $1, id, kind, name, short_name, parent, region, code, name, 'bench', '2026-11-23', now()
     from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::text[], $8::text[])
       as made (id, kind, name, short_name, parent, region, code)`,
    [
      ...[testCity, column(({ number }) => idOf(number)), column(({ kind }) => kind), column(({ name }) => name)],
      ...[column(({ shortName }) => shortName), column(({ parent }) => (parent === null ? null : idOf(parent)))],
      ...[column(({ region }) => region), column(({ creditCode }) => creditCode)],
    ],
  );
  const parts = made.flatMap((one) =>
    searchPartsOf({ ...one, nameEn: null }).map((part) => ({ id: idOf(one.number), part })),
  );
  await admin.query(
    `insert into organisation_name_part (city, organisation_id, part)
     select $1, id, part from unnest($2::uuid[], $3::text[]) as made (id, part)`,
    [testCity, parts.map(({ id }) => id), parts.map(({ part }) => part)],
  );
}

function idOf(number: number): string {
  return `01900000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
}
