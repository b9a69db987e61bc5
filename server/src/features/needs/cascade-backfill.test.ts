import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { needMatching } from '#features/matching/public';
import { cascadeOf, fireRings } from '#testing/cascade-play';
import { publish, settle } from '#testing/loop-play';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { testCity } from '#testing/test-world';
import { backfillCascades } from './cascade-backfill.ts';

let world: TestApp;
let asBuyer: TestClient;
let owner: pg.Client;
let written = 0;

const day = 86_400_000;

beforeAll(async () => {
  world = await createTestApp({ settings: { limits: { idleMinutes: 100_000, absoluteHours: 2_000 } } });
  asBuyer = await world.signIn('firm.buyer');
  owner = new pg.Client({ connectionString: world.ownerUrl });
  await owner.connect();
});
beforeEach(asBefore);
afterAll(async () => {
  await owner.end();
  await world.close();
});

/** The tables of cascades as they stood before there were any. */
async function asBefore(): Promise<void> {
  for (const table of ['cascade_timer', 'cascade_receipt', 'cascade'])
    await owner.query(`
      alter table ${table} no force row level security;
      delete from ${table};
      alter table ${table} force row level security`);
}

const fill = () => {
  const { database, effects, index } = world;
  return backfillCascades({ database, effects, city: testCity, matching: needMatching({ index, effects }) });
};
const publishLocal = (more = '') => publish(asBuyer, `采购熔喷布 1 吨/天，BFE≥95，早先第 ${++written} 批${more}`);

it('a need from before there were cascades gets one when the server starts, at the ring its suppliers were asked in', async () => {
  const needId = await publishLocal();
  await asBefore();
  expect((await cascadeOf(asBuyer, needId)).cascade).toBeNull();
  expect(await fill()).toBe(1);
  const { cascade } = await cascadeOf(asBuyer, needId);
  expect(cascade).toMatchObject({ state: 'running', ring: 'city', since: world.effects.now().toISOString() });
  expect(cascade.steps.map(({ receipt }: { receipt: unknown }) => receipt)).toEqual([null, null, null, null, null]);
  world.effects.pass(6 * day);
  await settle(world);
  await fireRings(world);
  expect((await cascadeOf(asBuyer, needId)).cascade.ring).toBe('circle');
});

it('what was asked further in leaves a receipt that says it is from before receipts were kept', async () => {
  const needId = await publishLocal();
  await asBuyer.post(`/api/needs/${needId}/widening`, { reach: 'nation' });
  await asBefore();
  await fill();
  const { cascade } = await cascadeOf(asBuyer, needId);
  expect(cascade.ring).toBe('circle');
  const [city, circle] = cascade.steps;
  expect(city.receipt).toMatchObject({ closedBy: 'before', asked: 1, silent: 0, noTime: 1, passedOver: 0 });
  expect(circle.receipt).toBeNull();
});

it('nothing is done twice, nor for a need that is over or kept back', async () => {
  await publishLocal();
  const withdrawn = await publishLocal();
  await asBuyer.post(`/api/needs/${withdrawn}/withdrawal`);
  const short = await publishLocal('，明天交货');
  const kept = (
    await asBuyer.post('/api/needs', {
      kind: 'sourcing',
      text: '我公司生产熔喷布，质优价廉，量大从优，欢迎选购，联系电话 13800000000',
      idempotencyKey: 'advert-of-before',
    })
  ).json();
  world.effects.pass(3 * day);
  await asBefore();
  const filled = await Promise.all([fill(), fill()]);
  expect(filled[0] + filled[1]).toBeGreaterThan(0);
  expect(await fill()).toBe(0);
  for (const id of [withdrawn, short, kept.need.id]) expect((await cascadeOf(asBuyer, id)).cascade).toBeNull();
});
