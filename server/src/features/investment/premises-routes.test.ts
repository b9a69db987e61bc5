import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DistrictOfficer, signInDistrict } from '#testing/district-officer';
import { registerNamed, targetOf } from '#testing/target-play';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { bureau, buyer, chainOffice, hrss, investBureau } from '#testing/test-world';

let world: TestApp;
let officer: TestClient;
let wendeng: DistrictOfficer;
beforeAll(async () => {
  world = await createTestApp();
  officer = await world.signIn(investBureau.username);
  wendeng = await signInDistrict(world, {
    ...{ name: '文登投促中心', region: '371003', person: '演示-戌', username: 'invest.wendeng' },
  });
});
afterAll(() => world.close());

const refusal = (reply: { statusCode: number; json(): { code: string } }) => [reply.statusCode, reply.json().code];
const land = { kind: 'land', region: '371003', source: '控规（演示）', asOf: '2026-11-01' };
const plant = { ...land, kind: 'plant', region: '371002' };
const mu = (amount: number) => ({ amount, unit: 'mu' });
const m2 = (amount: number) => ({ amount, unit: 'm2' });

async function enter(client: TestClient, content: object): Promise<string> {
  const reply = await client.post('/api/premises', content);
  expect(reply.statusCode, reply.body).toBe(201);
  return reply.json().id;
}

describe('land and plants', () => {
  it('are entered by the body of a district with source and date, and seen by all who look for firms', async () => {
    const id = await enter(wendeng.client, { ...land, name: '文登南 3 号地', area: mu(80), powerKv: 10 });
    for (const { username } of [bureau, chainOffice, investBureau]) {
      const { premises } = (await (await world.signIn(username)).get('/api/premises?q=南 3')).json();
      expect(premises).toMatchObject([
        { id, area: mu(80), powerKv: 10, water: null, source: '控规（演示）', asOf: '2026-11-01', state: 'free' },
      ]);
      expect(premises[0].body.name).toBe('文登投促中心');
    }
    for (const { username } of [buyer, hrss])
      expect((await (await world.signIn(username)).get('/api/premises')).statusCode).toBe(403);
  });

  it('are changed by their own body and by the bureau, by whoever has seen the last edition', async () => {
    const content = { ...plant, name: '环翠 5 号厂房', area: m2(3200), floorLoad: 2, exhaust: true };
    const id = await enter(officer, content);
    const change = (client: TestClient, more: object) => client.put(`/api/premises/${id}`, { ...content, ...more });
    expect((await change(officer, { state: 'held', seen: 1 })).json()).toEqual({ id, edition: 2 });
    expect(refusal(await change(officer, { seen: 1 }))).toEqual([409, 'premises.changed-meanwhile']);
    expect(refusal(await change(wendeng.client, { seen: 2 }))).toEqual([403, 'premises.not-yours']);
    expect((await change(await world.signIn(chainOffice.username), { seen: 2 })).statusCode).toBe(403);
    expect((await change(await world.signIn(bureau.username), { state: 'taken', seen: 2 })).statusCode).toBe(200);
    expect((await officer.put(`/api/premises/${uuidv7()}`, { ...content, seen: 1 })).statusCode).toBe(404);
  });

  it.each([
    ['an area of nothing', { area: mu(0) }, 'premises.not-positive'],
    ['a load below nothing', { kind: 'plant', floorLoad: -2 }, 'premises.not-positive'],
    ['more power than there is', { powerKw: 1e300 }, 'premises.too-much'],
    ['a floor load of bare land', { floorLoad: 2 }, 'premises.land-only'],
    ['an exhaust of bare land', { exhaust: true }, 'premises.land-only'],
    ['a date to come', { asOf: '2027-01-01' }, 'premises.future'],
    ['a district of another city', { region: '370602' }, 'premises.unknown-region'],
    ['the city itself as a district', { region: '371000' }, 'premises.unknown-region'],
  ])('refuse %s', async (_what, wrong, code) => {
    expect(refusal(await officer.post('/api/premises', { ...land, name: '错地', ...wrong }))).toEqual([422, code]);
  });

  it('refuse the same name twice at one body, and say it in both languages', async () => {
    await enter(officer, { ...land, name: '同名地', state: 'taken' });
    const reply = await officer.post('/api/premises', { ...land, name: '同名地' }, { 'accept-language': 'en' });
    expect([...refusal(reply), reply.json().message]).toEqual([
      ...[409, 'premises.same-name'],
      'Your body has registered “同名地” already. Change that one',
    ]);
  });

  it('are filtered by kind, state, district and words, and leave the house as an Excel file', async () => {
    const total = async (query: string) => (await officer.get(`/api/premises?${query}`)).json().total;
    expect(await total('district=371003&kind=land')).toBeGreaterThan(0);
    expect(await total('state=held')).toBe(0);
    expect(await total('q=没有这样的')).toBe(0);
    const reply = await officer.get('/api/premises/export?kind=land&lang=en');
    expect([reply.statusCode, reply.headers['content-type']]).toEqual([200, expect.stringContaining('spreadsheetml')]);
  });
});

describe('what a target wishes of its premises', () => {
  it('is matched with what is free: how many fit, and of each other one which wish fails or is not known', async () => {
    const fits = await enter(wendeng.client, { ...land, name: '合适地', area: mu(66), powerKv: 35, water: 900 });
    await enter(wendeng.client, { ...land, name: '小地', area: mu(30), powerKv: 35, water: 900 });
    await enter(wendeng.client, { ...land, name: '未测地', area: mu(70), powerKv: 35 });
    await enter(wendeng.client, { ...land, name: '占用地', area: mu(99), powerKv: 35, water: 900, state: 'taken' });
    const id = await registerNamed(officer, '烟台选址装备有限公司（演示）');
    const wish = { kind: 'land', area: mu(60), powerKv: 20, water: 500, floorLoad: 2 };
    const put = await officer.put(`/api/targets/${id}/wish`, { wish, seen: 1 });
    expect([put.statusCode, put.json().seq]).toEqual([200, 2]);
    const { target, premises } = await targetOf(officer, id);
    expect(target.wish).toEqual({
      finding: '要 工业用地、60 亩、20 kV、用水 500 吨/天、承重 2 吨/m²：符合 1 处，1 处待核',
      ...{ fits: 1, open: 1 },
    });
    expect(premises[0]).toMatchObject({ id: fits, fit: 'fits' });
    const failing = (name: string) =>
      premises.find((one) => one.name === name)?.reasons.filter(({ verdict }) => verdict !== 'met');
    expect(failing('小地')).toEqual([{ wish: 'area', verdict: 'not-met' }]);
    expect(failing('未测地')).toEqual([{ wish: 'water', verdict: 'unknown' }]);
    expect(premises.map(({ name }) => name)).not.toContain('占用地');
    expect((await officer.put(`/api/targets/${id}/wish`, { wish: null })).statusCode).toBe(200);
    expect((await targetOf(officer, id)).target.wish).toBeNull();
  });

  it('is refused where it says nothing or what cannot be, to others, and when the target is over', async () => {
    const id = await registerNamed(wendeng.client, '烟台空想装备有限公司（演示）');
    const put = (client: TestClient, wish: object) => client.put(`/api/targets/${id}/wish`, { wish });
    expect(refusal(await put(wendeng.client, {}))).toEqual([422, 'premises.empty-wish']);
    expect(refusal(await put(wendeng.client, { powerKw: -5 }))).toEqual([422, 'premises.not-positive']);
    expect(refusal(await put(officer, { powerKw: 5 }))).toEqual([403, 'targets.not-yours']);
    await wendeng.client.post(`/api/targets/${id}/loss`, { code: 'cost' });
    expect(refusal(await put(wendeng.client, { powerKw: 5 }))).toEqual([409, 'targets.over']);
  });
});
