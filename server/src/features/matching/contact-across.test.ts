import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { publish, quote, settle } from '#testing/loop-play';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { buyer, circleMeltblown, spunbond, testCity } from '#testing/test-world';

let house: TestApp;
let buys: TestClient;
let sells: TestClient;
let third: TestClient;
beforeAll(async () => {
  house = await createTestApp();
  buys = await house.signIn(buyer.username);
  sells = await house.signIn(circleMeltblown.username);
  third = await house.signIn(spunbond.username);
});
afterAll(() => house.close());

const contactOf = async (client: TestClient, id: string) =>
  (await client.get(`/api/organisations/${id}`)).json().contact;
const inMatches = async (client: TestClient, needId: string) =>
  (await client.get(`/api/needs/${needId}/matches`))
    .json()
    .matches.find((row: { organisation: { id: string } }) => row.organisation.id === circleMeltblown.id).contact;
const own = ({ person, phone }: { person: { name: string }; phone: string }) => ({ name: person.name, phone });

/** Who read whose contact why, in the trail of a city. */
const reads = (city: string) =>
  inContext(house.database, { city, viewer: 'system' }, async (tx) => {
    const rows = await tx
      .selectFrom('audit_entry')
      .select(['actor_name', 'subject_id', 'why', 'after'])
      .where('city', '=', city)
      .where('action', '=', 'contact.read')
      .execute();
    return rows.map(({ actor_name: by, subject_id: of, why, after }) => ({ by, of, why, after }));
  });

describe('contacts of a buyer in one city and a supplier in another', () => {
  it('open to both sides when both have agreed, and stay open through the whole deal; every reading is in both trails', async () => {
    const needId = await publish(buys);
    const { id: responseId } = await quote(house, sells, needId);
    expect(await contactOf(buys, circleMeltblown.id)).toBeUndefined();
    expect(await contactOf(sells, buyer.id)).toBeUndefined();
    expect(await inMatches(buys, needId)).toBeUndefined();
    expect([...(await reads(testCity)), ...(await reads(circleMeltblown.city))]).toEqual([]);

    const deal = (await buys.post(`/api/needs/${needId}/choice`, { responseId })).json().deal.id;
    await settle(house);
    expect(await contactOf(buys, circleMeltblown.id)).toEqual(own(circleMeltblown));
    expect(await contactOf(sells, buyer.id)).toEqual(own(buyer));
    expect(await inMatches(buys, needId)).toEqual(own(circleMeltblown));
    for (const id of [circleMeltblown.id, buyer.id]) expect(await contactOf(third, id)).toBeUndefined();

    for (const kind of ['order', 'delivery']) {
      const step = { kind, amountFen: 10_500_000, quantity: 5, date: '2026-11-23' };
      const written = (await sells.post(`/api/deals/${deal}/steps`, step)).json().step.id;
      const sealed = await buys.post(`/api/deals/${deal}/confirmations`, { stepId: written });
      expect(sealed.statusCode, sealed.body).toBe(200);
    }
    expect((await buys.get(`/api/deals/${deal}`)).json().countedFen).toBe(10_500_000);
    expect(await contactOf(sells, buyer.id)).toEqual(own(buyer));

    const expected = [
      { by: buyer.person.name, of: circleMeltblown.id, why: 'own-deal', after: null },
      { by: circleMeltblown.person.name, of: buyer.id, why: 'own-deal', after: null },
    ];
    for (const city of [testCity, circleMeltblown.city]) {
      expect(await reads(city), city).toEqual(expect.arrayContaining(expected));
      expect(JSON.stringify(await reads(city))).not.toContain(circleMeltblown.phone);
    }
  });

  it('stay open to the buyer when the supplier has withdrawn every offer', async () => {
    const { offers } = (await sells.get('/api/offers')).json();
    for (const { id } of offers) expect((await sells.del(`/api/offers/${id}`)).statusCode).toBeLessThan(300);
    expect(await contactOf(buys, circleMeltblown.id)).toEqual(own(circleMeltblown));
    expect((await third.get(`/api/organisations/${circleMeltblown.id}`)).statusCode).toBe(404);
  });
});
