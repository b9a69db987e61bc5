import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { needMatching } from '#features/matching/public';
import { inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { cascadeOf, fireRings } from '#testing/cascade-play';
import { goodQuote, matchOf, publish, wait } from '#testing/loop-play';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { testCity } from '#testing/test-world';
import { moveDue } from './cascade-job.ts';
import { lockNeed } from './need-store.ts';

let world: TestApp;
let asBuyer: TestClient;
let asLocal: TestClient;
let written = 0;

beforeAll(async () => {
  world = await createTestApp({ settings: { limits: { idleMinutes: 100_000, absoluteHours: 2_000 } } });
  [asBuyer, asLocal] = await Promise.all([world.signIn('firm.buyer'), world.signIn('firm.meltblown')]);
});
afterAll(() => world.close());

const second = 1_000;
const day = 86_400_000;
const sixDays = 6 * day;

/** A need and the match of its local supplier. */
async function freshNeed(): Promise<{ needId: string; matchId: string }> {
  const needId = await publish(asBuyer, `采购熔喷布 1 吨/天，BFE≥95，争先第 ${++written} 批`);
  return { needId, matchId: await matchOf(world, asLocal, needId) };
}

/** One of which the time of the city is over. */
async function dueNeed(): Promise<{ needId: string; matchId: string }> {
  const fresh = await freshNeed();
  world.effects.pass(sixDays);
  return fresh;
}

const answer = (matchId: string) => asLocal.post(`/api/matches/${matchId}/responses`, goodQuote);
const inSystem = <T>(act: (tx: Tx) => Promise<T>) =>
  inContext(world.database, { city: testCity, viewer: 'system' }, act);
const move = (tx: Tx, needId: string) =>
  moveDue(
    tx,
    {
      ...{ city: testCity, effects: world.effects },
      matching: needMatching({ index: world.index, effects: world.effects }),
    },
    { needId, at: world.effects.now() },
  );
async function answeredAt(matchId: string): Promise<Date> {
  const row = await inSystem((tx) =>
    tx.selectFrom('response').select('at').where('match_id', '=', matchId).executeTakeFirstOrThrow(),
  );
  return row.at;
}

describe('a quote that comes in the instant in which a ring is widened', () => {
  it('holds the cascade when it was first, also when the ring had been found due before it', async () => {
    const { needId, matchId } = await dueNeed();
    expect((await answer(matchId)).statusCode).toBe(201);
    expect(await inSystem((tx) => move(tx, needId))).toBe('left');
    const { cascade } = await cascadeOf(asBuyer, needId);
    expect(cascade).toMatchObject({ state: 'waiting', ring: 'city' });
    expect(cascade.steps[0].receipt).toBeNull();
  });

  it('is waited for by the clock while it is being written, and holds the cascade then', async () => {
    const { needId, matchId } = await dueNeed();
    let answering: ReturnType<typeof answer> | undefined;
    await inSystem(async (tx) => {
      await lockNeed(tx, { city: testCity, id: needId }, 'share');
      answering = answer(matchId);
      await wait(150);
      expect(await fireRings(world)).toBe(0);
    });
    expect((await answering)?.statusCode).toBe(201);
    expect(await fireRings(world)).toBe(0);
    expect((await cascadeOf(asBuyer, needId)).cascade).toMatchObject({ state: 'waiting', ring: 'city' });
  });

  it('is taken after a ring that was widened just before it, and the receipt says that its time was over without it', async () => {
    const { needId, matchId } = await dueNeed();
    let answering: ReturnType<typeof answer> | undefined;
    await inSystem(async (tx) => {
      await lockNeed(tx, { city: testCity, id: needId }, 'update');
      answering = answer(matchId);
      await wait(150);
      world.effects.pass(second);
      expect(await move(tx, needId)).toBe('moved');
    });
    expect((await answering)?.statusCode).toBe(201);
    const { cascade } = await cascadeOf(asBuyer, needId);
    const [city] = cascade.steps;
    expect(cascade).toMatchObject({ state: 'waiting', ring: 'circle' });
    expect(city.receipt).toMatchObject({ closedBy: 'time', quoted: 0, silent: 1 });
    expect((await answeredAt(matchId)).getTime()).toBeGreaterThanOrEqual(Date.parse(city.receipt.until));
  });

  it('has one outcome each of many times: the quote holds the ring, or the ring was widened before it', async () => {
    // quotes left lying on one product count as price fishing for some days
    world.effects.pass(31 * day);
    const due: Awaited<ReturnType<typeof freshNeed>>[] = [];
    for (let one = 0; one < 8; one += 1) due.push(await freshNeed());
    world.effects.pass(sixDays);
    await Promise.all([
      ...due.map(({ matchId }, at) => wait(at * 3).then(() => answer(matchId))),
      ...due.map((_, at) => wait(at * 4).then(() => fireRings(world))),
    ]);
    for (const { needId, matchId } of due) {
      const { cascade } = await cascadeOf(asBuyer, needId);
      const { receipt } = cascade.steps[0];
      expect(cascade.state).toBe('waiting');
      expect(receipt === null ? 'held' : 'widened').toBe(cascade.ring === 'city' ? 'held' : 'widened');
      if (receipt === null) continue;
      expect(receipt).toMatchObject({ quoted: 0, silent: 1 });
      expect((await answeredAt(matchId)).getTime()).toBeGreaterThanOrEqual(Date.parse(receipt.until));
    }
  });
});
