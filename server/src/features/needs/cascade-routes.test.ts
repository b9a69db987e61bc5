import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { cascadeOf, fireRings } from '#testing/cascade-play';
import { matchOf, publish, quote, settle } from '#testing/loop-play';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { bureau, testCity } from '#testing/test-world';

let world: TestApp;
let asBuyer: TestClient;
let asBureau: TestClient;
let written = 0;

const day = 86_400_000;
const signIn = async () => {
  [asBuyer, asBureau] = await Promise.all([world.signInAnew('firm.buyer'), world.signInAnew('bureau')]);
};

beforeAll(async () => {
  world = await createTestApp();
});
beforeEach(signIn);
afterAll(() => world.close());

/** One local firm makes enough of it, so that only the city is asked at first. */
const publishLocal = (more = '') => publish(asBuyer, `采购熔喷布 1 吨/天，BFE≥95，第 ${++written} 批${more}`);

/** Time goes by, in steps no longer than a session lives; whoever is due moves. */
async function pass(days: number): Promise<void> {
  world.effects.pass(days * day);
  // what a follower holds at this moment is passed over by one look and taken by the next, as in the running server
  for (let look = 0; look < 2; look += 1) {
    await settle(world);
    await fireRings(world);
  }
  await settle(world);
  await signIn();
}

interface Step {
  readonly ring: string;
  readonly state: string;
}
const statesOf = (steps: readonly Step[]) => steps.map(({ ring, state }) => `${ring} ${state}`);
/** The history of the case of a need, each step with its word and its sentence. */
async function historyOf(needId: string, language: string): Promise<readonly string[]> {
  const { id } = await inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
    tx.selectFrom('need_case').select('id').where('need_id', '=', needId).executeTakeFirstOrThrow(),
  );
  const { events } = (await asBureau.get(`/api/cases/${id}`, { 'accept-language': language })).json().case;
  return events.map(({ action, text }: { action: string; text: string }) => `${action}：${text}`);
}

const allTimers = ['abroad', 'circle', 'end', 'nation', 'province'];

/** Which timers of a need fired, and which were dropped because they no longer fell due. */
async function marksOf(needId: string) {
  const rows = await inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
    tx
      .selectFrom('cascade_timer')
      .select(['kind', 'fired_at', 'dropped_at'])
      .where('need_id', '=', needId)
      .orderBy('kind')
      .execute(),
  );
  return {
    fired: rows.filter((row) => row.fired_at !== null).map(({ kind }) => kind),
    dropped: rows.filter((row) => row.dropped_at !== null).map(({ kind }) => kind),
  };
}
const steer = (client: TestClient, needId: string, body: object) => client.post(`/api/needs/${needId}/cascade`, body);

describe('a cascade', () => {
  it('asks the city first and says when the circle is asked', async () => {
    const { cascade } = await cascadeOf(asBuyer, await publishLocal());
    expect(cascade).toMatchObject({ state: 'running', ring: 'city', urgent: false });
    expect(statesOf(cascade.steps)).toEqual(['city current', ...later]);
    expect(cascade.nextDue).toBe(cascade.steps[1].due);
    expect(await fireRings(world)).toBe(0);
  });

  it('asks the circle when the time of the city is over, with a receipt of who was silent', async () => {
    const needId = await publishLocal();
    await pass(6);
    const { cascade } = await cascadeOf(asBuyer, needId);
    expect(statesOf(cascade.steps).slice(0, 3)).toEqual(['city done', 'circle current', 'province next']);
    const [city] = cascade.steps;
    expect(city.receipt).toMatchObject({ closedBy: 'time', asked: 1, silent: 1, quoted: 0, declined: 0 });
    expect(city.receipt.suppliers[0]).toMatchObject({ name: '威海净川熔喷材料有限公司（演示）', outcome: 'silent' });
    const asYantai = await world.signInAnew('firm.yantai');
    const matchId = await matchOf(world, asYantai, needId);
    expect((await asYantai.get(`/api/opportunities/${matchId}`)).body).toContain('先问了本市，到时无人报价');
  });

  it('keeps apart which timers fired and which were dropped', async () => {
    const needId = await publishLocal();
    await pass(6);
    expect(await marksOf(needId)).toEqual({ fired: ['circle'], dropped: [] });
    await steer(asBuyer, needId, { action: 'widen', reason: 'compare' });
    expect(await marksOf(needId)).toEqual({ fired: ['circle'], dropped: ['province'] });
    await asBuyer.post(`/api/needs/${needId}/withdrawal`);
    expect(await marksOf(needId)).toEqual({ fired: ['circle'], dropped: ['abroad', 'end', 'nation', 'province'] });
  });

  it('ends honestly where nobody is known: each ring leaves its receipt, and the bureau has a task', async () => {
    const needId = await publishLocal();
    await pass(6);
    await pass(6);
    const { cascade } = await cascadeOf(asBuyer, needId);
    expect(cascade).toMatchObject({ state: 'exhausted', nextDue: null, allowed: [] });
    expect(statesOf(cascade.steps)).toEqual([
      ...['city done', 'circle done', 'province skipped', 'nation skipped', 'abroad skipped'],
    ]);
    expect(cascade.steps.slice(2).map((step: { receipt: { closedBy: string } }) => step.receipt.closedBy)).toEqual([
      ...['nobody', 'nobody', 'nobody'],
    ]);
    const tasks = await inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
      tx
        .selectFrom('case_task as t')
        .innerJoin('need_case as c', 'c.id', 't.case_id')
        .select(['t.body_id', 't.rung', 't.kind'])
        .where('c.need_id', '=', needId)
        .execute(),
    );
    expect(tasks).toEqual([{ body_id: bureau.id, rung: 'bureau', kind: 'exhausted' }]);
    expect(await historyOf(needId, 'zh-CN')).toContain('请求协助：各级都已询问，没有可用的报价，已请调度单位协助寻找');
    expect(await historyOf(needId, 'en')).toContain(
      'asked to help：every ring was asked without a quote that holds: the bureau was asked to help',
    );
    const { entries } = (await asBureau.get('/api/inbox')).json();
    expect(entries.map(({ text }: { text: string }) => text).join('\n')).toContain('各级都问过，没有可用的报价');
  });

  it('waits while a quote is to be decided on, and goes on at once when it is turned down', async () => {
    const needId = await publishLocal();
    const { matchId } = await quote(world, await world.signInAnew('firm.meltblown'), needId);
    await pass(6);
    expect((await cascadeOf(asBuyer, needId)).cascade).toMatchObject({ state: 'waiting', ring: 'city', nextDue: null });
    expect((await asBuyer.post(`/api/matches/${matchId}/rejection`, { code: 'price' })).statusCode).toBeLessThan(300);
    expect(await fireRings(world)).toBe(1);
    const { cascade } = await cascadeOf(asBuyer, needId);
    expect(cascade).toMatchObject({ state: 'running', ring: 'circle' });
    expect(cascade.steps[0].receipt).toMatchObject({ quoted: 1, silent: 0 });
  });

  it('names why a supplier declined, in the receipt and nowhere to another firm', async () => {
    const needId = await publishLocal();
    const asLocal = await world.signInAnew('firm.meltblown');
    const matchId = await matchOf(world, asLocal, needId);
    await asLocal.post(`/api/matches/${matchId}/responses`, { declined: 'capacity' });
    await pass(6);
    const { cascade } = await cascadeOf(asBuyer, needId);
    expect(cascade.steps[0].receipt.suppliers[0]).toMatchObject({ outcome: 'declined', code: 'capacity' });
    expect((await (await world.signInAnew('firm.meltblown')).get(`/api/needs/${needId}/cascade`)).statusCode).toBe(404);
    expect((await asBureau.get(`/api/needs/${needId}/cascade`)).json().cascade.ring).toBe('circle');
  });

  it('is shorter for an urgent need and for one with a near deadline', async () => {
    const dueOf = async (needId: string) => Date.parse((await cascadeOf(asBuyer, needId)).cascade.nextDue);
    const calm = await dueOf(await publishLocal());
    const urgent = await dueOf(await publishLocal('，急需'));
    const near = await dueOf(await publishLocal('，明天交货'));
    expect(urgent).toBeLessThan(calm);
    expect(near).toBeLessThan(calm);
  });

  it('moves each of many once, also when two nodes look at the same moment', async () => {
    const needs: string[] = [];
    for (let one = 0; one < 6; one++) needs.push(await publishLocal());
    world.effects.pass(6 * day);
    await Promise.all([fireRings(world), fireRings(world), fireRings(world)]);
    await fireRings(world);
    await signIn();
    for (const needId of needs) expect((await cascadeOf(asBuyer, needId)).cascade.ring).toBe('circle');
    expect(await fireRings(world)).toBe(0);
  });
});

const later = ['circle next', 'province next', 'nation next', 'abroad next'];

describe('somebody who does not leave it to the time', () => {
  it('widens at once; the reason and the name stay in the receipt', async () => {
    const needId = await publishLocal();
    const reply = await steer(asBuyer, needId, { action: 'widen', reason: 'cannot-wait' });
    expect(reply.json()).toEqual({ added: 1 });
    const { cascade } = await cascadeOf(asBuyer, needId);
    expect(cascade.steps[0].receipt).toMatchObject({
      ...{ closedBy: 'by-hand', hand: { code: 'cannot-wait', by: '演示-乙' } },
    });
    expect(cascade.ring).toBe('circle');
  });

  it('holds the cascade and lets it go on, the bureau as well as the buyer', async () => {
    const needId = await publishLocal();
    expect((await steer(asBuyer, needId, { action: 'hold', reason: 'local-only' })).statusCode).toBe(200);
    await pass(6);
    const held = (await cascadeOf(asBuyer, needId)).cascade;
    expect(held).toMatchObject({ state: 'held', ring: 'city', nextDue: null, allowed: ['widen', 'release'] });
    expect(held.held).toMatchObject({ code: 'local-only', by: '演示-乙' });
    expect((await steer(asBureau, needId, { action: 'release' })).statusCode).toBe(200);
    expect(await fireRings(world)).toBe(0);
    await pass(6);
    expect((await cascadeOf(asBuyer, needId)).cascade.ring).toBe('circle');
  });

  it('is refused without a reason, when it cannot be done now, and to strangers', async () => {
    const needId = await publishLocal();
    expect((await steer(asBuyer, needId, { action: 'widen' })).json().code).toBe('cascade.reason-missing');
    expect((await steer(asBuyer, needId, { action: 'hold' })).json().code).toBe('cascade.reason-missing');
    expect((await steer(asBuyer, needId, { action: 'release' })).json()).toMatchObject({
      ...{ code: 'cascade.not-now', message: '现在不能这样做：正在按时间逐级询源' },
    });
    const asLocal = await world.signInAnew('firm.meltblown');
    expect((await steer(asLocal, needId, { action: 'release' })).statusCode).toBe(404);
    const asBank = await world.signInAnew('bank.a');
    expect((await steer(asBank, needId, { action: 'release' })).statusCode).toBe(403);
    await asBuyer.post(`/api/needs/${needId}/withdrawal`);
    const over = await steer(asBuyer, needId, { action: 'hold', reason: 'other' });
    expect(over.json()).toMatchObject({ code: 'cascade.not-now', message: '现在不能这样做：需求已结束' });
  });

  it('widening far at once leaves a receipt of every ring in between', async () => {
    const needId = await publishLocal();
    await asBuyer.post(`/api/needs/${needId}/widening`, { reach: 'nation' });
    const { cascade } = await cascadeOf(asBuyer, needId);
    expect(statesOf(cascade.steps).slice(0, 4)).toEqual([
      ...['city done', 'circle done', 'province skipped', 'nation current'],
    ]);
    expect(cascade.steps[1].receipt.closedBy).toBe('by-hand');
  });
});

describe('the end of a need', () => {
  it('writes the receipt of the ring it had reached, and nothing falls due any more', async () => {
    const needId = await publishLocal();
    await asBuyer.post(`/api/needs/${needId}/withdrawal`);
    const { cascade } = await cascadeOf(asBuyer, needId);
    expect(cascade).toMatchObject({ state: 'over', nextDue: null });
    expect(cascade.steps[0].receipt.closedBy).toBe('withdrawn');
    await pass(6);
    expect((await cascadeOf(asBuyer, needId)).cascade.ring).toBe('city');
  });

  it('by its deadline closes the cascade too, also when it was held', async () => {
    const needId = await publishLocal('，后天交货');
    await steer(asBuyer, needId, { action: 'hold', reason: 'in-talks' });
    await pass(6);
    const { cascade } = await cascadeOf(asBuyer, needId);
    expect(cascade.state).toBe('over');
    expect(cascade.steps[0].receipt.closedBy).toBe('expired');
  });

  it('by its deadline closes the cascade the moment the day is over, whenever its rings fall due', async () => {
    const needId = await publishLocal('，后天交货');
    await inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
      tx
        .updateTable('cascade_timer')
        .set({ due_at: new Date('2030-01-01T00:00:00Z') })
        .where('need_id', '=', needId)
        .where('kind', '<>', 'expiry')
        .execute(),
    );
    await pass(6);
    const { cascade } = await cascadeOf(asBuyer, needId);
    expect(cascade.state).toBe('over');
    expect(cascade.steps[0].receipt.closedBy).toBe('expired');
  });

  it('by a choice writes the receipt of the ring it had reached', async () => {
    const needId = await publishLocal();
    const { id: responseId } = await quote(world, await world.signInAnew('firm.meltblown'), needId);
    expect((await asBuyer.post(`/api/needs/${needId}/choice`, { responseId })).statusCode).toBe(201);
    const { cascade } = await cascadeOf(asBuyer, needId);
    expect(cascade.steps[0].receipt).toMatchObject({ closedBy: 'chosen', quoted: 1 });
    expect(await marksOf(needId)).toEqual({ fired: [], dropped: allTimers });
  });

  it('leaves receipts that nobody can change, not even the platform', async () => {
    const needId = await publishLocal();
    await asBuyer.post(`/api/needs/${needId}/withdrawal`);
    const change = inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
      tx.updateTable('cascade_receipt').set({ asked: 99 }).where('need_id', '=', needId).execute(),
    );
    await expect(change).rejects.toThrow('permission denied');
  });
});
