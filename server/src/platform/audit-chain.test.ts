import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openTestDatabase } from '#testing/test-database';
import { tamper, writeEntries, writeEntry } from '#testing/test-trail';
import { testCity as city } from '#testing/test-world';
import { checkTrail, findLastCheck } from './audit-check.ts';
import { auditColumns, confidentialDigest } from './audit-format.ts';
import { recordAudit } from './audit-log.ts';
import { lastNight } from './audit-nightly.ts';
import { readTrail, readTrailState } from './audit-reader.ts';
import { auditChain, refuseWithoutSm3, sealAudit } from './audit-sealer.ts';
import { inContext } from './context.ts';
import type { Database } from './database.ts';
import { realEffects as effects } from './effects.ts';
import { EventHub } from './event-hub.ts';

const asSystem = { city, viewer: 'system' } as const;
const check = (database: Database, heads: readonly { position: number; hash: string }[] = []) =>
  checkTrail(database, { city, effects, heads });

/** A trail of nine sealed entries. */
async function openSealed() {
  const database = await openTestDatabase();
  await writeEntries(database, 9);
  await sealAudit(database, city);
  return database;
}

const entryAt = (position: number) => `(select id from audit_entry where ${numbered(position)})`;
const behindRemoved = (position: number) => {
  const behind = `from audit_entry where city = '${city}' and position > ${position}`;
  return [`delete from audit_confidential where entry_id in (select id ${behind})`, `delete ${behind}`];
};
const numbered = (position: number) => `city = '${city}' and position = ${position}`;

describe('the sealer of the trail', () => {
  it('skips nothing and numbers nothing twice while one writer stays open among 50', async () => {
    const database = await openTestDatabase();
    const hub = new EventHub(database);
    onTestFinished(() => hub.close());
    await hub.start();
    const open = Promise.withResolvers<void>();
    const held = inContext(database, asSystem, async (tx) => {
      await recordAudit(tx, effects, { action: 'need.withdrawn', subject: { kind: 'need', id: 'held' } });
      await open.promise;
    });
    const writeSoon = async (n: number) => {
      await sleep(Math.random() * 1500);
      await writeEntry(database, n);
    };
    await Promise.all(Array.from({ length: 50 }, (_, n) => writeSoon(n)));
    await expect
      .poll(() => readTrailState(database, city), { timeout: 10_000 })
      .toMatchObject({ last: 50, unsealed: 0 });
    open.resolve();
    await held;
    await expect
      .poll(() => readTrailState(database, city), { timeout: 10_000 })
      .toMatchObject({ last: 51, unsealed: 0 });
    const positions: unknown[] = [];
    for await (const rows of readTrail(database, { city, after: 0, to: 99 }))
      positions.push(...rows.map((row) => row.position));
    expect(positions).toEqual(Array.from({ length: 51 }, (_, index) => index + 1));
    expect(await check(database)).toMatchObject({ entries: 51, broken: null });
  }, 20_000);

  it('seals at the start what a killed process left unsealed, in every city, also where nobody is at work', async () => {
    const database = await openTestDatabase();
    await database.db
      .insertInto('region')
      .values({ code: '440300', name: '深圳市', level: 'prefecture', parent: '440000' })
      .execute();
    const quietCities = ['000000', '440300'];
    for (const quiet of quietCities)
      await inContext(database, { city: quiet, viewer: 'system' }, (tx) =>
        recordAudit(tx, effects, { action: 'need.withdrawn', subject: { kind: 'need', id: 'left' } }),
      );
    const hub = new EventHub(database);
    onTestFinished(() => hub.close());
    await hub.start();
    for (const quiet of quietCities)
      await expect
        .poll(() => readTrailState(database, quiet), { timeout: 5000 })
        .toMatchObject({ last: 1, unsealed: 0 });
  });

  it('keeps no commit waiting: writers finish while a sealer stands still in the middle of its work', async () => {
    const database = await openTestDatabase();
    await writeEntries(database, 3);
    const middle = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    const sealer = inContext(database, asSystem, async (tx) => {
      // what a sealer holds: the head of the city, and the rows it has numbered
      await tx.insertInto('audit_head').values({ city, position: 0, hash: '' }).execute();
      await tx.selectFrom('audit_head').select('position').where('city', '=', city).forUpdate().execute();
      await tx
        .selectFrom('audit_entry')
        .select('id')
        .where('city', '=', city)
        .where('position', 'is', null)
        .forUpdate()
        .execute();
      middle.resolve();
      await release.promise;
    });
    await middle.promise;
    await Promise.all(Array.from({ length: 20 }, (_, n) => writeEntry(database, n)));
    // all of them are committed while the sealer is still where it was
    expect(await readTrailState(database, city)).toMatchObject({ unsealed: 23, head: { position: 0 } });
    release.resolve();
    await sealer;
    await sealAudit(database, city);
    expect(await check(database)).toMatchObject({ entries: 23, broken: null });
  });

  it('chains with SM3, over every column of an entry', async () => {
    const database = await openSealed();
    const [rows] = await Array.fromAsync(readTrail(database, { city, after: 0, to: 9 }));
    const [first, second] = rows ?? [];
    if (!first || !second) throw new Error('no entries');
    const place = (row: typeof second) => ({ city, position: 2, row });
    expect(auditChain.hash(String(first.hash), place(second))).toBe(second.hash);
    for (const column of auditColumns[2])
      expect(auditChain.hash(String(first.hash), place({ ...second, [column]: 'x' })), column).not.toBe(second.hash);
  });

  it('says at start when OpenSSL lacks SM3', () => {
    expect(() => refuseWithoutSm3(['sha256'])).toThrow(/SM3/);
    refuseWithoutSm3();
  });
});

describe('a check, after the owner of the database has tampered', () => {
  it('finds a trail that nobody touched intact, and keeps what it found', async () => {
    const database = await openSealed();
    expect(await check(database)).toMatchObject({ entries: 9, position: 9, unsealed: 0, broken: null });
    expect(await findLastCheck(database, city)).toMatchObject({ entries: 9, broken: null });
  });

  const harm: readonly (readonly [string, readonly string[], object])[] = [
    [
      'a changed entry',
      [`update audit_entry set actor_name = '别人' where ${numbered(4)}`],
      { reason: 'changed', position: 4, who: '别人' },
    ],
    [
      'a changed value',
      [`update audit_entry set after = jsonb_set(after, '{n}', '99') where ${numbered(9)}`],
      { reason: 'changed', position: 9 },
    ],
    [
      'a confidential value exchanged',
      [`update audit_confidential set said = replace(said, '"n":4', '"n":5') where entry_id = ${entryAt(4)}`],
      { reason: 'confidential', position: 4 },
    ],
    [
      'a confidential part taken away',
      [`delete from audit_confidential where entry_id = ${entryAt(6)}`],
      { reason: 'confidential', position: 6 },
    ],
    [
      'a confidential part exchanged together with its digest',
      [
        `update audit_confidential set said = '{}' where entry_id = ${entryAt(2)}`,
        `update audit_entry set digest = '${confidentialDigest({ salt: '', said: '{}' })}' where ${numbered(2)}`,
      ],
      { reason: 'changed', position: 2 },
    ],
    [
      'an entry declared to be of the first form',
      [`update audit_entry set format = 1 where ${numbered(7)}`],
      { reason: 'changed', position: 7 },
    ],
    [
      'a time moved by a millisecond',
      [`update audit_entry set at = at + interval '1 millisecond' where ${numbered(5)}`],
      { reason: 'changed', position: 5 },
    ],
    [
      'a deleted entry',
      [`delete from audit_confidential where entry_id = ${entryAt(6)}`, `delete from audit_entry where ${numbered(6)}`],
      { reason: 'missing', position: 6 },
    ],
    [
      'two entries swapped',
      [
        `update audit_entry set position = 100 where ${numbered(3)}`,
        `update audit_entry set position = 3 where ${numbered(4)}`,
        `update audit_entry set position = 4 where ${numbered(100)}`,
      ],
      { reason: 'changed', position: 3 },
    ],
    [
      'an entry put in between',
      [
        'alter table audit_entry drop constraint audit_entry_city_position_key',
        `update audit_entry set position = position + 1 where city = '${city}' and position > 4`,
        `insert into audit_entry (city, id, at, actor_name, action, subject_kind, subject_id, position, hash)
         select city, gen_random_uuid(), at, actor_name, action, subject_kind, subject_id, 5, hash from audit_entry where ${numbered(4)}`,
      ],
      { reason: 'changed', position: 5 },
    ],
    ['a tail that was cut off', behindRemoved(7), { reason: 'cut', position: 8 }],
    [
      'an entry put behind the head',
      [
        `insert into audit_entry (city, id, at, actor_name, action, subject_kind, subject_id, position, hash)
         select city, gen_random_uuid(), at, actor_name, action, subject_kind, subject_id, 10, hash from audit_entry where ${numbered(9)}`,
      ],
      { reason: 'changed', position: 10 },
    ],
    [
      'an entry that lost its number',
      [`update audit_entry set position = null where ${numbered(2)}`],
      { reason: 'missing', position: 2 },
    ],
  ];
  for (const [name, statements, broken] of harm)
    it(`finds ${name}`, async () => {
      const database = await openSealed();
      await tamper(database.ownerUrl, ...statements);
      expect((await check(database)).broken).toMatchObject(broken);
    });

  it('finds a tail cut off together with its head, against the head of an earlier check', async () => {
    const database = await openSealed();
    await check(database);
    await cutWithHead(database);
    expect((await check(database)).broken).toMatchObject({ reason: 'cut', position: 7 });
  });

  it('finds a tail rewritten with all its hashes only against a head kept elsewhere', async () => {
    const database = await openSealed();
    const { position, hash } = (await readTrailState(database, city)).head;
    await rewriteTail(database, 5);
    expect((await check(database)).broken, 'sound in itself: the database alone cannot tell').toBeNull();
    const against = await check(database, [{ position, hash }]);
    expect(against.broken).toMatchObject({ reason: 'rewritten', position: 9 });
  });
});

async function cutWithHead(database: Database & { ownerUrl: string }): Promise<void> {
  await tamper(
    database.ownerUrl,
    ...behindRemoved(6),
    `update audit_head set position = 6, hash = (select hash from audit_entry where ${numbered(6)})`,
  );
}

/** The patient forger: changes an entry and computes every hash behind it anew, and the head. */
async function rewriteTail(database: Database & { ownerUrl: string }, from: number): Promise<void> {
  const [rows = []] = await Array.fromAsync(readTrail(database, { city, after: 0, to: 9 }));
  let hash = String(rows[from - 2]?.hash);
  const statements = rows.slice(from - 1).map((row, index) => {
    const position = from + index;
    const forged = index === 0 ? { ...row, actor_name: '别人' } : row;
    hash = auditChain.hash(hash, { city, position, row: forged });
    return `update audit_entry set actor_name = '${forged.actor_name}', hash = '${hash}' where ${numbered(position)}`;
  });
  await tamper(database.ownerUrl, ...statements, `update audit_head set hash = '${hash}'`);
}

it('a check is due after each three o’clock of the night in the city', () => {
  expect(lastNight(new Date('2026-11-23T02:59:00+08:00'))).toEqual(new Date('2026-11-22T03:00:00+08:00'));
  expect(lastNight(new Date('2026-11-23T03:00:00+08:00'))).toEqual(new Date('2026-11-23T03:00:00+08:00'));
  expect(lastNight(new Date('2026-11-23T23:59:00+08:00'))).toEqual(new Date('2026-11-23T03:00:00+08:00'));
});
