import type { Worker } from 'node:worker_threads';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { createTestApp, type TestApp } from '#testing/test-app';
import { testCity } from '#testing/test-world';
import { DuplicateLookup } from './duplicate-lookup.ts';

let house: TestApp;
let now: Date;
/** threads begun and not ended */
const alive = new Set<Worker>();
const note = (worker: Worker) => {
  alive.add(worker);
  worker.once('exit', () => alive.delete(worker));
};
beforeAll(async () => {
  house = await createTestApp();
  now = house.effects.now();
  process.on('worker', note);
});
afterAll(async () => {
  process.off('worker', note);
  await house.close();
});

const newLookup = () =>
  new DuplicateLookup({ database: house.database, effects: { ...house.effects, now: () => now } });
const facts = (name: string) => ({ id: '', name, shortName: null, creditCode: null, addresses: [], region: '371002' });
const minute = 60_000;

/** written long ago, committed now: only the comparison of the whole finds it */
async function enterLate(): Promise<void> {
  const id = house.effects.newId();
  const row = { city: testCity, id, kind: 'enterprise', name: `文登迟录${id.slice(-6)}有限公司`, region: '371002' };
  const written = { source: '导入', as_of: '2026-01-31', created_at: new Date(now.getTime() - 60 * minute) };
  await inContext(house.database, { city: testCity, viewer: 'system' }, (tx) =>
    tx
      .insertInto('organisation')
      .values({ ...row, ...written })
      .execute(),
  );
}

async function asOwner(statement: string): Promise<void> {
  const owner = new pg.Client({ connectionString: house.ownerUrl });
  await owner.connect();
  await owner.query(statement);
  await owner.end();
}

describe('the threads of the duplicate index', () => {
  it('answer everybody while another one takes their place, again and again, and one is left', async () => {
    const lookup = newLookup();
    for (let round = 0; round < 12; round++) {
      await enterLate();
      now = new Date(now.getTime() + 2 * minute);
      const asked = Array.from({ length: 12 }, (_, n) =>
        n % 3 === 0 ? lookup.pairs(testCity) : lookup.check(testCity, [facts('威海换班有限公司')]),
      );
      const settled = await Promise.allSettled(asked);
      expect(settled.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []))).toEqual([]);
    }
    await lookup.check(testCity, [facts('威海换班有限公司')]);
    await expect.poll(() => alive.size, { timeout: 10_000 }).toBe(1);
    await lookup.close();
    expect(alive.size).toBe(0);
  }, 60_000);

  it('end when the directory cannot be read, and the next question is answered', async () => {
    const lookup = newLookup();
    await asOwner('alter table organisation rename to organisation_away');
    await expect(lookup.check(testCity, [facts('威海读不到有限公司')])).rejects.toThrow('organisation');
    await asOwner('alter table organisation_away rename to organisation');
    expect(alive.size).toBe(0);
    expect(await lookup.check(testCity, [facts('威海读不到有限公司')])).toEqual([[]]);
    await lookup.close();
    expect(alive.size).toBe(0);
  });

  it('are none after the end, also of a comparison that was under way', async () => {
    const lookup = newLookup();
    await lookup.check(testCity, [facts('威海收尾有限公司')]);
    await enterLate();
    now = new Date(now.getTime() + 2 * minute);
    await lookup.check(testCity, [facts('威海收尾有限公司')]);
    await lookup.close();
    expect(alive.size).toBe(0);
    await expect(lookup.check(testCity, [facts('威海收尾有限公司')])).rejects.toThrow('closed');
    expect(alive.size).toBe(0);
  });
});
