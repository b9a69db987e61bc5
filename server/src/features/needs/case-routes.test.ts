import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { act, aProblem, enterHrssMatter, submitProblem } from '#testing/case-play';
import { newKey, settle } from '#testing/loop-play';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { bankA, bureau, buyer, circleMeltblown, hrss, tackle } from '#testing/test-world';

let world: TestApp;
let asBuyer: TestClient;
let asHrss: TestClient;
let asBureau: TestClient;
let asBank: TestClient;
let asTackle: TestClient;
let matter: string;
const hour = 3_600_000;

beforeAll(async () => {
  // nobody is signed out by the clock that this file moves on
  world = await createTestApp({ settings: { limits: { idleMinutes: 5_000, absoluteHours: 500 } } });
  [asBuyer, asHrss, asBureau, asBank, asTackle] = await Promise.all([
    world.signIn('firm.buyer'),
    world.signIn('handler.hrss'),
    world.signIn('bureau'),
    world.signIn('bank.a'),
    world.signIn('firm.tackle'),
  ]);
  matter = await enterHrssMatter(world);
});
afterAll(() => world.close());

const clockOf = async (caseId: string, client = asBuyer) => (await client.get(`/api/clocks/${caseId}`)).json();
const timelineOf = async (needId: string, client = asBuyer, headers = {}) =>
  (await client.get(`/api/needs/${needId}/timeline`, headers)).json();
const refusal = async (reply: Awaited<ReturnType<typeof act>>) => ({ status: reply.statusCode, ...reply.json() });

describe('a request', () => {
  it('lies with the body of its matter from the first second, and the clock runs from its submission', async () => {
    const { needId, caseId } = await submitProblem(asBuyer, { matter });
    const clock = await clockOf(caseId);
    expect(clock).toMatchObject({
      ...{ start: '2026-11-23T01:00:00.000Z', elapsedMinutes: 0, light: 'green', stopped: false, dueCertain: true },
      ...{ accountable: { id: hrss.id, name: hrss.name }, remainingMinutes: 450, due: '2026-11-24T01:00:00.000Z' },
    });
    const { holder, events, next } = await timelineOf(needId);
    expect(holder).toMatchObject({ body: { name: hrss.name }, person: hrss.person.name });
    expect(events).toMatchObject([{ actor: '您', text: `您提交，计时开始，由${hrss.name}办理` }]);
    expect(next).toBe(`${hrss.name}应于 11月23日 10:00 前首次回应，11月23日 11:00 前签收，11月24日 09:00 前答复`);
  });

  it('is first in the inbox of the handler, and nobody else finds it', async () => {
    const text = aProblem();
    const { caseId } = await submitProblem(asBuyer, { matter, text });
    const query = `/api/cases?q=${encodeURIComponent(text)}`;
    expect((await asHrss.get(query)).json()).toMatchObject({
      total: 1,
      cases: [{ id: caseId, asker: { id: buyer.id, name: buyer.name }, holder: hrss.person.name, light: 'green' }],
    });
    expect((await asBureau.get(query)).json().total).toBe(1);
    for (const client of [asBank, asTackle]) {
      expect((await client.get(query)).json().total).toBe(0);
      expect((await client.get(`/api/cases/${caseId}`)).statusCode).toBe(404);
      expect((await client.get(`/api/clocks/${caseId}`)).statusCode).toBe(404);
      expect((await act(client, caseId, 'answer', { text: '好' })).statusCode).toBe(404);
    }
  });

  it('without a matter lies with the bureau, which finds a body; what the firm wrote teaches routing', async () => {
    const { needId, caseId } = await submitProblem(asBuyer);
    expect((await timelineOf(needId)).holder.body.id).toBe(bureau.id);
    expect(
      (await asBureau.get('/api/cases?unassigned=true')).json().cases.map(({ id }: { id: string }) => id),
    ).toContain(caseId);
    for (const elsewhere of [{ to: circleMeltblown.id }, { to: tackle.id }, { to: caseless }, { matter: caseless }])
      expect((await act(asBureau, caseId, 'transfer', elsewhere)).statusCode).toBe(422);
    const moved = await act(asBureau, caseId, 'transfer', { matter });
    expect(moved.json()).toMatchObject({ case: { lead: { id: hrss.id }, status: 'waiting' } });
    expect((await asBureau.get(`/api/cases/${caseId}`)).json().case.matter).toMatchObject({ id: matter });
  });

  it('makes one case for the same key, however often it is sent', async () => {
    const body = { kind: 'problem', text: aProblem(), matter, idempotencyKey: newKey() };
    const [one, two] = await Promise.all([asBuyer.post('/api/needs', body), asBuyer.post('/api/needs', body)]);
    expect(one.json()).toEqual(two.json());
  });

  it('refuses no words, too many words, a matter and a body that are not there, and a firm as a body', async () => {
    const send = async (more: object) => {
      const reply = await asBuyer.post('/api/needs', {
        kind: 'problem',
        text: aProblem(),
        idempotencyKey: newKey(),
        ...more,
      });
      return [reply.statusCode, reply.json().code];
    };
    expect(await send({ text: ' ' })).toEqual([422, 'needs.text-empty']);
    expect(await send({ text: '字'.repeat(20_001) })).toEqual([413, 'needs.text-too-long']);
    expect(await send({ matter: caseless })).toEqual([422, 'cases.unknown-matter']);
    expect(await send({ body: caseless })).toEqual([422, 'cases.unknown-body']);
    expect(await send({ body: tackle.id })).toEqual([422, 'cases.not-a-body']);
  });
});

const caseless = '01900000-0000-7000-8000-00000000dead';

describe('the handling of a case', () => {
  it('goes from signing over an answer to the firm saying that it is solved', async () => {
    const { needId, caseId } = await submitProblem(asBuyer, { matter });
    expect((await act(asHrss, caseId, 'accept')).statusCode).toBe(200);
    expect((await act(asHrss, caseId, 'answer', { text: '可以改，请带租赁合同到窗口。' })).json().case.status).toBe(
      'answered',
    );
    const waiting = await timelineOf(needId);
    expect(waiting).toMatchObject({ mayConfirm: true, next: '请您确认是否解决' });
    expect(waiting.events.at(-1)).toMatchObject({ text: `${hrss.name}答复`, said: '可以改，请带租赁合同到窗口。' });
    const done = await asBuyer.post(`/api/needs/${needId}/confirmation`, { solved: true });
    expect(done.json()).toEqual({ case: { id: caseId, status: 'solved' } });
    expect(await clockOf(caseId)).toMatchObject({ light: 'solved', stopped: true });
    expect((await asHrss.get('/api/cases?who=done')).json().cases.map(({ id }: { id: string }) => id)).toContain(
      caseId,
    );
  });

  it('is not over by an answer the firm does not accept: all the time counts after all', async () => {
    const { needId, caseId } = await submitProblem(asBuyer, { matter });
    await act(asHrss, caseId, 'answer', { text: '请等通知。' });
    world.effects.pass(2 * hour);
    expect((await clockOf(caseId)).elapsedMinutes).toBe(0);
    await asBuyer.post(`/api/needs/${needId}/confirmation`, { solved: false, text: '没有说怎么办' });
    expect(await clockOf(caseId)).toMatchObject({ elapsedMinutes: 120, stopped: false });
    const { events } = await timelineOf(needId, asHrss);
    expect(events.at(-1)).toMatchObject({ text: `${buyer.name}说没解决，继续办理，时限照算`, said: '没有说怎么办' });
  });

  it('tells the other side at once, in its inbox, and leads the firm to its need and the body to the case', async () => {
    const { needId, caseId } = await submitProblem(asBuyer, { matter });
    await act(asHrss, caseId, 'ask-firm', { text: '宿舍在哪个区？' });
    await settle(world);
    const { entries } = (await asBuyer.get('/api/inbox')).json();
    expect(entries.at(-1)).toMatchObject({ type: 'case.acted', link: `/needs/${needId}` });
    expect(entries.at(-1).text).toContain('有问题请您补充');
    const { entries: handled } = (await asHrss.get('/api/inbox')).json();
    expect(handled.at(-1)).toMatchObject({ type: 'case.acted', link: `/cases/${caseId}` });
  });

  it('lets nobody act twice: of two who answer at once, one does, and the other reads who was first', async () => {
    const { caseId } = await submitProblem(asBuyer, { matter });
    const replies = await Promise.all(['甲', '乙'].map((text) => act(asHrss, caseId, 'answer', { text, seen: 1 })));
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    const late = replies.find(({ statusCode }) => statusCode === 409);
    expect(late?.json()).toMatchObject({
      code: 'cases.changed',
      message: `${hrss.person.name} 0 分钟前已答复。请看过再操作`,
    });
  });
});

describe('handing back', () => {
  it('keeps the firm’s due time, costs the body that does it, and needs a coded reason', async () => {
    const { needId, caseId } = await submitProblem(asBuyer, { matter });
    const { due } = await clockOf(caseId);
    expect(await refusal(await act(asHrss, caseId, 'hand-back', { reason: 'no-time' }))).toMatchObject({
      status: 422,
      code: 'cases.unknown-reason',
    });
    world.effects.pass(hour);
    expect((await act(asHrss, caseId, 'hand-back', { reason: 'not-our-duty' })).json().case.lead.id).toBe(bureau.id);
    const clock = await clockOf(caseId);
    expect(clock).toMatchObject({ due, elapsedMinutes: 60 });
    expect(clock.shares).toMatchObject([
      { body: { id: hrss.id }, minutes: 60, penaltyMinutes: 360 },
      { body: { id: bureau.id }, minutes: 0, penaltyMinutes: 0 },
    ]);
    const { events } = await timelineOf(needId);
    expect(events.at(-1).text).toBe(
      `${hrss.name}退回（第 1 次）：不属本单位职责。扣其时限 6 小时，您的时限不变，现在由${bureau.name}办理`,
    );
  });

  it('is not for the bureau, and not for a body that does not have the case any more', async () => {
    const { caseId } = await submitProblem(asBuyer, { matter });
    await act(asHrss, caseId, 'hand-back', { reason: 'not-our-duty' });
    expect(await refusal(await act(asHrss, caseId, 'answer', { text: '好' }))).toMatchObject({
      status: 409,
      code: 'cases.not-the-lead',
      message: `这件事现在由 ${bureau.name} 办理，请由该单位操作`,
    });
    expect((await act(asBureau, caseId, 'hand-back', { reason: 'not-our-duty' })).json().code).toBe(
      'cases.bureau-keeps',
    );
  });

  it('goes to the duty table the second time, with a reason the firm reads, and never a third time', async () => {
    const { needId, caseId } = await submitProblem(asBuyer, { matter });
    await act(asHrss, caseId, 'hand-back', { reason: 'not-our-duty' });
    await act(asBureau, caseId, 'transfer', { to: bankA.id });
    const ruled = await act(asBank, caseId, 'hand-back', { reason: 'no-such-matter' });
    expect(ruled.json()).toMatchObject({ case: { lead: { id: bureau.id } } });
    const { events } = await timelineOf(needId);
    expect(events.at(-1)).toMatchObject({ actor: '系统', side: 'system' });
    expect(events.at(-1).text).toContain('第二次退回');
    await act(asBureau, caseId, 'transfer', { to: hrss.id });
    expect(await refusal(await act(asHrss, caseId, 'hand-back', { reason: 'other-region' }))).toMatchObject({
      status: 409,
      code: 'cases.arbitrated',
    });
  });
});

describe('help and more time', () => {
  it('gives a helper a clock of its own, while the lead stays accountable', async () => {
    const { caseId } = await submitProblem(asBuyer, { matter });
    await act(asHrss, caseId, 'ask-helper', { to: bankA.id, text: '请核对贷款合同' });
    expect((await asBank.get('/api/cases?who=help')).json().cases.map(({ id }: { id: string }) => id)).toContain(
      caseId,
    );
    const { case: seen } = (await asBank.get(`/api/cases/${caseId}`)).json();
    expect(seen).toMatchObject({
      allowed: ['help'],
      helps: [{ helper: { id: bankA.id }, question: '请核对贷款合同' }],
    });
    expect((await act(asBank, caseId, 'help', { text: '合同有效' })).statusCode).toBe(200);
    expect(await clockOf(caseId)).toMatchObject({ accountable: { id: hrss.id } });
    const { events } = await timelineOf((await asBuyer.get(`/api/cases/${caseId}`)).json().case.need.id);
    expect(events.at(-1)).toMatchObject({ text: `${bankA.name}协办答复`, said: null });
  });

  it('moves the due time only when the firm agrees', async () => {
    const { caseId } = await submitProblem(asBuyer, { matter });
    const { due } = await clockOf(caseId);
    await act(asHrss, caseId, 'extend', { text: '要现场勘查', days: 2 });
    expect((await clockOf(caseId)).due).toBe(due);
    expect((await act(asHrss, caseId, 'agree-extension')).json()).toMatchObject({ code: 'cases.no-extension-waits' });
    await act(asBuyer, caseId, 'agree-extension');
    expect((await clockOf(caseId)).due > due).toBe(true);
  });

  it('refuses what is not possible now with the list of what is', async () => {
    const { caseId } = await submitProblem(asBuyer, { matter });
    await act(asHrss, caseId, 'answer', { text: '好' });
    const reply = await refusal(await act(asHrss, caseId, 'extend', { text: '再等等' }));
    expect(reply).toMatchObject({
      status: 409,
      code: 'cases.not-now',
      message: '此时可以：答复、未解决办结',
      details: { allowed: ['answer', 'close'] },
    });
    const english = await asHrss.post(
      `/api/cases/${caseId}/actions`,
      { action: 'extend', text: 'x' },
      { 'accept-language': 'en' },
    );
    expect(english.json().message).toBe('Possible now: answer, close it unsolved');
    expect((await act(asHrss, caseId, 'answer')).json()).toMatchObject({
      code: 'cases.incomplete',
      message: '还缺：说明',
    });
  });
});

describe('a reminder', () => {
  it('reaches the body, and is refused again within four working hours with the time from which it counts', async () => {
    const { needId, caseId } = await submitProblem(asBuyer, { matter });
    expect((await act(asBuyer, caseId, 'remind')).statusCode).toBe(200);
    const again = await refusal(await act(asBuyer, caseId, 'remind'));
    expect(again).toMatchObject({ status: 409, code: 'cases.reminded-lately' });
    expect(again.message).toMatch(new RegExp(`^刚催过，${hrss.name}已收到。\\d+月\\d+日 \\d\\d:\\d\\d 以后可以再催`));
    const headers = { 'accept-language': 'en' };
    const english = await asBuyer.post(`/api/cases/${caseId}/actions`, { action: 'remind' }, headers);
    expect(english.json().message).toMatch(/^You reminded .+ You can again from /);
    world.effects.pass(30 * hour);
    expect((await act(asBuyer, caseId, 'remind')).statusCode).toBe(200);
    const { events } = await timelineOf(needId);
    expect(events.filter(({ action }: { action: string }) => action === '催一下')).toHaveLength(2);
  });
});

describe('the end of a case', () => {
  it('closed unsolved by the bureau carries its cause, and is not solved', async () => {
    const { needId, caseId } = await submitProblem(asBuyer, { matter });
    await act(asHrss, caseId, 'answer', { text: '规定不允许' });
    expect((await act(asBureau, caseId, 'close', { reason: 'no-legal-basis' })).json().case.status).toBe('unsolved');
    const { light, events } = await timelineOf(needId);
    expect(light).toBe('unsolved');
    expect(events.at(-1).text).toBe(`${bureau.name}未解决办结：现行规定不允许`);
    expect((await act(asBuyer, caseId, 'reopen')).json().case.status).toBe('waiting');
  });

  it('withdrawn by the firm is over for good', async () => {
    const { caseId } = await submitProblem(asBuyer, { matter });
    expect((await act(asBuyer, caseId, 'withdraw')).json().case.status).toBe('withdrawn');
    expect((await act(asHrss, caseId, 'answer', { text: '好' })).statusCode).toBe(409);
  });
});
