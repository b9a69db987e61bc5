import { viewCases } from '@zhitong/server/features/needs/case-list-views';
import { connect, type Database } from '@zhitong/server/platform/database';
import { realEffects } from '@zhitong/server/platform/effects';
import { bureau, hrss, type TestOrganisation, testCity } from '@zhitong/server/testing/test-world';
import { writeWorld } from '@zhitong/server/testing/write-world';
import type { PoolClient } from 'pg';
import { openBenchDatabase } from './bench-database.ts';
import { type BenchTable, milliseconds, percentile } from './bench-table.ts';
import { fillCases } from './case-corpus.ts';

const cases = 100_000;
const reads = 300;
const rounds = 10;
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
      const [desk, before] = await alternately(
        () => viewCases(deps(database), viewerOf(bureau), query),
        () => figuresByWords(database),
      );
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
        note: `First page of 50 with total, lights and next due instant, as the app role under row-level security, one connection; ${cases.toLocaleString('en-US')} open cases, one in fifty with the handler’s body. The first peer reads the same page and counts its figures by writing the word of its light for each case, as the desk did before; the two take turns, 10 rounds of 30. The second peer reads the page without the index of what is due first: it sorts every open case. Aim: inbox p99 at most 50 ms.`,
        head: ['what', 'reads', 'p50', 'p99'],
        rows: [
          row('handler: own body', inbox),
          row('handler: only the late ones', late),
          row('bureau: the whole city', desk),
          row('peer: the whole city, a word written for each row', before),
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

/** In turns, so that what else the machine does falls on both. */
async function alternately(
  one: () => Promise<unknown>,
  other: () => Promise<unknown>,
): Promise<readonly [readonly number[], readonly number[]]> {
  const [first, second]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    first.push(...(await timesOf(one, reads / rounds)));
    second.push(...(await timesOf(other, reads / rounds)));
  }
  return [first, second];
}

/** The page of the whole city as it was read before: the light of each row is a word, and words are counted. */
function figuresByWords(database: Database): Promise<void> {
  return asBureau(database, async (client) => {
    const open = 'from need_case c where c.city = $1 and c.over_at is null';
    await client.query(`select c.* ${open} order by (c.stopped_at is not null), c.due_at, c.id limit 50`, [testCity]);
    const light = `case when c.stopped_at is not null then case when c.late then 'caught-up' else 'green' end
      when c.due_at < $2 then 'red' when c.yellow_at <= $2 then 'yellow' else 'green' end`;
    const figures = `select count(*) filter (where light = 'red') as red, count(*) filter (where light in ('yellow', 'caught-up')) as yellow,
      count(*) filter (where light = 'green') as green, min(due_at) filter (where stopped_at is null and due_at > $2) as next
      from (select ${light} as light, c.due_at, c.stopped_at ${open}) open`;
    await client.query(figures, [testCity, now]);
  });
}

function sortedWithoutIndex(database: Database): Promise<void> {
  return asBureau(database, async (client) => {
    await client.query(
      'set local enable_indexscan = off; set local enable_bitmapscan = off; set local enable_indexonlyscan = off',
    );
    const page = 'select * from need_case where city = $1 and over_at is null order by due_at, id limit 50';
    await client.query(page, [testCity]);
  });
}

async function asBureau({ pool }: Database, read: (client: PoolClient) => Promise<void>): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(`set local zhitong.city = '${testCity}'; set local zhitong.viewer = 'bureau'`);
    await read(client);
    await client.query('commit');
  } finally {
    client.release();
  }
}
