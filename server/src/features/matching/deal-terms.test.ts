import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { goodQuote, publish, quote, settle } from '#testing/loop-play';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { writeTestDeal } from '#testing/test-deal';
import { bureau, buyer, circleMeltblown, meltblown } from '#testing/test-world';

let world: TestApp;
let buys: TestClient;

beforeAll(async () => {
  world = await createTestApp();
  buys = await world.signIn(buyer.username);
});
afterAll(() => world.close());

const agreed = {
  quantity: goodQuote.quantity,
  unit: goodQuote.unit,
  priceFen: goodQuote.priceFen,
  leadDays: goodQuote.leadDays,
};

let number = 0;
async function choose(seller: TestClient): Promise<string> {
  const needId = await publish(buys, `急需熔喷布 5 吨/天，BFE≥95，第 ${++number} 批`);
  const { id: responseId } = await quote(world, seller, needId);
  const reply = await buys.post(`/api/needs/${needId}/choice`, { responseId });
  expect(reply.statusCode, reply.body).toBe(201);
  await settle(world);
  return reply.json().deal.id;
}

const order = { kind: 'order', amountFen: 10_500_000, quantity: 5, date: '2026-11-23' };

describe('the terms of the chosen quote', () => {
  test('stand in the deal for both sides and the bureau', async () => {
    const sells = await world.signIn(meltblown.username);
    const deal = await choose(sells);
    const office = await world.signIn(bureau.username);
    for (const client of [buys, sells, office])
      expect((await client.get(`/api/deals/${deal}`)).json()).toMatchObject({ agreed });
    expect((await buys.get('/api/deals')).json().deals[0]).toMatchObject({ id: deal, agreed });
  });

  test('are read by a seller in another city too', async () => {
    const far = await world.signIn(circleMeltblown.username);
    const deal = await choose(far);
    expect((await far.get(`/api/deals/${deal}`)).json()).toMatchObject({ side: 'seller', agreed });
    expect((await far.post(`/api/deals/${deal}/steps`, order)).statusCode).toBe(201);
    expect((await far.get(`/api/deals/${deal}`)).json().steps).toMatchObject([{ quantity: 5, unit: '吨' }]);
  });

  test('give an order its unit when it comes without one, and leave a unit that was written alone', async () => {
    const deal = await choose(await world.signIn(meltblown.username));
    for (const more of [{}, { unit: '', quantity: 6 }, { unit: '卷', quantity: 7 }])
      expect((await buys.post(`/api/deals/${deal}/steps`, { ...order, ...more })).statusCode).toBe(201);
    const { steps } = (await buys.get(`/api/deals/${deal}`)).json();
    expect(steps.map((step: { unit: string }) => step.unit)).toEqual(['吨', '吨', '卷']);
  });

  test('are unknown where no quote is kept, and the order is taken all the same', async () => {
    const deal = await writeTestDeal(world.database, { newId: world.effects.newId });
    expect((await buys.post(`/api/deals/${deal}/steps`, order)).statusCode).toBe(201);
    expect((await buys.get(`/api/deals/${deal}`)).json()).toMatchObject({
      agreed: { quantity: null, unit: null, priceFen: null, leadDays: null },
      steps: [{ unit: null }],
    });
  });
});
