import { orderState } from '@zhitong/domain/needs/order-history';
import { orderLight } from '@zhitong/domain/needs/order-terms';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCaseState } from '#features/needs/case-state-json';
import { inContext } from '#platform/context';
import { act, enterHrssMatter, submitProblem } from '#testing/case-play';
import { feedback, issue, ordersOf, step } from '#testing/order-play';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { bureau, chainOffice, hrss, testCity } from '#testing/test-world';
import { readOrderAction, readOrderState } from './order-state-json.ts';

let world: TestApp;
let asBuyer: TestClient;
let asHrss: TestClient;
let asBureau: TestClient;
let asChief: TestClient;
let matter: string;

beforeAll(async () => {
  world = await createTestApp({ settings: { limits: { idleMinutes: 50_000, absoluteHours: 500 } } });
  [asBuyer, asHrss, asBureau, asChief] = await Promise.all([
    world.signIn('firm.buyer'),
    world.signIn('handler.hrss'),
    world.signIn('bureau'),
    world.signIn('chief.medical'),
  ]);
  matter = await enterHrssMatter(world);
});
afterAll(() => world.close());

/** A case the bureau has ordered, and the order. */
async function ordered(text = '企业多次反映'): Promise<{ caseId: string; needId: string; id: string }> {
  const of = await submitProblem(asBuyer, { matter });
  const reply = await issue(asBureau, of.caseId, text);
  if (reply.statusCode !== 201) throw new Error(reply.body);
  return { ...of, id: reply.json().order.id };
}

describe('a supervision order', () => {
  it('is signed, fed back on, accepted, and struck off by the firm; the clock of the case does not hear it', async () => {
    const { caseId, needId, id } = await ordered();
    const before = (await asBuyer.get(`/api/clocks/${caseId}`)).json();
    expect((await step(asHrss, id, 'sign')).json().order).toMatchObject({ status: 'signed', seq: 2 });
    expect((await step(asHrss, id, 'feed-back', feedback)).json().order.status).toBe('fed-back');
    expect((await step(asBureau, id, 'accept')).json().order.status).toBe('accepted');
    expect((await step(asBuyer, id, 'consent')).json().order.status).toBe('struck-off');
    expect((await asBuyer.get(`/api/clocks/${caseId}`)).json()).toEqual(before);
    const { events } = (await asBuyer.get(`/api/needs/${needId}/timeline`)).json();
    const told = events.map(({ text }: { text: string }) => text);
    expect(told).toContain(`${bureau.name}督办您的这件事（调度单位决定），交${hrss.name}办，先签收`);
    expect(told).toContain('您同意销号，督办结束');
    const [order] = (await ordersOf(asBuyer, caseId)).orders;
    expect(order).toMatchObject({
      status: 'struck-off',
      light: 'done',
      due: null,
      promised: '2027-03-01',
      allowed: [],
    });
  });

  it('shows the firm what the body has done, but not what the supervisor wrote to the body', async () => {
    const { caseId, id } = await ordered('请局长亲自过问');
    await step(asHrss, id, 'sign');
    await step(asHrss, id, 'feed-back', feedback);
    const said = async (by: TestClient) =>
      (await ordersOf(by, caseId)).orders[0].steps.map(({ said: words }: { said: string | null }) => words);
    expect(await said(asBuyer)).toEqual([null, null, feedback.text]);
    expect(await said(asHrss)).toEqual(['请局长亲自过问', null, feedback.text]);
  });

  it('goes back to the body when the supervisor returns it or the firm refuses, with the reason', async () => {
    const { caseId, id } = await ordered();
    await step(asHrss, id, 'sign');
    await step(asHrss, id, 'feed-back', feedback);
    expect((await step(asBureau, id, 'return', { text: '没有写明电价' })).json().order.status).toBe('signed');
    await step(asHrss, id, 'feed-back', feedback);
    await step(asBureau, id, 'accept');
    expect((await step(asBuyer, id, 'refuse', { text: '电费没有变' })).json().order.status).toBe('signed');
    const [order] = (await ordersOf(asHrss, caseId)).orders;
    expect(order).toMatchObject({ returns: 2, allowed: ['feed-back'] });
  });

  it('tells each side what it may do now, and says who has it', async () => {
    const { caseId, id } = await ordered();
    const allowed = async () =>
      Promise.all([asBuyer, asHrss, asBureau].map(async (by) => (await ordersOf(by, caseId)).orders[0].allowed));
    expect(await allowed()).toEqual([[], ['sign'], []]);
    await step(asHrss, id, 'sign');
    await step(asHrss, id, 'feed-back', feedback);
    expect(await allowed()).toEqual([[], [], ['accept', 'return']]);
    await step(asBureau, id, 'accept');
    expect(await allowed()).toEqual([['consent', 'refuse'], [], ['call']]);
    expect((await ordersOf(asBuyer, caseId, { 'accept-language': 'en' })).orders[0].next).toMatch(/^You say by /);
  });

  it('stays with its case when the body hands it back, and the next body begins by signing', async () => {
    const { caseId, id } = await ordered();
    await step(asHrss, id, 'sign');
    await act(asHrss, caseId, 'hand-back', { reason: 'not-our-duty' });
    const [order] = (await ordersOf(asBureau, caseId)).orders;
    expect(order).toMatchObject({ status: 'issued', body: { id: bureau.id }, allowed: ['sign'] });
    expect((await step(asHrss, id, 'feed-back', feedback)).statusCode).toBe(403);
    await act(asBureau, caseId, 'transfer', { to: hrss.id });
    expect((await ordersOf(asHrss, caseId)).orders[0]).toMatchObject({ body: { id: hrss.id }, allowed: ['sign'] });
  });

  it('ends when the firm withdraws its request', async () => {
    const { caseId, id } = await ordered();
    await act(asBuyer, caseId, 'withdraw');
    expect((await ordersOf(asBureau, caseId)).orders[0]).toMatchObject({ status: 'ended', allowed: [] });
    expect((await step(asHrss, id, 'sign')).json()).toMatchObject({ code: 'orders.over' });
  });

  it('ends when the firm says itself that the matter is solved: it is not asked a second time', async () => {
    const { needId, caseId } = await ordered();
    await act(asHrss, caseId, 'answer', { text: '已按规定办结。' });
    expect((await asBuyer.post(`/api/needs/${needId}/confirmation`, { solved: true })).statusCode).toBe(200);
    expect((await ordersOf(asBureau, caseId)).orders[0]).toMatchObject({ status: 'ended', allowed: [] });
  });

  it('is in the row what its history folds to, and the case names the same body', async () => {
    const { rows } = await inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
      sql<{ state: unknown; lead: string; actions: unknown[]; case_state: unknown; over_at: Date | null }>`
        select o.state, o.lead_id as lead, o.over_at, c.state as case_state,
               (select jsonb_agg(a.action order by a.seq) from order_action a where a.order_id = o.id) as actions
        from supervision_order o join need_case c on c.id = o.case_id`.execute(tx),
    );
    expect(rows.length).toBeGreaterThan(4);
    for (const { state, lead, actions, case_state, over_at } of rows) {
      const [first, ...rest] = actions.map(readOrderAction);
      if (!first) throw new Error('an order without actions');
      expect(orderState([first, ...rest])).toEqual(readOrderState(state));
      expect(readOrderState(state).body).toBe(lead);
      if (over_at === null) expect(readCaseState(case_state).lead).toBe(lead);
    }
  });
});

describe('who may order', () => {
  it('is the bureau for any open case, without a ground only with a reason', async () => {
    const { caseId } = await submitProblem(asBuyer, { matter });
    expect((await ordersOf(asBureau, caseId)).mayIssue).toBe('judgement');
    expect((await issue(asBureau, caseId)).json()).toMatchObject({ code: 'orders.incomplete' });
    expect((await issue(asBureau, caseId, '企业多次反映')).statusCode).toBe(201);
    expect((await ordersOf(asBureau, caseId)).mayIssue).toBeNull();
  });

  it('is neither a body nor a firm', async () => {
    const { caseId } = await submitProblem(asBuyer, { matter });
    for (const by of [asHrss, asBuyer]) {
      expect((await issue(by, caseId, '请督办')).statusCode).toBe(403);
      expect((await ordersOf(by, caseId)).mayIssue).toBeNull();
    }
  });

  it('is not a chief’s office for a case that does not show it a ground, or that it cannot see', async () => {
    const { caseId } = await submitProblem(asBuyer, { matter });
    expect((await issue(asChief, caseId, '请督办')).statusCode).toBe(404);
    await inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
      sql`update need_case set reader_ids = array_append(reader_ids, ${chainOffice.id}::uuid) where id = ${caseId}`.execute(
        tx,
      ),
    );
    expect((await ordersOf(asChief, caseId)).mayIssue).toBeNull();
    expect((await issue(asChief, caseId, '请督办')).json()).toMatchObject({
      code: 'orders.no-ground',
      message:
        '链长办只能督办三种件：提醒已升级到调度单位或链长办的、已逾期的、已被退回两次的。这件一种也不是；可请调度单位说明理由后督办',
    });
  });

  it('is nobody once the case is over, and nobody twice', async () => {
    const { caseId, needId } = await submitProblem(asBuyer, { matter });
    const replies = await Promise.all([issue(asBureau, caseId, '一'), issue(asBureau, caseId, '二')]);
    expect(replies.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 409]);
    const refused = replies.find(({ statusCode }) => statusCode === 409)?.json();
    expect(refused).toMatchObject({ code: 'orders.open-already', message: expect.stringContaining(bureau.name) });
    const other = await submitProblem(asBuyer, { matter });
    await act(asHrss, other.caseId, 'answer', { text: '可以' });
    await asBuyer.post(`/api/needs/${other.needId}/confirmation`, { solved: true });
    expect((await issue(asBureau, other.caseId, '请督办')).json()).toMatchObject({ code: 'orders.case-over' });
    expect(needId).not.toBe(other.needId);
  });
});

describe('what an order refuses', () => {
  it('is anything out of turn, with whose turn it is in both languages', async () => {
    const { id } = await ordered();
    expect((await step(asBuyer, id, 'consent')).json()).toMatchObject({
      ...{ code: 'orders.not-now', message: '督办现在由主办单位处理，此时可以：签收' },
      details: { allowed: ['sign'] },
    });
    const english = await asBuyer.post(`/api/orders/${id}/actions`, { action: 'consent' }, { 'accept-language': 'en' });
    expect(english.json().message).toBe('The order is now with the body in charge. Possible now: sign for it');
    expect((await step(asHrss, id, 'accept')).json()).toMatchObject({ code: 'orders.not-now' });
    expect((await step(asBureau, id, 'sign')).json()).toMatchObject({ code: 'orders.not-now' });
  });

  it('is a feedback without words or day, or for a day that is over, and a return without a reason', async () => {
    const { id } = await ordered();
    await step(asHrss, id, 'sign');
    expect((await step(asHrss, id, 'feed-back', { promised: '2027-03-01' })).json().code).toBe('orders.incomplete');
    expect((await step(asHrss, id, 'feed-back', { text: '已办' })).json().code).toBe('orders.incomplete');
    expect((await step(asHrss, id, 'feed-back', { text: '已办', promised: '2020-01-01' })).json().code).toBe(
      'orders.promise-past',
    );
    await step(asHrss, id, 'feed-back', feedback);
    expect((await step(asBureau, id, 'return')).json().code).toBe('orders.incomplete');
  });

  it('is the second of two who act at once, and whoever has not seen what was done', async () => {
    const { id } = await ordered();
    const replies = await Promise.all([step(asHrss, id, 'sign'), step(asHrss, id, 'sign')]);
    expect(replies.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
    const late = (await step(asHrss, id, 'feed-back', { ...feedback, seen: 1 })).json();
    expect(late).toMatchObject({ code: 'orders.changed', message: `${hrss.person.name} 0 分钟前已签收。请看过再操作` });
  });

  it('is somebody who stands to it on no side', async () => {
    const { id } = await ordered();
    const asOther = await world.signIn('firm.tackle');
    expect((await step(asOther, id, 'consent')).statusCode).toBe(404);
    expect((await asOther.get('/api/orders?state=any')).json().total).toBe(0);
  });
});

describe('the list of orders', () => {
  it('holds for the bureau the whole city, and filters by light, state and words', async () => {
    await ordered();
    const list = async (query: string) => (await asBureau.get(`/api/orders?${query}`)).json();
    const open = await list('');
    expect(open.total).toBe(open.lights.red + open.lights.yellow + open.lights.green);
    for (const light of ['red', 'yellow', 'green'])
      expect((await list(`light=${light}`)).total).toBe(open.lights[light]);
    const over = await list('state=over');
    expect(over.orders.every(({ light }: { light: string }) => light === 'done')).toBe(true);
    expect((await list('state=any')).total).toBe(open.total + over.total);
    expect((await list(`q=${encodeURIComponent('没有这样的事')}`)).total).toBe(0);
  });

  it('gives a light in the database that the domain gives too', async () => {
    const { rows } = await inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
      sql<{ id: string; due_at: Date | null; yellow_at: Date | null }>`
        select id, due_at, yellow_at from supervision_order`.execute(tx),
    );
    for (const light of ['red', 'yellow', 'green', 'done']) {
      const { orders } = (await asBureau.get(`/api/orders?state=any&light=${light}&limit=100`)).json();
      const ids = orders.map(({ id }: { id: string }) => id).toSorted();
      const same = rows.filter(
        ({ due_at, yellow_at }) => orderLight({ dueAt: due_at, yellowAt: yellow_at }, world.effects.now()) === light,
      );
      expect(ids).toEqual(same.map(({ id }) => id).toSorted());
    }
  });

  it('is not late for a body while the supervisor owes the review, and names who is late', async () => {
    const late = async (by: TestClient) => (await by.get('/api/orders?light=red&limit=100')).json();
    const { id } = await ordered();
    await step(asHrss, id, 'sign');
    await step(asHrss, id, 'feed-back', feedback);
    world.effects.pass(8 * 24 * 3_600_000);
    const shown = await late(asBureau);
    const found = shown.orders.find((order: { id: string }) => order.id === id);
    expect(found).toMatchObject({ light: 'red', late: { id: bureau.id, name: bureau.name } });
    const own = await late(asHrss);
    expect(own.orders.map((order: { id: string }) => order.id)).not.toContain(id);
    expect(own.total).toBe(own.lights.red);
    const green = (await asHrss.get('/api/orders?light=green&limit=100')).json();
    const row = green.orders.find((order: { id: string }) => order.id === id);
    expect(row).toMatchObject({ light: 'green', late: { name: bureau.name } });
    expect(green.total).toBe(green.lights.green);
    // returned, it is the body’s turn, and its lateness
    await step(asBureau, id, 'return', { text: '没有写明电价' });
    world.effects.pass(8 * 24 * 3_600_000);
    const back = (await late(asHrss)).orders.find((order: { id: string }) => order.id === id);
    expect(back).toMatchObject({ light: 'red', late: { id: hrss.id } });
  });

  it('shows a body and a firm their own, and leaves the house as a sheet', async () => {
    for (const by of [asHrss, asBuyer]) expect((await by.get('/api/orders')).json().total).toBeGreaterThan(0);
    const sheet = await asBureau.get('/api/orders/export?state=any&lang=zh');
    expect(sheet.statusCode).toBe(200);
    expect(sheet.headers['content-disposition']).toContain(encodeURIComponent('督办清单'));
  });
});
