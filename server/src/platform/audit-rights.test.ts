import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openTestDatabase } from '#testing/test-database';
import { writeEntries } from '#testing/test-trail';
import { testCity as city } from '#testing/test-world';
import { checkTrail } from './audit-check.ts';
import { sealAudit } from './audit-sealer.ts';
import { inContext } from './context.ts';
import type { Database } from './database.ts';
import { realEffects as effects } from './effects.ts';

const asSystem = { city, viewer: 'system' } as const;
const check = (database: Database) => checkTrail(database, { city, effects });

/** A trail of nine sealed entries. */
async function openSealed() {
  const database = await openTestDatabase();
  await writeEntries(database, 9);
  await sealAudit(database, city);
  return database;
}

describe('the app role', () => {
  it('can neither rewrite nor delete an entry, nor a check', async () => {
    const database = await openSealed();
    await check(database);
    for (const statement of [
      `update audit_entry set actor_name = 'x'`,
      `update audit_entry set after = '{}' where position is null`,
      'delete from audit_entry',
      `update audit_confidential set said = '{}'`,
      'delete from audit_confidential',
      'truncate audit_entry',
      'delete from audit_head',
      `update audit_check set broken = null`,
      'delete from audit_check',
      'alter table audit_entry disable row level security',
      'drop policy audit_entry_seal on audit_entry',
    ])
      await expect(
        inContext(database, asSystem, (tx) => sql.raw(statement).execute(tx)),
        statement,
      ).rejects.toThrow(/permission denied|must be owner/);
    const resealed = await inContext(database, asSystem, (tx) => sql`update audit_entry set hash = 'x'`.execute(tx));
    expect(resealed.numAffectedRows).toBe(0n);
  });

  it('cannot write in the name of somebody else, nor with a number of its own', async () => {
    const database = await openTestDatabase();
    const entry = (columns: string, values: string) =>
      inContext(database, asSystem, (tx) =>
        sql
          .raw(`insert into audit_entry (city, id, at, actor_name, action, subject_kind, subject_id, ${columns})
            values ('${city}', gen_random_uuid(), now(), 'x', 'x.y', 'x', 'x', ${values})`)
          .execute(tx),
      );
    await expect(entry('actor_person', 'gen_random_uuid()')).rejects.toThrow(/row-level security/);
    await expect(entry('position', '1')).rejects.toThrow(/row-level security/);
  });

  it('reads nothing of the trail in the name of a firm or of the bureau', async () => {
    const database = await openSealed();
    const count = (context: Parameters<typeof inContext>[1]) =>
      inContext(database, context, (tx) => tx.selectFrom('audit_entry').select('id').execute());
    expect(await count({ city, viewer: 'bureau' })).toEqual([]);
    expect(await count({ city: '370600', viewer: 'system' })).toEqual([]);
    expect(await database.db.selectFrom('audit_entry').select('id').execute()).toEqual([]);
  });
});
