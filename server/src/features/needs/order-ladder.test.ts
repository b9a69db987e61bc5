import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { enterHrssMatter, submitProblem } from '#testing/case-play';
import { feedback, issue, ordersOf, step } from '#testing/order-play';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { bureau, chainOffice, testCity } from '#testing/test-world';
import { fireDue } from './case-timer-job.ts';
import { insertTasks } from './case-timer-store.ts';

let world: TestApp;
let asBuyer: TestClient;
let asHrss: TestClient;
let asBureau: TestClient;
let asChief: TestClient;
let matter: string;

const enter = async () => {
  asBuyer = await world.signInAnew('firm.buyer');
  asHrss = await world.signInAnew('handler.hrss');
  asBureau = await world.signInAnew('bureau');
  asChief = await world.signInAnew('chief.medical');
};

beforeAll(async () => {
  world = await createTestApp({ settings: { limits: { idleMinutes: 50_000, absoluteHours: 500 } } });
  await enter();
  matter = await enterHrssMatter(world);
});
afterAll(() => world.close());

const fire = () =>
  fireDue({
    ...{ database: world.database, effects: world.effects, city: testCity },
    onError: (error) => {
      throw error;
    },
  });

describe('a task that is no rung of the ladder', () => {
  it('is no ground for an order and not among the cases that came up', async () => {
    const { caseId } = await submitProblem(asBuyer, { matter });
    await inContext(world.database, { city: testCity, viewer: 'system' }, (tx) => {
      const task = {
        id: world.effects.newId(),
        caseId,
        kind: 'exhausted',
        rung: 'bureau',
        bodyId: bureau.id,
        bodyName: bureau.name,
      } as const;
      const nobody = { personId: null, personName: null };
      return insertTasks(tx, { city: testCity, at: world.effects.now(), tasks: [{ ...task, ...nobody }] });
    });
    expect((await asBureau.get('/api/orders/tasks?limit=100')).json().tasks).toEqual([]);
    expect((await ordersOf(asBureau, caseId)).mayIssue).toBe('judgement');
  });
});

describe('the last rungs of the ladder', () => {
  it('are tasks of the bureau and the chief’s office, from which each may order with one press; a turn that runs out is told once', async () => {
    const first = await submitProblem(asBuyer, { matter });
    const second = await submitProblem(asBuyer, { matter });
    world.effects.setClock(new Date('2026-12-10T09:00:00+08:00'));
    await fire();
    await enter();
    const tasksOf = async (by: TestClient) =>
      (await by.get('/api/orders/tasks?limit=100')).json().tasks.map((task: { case: { id: string } }) => task.case.id);
    expect(await tasksOf(asBureau)).toEqual(expect.arrayContaining([first.caseId, second.caseId]));
    expect(await tasksOf(asChief)).toContain(first.caseId);
    const paged = async (query: string) => (await asChief.get(`/api/orders/tasks?limit=1&${query}`)).json();
    const [one, two, beyond] = [await paged('offset=0'), await paged('offset=1'), await paged('offset=100')];
    expect([one, two].flatMap(({ tasks }) => tasks.map((task: { case: { id: string } }) => task.case.id))).toEqual(
      (await tasksOf(asChief)).slice(0, 2),
    );
    expect([two.total, beyond.total, beyond.tasks.length]).toEqual([one.total, one.total, 0]);
    expect((await asHrss.get('/api/orders/tasks')).statusCode).toBe(403);
    const given = (await issue(asChief, first.caseId)).json();
    expect(given.order.status).toBe('issued');
    expect(await tasksOf(asChief)).not.toContain(first.caseId);
    const [order] = (await ordersOf(asChief, first.caseId)).orders;
    expect(order).toMatchObject({ ground: 'escalated', issuer: { id: chainOffice.id, side: 'chief' } });
    expect((await asChief.get('/api/orders?limit=100')).json().orders.map(({ id }: { id: string }) => id)).toEqual([
      given.order.id,
    ]);
    expect((await issue(asBureau, second.caseId)).statusCode).toBe(201);
    await fire();
    world.effects.setClock(new Date('2026-12-14T09:00:00+08:00'));
    expect(await fire()).toBe(2);
    expect(await fire()).toBe(0);
    await step(asHrss, given.order.id, 'sign');
    expect(await fire()).toBe(0);
  });

  it('let the bureau review in the place of a chief, and the chief its own', async () => {
    const of = (await asChief.get('/api/orders?limit=1')).json().orders[0];
    await step(asHrss, of.id, 'feed-back', feedback);
    expect((await step(asChief, of.id, 'return', { text: '不够具体' })).json().order.status).toBe('signed');
    await step(asHrss, of.id, 'feed-back', feedback);
    expect((await step(asBureau, of.id, 'accept')).json().order.status).toBe('accepted');
  });
});
