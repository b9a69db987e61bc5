import { viewNeed } from '@zhitong/server/features/needs/need-views';
import { connect, type Database } from '@zhitong/server/platform/database';
import { appRole } from '@zhitong/server/platform/database-roles';
import { realEffects } from '@zhitong/server/platform/effects';
import { buyer, testCity } from '@zhitong/server/testing/test-world';
import { writeWorld } from '@zhitong/server/testing/write-world';
import pg from 'pg';
import { openBenchDatabase } from './bench-database.ts';
import { type BenchTable, milliseconds, percentile } from './bench-table.ts';

const needs = 10_000;
const rounds = 10;
const readsARound = 300;
const bypassRole = 'bench_bypass';

/** The need page as the app role, and the same transaction by a role that row-level security does not bind. */
export async function needPageRls(): Promise<BenchTable> {
  const opened = await openBenchDatabase();
  const { database } = opened;
  try {
    await writeWorld(database.url, realEffects);
    const ids = await fill(opened.adminUrl);
    const bypass = connect({ url: await bypassUrl(opened.adminUrl), kind: 'embedded', size: 1 });
    const guarded = connect({ url: database.url, kind: 'embedded', size: 1 });
    try {
      const samples = await measure({ guarded, bypass }, ids);
      return tableOf(samples);
    } finally {
      await Promise.all([guarded.close(), bypass.close()]);
    }
  } finally {
    await opened.close();
  }
}

type Sides = 'guarded' | 'bypass';

/** Turn by turn, so that whatever else the machine does falls on both. */
async function measure(databases: Readonly<Record<Sides, Database>>, ids: readonly string[]) {
  const samples: Record<Sides, number[]> = { guarded: [], bypass: [] };
  for (let round = 0; round <= rounds; round += 1)
    for (const side of ['guarded', 'bypass'] as const)
      for (let read = 0; read < readsARound; read += 1) {
        const id = ids[(round * readsARound + read * 31) % ids.length] ?? '';
        const started = performance.now();
        await viewNeed(databases[side], reading, id);
        // the first round warms both
        if (round > 0) samples[side].push(performance.now() - started);
      }
  return samples;
}

const reading = {
  viewer: {
    ...{ userId: 'bench', personId: buyer.person.id, personName: buyer.person.name, city: testCity },
    ...{ postId: buyer.person.postId, role: buyer.person.role, organisationId: buyer.id },
    ...{ organisationName: buyer.name, address: '127.0.0.1', requestId: 'bench' },
  },
  language: 'zh',
  today: '2026-11-23',
  now: new Date('2026-11-23T01:00:00Z'),
  productName: () => undefined,
} as const;

function tableOf({ guarded, bypass }: Readonly<Record<Sides, readonly number[]>>): BenchTable {
  const row = (name: string, samples: readonly number[]) => {
    const [p50, p99] = [percentile(samples, 0.5), percentile(samples, 0.99)];
    const against = p50 / percentile(bypass, 0.5);
    return [name, milliseconds(p50), milliseconds(p99), `${against.toFixed(2)} ×`];
  };
  return {
    title: 'Need page under row-level security',
    note: `The transaction of the need page (BEGIN, SET LOCAL, one SELECT, COMMIT) read by the app role, bound by every policy, and by a role with BYPASSRLS; ${needs.toLocaleString('en-US')} needs of two firms with five matches and six events each, one connection a role, ${rounds} alternating rounds of ${readsARound} reads. Aim: at most 1.3 ×.`,
    head: ['role', 'p50', 'p99', 'median against BYPASSRLS'],
    rows: [row('BYPASSRLS', bypass), row('app role', guarded)],
  };
}

/** Half of the needs belong to the reader, half to somebody whose rows it must not see. */
async function fill(adminUrl: string): Promise<readonly string[]> {
  return asAdmin(adminUrl, async (admin) => {
    await admin.query(
      `insert into need (city, id, organisation_id, kind, text, product_ids, certificates, limits, state, reach,
         idempotency_key, text_hash, demo, published_at)
       select $1, gen_random_uuid(), case n % 2 when 0 then $2::uuid else o.id end, 'sourcing', '熔喷布 5 吨/天', '{}', '{}',
         '[]', 'open', 'city', 'bench-' || n, 'bench-' || n, true, now() - n * interval '1 minute'
       from generate_series(1, $3) n, (select id from organisation where city = $1 and id <> $2 limit 1) o`,
      [testCity, buyer.id, needs],
    );
    await admin.query(
      `insert into match (city, id, need_id, buyer_id, organisation_id, organisation_city, organisation_name, offer_id,
         tier, score, parts, reasons, model, created_at)
       select city, gen_random_uuid(), id, organisation_id, gen_random_uuid(), city, '演示', gen_random_uuid(), 'city', 80,
         '[]', '[]', 'bench', published_at from need, generate_series(1, 5) where idempotency_key like 'bench-%'`,
    );
    await admin.query(
      `insert into event (city, id, position, type, subject_id, audience, payload, at)
       select city, gen_random_uuid(), row_number() over (), 'match.seen', id, array[organisation_id], '{"name":"演示"}',
         published_at from need, generate_series(1, 6) where idempotency_key like 'bench-%'`,
    );
    await admin.query('analyze');
    const own = 'select id from need where city = $1 and organisation_id = $2';
    const { rows } = await admin.query<{ id: string }>(own, [testCity, buyer.id]);
    return rows.map(({ id }) => id);
  });
}

async function bypassUrl(adminUrl: string): Promise<string> {
  await asAdmin(adminUrl, async (admin) => {
    await admin.query(`create role ${bypassRole} login bypassrls password 'bench'`);
    await admin.query(`grant ${appRole} to ${bypassRole}`);
  });
  const url = new URL(adminUrl);
  url.username = bypassRole;
  url.password = 'bench';
  return url.toString();
}

async function asAdmin<T>(url: string, run: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  try {
    return await run(admin);
  } finally {
    await admin.end();
  }
}
