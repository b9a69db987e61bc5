import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { recordAudit } from '#platform/audit-log';
import { type Context, inContext } from '#platform/context';
import type { Database } from '#platform/database';
import { realEffects } from '#platform/effects';
import { testCity } from './test-world.ts';

/** One entry of the trail, as a use case writes it. */
export function writeEntry(database: Database, n: number, city = testCity): Promise<void> {
  const context: Context = { city, viewer: 'system' };
  return inContext(database, context, (tx) =>
    recordAudit(tx, realEffects, {
      action: 'need.published',
      subject: { kind: 'need', id: uuidv7() },
      before: { n: n - 1, 名称: '熔喷布' },
      after: { n, at: { b: 1, a: [2, null] } },
      why: n % 2 === 0 ? '第二次' : undefined,
    }),
  );
}

export async function writeEntries(database: Database, count: number, city = testCity): Promise<void> {
  for (let n = 1; n <= count; n++) await writeEntry(database, n, city);
}

const trailTables = ['audit_entry', 'audit_confidential', 'audit_head'];

/** As the owner of the database who means harm: no policy and no grant stops this one. */
export async function tamper(ownerUrl: string, ...statements: readonly string[]): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query(trailTables.map((table) => `alter table ${table} no force row level security`).join('; '));
    for (const statement of statements) await owner.query(statement);
    // leaving no trace, as a forger would
    await owner.query(trailTables.map((table) => `alter table ${table} force row level security`).join('; '));
  } finally {
    await owner.end();
  }
}
