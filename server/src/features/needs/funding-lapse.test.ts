import { cityDay } from '@zhitong/domain/needs/city-day';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anOffer, askOf, aWish, submitFunding } from '#testing/funding-play';
import { createTestApp, type TestApp } from '#testing/test-app';
import { bankA, bankB, buyer } from '#testing/test-world';

let world: TestApp;

beforeAll(async () => {
  world = await createTestApp({ settings: { limits: { idleMinutes: 50_000, absoluteHours: 5_000 } } });
});
afterAll(() => world.close());

describe('an offer that ran out, and a bank that let its time run out', () => {
  it('say so and leave room for another bank; what is late is not lost', async () => {
    const [asBuyer, asBankA] = await Promise.all([world.signIn(buyer.username), world.signIn(bankA.username)]);
    const text = aWish();
    const { needId } = await submitFunding(asBuyer, { banks: [bankA.id, bankB.id], text });
    const offerUrl = `/api/funding/${await askOf(asBankA, text)}/offer`;
    const comparison = async () => (await asBuyer.get(`/api/needs/${needId}/funding`)).json();
    await asBankA.post(offerUrl, { ...anOffer, validUntil: cityDay(world.effects.now()) });
    expect(await comparison()).toMatchObject({ left: 1, asks: [{ lapse: null }, { lapse: null }] });
    world.effects.pass(8 * 24 * 3_600_000);
    expect(await comparison()).toMatchObject({
      ...{ left: 3, mayAsk: true },
      asks: [
        { bank: { id: bankA.id }, state: 'offered', lapse: 'expired', mayAccept: false },
        { bank: { id: bankB.id }, state: 'open', lapse: 'unanswered' },
      ],
    });
    const again = await asBuyer.post(`/api/needs/${needId}/banks`, { banks: [bankA.id] });
    expect([again.statusCode, again.json().code]).toEqual([422, 'funding.bank-twice']);
    expect((await asBankA.post(offerUrl, { ...anOffer, validUntil: '2027-03-01' })).statusCode).toBe(200);
    expect((await comparison()).asks[0]).toMatchObject({ lapse: null, mayAccept: true });
  });

  it('make room in what may be asked, and no more than that', async () => {
    const asBuyer = await world.signIn(buyer.username);
    const { needId } = await submitFunding(asBuyer, { banks: [bankA.id] });
    const ask = async () => {
      const banks = [bankB.id, world.effects.newId(), world.effects.newId()];
      const reply = await asBuyer.post(`/api/needs/${needId}/banks`, { banks });
      return [reply.statusCode, reply.json().code];
    };
    expect(await ask()).toEqual([422, 'funding.too-many-banks']);
    world.effects.pass(8 * 24 * 3_600_000);
    // there is room for three now; two of these are no banks
    expect(await ask()).toEqual([422, 'funding.not-a-bank']);
  });
});
