import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { act, enterHrssMatter, submitProblem } from '#testing/case-play';
import { settle } from '#testing/loop-play';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { bankA, bureau, buyer, hrss, testCity } from '#testing/test-world';

let world: TestApp;
let asBuyer: TestClient;
let asHrss: TestClient;
let asBureau: TestClient;
let asBank: TestClient;
let matter: string;
const said = '窗口的人说不归他管，白跑两趟';

beforeAll(async () => {
  // nobody is signed out by the clock that this file moves on
  world = await createTestApp({ settings: { limits: { idleMinutes: 100_000, absoluteHours: 2_000 } } });
  [asBuyer, asHrss, asBureau, asBank] = await Promise.all([
    world.signIn('firm.buyer'),
    world.signIn('handler.hrss'),
    world.signIn('bureau'),
    world.signIn('bank.a'),
  ]);
  matter = await enterHrssMatter(world);
});
afterAll(() => world.close());

async function solved(to: object = { matter }, by = asHrss): Promise<{ needId: string; caseId: string }> {
  const made = await submitProblem(asBuyer, to);
  await act(by, made.caseId, 'answer', { text: '可以改。' });
  await asBuyer.post(`/api/needs/${made.needId}/confirmation`, { solved: true });
  return made;
}

async function linkOf(needId: string): Promise<string> {
  return (await asBuyer.post(`/api/needs/${needId}/rating-link`)).json().token;
}

/** Graded badly at 14:37:21.313 of a day, so that any trace of the minute is found. */
async function gradedBadly(): Promise<{ needId: string; caseId: string }> {
  world.effects.setClock(new Date('2026-11-24T09:00:00+08:00'));
  const made = await solved();
  world.effects.setClock(new Date('2026-11-24T14:37:21.313+08:00'));
  await world.stranger.post(`/api/ratings/${await linkOf(made.needId)}`, { grade: 1, text: said });
  await settle(world);
  return made;
}

describe('a case that a rating has reopened', () => {
  it('tells whoever handles it in no reply who rated, in which words, or at which minute', async () => {
    const { needId, caseId } = await gradedBadly();
    world.effects.setClock(new Date('2026-11-25T09:10:00+08:00'));
    const addresses = [
      ...[
        `/api/cases/${caseId}`,
        `/api/needs/${needId}/timeline`,
        `/api/clocks/${caseId}`,
        `/api/cases/${caseId}/alike`,
      ],
      ...['/api/cases', '/api/cases?who=mine', '/api/cases?who=done', '/api/inbox', '/api/ratings/sum'],
      ...[`/api/cases/${caseId}/orders`, '/api/cases?light=yellow'],
    ];
    for (const address of addresses) {
      const reply = await asHrss.get(address);
      expect([address, reply.statusCode]).toEqual([address, 200]);
      expect(reply.body, address).not.toContain(said);
      expect(reply.body, address).not.toMatch(/06:37|14:37|21\.313|:21Z/);
    }
    const { case: seen } = (await asHrss.get(`/api/cases/${caseId}`)).json();
    expect(seen.events.at(-1)).toMatchObject({
      ...{ actor: '系统', side: 'system', action: '重新办理', said: null, at: '2026-11-23T16:00:00.000Z' },
      text: `因评价重新办理，由${hrss.name}主办，另给时限`,
    });
    expect(seen.rating).toBeNull();
    const { entries } = (await asHrss.get('/api/inbox')).json();
    const told = entries.find(({ text }: { text: string }) => text.includes('因评价重新办理'));
    expect(told.at).toBe('2026-11-23T16:00:00.000Z');
    expect(told.text).not.toContain(buyer.name);
    const overtaken = await act(asHrss, caseId, 'answer', { text: '窗口在二楼', seen: 1 });
    expect([overtaken.json().code, overtaken.json().details.minutes]).toEqual(['cases.changed', 33 * 60 + 10]);
  });

  it('runs until the end of the fifteenth working day after it, whatever the minute, from the morning of its day', async () => {
    const { caseId } = await gradedBadly();
    const clock = (await asHrss.get(`/api/clocks/${caseId}`)).json();
    expect(clock).toMatchObject({
      start: '2026-11-24T01:00:00.000Z',
      reopened: '2026-11-24T01:00:00.000Z',
      stopped: false,
    });
    expect(clock.due).toBe('2026-12-15T09:30:00.000Z');
    const { case: seen } = (await asHrss.get(`/api/cases/${caseId}`)).json();
    // an hour and two into the next morning, not into the afternoon of the rating
    expect([seen.firstAnswerDue, seen.signDue]).toEqual(['2026-11-25T01:30:00.000Z', '2026-11-25T02:30:00.000Z']);
    expect(seen.since).toBe(clock.reopened);
  });

  it('lets the firm and the bureau read the words, but not a bureau that handles the case itself', async () => {
    const { needId, caseId } = await gradedBadly();
    const ofFirm = (await asBuyer.get(`/api/needs/${needId}/timeline`)).json();
    expect(ofFirm.events.at(-1)).toMatchObject({ said, at: '2026-11-24T06:37:21.313Z' });
    expect((await asBureau.get(`/api/cases/${caseId}`)).json().case.events.at(-1).said).toBe(said);
    const own = await solved({ body: bureau.id }, asBureau);
    await world.stranger.post(`/api/ratings/${await linkOf(own.needId)}`, { grade: 2, text: said });
    expect((await asBureau.get(`/api/cases/${own.caseId}`)).body).not.toContain(said);
  });

  it('keeps the words out of the history itself: they stand with the grade alone', async () => {
    const { caseId } = await gradedBadly();
    const row = await inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
      tx
        .selectFrom('case_action')
        .select(['side', 'person_name', 'body_name', 'text'])
        .where('city', '=', testCity)
        .where('case_id', '=', caseId)
        .where('kind', '=', 'reopened')
        .executeTakeFirst(),
    );
    expect(row).toEqual({ side: 'system', person_name: null, body_name: null, text: null });
  });
});

describe('a rating link opened by somebody who is signed in', () => {
  it('is refused to the body that handled the case, its helpers and the bureau, stays good, and is in the trail', async () => {
    const made = await submitProblem(asBuyer, { matter });
    await act(asHrss, made.caseId, 'ask-helper', { to: bankA.id, text: '请核对' });
    await act(asHrss, made.caseId, 'answer', { text: '可以改。' });
    await asBuyer.post(`/api/needs/${made.needId}/confirmation`, { solved: true });
    const token = await linkOf(made.needId);
    for (const client of [asHrss, asBank, asBureau]) {
      const reply = await client.post(`/api/ratings/${token}`, { grade: 5 });
      expect([reply.statusCode, reply.json().code]).toEqual([403, 'ratings.own-handling']);
      expect(reply.json().message).toContain('不能替企业评价');
    }
    const english = await asHrss.post(`/api/ratings/${token}`, { grade: 5 }, { 'accept-language': 'en' });
    expect(english.json().message).toContain('The link is not used up');
    expect((await world.stranger.get(`/api/ratings/${token}`)).json().state).toBe('open');
    const trail = await inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
      tx
        .selectFrom('audit_entry')
        .select('actor_person')
        .where('city', '=', testCity)
        .where('subject_id', '=', made.caseId)
        .where('action', '=', 'rating.refused')
        .execute(),
    );
    expect(trail).toHaveLength(4);
    expect(trail.map(({ actor_person }) => actor_person)).toContain(hrss.person.id);
    expect((await asBuyer.post(`/api/ratings/${token}`, { grade: 5 })).statusCode, 'the firm itself may').toBe(200);
  });

  it('works for somebody of another firm as for a stranger: the link is what counts', async () => {
    const { needId } = await solved();
    const asOther = await world.signIn('firm.tackle');
    expect((await asOther.post(`/api/ratings/${await linkOf(needId)}`, { grade: 4 })).statusCode).toBe(200);
  });
});
