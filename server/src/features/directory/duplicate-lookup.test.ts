import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { bureau, testCity } from '#testing/test-world';
import { DuplicateLookup } from './duplicate-lookup.ts';

let house: TestApp;
let office: TestClient;
let lookup: DuplicateLookup;
let now: Date;
beforeAll(async () => {
  house = await createTestApp();
  office = await house.signIn(bureau.username);
  now = house.effects.now();
  lookup = new DuplicateLookup({ database: house.database, effects: { ...house.effects, now: () => now } });
});
afterAll(async () => {
  await lookup.close();
  await house.close();
});

const facts = (name: string) => ({ id: '', name, shortName: null, creditCode: null, addresses: [], region: '371002' });
const idsLike = async (name: string) => (await lookup.check(testCity, [facts(name)]))[0]?.map(({ id }) => id);

async function enter(name: string): Promise<string> {
  const reply = await office.post('/api/organisations', { kind: 'enterprise', name, region: '371002' });
  expect(reply.statusCode, reply.body).toBe(201);
  return reply.json().organisation.id;
}

describe('the look-alikes of an organisation', () => {
  it('are answered to many at once, and follow what is entered and renamed at the next question', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => idsLike('威海跟随航标有限公司')));
    expect(all.flat()).toEqual([]);
    const id = await enter('威海跟随航标有限公司');
    expect(await idsLike('威海跟随航标有限公司')).toEqual([id]);
    const renamed = { name: '荣成远去灯塔有限公司', kind: 'enterprise', region: '371002' };
    expect((await office.put(`/api/organisations/${id}`, { version: 1, facts: renamed })).statusCode).toBe(200);
    expect(await idsLike('威海跟随航标有限公司')).toEqual([]);
    expect(await idsLike('荣成远去灯塔有限公司')).toEqual([id]);
  });

  it('hold a record that was committed long after it was written once the whole has been compared', async () => {
    const id = house.effects.newId();
    const row = { city: testCity, id, kind: 'enterprise', name: '文登迟到罗盘有限公司', region: '371002' };
    const written = { source: '导入', as_of: '2026-01-31', created_at: new Date(now.getTime() - 3_600_000) };
    await idsLike('文登迟到罗盘有限公司');
    await inContext(house.database, { city: testCity, viewer: 'system' }, (tx) =>
      tx
        .insertInto('organisation')
        .values({ ...row, ...written })
        .execute(),
    );
    expect(await idsLike('文登迟到罗盘有限公司')).toEqual([]);
    now = new Date(now.getTime() + 90_000);
    await expect.poll(() => idsLike('文登迟到罗盘有限公司'), { timeout: 20_000 }).toEqual([id]);
  });
});
