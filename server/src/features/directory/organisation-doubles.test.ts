import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { bureau, buyer, tackle } from '#testing/test-world';

let house: TestApp;
let office: TestClient;
let firm: TestClient;
beforeAll(async () => {
  house = await createTestApp();
  [office, firm] = await Promise.all([house.signIn(bureau.username), house.signIn(buyer.username)]);
});
afterAll(() => house.close());

const enter = (client: TestClient, name: string, more: object = {}) =>
  client.post('/api/organisations', { kind: 'enterprise', name, region: '371002', ...more });
const open = async (state: string) => (await office.get(`/api/duplicates?state=${state}`)).json().pairs;

describe('an organisation that is in the directory already', () => {
  it('is refused with those it looks like, and entered once the person says that it is another', async () => {
    const name = '威海重名罐头有限公司';
    const first = (await enter(firm, name)).json().organisation.id;
    const refused = await enter(firm, name);
    expect([refused.statusCode, refused.json()]).toMatchObject([
      409,
      {
        code: 'organisations.looks-like',
        message: expect.stringContaining(name),
        details: { alike: [{ id: first, name }] },
      },
    ]);
    const other = await enter(firm, name, { not: [first] });
    expect(other.statusCode, other.body).toBe(201);
  });

  it('is refused too under a name that only is written otherwise', async () => {
    const alike = { name: '威海市逐浪渔具有限责任公司', region: '371000' };
    const refused = await enter(firm, alike.name, alike);
    expect(refused.json()).toMatchObject({
      ...{ code: 'organisations.looks-like', details: { alike: [{ id: tackle.id, name: tackle.name }] } },
    });
  });

  it('of the same name in another place, or of another kind, is another one', async () => {
    const bank = { kind: 'department', region: null };
    expect((await enter(office, '综合服务分中心', bank)).statusCode).toBe(201);
    expect((await enter(office, '综合服务分中心', { kind: 'department', region: '371003' })).statusCode).toBe(409);
    expect((await enter(office, '综合服务分中心', { kind: 'centre', region: '371003' })).statusCode).toBe(201);
  });

  it('is entered once when two enter it in the same instant', async () => {
    const both = await Promise.all([enter(firm, '威海同刻石墨有限公司'), enter(office, '威海同刻石墨有限公司')]);
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 409]);
  });
});

describe('“it is another one”', () => {
  it('of a firm stands in the bureau’s queue with who said it; of the bureau it is the answer', async () => {
    const name = '威海有问水产有限公司';
    const first = (await enter(firm, name)).json().organisation.id;
    const second = (await enter(firm, name, { not: [first] })).json().organisation.id;
    const sidesOf = (pairs: { a: { id: string }; b: { id: string } }[]) =>
      pairs.map(({ a, b }) => [a.id, b.id].toSorted());
    const asked = (await open('open')).filter(({ a }: { a: { name: string } }) => a.name === name);
    expect(sidesOf(asked)).toEqual([[first, second].toSorted()]);
    expect(asked[0]).toMatchObject({ answeredBy: buyer.person.name, saidOther: true });
    const third = (await enter(office, name, { not: [first, second] })).json().organisation.id;
    expect(sidesOf(await open('different'))).toEqual(
      expect.arrayContaining([[first, third].toSorted(), [second, third].toSorted()]),
    );
  });
});
