import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { buyer, hrss, tackle } from '#testing/test-world';

let world: TestApp;
let asBuyer: TestClient;
let asBureau: TestClient;

beforeAll(async () => {
  world = await createTestApp();
  [asBuyer, asBureau] = await Promise.all([world.signIn('firm.buyer'), world.signIn('bureau')]);
});
afterAll(() => world.close());

const facts = { bodyId: hrss.id, benefit: '每人补贴 1,500 元', basis: '演示文件第 1 号', validFrom: '2026-01-01' };
const here = { fact: 'region', op: 'in', values: [buyer.region], text: '在高区' } as const;
const hired = { fact: 'graduates', op: 'at-least', values: [1], text: '今年招用高校毕业生' } as const;
const many = { fact: 'employees', op: 'at-most', values: [300], text: '职工不超过 300 人' } as const;

/** Drafted and published. */
async function enter(title: string, conditions: readonly object[], more: object = {}) {
  const reply = await asBureau.post('/api/policies', { ...facts, title, conditions, ...more });
  expect(reply.statusCode, reply.body).toBe(201);
  const id: string = reply.json().policy.id;
  expect((await asBureau.post(`/api/policies/${id}/publication`, { seen: 1 })).statusCode).toBe(200);
  return id;
}

interface Mine {
  title: string;
  verdict: string;
  missing: { fact: string }[];
  conditions: { outcome: string; known: { words: string; source: string } | null }[];
}
const mine = async (client = asBuyer, headers = {}): Promise<Mine[]> =>
  (await client.get('/api/policies/mine', headers)).json().policies;
const find = async (title: string, client = asBuyer) => (await mine(client)).find((one) => one.title === title);

describe('policies find firms', () => {
  it('says what the firm meets, with the fact behind each condition, and never takes unknown for no', async () => {
    await enter('区内企业服务包', [here]);
    expect(await find('区内企业服务包')).toMatchObject({
      verdict: 'qualifies',
      missing: [],
      conditions: [{ outcome: 'true', known: { words: '高区' } }],
    });
    const asTackle = await world.signIn('firm.tackle');
    expect(tackle.region).not.toBe(buyer.region);
    expect(await find('区内企业服务包', asTackle)).toMatchObject({ verdict: 'no', conditions: [{ outcome: 'false' }] });
  });

  it('names the single fact that is missing; once stated it decides every policy that asks for it', async () => {
    await enter('吸纳毕业生补贴', [here, hired]);
    await enter('毕业生留用奖励', [hired, many]);
    expect(await find('吸纳毕业生补贴')).toMatchObject({
      verdict: 'one-missing',
      missing: [{ fact: 'graduates', name: '今年招用的高校毕业生人数', kind: 'number', own: true }],
      conditions: [{ outcome: 'true' }, { outcome: 'unknown', known: null }],
    });
    expect(await find('毕业生留用奖励')).toMatchObject({ verdict: 'open' });
    expect((await asBuyer.post('/api/policies/facts', { fact: 'graduates', value: 3 })).statusCode).toBe(201);
    expect(await find('吸纳毕业生补贴')).toMatchObject({
      verdict: 'qualifies',
      conditions: [{}, { outcome: 'true', known: { words: '3', source: '企业自报' } }],
    });
    expect(await find('毕业生留用奖励')).toMatchObject({ verdict: 'one-missing' });
    const asTackle = await world.signIn('firm.tackle');
    expect((await find('毕业生留用奖励', asTackle))?.conditions[0]).toMatchObject({ outcome: 'unknown', known: null });
  });

  it('goes by the newest statement, and by the days a policy is in force', async () => {
    const id = await enter('小企业用工补贴', [many]);
    await asBuyer.post('/api/policies/facts', { fact: 'employees', value: 301 });
    expect(await find('小企业用工补贴')).toMatchObject({ verdict: 'no' });
    // said again in the same instant: the later word counts
    const again = await asBuyer.post('/api/policies/facts', { fact: 'employees', value: 300 });
    expect(again.statusCode, again.body).toBe(201);
    expect(await find('小企业用工补贴')).toMatchObject({ verdict: 'qualifies' });
    expect((await asBureau.post(`/api/policies/${id}/ending`, { from: '2026-11-23', seen: 2 })).statusCode).toBe(200);
    expect(await find('小企业用工补贴')).toBeUndefined();
    await enter('明年的政策', [many], { validFrom: '2027-01-01' });
    expect(await find('明年的政策')).toBeUndefined();
  });

  it('refuses a fact the platform knows itself, a wrong kind, dates that run backwards, and a firm as the body', async () => {
    const state = async (body: object) => {
      const reply = await asBuyer.post('/api/policies/facts', body);
      return [reply.statusCode, reply.json().code];
    };
    expect(await state({ fact: 'sales', value: 1_000_000 })).toEqual([422, 'policies.not-own-fact']);
    expect(await state({ fact: 'employees', value: true })).toEqual([422, 'policies.wrong-kind']);
    expect(await state({ fact: 'exports', value: 1 })).toEqual([422, 'policies.wrong-kind']);
    expect((await state({ fact: 'employees', value: -5 }))[0]).toBe(400);
    expect((await state({ fact: 'iq', value: 1 }))[0]).toBe(400);
    const entered = async (more: object) => {
      const reply = await asBureau.post('/api/policies', { ...facts, title: '演示', conditions: [many], ...more });
      return [reply.statusCode, reply.json().code];
    };
    expect(await entered({ validTo: '2025-12-31' })).toEqual([422, 'policies.dates']);
    expect(await entered({ bodyId: buyer.id })).toEqual([422, 'policies.unknown-body']);
    expect((await entered({ conditions: [] }))[0]).toBe(400);
    expect(
      (
        await asBureau.post('/api/policies/01900000-0000-7000-8000-00000000dead/ending', {
          from: '2026-12-01',
          seen: 1,
        })
      ).statusCode,
    ).toBe(404);
  });

  it('is entered by the bureau only; a body reads what is in force, a firm what is its own', async () => {
    expect((await asBuyer.post('/api/policies', { ...facts, title: '演示', conditions: [many] })).statusCode).toBe(403);
    const asHrss = await world.signIn('handler.hrss');
    expect((await asHrss.get('/api/policies')).json().total).toBeGreaterThan(0);
    expect((await asHrss.get('/api/policies/mine')).statusCode).toBe(403);
    const english = await mine(asBuyer, { 'accept-language': 'en' });
    expect(english.find(({ title }) => title === '毕业生留用奖励')?.missing).toEqual([]);
  });
});
