import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { goodQuote, matchOf, publish, quote, settle, wait } from '#testing/loop-play';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { testCity } from '#testing/test-world';

let world: TestApp;
let asBuyer: TestClient;
let asMeltblown: TestClient;

beforeAll(async () => {
  world = await createTestApp();
  [asBuyer, asMeltblown] = await Promise.all([world.signIn('firm.buyer'), world.signIn('firm.meltblown')]);
});
afterAll(() => world.close());

let number = 0;
const newNeed = () => publish(asBuyer, `急需熔喷布 5 吨/天，BFE≥95，抢先第 ${++number} 批`);

/** Keeps the books of a need shut, so that those who come meanwhile wait in the order of their coming. */
async function whileLocked(needId: string, come: () => Promise<void>): Promise<void> {
  await inContext(world.database, { city: testCity, viewer: 'system' }, async (tx) => {
    await tx
      .selectFrom('need')
      .select('id')
      .where('city', '=', testCity)
      .where('id', '=', needId)
      .forUpdate()
      .execute();
    await come();
  });
}

describe('two who act on one need at the same moment', () => {
  it('a supplier that is chosen just now is not told that it was not chosen', async () => {
    const needId = await newNeed();
    const { matchId, id: responseId } = await quote(world, asMeltblown, needId);
    const coming: Promise<{ statusCode: number; json: () => unknown }>[] = [];
    await whileLocked(needId, async () => {
      coming.push(asBuyer.post(`/api/needs/${needId}/choice`, { responseId }));
      await wait(150);
      coming.push(asBuyer.post(`/api/matches/${matchId}/rejection`, { code: 'price' }));
      await wait(150);
    });
    const [choice, rejection] = await Promise.all(coming);
    expect(choice?.statusCode).toBe(201);
    expect(rejection?.json()).toMatchObject({ code: 'matching.chosen-stands' });
  });

  it('a supplier that is turned down just now does not answer across it', async () => {
    const needId = await newNeed();
    const matchId = await matchOf(world, asMeltblown, needId);
    const coming: Promise<{ statusCode: number; json: () => unknown }>[] = [];
    await whileLocked(needId, async () => {
      coming.push(asBuyer.post(`/api/matches/${matchId}/rejection`, { code: 'price' }));
      await wait(150);
      coming.push(asMeltblown.post(`/api/matches/${matchId}/responses`, goodQuote));
      await wait(150);
    });
    const [rejection, answer] = await Promise.all(coming);
    expect(rejection?.statusCode).toBe(201);
    expect(answer?.json()).toMatchObject({ code: 'matching.not-chosen' });
    await settle(world);
    expect((await asMeltblown.get(`/api/opportunities/${matchId}`)).json().response).toBeUndefined();
  });
});
