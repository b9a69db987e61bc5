import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { organisationNamed, sendRows } from '#testing/test-import';
import { bureau, testCity } from '#testing/test-world';

let house: TestApp;
let office: TestClient;
beforeAll(async () => {
  house = await createTestApp();
  office = await house.signIn(bureau.username);
});
afterAll(() => house.close());

async function enter(name: string, source: string): Promise<string> {
  const told = { kind: 'enterprise', name, source, asOf: '2026-01-31', level: 'verified' };
  const reply = await office.post('/api/organisations', told);
  expect(reply.statusCode, reply.body).toBe(201);
  return reply.json().organisation.id;
}

async function originOf(id: string, field: string) {
  const page = (await office.get(`/api/organisations/${id}`)).json();
  const own = page.origins.find((origin: { field: string }) => origin.field === field);
  const { source, asOf, level } = own ?? page;
  return { source, asOf, level };
}

const take = async (row: readonly (string | null)[]) => {
  const job = await sendRows([row], { city: house, client: office });
  expect((await office.post(`/api/imports/${job.id}/take`, { rows: 1 })).json()).toMatchObject({ changed: 1 });
  return job.id as string;
};

describe('the source of a fact', () => {
  it('comes back with the value when an import is undone', async () => {
    const name = '威海溯源陶瓷有限公司';
    const id = await enter(name, '实地走访');
    const { version } = (await office.get(`/api/organisations/${id}`)).json();
    const facts = { name, kind: 'enterprise', region: '371003' };
    const told = { source: '住建局来函', asOf: '2026-05-31', level: 'documented' };
    expect((await office.put(`/api/organisations/${id}`, { version, facts, ...told })).statusCode).toBe(200);
    const job = await take([name, null, '企业', bureau.name, '371002', null, null, null, null]);
    expect((await originOf(id, 'region')).source).toBe('导入：企业名录.xlsx');
    expect((await office.post(`/api/imports/${job}/undo`)).statusCode).toBe(200);
    expect((await organisationNamed(house, name))?.region).toBe('371003');
    expect(await originOf(id, 'region')).toEqual(told);
    // it had no source of its own: again the one of the organisation
    expect(await originOf(id, 'parentId')).toEqual({ source: '实地走访', asOf: '2026-01-31', level: 'verified' });
  });

  it('of a name that ends is the one it had, when the bureau tells none for the change', async () => {
    const id = await enter('威海旧源石材厂', '实地走访');
    const rename = async (name: string) => {
      const { version } = (await office.get(`/api/organisations/${id}`)).json();
      const reply = await office.put(`/api/organisations/${id}`, {
        ...{
          version,
          facts: { name, kind: 'enterprise' },
          effective: name.endsWith('甲') ? '2026-03-01' : '2026-06-01',
        },
      });
      expect(reply.statusCode, reply.body).toBe(200);
    };
    await rename('威海新源石材甲');
    await rename('威海新源石材乙');
    const past = await inContext(house.database, { city: testCity, viewer: 'system' }, (tx) =>
      tx
        .selectFrom('organisation_past')
        .select(['name', 'source'])
        .where('city', '=', testCity)
        .where('organisation_id', '=', id)
        .orderBy('valid_to')
        .execute(),
    );
    expect(past).toEqual([
      { name: '威海旧源石材厂', source: '实地走访' },
      { name: '威海新源石材甲', source: '市工信局登记' },
    ]);
  });
});
