import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { act, enterHrssMatter, submitProblem } from '#testing/case-play';
import { settle } from '#testing/loop-play';
import { feedback, issue, ordersOf, step } from '#testing/order-play';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { bureau, emergencyBureau, hrss, testCity } from '#testing/test-world';
import { fireDue } from './case-timer-job.ts';

let world: TestApp;
let asBuyer: TestClient;
let asHrss: TestClient;
let asBureau: TestClient;
let matter: string;

const day = 86_400_000;

beforeAll(async () => {
  world = await createTestApp({ settings: { limits: { idleMinutes: 100_000, absoluteHours: 4_000 } } });
  [asBuyer, asHrss, asBureau] = await Promise.all([
    world.signIn('firm.buyer'),
    world.signIn('handler.hrss'),
    world.signIn('bureau'),
  ]);
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

async function pass(days: number): Promise<void> {
  world.effects.pass(days * day);
  await fire();
  await settle(world);
}

async function ordered(): Promise<{ caseId: string; id: string }> {
  const { caseId } = await submitProblem(asBuyer, { matter });
  const { order } = (await issue(asBureau, caseId, '企业多次反映')).json();
  return { caseId, id: order.id };
}

/** An order that waits for nothing but the firm’s word. */
async function accepted(): Promise<{ caseId: string; id: string }> {
  const given = await ordered();
  await step(asHrss, given.id, 'sign');
  await step(asHrss, given.id, 'feed-back', feedback);
  await step(asBureau, given.id, 'accept');
  return given;
}

const inboxOf = async (client: TestClient): Promise<readonly string[]> =>
  (await client.get('/api/inbox?limit=100')).json().entries.map(({ text }: { text: string }) => text);

const callTasks = (caseId: string) =>
  inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
    tx
      .selectFrom('case_task')
      .select(['body_id', 'closed_at'])
      .where('case_id', '=', caseId)
      .where('kind', '=', 'silent-firm')
      .execute(),
  );

describe('an accepted order whose firm does not answer', () => {
  it('reminds the firm after a first term, gives the bureau the task to call it after a second, and stays on the books', async () => {
    const { caseId, id } = await accepted();
    await pass(8);
    expect((await inboxOf(asBuyer)).join('\n')).toContain('督办到期：请企业答复是否同意销号');
    expect(await callTasks(caseId)).toEqual([]);
    expect((await ordersOf(asBureau, caseId)).orders[0]).toMatchObject({ status: 'accepted', callSince: null });
    await pass(8);
    expect(await callTasks(caseId)).toEqual([{ body_id: bureau.id, closed_at: null }]);
    expect((await inboxOf(asBureau)).join('\n')).toMatch(/督办已审核通过，.+一直没有答复，请.+电话联系/);
    const [order] = (await ordersOf(asBureau, caseId)).orders;
    expect(order.status).toBe('accepted');
    expect(order.callSince).not.toBeNull();
    const { events } = (await asBureau.get(`/api/cases/${caseId}`)).json().case;
    expect(events.map(({ text }: { text: string }) => text)).toContain(
      '督办已审核通过，企业一直没有答复是否同意销号，已请调度单位电话联系',
    );
    await pass(30);
    expect(await callTasks(caseId)).toHaveLength(1);
    expect((await step(asBureau, id, 'consent')).statusCode).toBe(409);
    expect((await step(asBuyer, id, 'consent')).json().order.status).toBe('struck-off');
    expect((await callTasks(caseId))[0]?.closed_at).not.toBeNull();
  });

  it('is called by the bureau, which notes what it said: the task is done, the order still waits for its word', async () => {
    const { caseId, id } = await accepted();
    await pass(16);
    expect((await step(asBureau, id, 'call')).json().code).toBe('orders.incomplete');
    expect((await step(asHrss, id, 'call', { text: '代为联系' })).statusCode).toBe(409);
    expect((await step(asBuyer, id, 'call', { text: '自己打的' })).statusCode).toBe(409);
    expect((await step(asBureau, id, 'call', { text: '负责人出差，下周一答复' })).statusCode).toBe(200);
    const [order] = (await ordersOf(asBuyer, caseId)).orders;
    expect(order).toMatchObject({ status: 'accepted', callSince: null });
    expect(order.steps.at(-1)).toMatchObject({
      text: `${bureau.name}已电话联系您，销号仍等您答复`,
      said: '负责人出差，下周一答复',
    });
    expect((await callTasks(caseId))[0]?.closed_at).not.toBeNull();
    await pass(10);
    expect(await callTasks(caseId)).toHaveLength(1);
    expect((await step(asBuyer, id, 'consent')).json().order.status).toBe('struck-off');
  });

  it('is left alone when it answers in time', async () => {
    const { caseId, id } = await accepted();
    await pass(8);
    await step(asBuyer, id, 'refuse', { text: '电费没有变' });
    await pass(20);
    expect(await callTasks(caseId)).toEqual([]);
  });
});

describe('an order that leaves a body with its case', () => {
  it('is seen to leave by the body that had it', async () => {
    const { caseId } = await ordered();
    await act(asBureau, caseId, 'transfer', { to: emergencyBureau.id });
    await settle(world);
    expect((await inboxOf(asHrss)).join('\n')).toContain(`督办随件转到${emergencyBureau.name}，请签收`);
  });

  it('is offered to whoever stands for a record that was merged away, as the service takes it from them', async () => {
    const { caseId, id } = await ordered();
    await act(asBureau, caseId, 'transfer', { to: emergencyBureau.id });
    expect((await ordersOf(asHrss, caseId)).orders[0].allowed).toEqual([]);
    expect((await step(asHrss, id, 'sign')).statusCode).toBe(403);
    await inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
      sql`update organisation set merged_into = ${hrss.id} where city = ${testCity} and id = ${emergencyBureau.id}`.execute(
        tx,
      ),
    );
    expect((await ordersOf(asHrss, caseId)).orders[0].allowed).toEqual(['sign']);
    expect((await step(asHrss, id, 'sign')).json().order.status).toBe('signed');
  });
});
