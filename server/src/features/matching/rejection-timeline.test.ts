import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publish, quote, settle } from '#testing/loop-play';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { circleMeltblown, meltblown } from '#testing/test-world';

let world: TestApp;
let asBuyer: TestClient;
let asMeltblown: TestClient;
let asYantai: TestClient;

beforeAll(async () => {
  world = await createTestApp();
  [asBuyer, asMeltblown, asYantai] = await Promise.all([
    world.signIn('firm.buyer'),
    world.signIn('firm.meltblown'),
    world.signIn('firm.yantai'),
  ]);
});
afterAll(async () => {
  expect(world.errors).toEqual([]);
  await world.close();
});

let number = 0;
const newNeed = () => publish(asBuyer, `急需熔喷布 5 吨/天，BFE≥95，第 ${++number} 批`);

async function rejectionsIn(needId: string, language: 'zh' | 'en' = 'zh'): Promise<string[]> {
  const { need } = (await asBuyer.get(`/api/needs/${needId}`, { 'accept-language': language })).json();
  return need.timeline
    .filter(({ type }: { type: string }) => type === 'rejection.given')
    .map(({ text }: { text: string }) => text);
}

async function noticesOf(client: TestClient) {
  await settle(world);
  return (await client.get('/api/inbox?limit=200')).json();
}

describe('whom the buyer told why not', () => {
  it('stands in the timeline of its need, for a supplier here as for one elsewhere, in the language of the reader', async () => {
    const needId = await newNeed();
    const here = await quote(world, asMeltblown, needId);
    const there = await quote(world, asYantai, needId);
    await asBuyer.post(`/api/matches/${here.matchId}/rejection`, { code: 'price', note: '超出预算' });
    await asBuyer.post(`/api/matches/${there.matchId}/rejection`, { code: 'lead-time' });
    expect(await rejectionsIn(needId)).toEqual([
      expect.stringContaining(`未选${meltblown.name}，原因：价格`),
      expect.stringContaining(`未选${circleMeltblown.name}，原因：交货期`),
    ]);
    expect(await rejectionsIn(needId, 'en')).toEqual([
      expect.stringContaining(`${meltblown.name} not chosen, because of: price`),
      expect.stringContaining(`${circleMeltblown.name} not chosen, because of: lead time`),
    ]);
  });

  it('stands there once, also when it is clicked twice', async () => {
    const needId = await newNeed();
    const { matchId } = await quote(world, asMeltblown, needId);
    await Promise.all([1, 2].map(() => asBuyer.post(`/api/matches/${matchId}/rejection`, { code: 'price' })));
    expect(await rejectionsIn(needId)).toHaveLength(1);
  });

  it('is no news to the buyer, and no supplier reads of another', async () => {
    const needId = await newNeed();
    const { matchId } = await quote(world, asMeltblown, needId);
    await quote(world, asYantai, needId);
    const { unread } = await noticesOf(asBuyer);
    await asBuyer.post(`/api/matches/${matchId}/rejection`, { code: 'price' });
    expect((await noticesOf(asBuyer)).unread).toBe(unread);
    const own = (await noticesOf(asMeltblown)).entries;
    expect(own.at(-1).type).toBe('match.rejected');
    for (const client of [asMeltblown, asYantai])
      expect((await noticesOf(client)).entries).not.toContainEqual(
        expect.objectContaining({ type: 'rejection.given' }),
      );
    expect(JSON.stringify((await noticesOf(asYantai)).entries)).not.toContain(meltblown.name);
  });

  it('holds the one word for all other quotes said with a choice, and never a reason nobody said', async () => {
    const said = await newNeed();
    const chosen = await quote(world, asMeltblown, said);
    await quote(world, asYantai, said);
    await asBuyer.post(`/api/needs/${said}/choice`, { responseId: chosen.id, othersCode: 'certificate' });
    expect(await rejectionsIn(said)).toEqual([expect.stringContaining(`未选${circleMeltblown.name}，原因：资质证书`)]);

    const silent = await newNeed();
    const taken = await quote(world, asMeltblown, silent);
    await quote(world, asYantai, silent);
    await asBuyer.post(`/api/needs/${silent}/choice`, { responseId: taken.id });
    expect(await rejectionsIn(silent)).toEqual([]);
  });
});
