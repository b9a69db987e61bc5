import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { buyer, meltblown, spunbond, tackle, testCity } from '#testing/test-world';

let house: TestApp;
let office: TestClient;
beforeAll(async () => {
  house = await createTestApp();
  office = await house.signIn('bureau');
});
afterAll(() => house.close());

const system = { city: testCity, viewer: 'system' } as const;
const migration = join(import.meta.dirname, '..', '..', '..', 'migrations', '0037-membership-levels.sql');

describe('memberships from before each had a level', () => {
  it('are documented where a source is known; what a firm says, a demonstration and what was told since stay', async () => {
    const made = await office.post('/api/organisations', { kind: 'alliance', name: '威海旧档联盟' });
    const alliance_id = made.json().organisation.id;
    const told = { memberId: tackle.id, source: '联盟章程', asOf: '2026-02-02', level: 'self-declared' };
    const entered = await office.post(`/api/organisations/${alliance_id}/members`, { ...told, version: 1 });
    expect(entered.statusCode, entered.body).toBe(201);
    const old = (member_id: string, source: string) => ({
      ...{ city: testCity, id: house.effects.newId(), alliance_id, member_id, source, as_of: '2026-01-01' },
    });
    const rows = [old(buyer.id, '民政局社会组织登记'), old(meltblown.id, '企业自报'), old(spunbond.id, '演示')];
    await inContext(house.database, system, (tx) => tx.insertInto('alliance_member').values(rows).execute());
    const owner = new pg.Client({ connectionString: house.ownerUrl });
    await owner.connect();
    await owner.query(await readFile(migration, 'utf8'));
    await owner.end();
    const levels = await inContext(house.database, system, (tx) =>
      tx
        .selectFrom('alliance_member')
        .select(['member_id', 'level'])
        .where('city', '=', testCity)
        .where('alliance_id', '=', alliance_id)
        .execute(),
    );
    expect(new Map(levels.map(({ member_id, level }) => [member_id, level]))).toEqual(
      new Map([
        [buyer.id, 'documented'],
        [meltblown.id, 'self-declared'],
        [spunbond.id, 'self-declared'],
        [tackle.id, 'self-declared'],
      ]),
    );
  });
});
