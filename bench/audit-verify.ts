import { createHash } from 'node:crypto';
import { loadavg } from 'node:os';
import { checkTrail } from '@zhitong/server/platform/audit-check';
import { recordAudit } from '@zhitong/server/platform/audit-log';
import { sealAudit } from '@zhitong/server/platform/audit-sealer';
import { inContext } from '@zhitong/server/platform/context';
import type { Database } from '@zhitong/server/platform/database';
import { realEffects } from '@zhitong/server/platform/effects';
import { testCity as city } from '@zhitong/server/testing/test-world';
import pg from 'pg';
import { openBenchDatabase } from './bench-database.ts';
import type { BenchTable } from './bench-table.ts';

const entries = 50_000;
const inOneTransaction = 500;
const rounds = 3;

/** Proving the trail of a city, beside reading and hashing the same rows without any chain. */
export async function auditVerify(): Promise<BenchTable> {
  const opened = await openBenchDatabase();
  try {
    await write(opened.database);
    await settle(opened.adminUrl);
    const verified: number[] = [];
    const hashed: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      hashed.push(await hashPlainly(opened.adminUrl));
      const check = await checkTrail(opened.database, { city, effects: realEffects });
      if (check.broken !== null || check.entries !== entries)
        throw new Error('the trail of the benchmark does not hold');
      verified.push(check.tookMs);
    }
    const load = loadavg().map((one) => one.toFixed(1));
    return {
      title: 'Verification of the audit trail',
      note: `${entries.toLocaleString('en-US')} sealed entries, every second with a confidential part; ${rounds} rounds, the fastest is shown, the two taken in turn. Verified is the whole of \`audit verify\`: row-level security, chain and confidential digests. The peer is one query of the same columns as superuser, each row hashed by itself with SHA-256: no chain, no policy, no second part, the whole answer in memory. Load of the machine ${load.join(', ')}.`,
      head: ['what', 'seconds', 'entries/s'],
      rows: [row('peer: read and hash each row', hashed), row('audit verify', verified)],
    };
  } finally {
    await opened.close();
  }
}

function row(what: string, took: readonly number[]): readonly string[] {
  const seconds = Math.min(...took) / 1000;
  return [what, seconds.toFixed(2), Math.round(entries / seconds).toLocaleString('en-US')];
}

async function write(database: Database): Promise<void> {
  for (let from = 0; from < entries; from += inOneTransaction)
    await inContext(database, { city, viewer: 'system' }, async (tx) => {
      for (let n = from; n < from + inOneTransaction; n += 1)
        await recordAudit(tx, realEffects, {
          action: n % 2 === 0 ? 'response.given' : 'organisation.changed',
          subject: { kind: n % 2 === 0 ? 'match' : 'organisation', id: realEffects.newId() },
          before: { name: '威海海威渔具有限公司', priceFen: n, leadDays: 3 },
          after: { name: '威海海威渔具股份有限公司', priceFen: n + 1, leadDays: 4 },
          why: '更名',
        });
    });
  await sealAudit(database, city);
}

/** What autovacuum does within minutes. */
async function settle(adminUrl: string): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query('vacuum analyze').finally(() => admin.end());
}

async function hashPlainly(adminUrl: string): Promise<number> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    const started = performance.now();
    const { rows } = await admin.query<unknown[]>({ text: plainly, rowMode: 'array' });
    for (const columns of rows) createHash('sha256').update(columns.join('\n')).digest('hex');
    return performance.now() - started;
  } finally {
    await admin.end();
  }
}

const plainly = `select position, hash, id::text, at::text, actor_person::text, actor_name, actor_role, actor_organisation::text, action,
  subject_kind, subject_id, why, before::text, after::text, address, request_id from audit_entry order by position`;
