import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { buyer, hrss, tackle, testCity } from '#testing/test-world';
import { pushPolicies } from './policy-push.ts';

let world: TestApp;
let asBureau: TestClient;
let asBuyer: TestClient;

beforeAll(async () => {
  world = await createTestApp();
  [asBureau, asBuyer] = await Promise.all([world.signIn('bureau'), world.signIn('firm.buyer')]);
});
afterAll(() => world.close());

const here = { fact: 'region', op: 'in', values: [buyer.region], text: '在高区' } as const;
const hired = { fact: 'graduates', op: 'at-least', values: [1], text: '今年招用高校毕业生' } as const;
const facts = { bodyId: hrss.id, benefit: '补贴', basis: '演示文件', validFrom: '2026-01-01' };

async function publish(title: string, conditions: readonly object[], more: object = {}): Promise<string> {
  const reply = await asBureau.post('/api/policies', { ...facts, title, conditions, ...more });
  const id: string = reply.json().policy.id;
  expect((await asBureau.post(`/api/policies/${id}/publication`, { seen: 1 })).statusCode).toBe(200);
  return id;
}

interface Notice {
  type: string;
  text: string;
  link: string;
  subjectId: string;
}
const notices = async (client: TestClient, id: string): Promise<Notice[]> =>
  (await client.get('/api/inbox?limit=200'))
    .json()
    .entries.filter(({ subjectId, type }: Notice) => subjectId === id && type !== 'policy.changed');

/** The follower tells within a moment of the publication. */
const arrive = (client: TestClient, id: string, count: number) =>
  expect.poll(async () => (await notices(client, id)).length, { timeout: 10_000 }).toBe(count);

const toldOf = (id: string) =>
  inContext(world.database, { city: testCity, viewer: 'system' }, async (tx) => {
    const { rows } = await sql<{ told: string }>`
      select organisation_id || ' ' || version || ' ' || kind as told from policy_told
      where city = ${testCity} and policy_id = ${id} order by told`.execute(tx);
    return rows.map(({ told }) => told);
  });

describe('a published policy', () => {
  it('finds the firms that qualify: they are told where they read it, and the others are not', async () => {
    const id = await publish('演示：高区服务包', [here]);
    await arrive(asBuyer, id, 1);
    expect(await notices(asBuyer, id)).toMatchObject([
      { type: 'policy.fits', text: `贵企业符合“演示：高区服务包”，由${hrss.name}办理`, link: '/policies' },
    ]);
    expect(await notices(await world.signIn('firm.tackle'), id)).toEqual([]);
    expect(await toldOf(id)).not.toContain(`${tackle.id} 1 fits`);
  });

  it('says which single fact is missing; once the firm states it, it is told that it qualifies', async () => {
    const id = await publish('演示：毕业生补贴', [here, hired]);
    await arrive(asBuyer, id, 1);
    expect(await notices(asBuyer, id)).toMatchObject([
      { type: 'policy.lacks', text: expect.stringContaining('只差一个事实：今年招用的高校毕业生人数') },
    ]);
    await asBuyer.post('/api/policies/facts', { fact: 'graduates', value: 2 });
    await arrive(asBuyer, id, 2);
    expect((await notices(asBuyer, id)).map(({ type }) => type)).toEqual(['policy.lacks', 'policy.fits']);
  });

  it('tells a firm once of each version, however often and from however many nodes it is looked at again', async () => {
    const id = await publish('演示：只说一次', [here]);
    await arrive(asBuyer, id, 1);
    const again = () => pushPolicies(world, { city: testCity });
    await Promise.all([again(), again()]);
    await asBuyer.post('/api/policies/facts', { fact: 'graduates', value: 3 });
    expect(await pushPolicies(world, { city: testCity, firmId: buyer.id })).toBe(0);
    expect(await notices(asBuyer, id)).toHaveLength(1);
    await asBureau.put(`/api/policies/${id}`, { ...facts, title: '演示：新版', conditions: [here], seen: 2 });
    await asBureau.post(`/api/policies/${id}/publication`, { seen: 3 });
    await arrive(asBuyer, id, 2);
    expect((await toldOf(id)).filter((told) => told.startsWith(buyer.id))).toEqual([
      `${buyer.id} 1 fits`,
      `${buyer.id} 2 fits`,
    ]);
  });

  it('that a firm cannot meet is not told, nor is one with several facts missing', async () => {
    const elsewhere = { ...here, values: ['371082'] };
    const many = { fact: 'exports', op: 'yes', values: [], text: '有出口业务' };
    const rich = { fact: 'investment', op: 'at-least', values: [200], text: '设备投资' };
    const [no, open] = [await publish('演示：别处', [elsewhere]), await publish('演示：差两个', [many, rich])];
    const last = await publish('演示：最后', [here]);
    await arrive(asBuyer, last, 1);
    expect(await toldOf(no)).not.toContain(`${buyer.id} 1 fits`);
    expect((await toldOf(open)).filter((told) => told.startsWith(buyer.id))).toEqual([]);
  });

  it('is told by two nodes at once as if there were one: what was told stands beside the notice', async () => {
    const id = await publish('演示：两个节点', [here], { validFrom: '2026-11-30' });
    expect(await notices(asBuyer, id)).toEqual([]);
    world.effects.pass(10 * 86_400_000);
    const told = await Promise.all([1, 2, 3].map(() => pushPolicies(world, { city: testCity, policyId: id })));
    const rows = await toldOf(id);
    expect(told.reduce((sum, count) => sum + count, 0)).toBe(rows.length);
    expect(rows).toContain(`${buyer.id} 1 fits`);
  });
});
