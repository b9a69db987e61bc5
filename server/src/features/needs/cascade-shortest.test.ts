import { workedBetween } from '@zhitong/domain/needs/working-time';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { cascadeOf, fireRings } from '#testing/cascade-play';
import { publish, settle } from '#testing/loop-play';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { testCity } from '#testing/test-world';
import { getCaseRules } from './case-rules.ts';

let world: TestApp;
let asBuyer: TestClient;

const minute = 60_000;
const shortest = 30 * minute;

beforeAll(async () => {
  world = await createTestApp({ settings: { limits: { idleMinutes: 100_000, absoluteHours: 2_000 } } });
});
afterAll(() => world.close());
beforeEach(async () => {
  await at('2026-11-23T09:00:00+08:00');
});

/** The clock of the city stands here, and everybody signs in anew. */
async function at(instant: string): Promise<void> {
  world.effects.setClock(new Date(instant));
  asBuyer = await world.signInAnew('firm.buyer');
}

async function fire(): Promise<number> {
  await settle(world);
  return fireRings(world);
}

interface Receipt {
  readonly from: string;
  readonly until: string;
  readonly closedBy: string;
  readonly asked: number;
  readonly silent: number;
  readonly noTime: number;
  readonly suppliers: readonly { readonly outcome: string }[];
}
interface Step {
  readonly ring: string;
  readonly state: string;
  readonly receipt: Receipt | null;
}

const stepsOf = async (needId: string): Promise<readonly Step[]> => (await cascadeOf(asBuyer, needId)).cascade.steps;

/** No receipt calls a firm silent that had less than the shortest time, counted in office hours. */
async function expectTrueReceipts(needId: string): Promise<void> {
  const { calendar } = await inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
    getCaseRules(tx, { city: testCity, day: '2026-11-23' }),
  );
  for (const { receipt } of await stepsOf(needId)) {
    if (!receipt) continue;
    const worked = workedBetween(calendar, new Date(receipt.from), new Date(receipt.until));
    const silent = receipt.suppliers.filter(({ outcome }) => outcome === 'silent');
    expect(worked < shortest && silent.length > 0, `${receipt.from} to ${receipt.until}`).toBe(false);
    expect(receipt.silent).toBe(silent.length);
    expect(Date.parse(receipt.until)).toBeGreaterThanOrEqual(Date.parse(receipt.from));
  }
}

const waitingRings = ['city current', 'circle current'];

describe('the sentence of the README, whatever the day', () => {
  it.each([
    ['on a Sunday', '2026-11-29T10:44:00+08:00', '2026-11-30T00:01:00+08:00'],
    ['on a Friday evening', '2026-12-04T19:30:00+08:00', '2026-12-07T00:01:00+08:00'],
    ['on a Saturday', '2026-12-12T08:00:00+08:00', '2026-12-14T00:01:00+08:00'],
  ])(
    '%s asks everybody who is known at once, waits, and says at the deadline that it ended',
    async (_, instant, after) => {
      await at(instant);
      const needId = await publish(asBuyer);
      expect(await fire()).toBe(0);
      world.effects.pass(10 * minute);
      expect(await fire()).toBe(0);
      const { cascade } = await cascadeOf(asBuyer, needId);
      expect(cascade).toMatchObject({ state: 'running', ring: 'circle', nextDue: null });
      expect(cascade.steps.slice(0, 2).map(({ ring, state }: Step) => `${ring} ${state}`)).toEqual(waitingRings);
      await at(after);
      expect(await fire()).toBe(1);
      const [city, circle] = await stepsOf(needId);
      expect(city?.receipt).toMatchObject({ closedBy: 'expired', silent: 0, asked: city?.receipt?.noTime });
      expect(circle?.receipt).toMatchObject({ closedBy: 'expired', silent: 0 });
      expect(city?.receipt?.suppliers[0]?.outcome).toBe('no-time');
      expect((await cascadeOf(asBuyer, needId)).cascade.state).toBe('over');
      await expectTrueReceipts(needId);
    },
  );

  it('on 30 December counts the days of the new year it knows nothing of, and no firm is called silent too early', async () => {
    await at('2026-12-30T16:00:00+08:00');
    const needId = await publish(asBuyer);
    expect(await fire()).toBe(0);
    const { cascade } = await cascadeOf(asBuyer, needId);
    expect(cascade.state).toBe('running');
    const due = Date.parse(cascade.nextDue);
    expect(due).toBeGreaterThan(Date.parse('2026-12-30T16:30:00+08:00'));
    expect(due).toBeLessThan(Date.parse('2027-01-04T00:00:00+08:00'));
    await at(cascade.nextDue);
    expect(await fire()).toBeGreaterThan(0);
    await expectTrueReceipts(needId);
  });
});

describe('a ring that somebody stands in', () => {
  it('is asked at least the shortest time though the need is due today, and its firms are silent only after it', async () => {
    await at('2026-11-23T16:50:00+08:00');
    const needId = await publish(asBuyer, '采购熔喷布 1 吨/天，BFE≥95，今天交货');
    const { cascade } = await cascadeOf(asBuyer, needId);
    expect(cascade.steps.slice(0, 2).map(({ ring, state }: Step) => `${ring} ${state}`)).toEqual(waitingRings);
    world.effects.pass(29 * minute);
    expect(await fire()).toBe(0);
    world.effects.pass(minute);
    expect(await fire()).toBe(1);
    const [city, circle] = await stepsOf(needId);
    expect(city?.receipt).toMatchObject({ closedBy: 'together', silent: 1, noTime: 0 });
    expect(circle?.receipt).toMatchObject({ closedBy: 'time', silent: 1 });
    await expectTrueReceipts(needId);
    const asYantai = await world.signInAnew('firm.yantai');
    await settle(world);
    expect((await asYantai.get('/api/opportunities?limit=100')).body).toContain('截止日期前来不及一级一级询问');
  });

  it('that was left by hand after a minute says that its firms had no time, not that they were silent', async () => {
    const needId = await publish(asBuyer, '采购熔喷布 1 吨/天，BFE≥95，提前扩大');
    world.effects.pass(minute);
    await asBuyer.post(`/api/needs/${needId}/cascade`, { action: 'widen', reason: 'cannot-wait' });
    const [city] = await stepsOf(needId);
    expect(city?.receipt).toMatchObject({ closedBy: 'by-hand', asked: 1, silent: 0, noTime: 1 });
  });

  it('keeps its account open while a wider one is asked beside it, because the registered capacity does not suffice', async () => {
    await at('2026-12-01T09:00:00+08:00');
    const needId = await publish(asBuyer, '急需熔喷布 5 吨/天，BFE≥95，12月20日交货');
    const { cascade } = await cascadeOf(asBuyer, needId);
    expect(cascade.steps.slice(0, 2).map(({ ring, state }: Step) => `${ring} ${state}`)).toEqual(waitingRings);
    expect(cascade.steps[0].receipt).toBeNull();
    await at(cascade.nextDue);
    expect(await fire()).toBeGreaterThan(0);
    const [city, circle] = await stepsOf(needId);
    expect(city?.receipt).toMatchObject({ closedBy: 'short' });
    expect(city?.receipt?.silent).toBeGreaterThan(0);
    expect(circle?.receipt).toMatchObject({ closedBy: 'time' });
    await expectTrueReceipts(needId);
  });
});
