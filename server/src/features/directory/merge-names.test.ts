import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asSystem, inContext } from '#platform/context';
import { untilWaiting } from '#testing/lock-waiting';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { testCity } from '#testing/test-world';
import { lockParties, pointTo } from './merge-store.ts';
import { fillNameParts, writeNameParts } from './organisation-name-store.ts';

let house: TestApp;
let office: TestClient;
beforeAll(async () => {
  house = await createTestApp();
  await fillNameParts(house.database, testCity);
  office = await house.signIn('bureau');
});
afterAll(() => house.close());

const system = { city: testCity, viewer: 'system' } as const;
const create = async (name: string) =>
  (await office.post('/api/organisations', { kind: 'enterprise', name })).json().organisation.id as string;
const found = async (q: string) =>
  (await office.get(`/api/organisations?q=${encodeURIComponent(q)}`))
    .json()
    .organisations.map(({ id }: { id: string }) => id);

describe('names that are made anew while two records are split', () => {
  it('are not copied to the record that stood for both: the old name finds the old record', async () => {
    const [into, away] = [await create('威海存名有限公司'), await create('威海鲸落有限公司')];
    expect((await office.post(`/api/organisations/${away}/merge`, { into })).statusCode).toBe(201);
    // something a bulk writer left without names, so that there is work
    const row = { city: testCity, id: house.effects.newId(), kind: 'enterprise', name: '威海待名有限公司' };
    const told = { source: '导入', as_of: '2026-01-31', created_at: house.effects.now() };
    await inContext(house.database, system, (tx) =>
      tx
        .insertInto('organisation')
        .values({ ...row, ...told })
        .execute(),
    );
    // a split in its own steps, held open where the names have been taken back
    const { filling } = await inContext(house.database, system, async (tx) => {
      await lockParties(tx, testCity, [into, away]);
      await pointTo(tx, testCity, { from: away, to: null });
      const facts = { name: '威海存名有限公司', shortName: null, nameEn: null };
      await asSystem(tx, system, () => writeNameParts(tx, { city: testCity, id: into }, facts));
      const filling = fillNameParts(house.database, testCity);
      await Promise.race([filling, untilWaiting(house.database)]);
      return { filling };
    });
    await filling;
    expect(await found('威海待名')).toEqual([row.id]);
    expect(await found('鲸落')).toEqual([away]);
  });
});
