import { callbackOutcomes } from '@zhitong/domain/needs/callback';
import { callbacksADay, drawCallbacks } from '@zhitong/domain/needs/callback-sample';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { act, enterHrssMatter, submitProblem } from '#testing/case-play';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { hrss, testCity, worldId } from '#testing/test-world';

let world: TestApp;
let asBuyer: TestClient;
let asHrss: TestClient;
let asBureau: TestClient;
/** closed on one day, more than are called back */
const closed: { needId: string; caseId: string }[] = [];
let date: string;
const day = 24 * 3_600_000;

beforeAll(async () => {
  // nobody is signed out by the clock that this file moves on
  world = await createTestApp({ settings: { limits: { idleMinutes: 100_000, absoluteHours: 2_000 } } });
  [asBuyer, asHrss, asBureau] = await Promise.all([
    world.signIn('firm.buyer'),
    world.signIn('handler.hrss'),
    world.signIn('bureau'),
  ]);
  const matter = await enterHrssMatter(world);
  for (let time = 0; time < callbacksADay + 4; time += 1) {
    const made = await submitProblem(asBuyer, { matter });
    await act(asHrss, made.caseId, 'answer', { text: `可以改，第 ${time} 次答复。` });
    await asBuyer.post(`/api/needs/${made.needId}/confirmation`, { solved: true });
    closed.push(made);
  }
  date = cityDay(world.effects.now());
});
afterAll(() => world.close());

const sampleOf = async (of: string, client = asBureau) =>
  (await client.get(`/api/ratings/callbacks?date=${of}`)).json();
const note = (client: TestClient, caseId: string, wish: object = {}) =>
  client.post(`/api/cases/${caseId}/callback`, { date, outcome: 'solved', ...wish });
const codeOf = (reply: { statusCode: number; json: () => { code: string } }) => [reply.statusCode, reply.json().code];
const english = { 'accept-language': 'en' };

describe('the call-back sample', () => {
  it('is drawn by the published seed from all that was closed on the day, so that anybody can draw it again', async () => {
    const { seed, ids, closed: count, callbacks, final } = await sampleOf(date);
    expect([seed, count, final]).toEqual([`zhitong-callback:${date}`, closed.length, false]);
    expect(ids).toEqual(closed.map(({ caseId }) => caseId).toSorted());
    const drawn = callbacks.map((one: { case: { id: string } }) => one.case.id);
    expect(drawn).toHaveLength(callbacksADay);
    expect(drawn.toSorted()).toEqual(drawCallbacks(date, ids).toSorted());
    expect(await sampleOf('2020-01-01')).toMatchObject({ closed: 0, ids: [], callbacks: [], final: true });
  });

  it('is that of the last day on which a case was closed when no day is asked for', async () => {
    world.effects.pass(3 * day);
    expect((await asBureau.get('/api/ratings/callbacks')).json()).toMatchObject({ date, final: true });
    world.effects.setClock(new Date(`${date}T17:00:00+08:00`));
  });

  it('is for the bureau alone', async () => {
    for (const client of [asHrss, asBuyer])
      expect((await client.get(`/api/ratings/callbacks?date=${date}`)).statusCode).toBe(403);
  });
});

describe('what a call-back said', () => {
  it('is not noted before the day is over, for the sample may still change', async () => {
    const reply = await note(asBureau, closed[0]?.caseId ?? '');
    expect(codeOf(reply)).toEqual([409, 'ratings.day-not-over']);
    expect(reply.json().message).toMatch(/还没有过完/);
    const said = await asBureau.post(`/api/cases/${closed[0]?.caseId}/callback`, { date, outcome: 'solved' }, english);
    expect(said.json().message).toMatch(/is not over/);
  });

  it('stands beside the case in each of its outcomes, the last call first, and the earlier one stays', async () => {
    world.effects.pass(day);
    const { callbacks } = await sampleOf(date);
    for (const [place, outcome] of callbackOutcomes.entries()) {
      const { id } = callbacks[place].case;
      const reply = await note(asBureau, id, { outcome, text: ' 电话里说的 ' });
      expect([outcome, reply.statusCode]).toEqual([outcome, 201]);
    }
    const [first] = callbacks;
    world.effects.pass(1_000);
    await note(asBureau, first.case.id, { outcome: 'not-solved' });
    const later = (await sampleOf(date)).callbacks;
    expect(later[0].note).toMatchObject({ outcome: 'not-solved', said: null });
    expect(later[1].note).toMatchObject({ outcome: 'not-solved', said: '电话里说的' });
    expect(later.at(-1).note).toBeNull();
    const kept = await inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
      tx.selectFrom('callback_note').select('outcome').where('city', '=', testCity).execute(),
    );
    expect(kept).toHaveLength(callbackOutcomes.length + 1);
  });

  it('is refused of a case that was not drawn, that is not there, and to everybody else, in both languages', async () => {
    const { ids, callbacks } = await sampleOf(date);
    const drawn = callbacks.map((one: { case: { id: string } }) => one.case.id);
    const other = ids.find((id: string) => !drawn.includes(id));
    expect(codeOf(await note(asBureau, other))).toEqual([409, 'ratings.not-drawn']);
    const said = await asBureau.post(`/api/cases/${other}/callback`, { date, outcome: 'solved' }, english);
    expect(said.json().message).toMatch(/not in the call-back sample/);
    expect(codeOf(await note(asBureau, worldId(9, 9)))).toEqual([404, 'platform.not-found']);
    for (const client of [asHrss, asBuyer]) expect((await note(client, drawn[0])).statusCode).toBe(403);
    expect((await note(asBureau, drawn[0], { outcome: 'perhaps' })).statusCode).toBe(400);
  });

  it('has the case taken up again with one press when the firm says that it is not solved, without telling the body why or when', async () => {
    const { callbacks } = await sampleOf(date);
    const { case: one, need } = callbacks.at(-1);
    const wrong = await note(asBureau, one.id, { outcome: 'solved', reopen: true });
    expect(codeOf(wrong)).toEqual([422, 'ratings.not-said']);
    const said = await asBureau.post(
      `/api/cases/${one.id}/callback`,
      { date, outcome: 'solved', reopen: true },
      english,
    );
    expect(said.json().message).toMatch(/did not say that it is not solved/);
    const wish = { outcome: 'not-solved', text: '窗口不收材料', reopen: true };
    const reply = await note(asBureau, one.id, wish);
    expect(reply.json()).toMatchObject({ reopened: true, note: { outcome: 'not-solved' } });
    expect((await asBuyer.get(`/api/needs/${need.id}/timeline`)).json().status).toBe('waiting');
    const { case: seen } = (await asHrss.get(`/api/cases/${one.id}`)).json();
    expect(seen.events.at(-1)).toMatchObject({ actor: '系统', said: null });
    expect(seen.events.at(-1).text).toContain('因回访重新办理');
    expect(JSON.stringify(seen)).not.toContain('窗口不收材料');
    expect((await sampleOf(date)).callbacks.at(-1).status).toBe('reopened');
    expect((await note(asBureau, one.id, wish)).json(), 'it runs already').toMatchObject({
      reopened: false,
      due: null,
    });
  });

  it('is read by no body and no firm', async () => {
    for (const organisation of [hrss.id, closed[0]?.needId ?? '']) {
      const seen = await inContext(
        world.database,
        { ...{ city: testCity, viewer: 'organisation', organisation }, actor: actorOf() },
        (tx) => tx.selectFrom('callback_note').select('id').where('city', '=', testCity).execute(),
      );
      expect(seen).toEqual([]);
    }
  });

  it('leaves the sample of the day as it was when a case is taken up again', async () => {
    const before = await sampleOf(date);
    await act(asBuyer, before.callbacks[0].case.id, 'reopen');
    const after = await sampleOf(date);
    expect(after.ids).toEqual(before.ids);
    expect(after.callbacks[0]).toMatchObject({ case: before.callbacks[0].case, status: 'reopened' });
  });
});

const actorOf = () => ({
  ...{ personId: hrss.person.id, name: hrss.person.name, role: hrss.person.role, address: '', requestId: 'test' },
});
