import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import { openTestDatabase } from '#testing/test-database';
import { tamper, writeEntries } from '#testing/test-trail';
import { testCity as city } from '#testing/test-world';
import { checkTrail } from './audit-check.ts';
import { exportLines } from './audit-export.ts';
import { recordAudit } from './audit-log.ts';
import { auditChain, sealAudit } from './audit-sealer.ts';
import type { ChainRow } from './chain.ts';
import { beginning, proveChain } from './chain-proof.ts';
import { inContext } from './context.ts';
import type { Database } from './database.ts';
import { realEffects as effects } from './effects.ts';

const asSystem = { city, viewer: 'system' } as const;
const check = (database: Database) => checkTrail(database, { city, effects });
const numbered = (position: number) => `city = '${city}' and position = ${position}`;

describe('the confidential part of an entry', () => {
  const secret = '7654321';

  async function openPriced() {
    const database = await openTestDatabase();
    await inContext(database, asSystem, (tx) =>
      recordAudit(tx, effects, {
        ...{ action: 'response.given', subject: { kind: 'match', id: 'm' }, why: `请按 ${secret} 结算` },
        after: { supplier: '净川', priceFen: Number(secret) },
      }),
    );
    await sealAudit(database, city);
    return database;
  }

  it('is kept for the proof, under a salt of its own, and is not in what the reader of the trail or an export sees', async () => {
    const database = await openPriced();
    const exported = (await Array.fromAsync(exportLines(database, { city, after: 0, to: 1, at: effects.now() }))).join(
      '',
    );
    expect(exported).not.toContain(secret);
    expect(exported).toContain('净川');
    const kept = await inContext(database, asSystem, (tx) =>
      tx.selectFrom('audit_confidential').select(['salt', 'said']).where('city', '=', city).execute(),
    );
    expect(kept).toEqual([{ salt: expect.stringMatching(/^[0-9a-f]{32}$/), said: expect.stringContaining(secret) }]);
    expect(await check(database)).toMatchObject({ entries: 1, broken: null });
  });

  it('is read by nobody but the system, the audit administrator and the bureau included', async () => {
    const database = await openPriced();
    for (const { viewer, role } of [
      { viewer: 'bureau', role: 'audit-administrator' },
      { viewer: 'bureau', role: 'operator' },
      { viewer: 'bureau', role: 'system-administrator' },
    ] as const) {
      const actor = { personId: uuidv7(), name: '演示', role, address: '127.0.0.1', requestId: 'r' };
      const seen = await inContext(database, { city, viewer, actor }, (tx) =>
        tx.selectFrom('audit_confidential').select('said').execute(),
      );
      expect(seen, role).toEqual([]);
    }
  });

  it('of an entry of the release before stays provable in the database, and is left out of an export', async () => {
    const database = await openTestDatabase();
    await inContext(database, asSystem, (tx) =>
      tx
        .insertInto('audit_entry')
        .values({
          ...{ city, id: uuidv7(), at: effects.now(), actor_name: '演示', action: 'response.given' },
          ...{
            subject_kind: 'match',
            subject_id: 'm',
            after: JSON.stringify({ z: [1, { b: 2, a: null }], priceFen: 7654321 }),
          },
        })
        .execute(),
    );
    await writeEntries(database, 2);
    await sealAudit(database, city);
    expect(await check(database)).toMatchObject({ entries: 3, broken: null });
    const [, first] = (await Array.fromAsync(exportLines(database, { city, after: 0, to: 3, at: effects.now() })))
      .join('')
      .split('\n');
    expect(first).not.toContain(secret);
    expect(JSON.parse(String(first))).toMatchObject({ format: 1, withheld: true, position: 1 });
    await tamper(database.ownerUrl, `update audit_entry set after = '{"priceFen": 1}' where ${numbered(1)}`);
    expect((await check(database)).broken).toMatchObject({ reason: 'changed', position: 1 });
  });

  it('is not forged by a line that only says that something was withheld', async () => {
    const database = await openTestDatabase();
    await writeEntries(database, 3);
    await sealAudit(database, city);
    const lines = (await Array.fromAsync(exportLines(database, { city, after: 0, to: 3, at: effects.now() }))).join('');
    const rows: ChainRow[] = lines
      .trim()
      .split('\n')
      .slice(1, -1)
      .map((line) => JSON.parse(line));
    const proof = (given: readonly ChainRow[]) =>
      proveChain(auditChain, { city, from: beginning, heads: [] }, oneBatch(given));
    expect((await proof(rows)).broken).toBeNull();
    for (const format of [1, 2]) {
      const forged = rows.map((row) => (row.position === 2 ? { ...row, action: 'x', withheld: true, format } : row));
      expect((await proof(forged)).broken).toMatchObject({ reason: 'changed', position: 2 });
    }
  });
});

async function* oneBatch(rows: readonly ChainRow[]) {
  yield rows;
}
