import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { act, enterHrssMatter, submitProblem } from '#testing/case-play';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { bankA, bureau, hrss, tackle } from '#testing/test-world';

let world: TestApp;
let asBuyer: TestClient;
let asHrss: TestClient;
let asBureau: TestClient;
let asBank: TestClient;
let matter: string;
const hour = 3_600_000;

beforeAll(async () => {
  // nobody is signed out by the clock that this file moves on
  world = await createTestApp({ settings: { limits: { idleMinutes: 50_000, absoluteHours: 1_000 } } });
  [asBuyer, asHrss, asBureau, asBank] = await Promise.all([
    world.signIn('firm.buyer'),
    world.signIn('handler.hrss'),
    world.signIn('bureau'),
    world.signIn('bank.a'),
  ]);
  matter = await enterHrssMatter(world);
});
afterAll(() => world.close());

const timelineOf = async (needId: string, headers = {}) =>
  (await asBuyer.get(`/api/needs/${needId}/timeline`, headers)).json();

describe('what is not possible now', () => {
  it('is refused with what is, before any field of it is asked for', async () => {
    const { caseId } = await submitProblem(asBuyer, { matter });
    for (const action of ['close', 'transfer']) {
      const reply = await act(asHrss, caseId, action);
      expect([action, reply.statusCode, reply.json().code]).toEqual([action, 409, 'cases.not-now']);
      expect(reply.json().details.allowed).toContain('answer');
    }
    await act(asHrss, caseId, 'answer', { text: '好' });
    expect((await act(asHrss, caseId, 'extend')).json()).toMatchObject({ details: { allowed: ['answer', 'close'] } });
  });

  it('takes the reason of an extension as its words, and a reason that must be a code only as one', async () => {
    const { needId, caseId } = await submitProblem(asBuyer, { matter });
    expect((await act(asHrss, caseId, 'extend', { reason: '要现场勘查，还要三个工作日' })).statusCode).toBe(200);
    const { events } = await timelineOf(needId);
    expect(events.at(-1)).toMatchObject({
      said: '要现场勘查，还要三个工作日',
      text: `${hrss.name}申请延期 3 个工作日，须同意才算数`,
    });
    const english = await timelineOf(needId, { 'accept-language': 'en' });
    expect(english.events.at(-1).text).toBe(`${hrss.name} asked for 3 working days more; it counts only with consent`);
    expect((await act(asHrss, caseId, 'hand-back', { reason: '不归我们' })).json().code).toBe('cases.unknown-reason');
  });

  it('counts an extension without any amount as one working day, and one of the form as it is', async () => {
    for (const [wish, days] of [
      [{ text: '再等等' }, 1],
      [{ text: '再等三天', days: 5 }, 5],
    ] as const) {
      const { needId, caseId } = await submitProblem(asBuyer, { matter });
      await act(asHrss, caseId, 'extend', wish);
      const { events, extensionWantedMinutes } = await timelineOf(needId);
      expect([events.at(-1).text, extensionWantedMinutes]).toEqual([
        `${hrss.name}申请延期 ${days} 个工作日，须同意才算数`,
        days * 450,
      ]);
    }
  });
});

describe('a hand-back that names a body', () => {
  it('goes there when the duty table has such a matter with it, and is refused with a sentence when it has not', async () => {
    const { caseId } = await submitProblem(asBuyer, { body: bankA.id });
    expect((await act(asBank, caseId, 'hand-back', { reason: 'not-our-duty', to: hrss.id })).json()).toMatchObject({
      case: { lead: { id: hrss.id } },
    });
    const other = await submitProblem(asBuyer, { matter });
    const refused = await act(asHrss, other.caseId, 'hand-back', { reason: 'not-our-duty', to: bankA.id });
    expect([refused.statusCode, refused.json().code]).toEqual([422, 'cases.no-duty-there']);
    expect(refused.json().message).toContain(bankA.name);
    for (const to of [tackle.id, hrss.id])
      expect((await act(asHrss, other.caseId, 'hand-back', { reason: 'not-our-duty', to })).statusCode).toBe(422);
  });

  it('is decided by the table alone the second time, which names the matter in words', async () => {
    const { needId, caseId } = await submitProblem(asBuyer, { matter });
    await act(asHrss, caseId, 'hand-back', { reason: 'not-our-duty' });
    await act(asBureau, caseId, 'transfer', { to: bankA.id });
    const named = await act(asBank, caseId, 'hand-back', { reason: 'not-our-duty', to: hrss.id });
    expect([named.statusCode, named.json().code]).toEqual([422, 'cases.table-decides']);
    await act(asBank, caseId, 'hand-back', { reason: 'not-our-duty' });
    expect((await timelineOf(needId)).events.at(-1).text).toContain('第二次退回');
  });
});

describe('closing unsolved', () => {
  it('is for the body once it has answered, with a coded cause, and never as solved', async () => {
    const { needId, caseId } = await submitProblem(asBuyer, { matter });
    await act(asHrss, caseId, 'answer', { text: '现行规定不允许' });
    expect((await act(asHrss, caseId, 'close', { reason: '办不了' })).json().code).toBe('cases.unknown-reason');
    expect((await act(asHrss, caseId, 'close', { reason: 'no-legal-basis' })).json().case.status).toBe('unsolved');
    const { events, light, rating } = await timelineOf(needId);
    expect(events.at(-1).text).toBe(`${hrss.name}未解决办结：现行规定不允许`);
    expect([light, rating.state]).toEqual(['unsolved', 'open']);
    expect((await act(asBuyer, caseId, 'reopen')).json().case.status).toBe('waiting');
  });

  it('is possible after the firm said that it is not solved, for the body and for the bureau, without another answer', async () => {
    for (const client of [asHrss, asBureau]) {
      const { needId, caseId } = await submitProblem(asBuyer, { matter });
      await act(asHrss, caseId, 'answer', { text: '请等通知' });
      await asBuyer.post(`/api/needs/${needId}/confirmation`, { solved: false });
      expect((await act(client, caseId, 'close', { reason: 'needs-higher-level' })).json().case.status).toBe(
        'unsolved',
      );
    }
  });

  it('is not possible for a body that the case was given to and that has not answered', async () => {
    const { needId, caseId } = await submitProblem(asBuyer, { matter });
    await act(asHrss, caseId, 'answer', { text: '请等通知' });
    await asBuyer.post(`/api/needs/${needId}/confirmation`, { solved: false });
    await act(asBureau, caseId, 'transfer', { to: bankA.id });
    expect((await act(asBank, caseId, 'close', { reason: 'other' })).statusCode).toBe(409);
  });
});

describe('the list of what a body helps with', () => {
  it('shows its own clock and light, not those of the body in charge', async () => {
    world.effects.setClock(new Date('2026-11-23T09:00:00+08:00'));
    const { caseId } = await submitProblem(asBuyer, { body: hrss.id });
    await act(asHrss, caseId, 'ask-helper', { to: bankA.id, text: '请核对贷款合同', days: 1 });
    const listed = async (light = '') => {
      const { cases, lights } = (await asBank.get(`/api/cases?who=help${light}`)).json();
      return { row: cases.find(({ id }: { id: string }) => id === caseId), lights };
    };
    const fresh = await listed();
    expect(fresh.row).toMatchObject({
      due: '2026-11-24T01:00:00.000Z',
      remainingMinutes: 450,
      light: 'green',
      signDue: null,
    });
    expect((await asBuyer.get(`/api/clocks/${caseId}`)).json().due).not.toBe(fresh.row.due);
    world.effects.pass(24 * hour + 60_000);
    const late = await listed();
    expect([late.row.light, late.row.remainingMinutes, late.lights.red]).toEqual(['red', -1, fresh.lights.red + 1]);
    expect((await listed('&light=red')).row.id).toBe(caseId);
    expect((await listed('&light=green')).row).toBeUndefined();
    expect(
      (await asHrss.get('/api/cases')).json().cases.find(({ id }: { id: string }) => id === caseId).light,
    ).not.toBe('red');
  });
});

describe('a red that was caught up', () => {
  it('is yellow and says so beside it, in the clock, the list and its filter, of the firm too', async () => {
    const { needId, caseId } = await submitProblem(asBuyer, { matter });
    world.effects.pass(3 * 24 * hour);
    await act(asHrss, caseId, 'answer', { text: '已办' });
    expect((await asBuyer.get(`/api/clocks/${caseId}`)).json()).toMatchObject({ light: 'yellow', caughtUp: true });
    const { cases } = (await asHrss.get('/api/cases?light=yellow&limit=100')).json();
    expect(cases.find(({ id }: { id: string }) => id === caseId)).toMatchObject({ light: 'yellow', caughtUp: true });
    const { needs } = (await asBuyer.get('/api/needs?light=yellow&limit=100')).json();
    expect(needs.find(({ id }: { id: string }) => id === needId).case).toMatchObject({
      light: 'yellow',
      caughtUp: true,
    });
    expect((await asBureau.get(`/api/cases/${caseId}`)).json().case.lead.id).not.toBe(bureau.id);
  });
});

describe('a body that the firm chose itself', () => {
  it('is told as chosen by the firm for as long as it has the case, and no longer', async () => {
    const { caseId } = await submitProblem(asBuyer, { body: hrss.id });
    const chosen = async () => (await asBureau.get(`/api/cases/${caseId}`)).json().case.chosenByFirm;
    expect(await chosen()).toBe(true);
    await act(asBureau, caseId, 'transfer', { to: bankA.id });
    expect(await chosen()).toBe(false);
    const { caseId: routed } = await submitProblem(asBuyer, { matter });
    expect((await asBureau.get(`/api/cases/${routed}`)).json().case.chosenByFirm).toBe(false);
  });
});
