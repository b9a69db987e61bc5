import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { matchOf, publish, settle } from '#testing/loop-play';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { buyer, circleMeltblown, meltblown, tackle, testCity } from '#testing/test-world';

let world: TestApp;
let asBuyer: TestClient;
let asTackle: TestClient;

beforeAll(async () => {
  world = await createTestApp();
  [asBuyer, asTackle] = await Promise.all([world.signIn('firm.buyer'), world.signIn('firm.tackle')]);
});
afterAll(async () => {
  expect(world.errors).toEqual([]);
  await world.close();
});

let number = 0;
const newNeed = (words = '急需熔喷布 5 吨/天') => publish(asBuyer, `${words}，后来第 ${++number} 批`);
const suppliersOf = async (needId: string): Promise<string[]> => {
  const { matches } = (await asBuyer.get(`/api/needs/${needId}/matches`)).json();
  return matches.map((row: { organisation: { id: string } }) => row.organisation.id);
};
const newOffer = {
  productText: '熔喷布',
  productId: 'meltblown-cloth',
  capacity: { amount: 6, unit: '吨', per: 'day' },
  limits: [{ name: 'BFE', low: 98, high: 98, unit: '%' }],
};

describe('a new offer', () => {
  it('runs backwards against open needs: the buyer is told, the supplier sees the opportunity', async () => {
    const needId = await newNeed();
    expect(await suppliersOf(needId)).not.toContain(tackle.id);
    const { offer } = (await asTackle.post('/api/offers', newOffer)).json();
    await settle(world);
    expect(await suppliersOf(needId)).toContain(tackle.id);
    const matchId = await matchOf(world, asTackle, needId);
    const opportunity = (await asTackle.get(`/api/opportunities/${matchId}`)).json();
    expect(opportunity).toMatchObject({ state: 'new', offer: { id: offer.id } });
    const { need } = (await asBuyer.get(`/api/needs/${needId}`)).json();
    expect(need.timeline.map((event: { type: string }) => event.type)).toContain('need.widened');
    const news = (await asTackle.get('/api/inbox')).json().entries;
    expect(news.at(-1)).toMatchObject({ type: 'opportunity.arrived', subjectId: matchId });
    await asTackle.del(`/api/offers/${offer.id}`);
    await settle(world);
    expect(await suppliersOf(await newNeed())).not.toContain(tackle.id);
  });

  it('is not shown a closed need, nor its own firm’s', async () => {
    const closed = await newNeed();
    await asBuyer.post(`/api/needs/${closed}/withdrawal`);
    const open = await newNeed();
    const own = (await asBuyer.post('/api/offers', newOffer)).json().offer;
    const late = (await asTackle.post('/api/offers', newOffer)).json().offer;
    await settle(world);
    expect(await suppliersOf(closed)).not.toContain(tackle.id);
    expect(await suppliersOf(open)).not.toContain(buyer.id);
    await asBuyer.del(`/api/offers/${own.id}`);
    await asTackle.del(`/api/offers/${late.id}`);
    await settle(world);
  });

  it('published in the same moment as the need is not missed, whichever comes first', async () => {
    const [needId, offer] = await Promise.all([newNeed(), asTackle.post('/api/offers', newOffer)]);
    await settle(world);
    expect(await suppliersOf(needId)).toContain(tackle.id);
    await asTackle.del(`/api/offers/${offer.json().offer.id}`);
    await settle(world);
  });
});

describe('the reach of a need', () => {
  it('stays in the city while the city can make it, until the buyer widens it', async () => {
    const needId = await newNeed('急需熔喷布 2 吨/天');
    await settle(world);
    expect(await suppliersOf(needId)).toEqual([meltblown.id]);
    const wider = (await asBuyer.post(`/api/needs/${needId}/widening`, { reach: 'circle' })).json();
    expect(wider).toEqual({ added: 1, note: null });
    expect(await suppliersOf(needId)).toContain(circleMeltblown.id);
    const asYantai = await world.signIn('firm.yantai');
    const matchId = await matchOf(world, asYantai, needId);
    expect((await asYantai.get(`/api/opportunities/${matchId}`)).json().state).toBe('new');
  });
});

describe('an event handled twice', () => {
  it('adds no match, no copy and no notice', async () => {
    const needId = await newNeed();
    await settle(world);
    const before = await counts();
    await inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
      tx.updateTable('event_follower').set({ position: 0 }).where('city', '=', testCity).execute(),
    );
    const again = await createFollowersAgain();
    await settle(world);
    expect(await counts()).toEqual(before);
    expect(await suppliersOf(needId)).toHaveLength(2);
    await again.close();
  });
});

async function counts(): Promise<Record<string, number>> {
  return inContext(world.database, { city: testCity, viewer: 'system' }, async (tx) => {
    const count = async (table: 'match' | 'opportunity' | 'event') => {
      const row = await tx
        .selectFrom(table)
        .select((select) => select.fn.countAll<number>().as('count'))
        .where('city', '=', testCity)
        .executeTakeFirstOrThrow();
      return row.count;
    };
    return { match: await count('match'), opportunity: await count('opportunity'), event: await count('event') };
  });
}

/** A second pair of followers begins at the first event, as after a crash before the cursor was written. */
async function createFollowersAgain() {
  const { LoopFollowers } = await import('./loop-followers.ts');
  const { database, hub, index, effects } = world;
  const followers = new LoopFollowers({ database, hub, index, effects, city: testCity, onError: fail });
  await followers.start();
  await followers.caughtUp(1);
  return followers;
}

function fail(error: unknown): never {
  throw error;
}
