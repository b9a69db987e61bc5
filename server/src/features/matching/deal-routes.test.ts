import { countedFen, type DealStep, oneSidedFen, orderedFen } from '@zhitong/domain/matching/deal';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inContext } from '#platform/context';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { type TestDeal, writeTestDeal } from '#testing/test-deal';
import { bureau, buyer, circleMeltblown, meltblown, tackle } from '#testing/test-world';

let city: TestApp;
let buys: TestClient;
let sells: TestClient;

beforeAll(async () => {
  city = await createTestApp();
  buys = await city.signIn(buyer.username);
  sells = await city.signIn(meltblown.username);
});
afterAll(() => city.close());

const newDeal = (deal: Omit<TestDeal, 'newId'> = {}) =>
  writeTestDeal(city.database, { newId: city.effects.newId, ...deal });
const step = (kind: string, amountFen = 1_050_000, more: object = {}) => ({
  ...{ kind, amountFen, quantity: 5, date: '2026-11-23' },
  ...more,
});

async function write(client: TestClient, dealId: string, body: object): Promise<string> {
  const reply = await client.post(`/api/deals/${dealId}/steps`, body);
  expect(reply.statusCode, reply.body).toBe(201);
  return reply.json().step.id;
}

async function agree(dealId: string, body: object): Promise<string> {
  const stepId = await write(buys, dealId, body);
  const reply = await sells.post(`/api/deals/${dealId}/confirmations`, { stepId });
  expect(reply.statusCode, reply.body).toBe(200);
  return stepId;
}

async function recordOf(organisation: { id: string; city: string }) {
  const rows = await inContext(city.database, { city: organisation.city, viewer: 'system' }, (tx) =>
    tx
      .selectFrom('offer_search')
      .select(['deliveries', 'on_time'])
      .where('city', '=', organisation.city)
      .where('organisation_id', '=', organisation.id)
      .execute(),
  );
  return rows.map((row) => [row.deliveries, row.on_time]);
}

describe('the ledger of a deal', () => {
  test('counts a delivery only when both sides have confirmed it', async () => {
    const deal = await newDeal();
    await agree(deal, step('order'));
    const stepId = await write(sells, deal, step('delivery'));
    const before = (await buys.get(`/api/deals/${deal}`)).json();
    expect(before).toMatchObject({ countedFen: 0, oneSidedFen: 1_050_000, side: 'buyer' });
    expect(before.steps[1].confirmedBy.map((seal: { side: string }) => seal.side)).toEqual(['seller']);

    const reply = await buys.post(`/api/deals/${deal}/confirmations`, { stepId });
    expect(reply.json()).toEqual({ step: { id: stepId, confirmedBy: ['seller', 'buyer'] } });
    const after = (await sells.get(`/api/deals/${deal}`)).json();
    expect(after).toMatchObject({ countedFen: 1_050_000, oneSidedFen: 0, side: 'seller' });
    expect(after.allowed).toEqual(['order', 'delivery', 'reversal']);
  });

  test('shows an order as signed only when both sides have confirmed it, and never counts it', async () => {
    const deal = await newDeal();
    const stepId = await write(buys, deal, step('order'));
    expect((await buys.get(`/api/deals/${deal}`)).json()).toMatchObject({ countedFen: 0, orderedFen: 0 });
    await sells.post(`/api/deals/${deal}/confirmations`, { stepId });
    expect((await buys.get(`/api/deals/${deal}`)).json()).toMatchObject({ countedFen: 0, orderedFen: 1_050_000 });
    await agree(deal, step('delivery', 1_000));
    expect((await buys.get(`/api/deals/${deal}`)).json()).toMatchObject({ countedFen: 1_000, orderedFen: 1_050_000 });
  });

  test('takes a reversal off the counted amount, once both sides confirmed it', async () => {
    const deal = await newDeal();
    await agree(deal, step('order'));
    await agree(deal, step('delivery', 1_000));
    await agree(deal, step('reversal', 1_000));
    const read = (await buys.get(`/api/deals/${deal}`)).json();
    expect(read).toMatchObject({ countedFen: 0, oneSidedFen: 0, allowed: ['order', 'delivery'] });
  });

  test('adds a delivery to the track record of the seller, on time or late', async () => {
    const [before] = await recordOf(meltblown);
    const deal = await newDeal({ promisedBy: '2026-11-24' });
    await agree(deal, step('order'));
    await agree(deal, step('delivery', 1, { date: '2026-11-24' }));
    await agree(deal, step('delivery', 2, { date: '2026-11-25' }));
    const [after] = await recordOf(meltblown);
    expect(after).toEqual([(before?.[0] ?? 0) + 2, (before?.[1] ?? 0) + 1]);
  });

  test('tells both sides of every step', async () => {
    const deal = await newDeal();
    await write(buys, deal, step('order'));
    const events = await inContext(city.database, { city: buyer.city, viewer: 'system' }, (tx) =>
      tx.selectFrom('event').select(['type', 'audience', 'payload']).where('subject_id', '=', deal).execute(),
    );
    expect(events).toMatchObject([
      {
        type: 'deal.step-written',
        audience: [buyer.id, meltblown.id],
        payload: { product: '熔喷布', kind: 'order', amountFen: 1_050_000, by: buyer.name },
      },
    ]);
  });
});

describe('who says no, and how', () => {
  test.each([
    ['a delivery before the order', [], step('delivery'), 409, 'deals.delivery-before-order'],
    ['a reversal before a delivery', [step('order')], step('reversal'), 409, 'deals.reversal-before-delivery'],
    ['a sample after the order', [step('order')], step('sample'), 409, 'deals.sample-after-order'],
    [
      'a reversal above what was delivered',
      [step('order'), step('delivery', 100)],
      step('reversal', 101),
      422,
      'deals.reversal-too-large',
    ],
    ['an order for nothing', [], step('order', 0), 422, 'deals.amount-missing'],
    ['an order of a trillion yuan', [], step('order', 100_000_000_000_000), 422, 'deals.amount-too-large'],
    ['a quantity of 1e308', [], step('order', 1, { quantity: 1e308 }), 422, 'deals.quantity-too-large'],
    ['a date of the last century', [], step('order', 1, { date: '1926-01-01' }), 422, 'deals.date-implausible'],
    ['a quantity of −5', [], step('order', 1, { quantity: -5 }), 400, 'platform.invalid-input'],
    ['half a 分', [], step('order', 0.5), 400, 'platform.invalid-input'],
    ['the 30th of February', [], step('order', 1, { date: '2026-02-30' }), 400, 'platform.invalid-input'],
  ])('refuses %s', async (...[, before, body, status, code]) => {
    const deal = await newDeal();
    for (const earlier of before) await agree(deal, earlier);
    const reply = await buys.post(`/api/deals/${deal}/steps`, body, { 'accept-language': 'en' });
    expect([reply.statusCode, reply.json().code]).toEqual([status, code]);
    expect(reply.json().message).toMatch(/^[\x20-\x7e]+$/);
  });

  test('a third firm finds neither the deal nor its steps', async () => {
    const deal = await newDeal();
    const stepId = await write(buys, deal, step('order'));
    const other = await city.signIn(tackle.username);
    expect((await other.get(`/api/deals/${deal}`)).statusCode).toBe(404);
    expect((await other.post(`/api/deals/${deal}/steps`, step('order'))).statusCode).toBe(404);
    expect((await other.post(`/api/deals/${deal}/confirmations`, { stepId })).statusCode).toBe(404);
    expect((await other.get('/api/deals')).json()).toMatchObject({ total: 0, deals: [], confirmed: { fen: 0 } });
  });

  test('the bureau reads every deal of its city and signs none', async () => {
    const deal = await newDeal();
    const stepId = await write(buys, deal, step('order'));
    const office = await city.signIn(bureau.username);
    expect((await office.get(`/api/deals/${deal}`)).json()).toMatchObject({ side: 'none', allowed: [] });
    expect((await office.post(`/api/deals/${deal}/steps`, step('order'))).statusCode).toBe(403);
    expect((await office.post(`/api/deals/${deal}/confirmations`, { stepId })).statusCode).toBe(403);
  });

  test('a stranger is asked to sign in', async () => {
    const deal = await newDeal();
    for (const url of ['/api/deals', `/api/deals/${deal}`, '/api/deals/export.xlsx'])
      expect((await city.stranger.get(url)).statusCode).toBe(401);
  });

  test('a step of another deal is not found in this one', async () => {
    const [one, two] = [await newDeal(), await newDeal()];
    const stepId = await write(buys, one, step('order'));
    expect((await sells.post(`/api/deals/${two}/confirmations`, { stepId })).statusCode).toBe(404);
  });
});

describe('two clicks and two people', () => {
  test('a double click writes one step', async () => {
    const deal = await newDeal();
    const replies = await Promise.all([1, 2].map(() => buys.post(`/api/deals/${deal}/steps`, step('order'))));
    expect(new Set(replies.map((reply) => reply.json().step.id)).size).toBe(1);
    expect((await buys.get(`/api/deals/${deal}`)).json().steps).toHaveLength(1);
  });

  test('the same delivery again after a while is a second delivery', async () => {
    const deal = await newDeal();
    await agree(deal, step('order'));
    await write(buys, deal, step('delivery'));
    city.effects.pass(11_000);
    await write(buys, deal, step('delivery'));
    expect((await buys.get(`/api/deals/${deal}`)).json()).toMatchObject({ oneSidedFen: 2_100_000 });
  });

  test('confirming twice, and confirming one’s own step, changes nothing', async () => {
    const deal = await newDeal();
    const stepId = await write(buys, deal, step('order'));
    const own = await buys.post(`/api/deals/${deal}/confirmations`, { stepId });
    expect(own.json()).toEqual({ step: { id: stepId, confirmedBy: ['buyer'] } });
    const both = await Promise.all([1, 2].map(() => sells.post(`/api/deals/${deal}/confirmations`, { stepId })));
    for (const reply of both) expect(reply.json().step.confirmedBy).toEqual(['buyer', 'seller']);
  });

  test('two reversals at once cannot take the counted amount below zero', async () => {
    const deal = await newDeal();
    await agree(deal, step('order'));
    await agree(deal, step('delivery', 100));
    const [a, b] = await Promise.all([
      buys.post(`/api/deals/${deal}/steps`, step('reversal', 60)),
      sells.post(`/api/deals/${deal}/steps`, step('reversal', 70)),
    ]);
    expect([a?.statusCode, b?.statusCode].sort()).toEqual([201, 422]);
  });
});

describe('a seller in another city', () => {
  test('reads and confirms the deal in the buyer’s city, and its record grows at home', async () => {
    const far = await city.signIn(circleMeltblown.username);
    const deal = await newDeal({ seller: circleMeltblown });
    const order = await write(buys, deal, step('order'));
    await far.post(`/api/deals/${deal}/confirmations`, { stepId: order });
    const delivery = await write(far, deal, step('delivery', 500));
    await buys.post(`/api/deals/${deal}/confirmations`, { stepId: delivery });

    expect((await far.get('/api/deals')).json()).toMatchObject({ total: 1, confirmed: { deals: 1, fen: 500 } });
    expect((await far.get(`/api/deals/${deal}`)).json()).toMatchObject({ side: 'seller', countedFen: 500 });
    await expect.poll(() => recordOf(circleMeltblown), { timeout: 5_000 }).toEqual([[1, 1]]);
    const copies = await inContext(city.database, { city: circleMeltblown.city, viewer: 'system' }, (tx) =>
      tx.selectFrom('event').select(['type', 'audience']).where('subject_id', '=', deal).execute(),
    );
    expect(copies).toHaveLength(4);
    for (const copy of copies) expect(copy.audience).toEqual([circleMeltblown.id]);
  });
});

describe('the list', () => {
  test('sums over the whole filter, not the page, and never adds one side to both', async () => {
    const before = (await buys.get('/api/deals?limit=1')).json();
    await newDeal({
      product: '纺粘无纺布',
      steps: [
        { kind: 'delivery', amountFen: 7, by: ['buyer', 'seller'] },
        { kind: 'delivery', amountFen: 11, by: ['seller'] },
      ],
    });
    const after = (await buys.get('/api/deals?limit=1')).json();
    expect(after.deals).toHaveLength(1);
    expect(after.total).toBe(before.total + 1);
    expect(after.confirmed).toEqual({ deals: before.confirmed.deals + 1, fen: before.confirmed.fen + 7 });
    expect(after.oneSided).toEqual({ deals: before.oneSided.deals + 1, fen: before.oneSided.fen + 11 });
  });

  test('every figure is the sum of the rows behind it, and SQL agrees with the rule of the domain', async () => {
    for (const state of ['all', 'waiting', 'confirmed', 'one-sided']) {
      const list = (await buys.get(`/api/deals?limit=200&state=${state}`)).json();
      expect(list.deals).toHaveLength(list.total);
      let [counted, oneSided] = [0, 0];
      for (const deal of list.deals) {
        const steps: DealStep[] = deal.steps.map((s: { confirmedBy: { side: string }[] }) => ({
          ...s,
          confirmedBy: s.confirmedBy.map((seal) => seal.side),
        }));
        const figures = [deal.countedFen, deal.oneSidedFen, deal.orderedFen];
        expect(figures).toEqual([countedFen(steps), oneSidedFen(steps), orderedFen(steps)]);
        counted += deal.countedFen;
        oneSided += deal.oneSidedFen;
      }
      expect([list.confirmed.fen, list.oneSided.fen]).toEqual([counted, oneSided]);
    }
  });

  test('finds by words, takes % and _ as themselves, and waiting means waiting for me', async () => {
    await newDeal({ product: '防水100%_面料' });
    expect((await buys.get(`/api/deals?q=${encodeURIComponent('100%_')}`)).json().total).toBe(1);
    expect((await buys.get(`/api/deals?q=${encodeURIComponent('_%_%_%')}`)).json().total).toBe(0);
    const deal = await newDeal({ product: '待确认的布' });
    await write(buys, deal, step('order'));
    const waits = async (client: TestClient) =>
      (await client.get(`/api/deals?state=waiting&q=${encodeURIComponent('待确认的布')}`)).json().total;
    expect([await waits(buys), await waits(sells)]).toEqual([0, 1]);
  });
});
