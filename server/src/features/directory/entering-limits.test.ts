import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { buyer, tackle, testCity } from '#testing/test-world';

let house: TestApp;
let member: TestClient;
beforeAll(async () => {
  house = await createTestApp();
  member = await house.signIn(buyer.username);
});
afterAll(() => house.close());

const codeOf = (reply: { statusCode: number; json: () => { code: string } }) => [reply.statusCode, reply.json().code];
const statusesOf = (replies: readonly { statusCode: number }[]) => {
  const count = (wanted: number) => replies.filter(({ statusCode }) => statusCode === wanted).length;
  return { made: count(201), refused: count(429) };
};

async function freeFirms(count: number): Promise<readonly string[]> {
  const ids = Array.from({ length: count }, () => house.effects.newId());
  const facts = { city: testCity, kind: 'enterprise', source: '演示数据', as_of: '2026-11-01', demo: true };
  await inContext(house.database, { city: testCity, viewer: 'system' }, (tx) =>
    tx
      .insertInto('organisation')
      .values(
        ids.map((id) => ({
          ...facts,
          id,
          name: `威海渡口${id.slice(-6)}有限公司（演示）`,
          created_at: house.effects.now(),
        })),
      )
      .execute(),
  );
  return ids;
}

describe('claims of one person', () => {
  const claim = (firm: string) => member.post(`/api/organisations/${firm}/claims`, {});

  it('wait for the bureau five at a time, also when sixty are sent at once', async () => {
    const firms = await freeFirms(60);
    const replies = await Promise.all(firms.map(claim));
    expect(statusesOf(replies)).toEqual({ made: 5, refused: 55 });
    const refused = replies.find(({ statusCode }) => statusCode === 429);
    expect(refused?.json()).toMatchObject({
      code: 'claims.too-many-open',
      message: expect.stringContaining('您还有 5 个认领没有办完'),
    });
  });

  it('make room for another one when one is taken back', async () => {
    const [firm = ''] = await freeFirms(1);
    expect(codeOf(await claim(firm))).toEqual([429, 'claims.too-many-open']);
    const { claims } = (await member.get('/api/claims')).json();
    expect((await member.post(`/api/claims/${claims[0].id}/withdrawal`)).statusCode).toBe(200);
    expect((await claim(firm)).statusCode).toBe(201);
  });
});

describe('new organisations', () => {
  let names = 0;
  const enter = (client: TestClient) =>
    client.post('/api/organisations', { name: `威海新港第${++names}绳网有限公司（演示）`, kind: 'enterprise' });

  it('are entered by one person twenty a day, also when all are sent at once', async () => {
    const replies = await Promise.all(Array.from({ length: 30 }, () => enter(member)));
    expect(statusesOf(replies)).toEqual({ made: 20, refused: 10 });
    house.effects.pass(24 * 3_600_000);
    expect((await enter(await house.signInAnew(buyer.username))).statusCode).toBe(201);
  });

  it('are entered by the bureau without such a limit', async () => {
    const office = await house.signInAnew('bureau');
    for (let count = 0; count < 25; count++) expect((await enter(office)).statusCode).toBe(201);
  });
});

describe('open invitations of one organisation', () => {
  it('are fifty at most, also when sixty are sent at once and however many were taken back since', async () => {
    const manager = await house.signInAnew(tackle.username);
    const invite = () =>
      manager.post(`/api/organisations/${tackle.id}/invitations`, { role: 'member', forWhom: '演示-新' });
    const replies = await Promise.all(Array.from({ length: 60 }, invite));
    const codes = replies.map((reply) => reply.json().code ?? 'made');
    expect(Map.groupBy(codes, (code) => code).get('made')).toHaveLength(50);
    expect(new Set(codes)).toEqual(new Set(['made', 'invitations.too-many']));
    house.effects.pass(60_000);
    const now = house.effects.now();
    const facts = {
      city: testCity,
      organisation_id: tackle.id,
      role: 'member',
      for_whom: '演示-旧',
      by_name: '演示-旧',
    };
    const days = { created_at: now, revoked_at: now, expires_at: new Date(now.getTime() + 3_600_000) };
    const ids = Array.from({ length: 100 }, () => house.effects.newId());
    await inContext(house.database, { city: testCity, viewer: 'system' }, (tx) =>
      tx
        .insertInto('invitation')
        .values(ids.map((id) => ({ ...facts, ...days, id, token_hash: id, by_person: tackle.person.id })))
        .execute(),
    );
    expect(codeOf(await invite())).toEqual([409, 'invitations.too-many']);
  });
});
