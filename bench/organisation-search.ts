import { loadavg } from 'node:os';
import { listOrganisations } from '@zhitong/contract/directory/organisation-contract';
import { getOrganisationTree } from '@zhitong/contract/directory/organisation-tree-contract';
import { viewOrganisations } from '@zhitong/server/features/directory/organisation-list-views';
import { viewTree } from '@zhitong/server/features/directory/tree-views';
import type { Database } from '@zhitong/server/platform/database';
import { buyer, testCity } from '@zhitong/server/testing/test-world';
import { openBenchDatabase } from './bench-database.ts';
import { type BenchTable, milliseconds, percentile } from './bench-table.ts';
import { type MadeOrganisation, makeOrganisations, makeSearches, regions } from './organisation-corpus.ts';
import { searchPlainly } from './organisation-peer.ts';
import { fillOrganisations } from './organisation-world.ts';

const sizes = [2_500, 300_000];
const searchesEach = 100;
const browsesEach = 60;

/** Of one, five and fifteen minutes: other work slows what is measured here. */
const loads = () =>
  loadavg()
    .map((load) => load.toFixed(1))
    .join(', ');

/** Finding an organisation and opening the tree, as the app role under row-level security, at the size of a city and of a province. */
export async function organisationSearch(): Promise<BenchTable> {
  const rows: (readonly string[])[] = [];
  for (const size of sizes) rows.push(...(await measureSize(size)));
  return {
    title: 'Organisations: search and tree',
    note: `Made-up organisations of one city, one in eight below another; ${searchesEach} searches of each sort and ${browsesEach} opened levels, one after another on one connection, first round not counted. A search answers one page of 20 with its total, a browse one page of 100 with the count below each row; both with row-level security, contract and transaction, without HTTP. Embedded PostgreSQL with fsync, analysed. The peer is what one would write first: ILIKE on the name with a trigram index, as superuser without row-level security, the same page with its total. Load of the machine ${loads()}. Aim: search p99 at most 30 ms.`,
    head: ['organisations', 'what', 'samples', 'p50', 'p99'],
    rows,
  };
}

async function measureSize(size: number): Promise<(readonly string[])[]> {
  const opened = await openBenchDatabase();
  try {
    const organisations = makeOrganisations(size);
    await fillOrganisations(opened.adminUrl, organisations);
    const samples = new Map<string, number[]>();
    await search(opened.database, organisations, samples);
    await browse(opened.database, samples);
    await searchPlainly(opened.adminUrl, { searches: makeSearches(organisations, searchesEach), samples });
    const searched = [...samples].filter(([what]) => !/^(tree|peer)/.test(what)).flatMap(([, all]) => all);
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
