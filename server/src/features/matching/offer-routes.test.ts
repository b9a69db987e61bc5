import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inContext } from '#platform/context';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { meltblownOffer, rodOffer } from '#testing/test-offers';
import { bureau, buyer, meltblown, tackle } from '#testing/test-world';

let city: TestApp;
let maker: TestClient;

beforeAll(async () => {
  city = await createTestApp();
  maker = await city.signIn(meltblown.username);
});
afterAll(() => city.close());

const body = (changes: object = {}) => ({
  productText: '驻极熔喷布',
  productId: 'meltblown-cloth',
  capacity: { amount: 6, unit: '吨', per: 'day' },
  limits: [{ name: 'BFE', low: 98, high: 98, unit: '%', evidence: '检测报告', date: '2026-09-02' }],
  certificates: [{ name: '医疗器械生产许可证', validUntil: '2028-05-31' }],
  priceFen: 2_100_000,
  priceUnit: '吨',
  leadDays: 4,
  ...changes,
});

function published(offerId: string) {
  return inContext(city.database, { city: meltblown.city, viewer: 'system' }, (tx) =>
    tx
      .selectFrom('offer_search')
      .selectAll()
      .where('city', '=', meltblown.city)
      .where('offer_id', '=', offerId)
      .execute(),
  );
}

async function eventsOf(offerId: string): Promise<string[]> {
  const rows = await inContext(city.database, { city: meltblown.city, viewer: 'system' }, (tx) =>
    tx.selectFrom('event').select('type').where('subject_id', '=', offerId).orderBy('id').execute(),
  );
  return rows.map((row) => row.type);
}

async function create(client: TestClient, changes: object = {}): Promise<{ id: string; missing: string[] }> {
  const reply = await client.post('/api/offers', body(changes));
  expect(reply.statusCode, reply.body).toBe(201);
  return reply.json().offer;
}

describe('an offer of the own firm', () => {
  test('is published with its facts, and its price stays out of the published part', async () => {
    const reply = await maker.post('/api/offers', body());
    expect(reply.statusCode, reply.body).toBe(201);
    const { offer } = reply.json();
    expect(offer).toMatchObject({ ...body(), product: { id: 'meltblown-cloth', name: '熔喷布' }, source: 'declared' });
    const [row] = await published(offer.id);
    expect(row).toMatchObject({
      organisation_name: meltblown.name,
      region: meltblown.region,
      product_id: 'meltblown-cloth',
      capacity: { amount: 6, unit: '吨', per: 'day' },
    });
    expect(JSON.stringify(row)).not.toContain('2100000');
    expect(await eventsOf(offer.id)).toEqual(['offer.published']);
  });

  test('finds the product in the words of the firm, or says that it is not known', async () => {
    const { id } = await create(maker, { productId: undefined, productText: '口罩滤芯布 25 g，卷装' });
    expect(await published(id)).toMatchObject([{ product_id: 'meltblown-cloth' }]);
    const other = await maker.post('/api/offers', body({ productId: undefined, productText: '量子茶壶' }));
    expect(other.json().offer).toMatchObject({ productId: null, product: null, productText: '量子茶壶' });
  });

  test('names the product in the language of the reader', async () => {
    const reply = await maker.post('/api/offers', body({ leadDays: 11 }), { 'accept-language': 'en' });
    expect(reply.json().offer.product.name).toBe('meltblown cloth');
  });

  test('takes over the track record of its firm', async () => {
    await inContext(city.database, { city: meltblown.city, viewer: 'system' }, (tx) =>
      tx
        .updateTable('offer_search')
        .set({ deliveries: 7, on_time: 6 })
        .where('city', '=', meltblown.city)
        .where('offer_id', '=', meltblownOffer.id)
        .execute(),
    );
    const { id } = await create(maker, { leadDays: 12 });
    expect(await published(id)).toMatchObject([{ deliveries: 7, on_time: 6 }]);
  });

  test('says which facts are missing, first those a buyer asked for in vain', async () => {
    const { id, missing } = await create(maker, { limits: [], leadDays: 13 });
    expect(missing).toEqual(['BFE', '克重']);
    const at = '2026-11-22T09:00:00+08:00';
    const unknown = (name: string) => ({ code: 'limit.unknown', verdict: 'unknown', params: { name } });
    await inContext(city.database, { city: meltblown.city, viewer: 'system' }, (tx) =>
      tx
        .insertInto('opportunity')
        .values({
          ...{ city: meltblown.city, match_id: city.effects.newId(), organisation_id: meltblown.id, offer_id: id },
          ...{ need_city: buyer.city, need_id: city.effects.newId(), buyer_id: buyer.id, buyer_name: buyer.name },
          ...{ need: '{}', tier: 'city', score: 80, state: 'new', created_at: at },
          reasons: JSON.stringify([unknown('透气阻力'), unknown('克重')]),
        })
        .execute(),
    );
    const { offers } = (await maker.get('/api/offers?mine=1')).json();
    expect(offers.find((offer: { id: string }) => offer.id === id).missing).toEqual(['克重', '透气阻力', 'BFE']);
  });

  test('can be changed and withdrawn, and each is one event', async () => {
    const { id } = await create(maker, { leadDays: 14 });
    const changed = await maker.put(`/api/offers/${id}`, body({ leadDays: 15, capacity: null }));
    expect(changed.json().offer).toMatchObject({ id, leadDays: 15, capacity: null });
    expect(await published(id)).toMatchObject([{ capacity: null }]);

    expect((await maker.del(`/api/offers/${id}`)).json()).toEqual({ offer: { id } });
    expect(await published(id)).toEqual([]);
    expect((await maker.del(`/api/offers/${id}`)).statusCode).toBe(200);
    expect(await eventsOf(id)).toEqual(['offer.published', 'offer.changed', 'offer.withdrawn']);

    const late = await maker.put(`/api/offers/${id}`, body());
    expect([late.statusCode, late.json().code]).toEqual([409, 'offers.already-withdrawn']);
  });

  test('a double click publishes it once', async () => {
    const twice = await Promise.all([1, 2].map(() => create(maker, { leadDays: 16 })));
    expect(new Set(twice.map((offer) => offer.id)).size).toBe(1);
  });
});

describe('who says no, and how', () => {
  const limit = { name: '克重', unit: 'g/m²' };
  test.each([
    ['a capacity of −5', { capacity: { amount: -5, unit: '吨', per: 'day' } }, 422, 'offers.capacity-not-positive'],
    ['a capacity of 1e308', { capacity: { amount: 1e308, unit: '吨', per: 'day' } }, 422, 'offers.capacity-too-large'],
    ['bounds the wrong way round', { limits: [{ ...limit, low: 30, high: 20 }] }, 422, 'offers.limit-reversed'],
    ['a limit without a value', { limits: [limit] }, 422, 'offers.limit-empty'],
    [
      'a test report of tomorrow',
      { limits: [{ ...limit, low: 1, date: '2027-11-24' }] },
      422,
      'offers.evidence-date-implausible',
    ],
    [
      'a certificate for a thousand years',
      { certificates: [{ name: 'CE', validUntil: '3026-01-01' }] },
      422,
      'offers.certificate-date-implausible',
    ],
    ['a product nobody has listed', { productId: 'no-such-product' }, 422, 'offers.unknown-product'],
    [
      'a date that is none',
      { certificates: [{ name: 'CE', validUntil: '2026-02-30' }] },
      400,
      'platform.invalid-input',
    ],
    ['no product at all', { productText: '  ' }, 400, 'platform.invalid-input'],
    ['a price below nothing', { priceFen: -1 }, 400, 'platform.invalid-input'],
  ])('refuses %s', async (...[, changes, status, code]) => {
    const reply = await maker.post('/api/offers', body(changes));
    expect([reply.statusCode, reply.json().code]).toEqual([status, code]);
    const english = await maker.put(`/api/offers/${meltblownOffer.id}`, body(changes), { 'accept-language': 'en' });
    expect([english.statusCode, english.json().code]).toEqual([status, code]);
  });

  test('the offer of another firm does not exist for this one', async () => {
    const other = await city.signIn(tackle.username);
    expect((await other.put(`/api/offers/${meltblownOffer.id}`, body())).statusCode).toBe(404);
    expect((await other.del(`/api/offers/${meltblownOffer.id}`)).statusCode).toBe(404);
    for (const mine of ['1', '0']) {
      const { offers } = (await other.get(`/api/offers?mine=${mine}`)).json();
      expect(offers.map((offer: { id: string }) => offer.id)).toEqual([rodOffer.id]);
    }
    expect(await published(meltblownOffer.id)).toHaveLength(1);
  });

  test('the bureau lists the offers of its city and publishes none', async () => {
    const office = await city.signIn(bureau.username);
    const all = (await office.get('/api/offers?mine=0&limit=200')).json();
    expect(all.total).toBe(all.offers.length);
    expect(all.offers.map((offer: { id: string }) => offer.id)).toContain(rodOffer.id);
    expect((await office.get('/api/offers')).json()).toEqual({ total: 0, offers: [] });
    expect((await office.get('/api/offers?mine=0&offset=1000')).json()).toEqual({ total: all.total, offers: [] });
    expect((await office.post('/api/offers', body())).statusCode).toBe(403);
  });

  test('a stranger is asked to sign in', async () => {
    expect((await city.stranger.get('/api/offers')).statusCode).toBe(401);
    expect((await city.stranger.post('/api/offers', body())).statusCode).toBe(401);
  });
});
