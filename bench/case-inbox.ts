import { viewCases } from '@zhitong/server/features/needs/case-list-views';
import { connect, type Database } from '@zhitong/server/platform/database';
import { realEffects } from '@zhitong/server/platform/effects';
import { bureau, hrss, type TestOrganisation, testCity } from '@zhitong/server/testing/test-world';
import { writeWorld } from '@zhitong/server/testing/write-world';
import { openBenchDatabase } from './bench-database.ts';
import { type BenchTable, milliseconds, percentile } from './bench-table.ts';
import { fillCases } from './case-corpus.ts';

const cases = 100_000;
const reads = 300;
const now = new Date('2026-11-24T15:00:00+08:00');

/** The first page of an inbox with its lights and totals, at a hundred thousand open cases. */
export async function caseInbox(): Promise<BenchTable> {
  const opened = await openBenchDatabase();
  try {
    await writeWorld(opened.database.url, realEffects);
    await fillCases(opened.adminUrl, cases);
    const database = connect({ url: opened.database.url, kind: 'embedded', size: 1 });
    try {
      const inbox = await timesOf(() => viewCases(deps(database), viewerOf(hrss), query));
      const late = await timesOf(() => viewCases(deps(database), viewerOf(hrss), { ...query, light: 'red' }));
      const desk = await timesOf(() => viewCases(deps(database), viewerOf(bureau), query));
      const plain = await timesOf(() => sortedWithoutIndex(database), 30);
      const row = (name: string, samples: readonly number[]) => [
        ...[
          name,
          String(samples.length),
          milliseconds(percentile(samples, 0.5)),
          milliseconds(percentile(samples, 0.99)),
        ],
      ];
      return {
        title: 'Inbox at 100,000 open cases',
        note: `First page of 50 with total, lights and next due instant, as the app role under row-level security, one connection; ${cases.toLocaleString('en-US')} open cases, one in fifty with the handler’s body. The peer reads the same page without the index of what is due first: it sorts every open case. Aim: inbox p99 at most 50 ms.`,
        head: ['what', 'reads', 'p50', 'p99'],
        rows: [
          row('handler: own body', inbox),
          row('handler: only the late ones', late),
          row('bureau: the whole city', desk),
          row('peer: the city sorted without the index', plain),
        ],
      };
    } finally {
      await database.close();
    }
  } finally {
    await opened.close();
  }
}

const deps = (database: Database) => ({ database, effects: { ...realEffects, now: () => now } });
const query = { who: 'body', q: '', limit: 50, offset: 0 } as const;

const viewerOf = ({ id, name, person }: TestOrganisation) => ({
  ...{ userId: 'bench', personId: person.id, personName: person.name, city: testCity, postId: person.postId },
  ...{ role: person.role, organisationId: id, organisationName: name, address: '127.0.0.1', requestId: 'bench' },
});

async function timesOf(read: () => Promise<unknown>, count = reads): Promise<readonly number[]> {
  for (let warm = 0; warm < 5; warm += 1) await read();
  const samples: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const started = performance.now();
    await read();
    samples.push(performance.now() - started);
  }
  return samples;
}

async function sortedWithoutIndex({ pool }: Database): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(`set local zhitong.city = '${testCity}'; set local zhitong.viewer = 'bureau'`);
    await client.query(
      'set local enable_indexscan = off; set local enable_bitmapscan = off; set local enable_indexonlyscan = off',
    );
    const page = 'select * from need_case where city = $1 and over_at is null order by due_at, id limit 50';
    await client.query(page, [testCity]);
    await client.query('commit');
  } finally {
    client.release();
  }
}
