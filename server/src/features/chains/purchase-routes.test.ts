import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { buyer, hrss, spunbond } from '#testing/test-world';

let world: TestApp;
let asBureau: TestClient;
let asBuyer: TestClient;
let asSpunbond: TestClient;

beforeAll(async () => {
  world = await createTestApp();
  [asBureau, asBuyer, asSpunbond] = await Promise.all([
    world.signIn('bureau'),
    world.signIn('firm.buyer'),
    world.signIn('firm.spunbond'),
  ]);
});
afterAll(() => world.close());
// each test begins with nothing registered
afterEach(async () => {
  for (const { id, edition } of (await asBureau.get('/api/purchases')).json().purchases)
    await asBureau.post(`/api/purchases/${id}/withdrawal`, { seen: edition });
});

const content = {
  ...{ productId: 'meltblown-cloth', fenAYear: 9_200_000_00, origin: '370600', asOf: '2026-10-01' },
  ...{ quantity: 300, unit: '吨', note: '按发票汇总' },
};
const enter = (more: object = {}, client = asBuyer) => client.post('/api/purchases', { ...content, ...more });
const coded = async (reply: Promise<{ statusCode: number; json: () => { code?: string } }>) => {
  const { statusCode, json } = await reply;
  return [statusCode, json().code];
};

async function entered(more: object = {}): Promise<string> {
  const reply = await enter(more);
  expect(reply.statusCode, reply.body).toBe(201);
  expect(reply.json().purchase).toMatchObject({ level: 'declared', edition: 1 });
  return reply.json().purchase.id;
}
const verify = (id: string, seen: number, client = asBureau) =>
  client.post(`/api/purchases/${id}/verification`, { seen, evidence: '发票 2026-0912' });
const row = async (id: string, client = asBuyer) =>
  (await client.get('/api/purchases')).json().purchases.find((one: { id: string }) => one.id === id);

describe('a purchase', () => {
  it('is the firm’s own word until the bureau has seen the paper, and again when the firm changes it', async () => {
    const id = await entered();
    expect(await row(id)).toMatchObject({
      level: 'declared',
      origin: { code: '370600', name: '烟台市' },
      evidence: null,
    });
    expect((await verify(id, 1)).json().purchase).toMatchObject({ level: 'confirmed', edition: 2 });
    expect(await row(id)).toMatchObject({
      level: 'confirmed',
      evidence: '发票 2026-0912',
      verifiedBy: expect.any(String),
    });
    const changed = await asBuyer.put(`/api/purchases/${id}`, { ...content, fenAYear: 1_000_00, seen: 2 });
    expect(changed.json().purchase).toMatchObject({ level: 'declared', edition: 3 });
    expect(await row(id)).toMatchObject({ fenAYear: 1_000_00, evidence: null, verifiedBy: null });
  });

  it('is read by the firm and the bureau, by no other firm', async () => {
    const id = await entered();
    expect(await row(id, asSpunbond)).toBeUndefined();
    expect(await row(id, asBureau)).toMatchObject({ organisation: { id: buyer.id } });
    expect(await coded(asSpunbond.put(`/api/purchases/${id}`, { ...content, seen: 1 }))).toEqual([
      404,
      'platform.not-found',
    ]);
    expect(await coded(asSpunbond.post(`/api/purchases/${id}/withdrawal`, { seen: 1 }))).toEqual([
      404,
      'platform.not-found',
    ]);
  });

  it('is verified by nobody but the bureau, and once', async () => {
    const id = await entered();
    expect((await verify(id, 1, asBuyer)).statusCode).toBe(403);
    const both = await Promise.all([verify(id, 1), verify(id, 1)]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect(await coded(verify(id, 2))).toEqual([409, 'purchases.confirmed-already']);
  });

  it('of two who change it at once one reads that it has changed', async () => {
    const id = await entered();
    const change = (fenAYear: number) => asBuyer.put(`/api/purchases/${id}`, { ...content, fenAYear, seen: 1 });
    const both = await Promise.all([change(1_00), change(2_00)]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  });

  it('that is withdrawn counts and changes no more', async () => {
    const id = await entered();
    expect((await asBuyer.post(`/api/purchases/${id}/withdrawal`, { seen: 1 })).statusCode).toBe(200);
    expect(await row(id)).toBeUndefined();
    expect(await coded(asBuyer.put(`/api/purchases/${id}`, { ...content, seen: 2 }))).toEqual([
      409,
      'purchases.withdrawn',
    ]);
  });

  it('that was verified is withdrawn by its firm too, and stands in no sum any more', async () => {
    const id = await entered();
    await verify(id, 1);
    expect((await asBuyer.post(`/api/purchases/${id}/withdrawal`, { seen: 2 })).statusCode).toBe(200);
    expect(await row(id, asBureau)).toBeUndefined();
  });

  it('is registered once: a second click reads what stands there, also when both come at once', async () => {
    const both = await Promise.all([enter(), enter({ fenAYear: 1_00 })]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409]);
    const [first] = (await asBuyer.get('/api/purchases')).json().purchases;
    const again = (await enter()).json();
    expect(again).toMatchObject({ code: 'purchases.already-registered', details: { id: first.id } });
    expect(again.message).toMatch(/^“熔喷布”（烟台市）已经登记：.+\/年，数据日期 2026-10-01。要改数字，请改那一条$/);
  });

  it('from another place is another purchase, and cannot become the first one by a change', async () => {
    await entered();
    const other = await entered({ origin: null });
    expect(await coded(enter({ origin: null }))).toEqual([409, 'purchases.already-registered']);
    const change = (more: object, seen: number) =>
      asBuyer.put(`/api/purchases/${other}`, { ...content, ...more, seen });
    expect(await coded(change({ origin: '370600' }, 1))).toEqual([409, 'purchases.already-registered']);
    expect((await change({ origin: 'JP' }, 1)).statusCode).toBe(200);
    expect((await change({ origin: 'JP', fenAYear: 5_00 }, 2)).statusCode).toBe(200);
  });

  it('that was withdrawn may be registered anew', async () => {
    const id = await entered();
    await asBuyer.post(`/api/purchases/${id}/withdrawal`, { seen: 1 });
    await entered();
  });

  it('of another firm does not stand in the way', async () => {
    await entered();
    expect((await enter({}, asSpunbond)).statusCode).toBe(201);
  });

  it('is entered by the bureau for a firm, by a firm for itself alone, and for no department', async () => {
    expect((await enter({ organisation: spunbond.id }, asBureau)).statusCode).toBe(201);
    expect(await coded(enter({ organisation: spunbond.id }))).toEqual([403, 'platform.forbidden']);
    expect(await coded(enter({ organisation: hrss.id }, asBureau))).toEqual([422, 'purchases.unknown-organisation']);
    expect(await coded(enter({}, asBureau))).toEqual([422, 'purchases.unknown-organisation']);
  });

  it.each([
    ['of a product nobody knows', { productId: 'ghost' }, 'purchases.unknown-product'],
    ['from a place that is none', { origin: '999999' }, 'purchases.unknown-origin'],
    ['from a county, where a prefecture is asked', { origin: '370602' }, 'purchases.unknown-origin'],
    ['from a country that is none', { origin: 'ZZ' }, 'purchases.unknown-origin'],
    ['of more than ten billion yuan', { fenAYear: 1_000_000_000_001 }, 'purchases.too-much'],
    ['with a quantity and no unit', { unit: null }, 'purchases.quantity-without-unit'],
    ['of a day that is still to come', { asOf: '2027-10-01' }, 'purchases.future'],
  ])('%s is refused', async (_, more, code) => {
    expect(await coded(enter(more))).toEqual([422, code]);
  });

  it.each([
    ['nothing', { fenAYear: 0 }],
    ['half a fen', { fenAYear: 1.5 }],
    ['less than nothing', { quantity: -5 }],
    ['a place in words', { origin: '青岛' }],
  ])('of %s does not even look like one', async (_, more) => {
    expect((await enter(more)).statusCode).toBe(400);
  });

  it('from abroad is named by its country', async () => {
    const id = await entered({ origin: 'JP' });
    expect(await row(id)).toMatchObject({ origin: { code: 'JP', name: '日本' } });
  });
});
