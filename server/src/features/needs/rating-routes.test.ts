import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { act, enterHrssMatter, submitProblem } from '#testing/case-play';
import { settle } from '#testing/loop-play';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { bureau, buyer, hrss, tackle, testCity } from '#testing/test-world';

let world: TestApp;
let asBuyer: TestClient;
let asHrss: TestClient;
let asBureau: TestClient;
let asTackle: TestClient;
let matter: string;
const hour = 3_600_000;

beforeAll(async () => {
  // nobody is signed out by the clock that this file moves on
  world = await createTestApp({ settings: { limits: { idleMinutes: 100_000, absoluteHours: 2_000 } } });
  [asBuyer, asHrss, asBureau, asTackle] = await Promise.all([
    world.signIn('firm.buyer'),
    world.signIn('handler.hrss'),
    world.signIn('bureau'),
    world.signIn('firm.tackle'),
  ]);
  matter = await enterHrssMatter(world);
});
afterAll(() => world.close());

/** Answered, and said to be solved. */
async function solved(answer = '可以改。'): Promise<{ needId: string; caseId: string }> {
  const made = await submitProblem(asBuyer, { matter });
  await act(asHrss, made.caseId, 'answer', { text: answer });
  await asBuyer.post(`/api/needs/${made.needId}/confirmation`, { solved: true });
  return made;
}

async function linkOf(needId: string): Promise<string> {
  const reply = await asBuyer.post(`/api/needs/${needId}/rating-link`);
  if (reply.statusCode !== 201) throw new Error(reply.body);
  return reply.json().token;
}

const rate = (token: string, grade: number, more: object = {}) =>
  world.stranger.post(`/api/ratings/${token}`, { grade, ...more });
const statusOf = async (needId: string) => (await asBuyer.get(`/api/needs/${needId}/timeline`)).json().status;
const trailOf = (subjectId: string) =>
  inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
    tx
      .selectFrom('audit_entry')
      .select(['action', 'actor_person', 'address'])
      .where('city', '=', testCity)
      .where('subject_id', '=', subjectId)
      .execute(),
  );

describe('a rating link', () => {
  it('is told to the firm that asked once the case is closed, opens without a sign-in, and works once', async () => {
    const { needId, caseId } = await solved();
    const shown = (await asBuyer.get(`/api/needs/${needId}/timeline`)).json();
    expect(shown.rating).toMatchObject({ state: 'open', grade: null });
    const token = await linkOf(needId);
    const about = await world.stranger.get(`/api/ratings/${token}`);
    expect(about.json()).toMatchObject({ body: hrss.name, state: 'open' });
    expect((await rate(token, 5)).json()).toEqual({ reopened: false, due: null, dueCertain: true });
    const again = await rate(token, 1);
    expect([again.statusCode, again.json().code]).toEqual([409, 'ratings.used']);
    expect(again.json().message).toContain('此链接已使用');
    expect((await world.stranger.get(`/api/ratings/${token}`)).json().state).toBe('used');
    expect(await statusOf(needId)).toBe('solved');
    const given = (await trailOf(caseId)).find(({ action }) => action === 'rating.given');
    expect(given, 'the trail does not know who rated').toMatchObject({ actor_person: null, address: null });
  });

  it('of two who use it at the same moment lets one through', async () => {
    const token = await linkOf((await solved()).needId);
    const replies = await Promise.all([rate(token, 4), rate(token, 1)]);
    expect(replies.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
  });

  it('takes the place of an older one that was not used', async () => {
    const { needId } = await solved();
    const [old, young] = [await linkOf(needId), await linkOf(needId)];
    expect((await rate(old, 5)).json().code).toBe('ratings.unknown');
    expect((await rate(young, 5)).statusCode).toBe(200);
    expect((await asBuyer.post(`/api/needs/${needId}/rating-link`)).json().code).toBe('ratings.used');
  });

  it('opens no more after thirty days, in both languages', async () => {
    const { needId } = await solved();
    const token = await linkOf(needId);
    world.effects.pass(31 * 24 * hour);
    const late = await rate(token, 5);
    expect([late.statusCode, late.json().code]).toEqual([409, 'ratings.expired']);
    expect(late.json().message).toMatch(/^此链接已于 .+ 过期/);
    const english = await world.stranger.post(`/api/ratings/${token}`, { grade: 5 }, { 'accept-language': 'en' });
    expect(english.json().message).toMatch(/^This link expired on /);
    expect((await asBuyer.post(`/api/needs/${needId}/rating-link`)).json().code).toBe('ratings.expired');
  });

  it('is refused before the case is closed, to anybody else, and when it is made up or bent', async () => {
    const { needId } = await submitProblem(asBuyer, { matter });
    expect((await asBuyer.post(`/api/needs/${needId}/rating-link`)).json().code).toBe('ratings.not-yet');
    const done = await solved();
    expect((await asTackle.post(`/api/needs/${done.needId}/rating-link`)).statusCode).toBe(404);
    expect((await asHrss.post(`/api/needs/${done.needId}/rating-link`)).statusCode).toBe(403);
    for (const token of [`${testCity}.made-up-by-somebody`, 'no-city-in-this-token'])
      expect((await rate(token, 5)).json().code).toBe('ratings.unknown');
    const token = await linkOf(done.needId);
    for (const grade of [0, 6, 2.5]) expect((await rate(token, grade)).statusCode).toBe(400);
  });

  it('is not tried more than sixty times a minute from one address', async () => {
    const from = { 'x-forwarded-for': '203.0.113.77' };
    const tries: string[] = [];
    for (let time = 0; time < 61; time += 1)
      tries.push((await world.stranger.get(`/api/ratings/${testCity}.made-up-by-somebody`, from)).json().code);
    expect(tries.at(-2)).toBe('ratings.unknown');
    expect(tries.at(-1)).toBe('ratings.too-often');
  });
});

describe('a bad grade', () => {
  it('has the case taken up again with fifteen working days, in a round of its own', async () => {
    const { needId, caseId } = await solved();
    const reply = await rate(await linkOf(needId), 2, { text: '没有说窗口在哪里' });
    expect(reply.json()).toMatchObject({ reopened: true });
    expect(await statusOf(needId)).toBe('waiting');
    const clock = (await asBuyer.get(`/api/clocks/${caseId}`)).json();
    expect(clock).toMatchObject({ stopped: false, light: 'green', accountable: { id: hrss.id } });
    expect(Math.floor(clock.remainingMinutes / 450)).toBe(15);
    expect(clock.due).toBe(reply.json().due);
  });

  it('also of a case that the bureau closed unsolved', async () => {
    const { needId, caseId } = await submitProblem(asBuyer, { matter });
    await act(asHrss, caseId, 'answer', { text: '规定不允许' });
    await act(asBureau, caseId, 'close', { reason: 'no-legal-basis' });
    expect((await rate(await linkOf(needId), 1)).json().reopened).toBe(true);
  });

  it('is read by the handler as a reopening after a rating, without its words, a grade or a rater', async () => {
    const { needId, caseId } = await solved();
    await rate(await linkOf(needId), 1, { text: '请再看一遍' });
    const { case: seen } = (await asHrss.get(`/api/cases/${caseId}`)).json();
    expect(seen.rating).toBeNull();
    expect(seen.events.at(-1)).toMatchObject({ actor: '系统', side: 'system', said: null });
    await settle(world);
    const { entries } = (await asHrss.get('/api/inbox')).json();
    expect(entries.at(-1).text).toContain('重新办理');
    expect(JSON.stringify([seen, entries])).not.toMatch(/grade|rating_|满意|请再看一遍/);
  });

  it('changes nothing when the firm had it reopened itself before', async () => {
    const { needId, caseId } = await solved();
    const token = await linkOf(needId);
    await act(asBuyer, caseId, 'reopen');
    expect((await rate(token, 1)).json()).toEqual({ reopened: false, due: null, dueCertain: true });
  });

  it('leaves a second grade for the second end', async () => {
    const { needId, caseId } = await solved();
    await rate(await linkOf(needId), 1);
    await act(asHrss, caseId, 'answer', { text: '窗口在二楼。' });
    await asBuyer.post(`/api/needs/${needId}/confirmation`, { solved: true });
    expect((await rate(await linkOf(needId), 5)).json()).toEqual({ reopened: false, due: null, dueCertain: true });
  });
});

describe('the sum of grades', () => {
  it('is hidden below five and shown to the body from then on, to no firm', async () => {
    const before = (await asHrss.get('/api/ratings/sum')).json();
    for (let more = before.count; more < 5; more += 1) await rate(await linkOf((await solved()).needId), 4);
    const { count, grades } = (await asHrss.get('/api/ratings/sum')).json();
    expect(grades.reduce((sum: number, one: { count: number }) => sum + one.count, 0)).toBe(count);
    expect(grades.map(({ grade }: { grade: number }) => grade)).toEqual([5, 4, 3, 2, 1]);
    expect((await asBureau.get('/api/ratings/sum')).json(), 'of its own body only').toMatchObject({ grades: null });
    for (const name of ['firm.buyer', 'firm.spunbond'] as const) {
      const firm = await world.signIn(name);
      const zh = await firm.get('/api/ratings/sum');
      expect([name, zh.statusCode]).toEqual([name, 403]);
    }
    const manager = await asBuyer.get('/api/ratings/sum', { 'accept-language': 'en' });
    expect([manager.json().code, manager.json().message]).toEqual([
      'ratings.not-a-body',
      'Your organisation handles no requests, so there are no grades of it',
    ]);
  });

  it('of each body is for the bureau; bodies of fewer than five show a count and enter no foot', async () => {
    const [office] = [await submitProblem(asBuyer, { body: bureau.id })];
    await act(asBureau, office.caseId, 'answer', { text: '可以改。' });
    await asBuyer.post(`/api/needs/${office.needId}/confirmation`, { solved: true });
    await rate(await linkOf(office.needId), 3);
    const { bodies, total } = (await asBureau.get('/api/ratings/bodies')).json();
    const of = (id: string) => bodies.find(({ body }: { body: { id: string } }) => body.id === id);
    expect(of(bureau.id)).toMatchObject({ asked: 1, count: 1, grades: null });
    expect(of(hrss.id).grades).toHaveLength(5);
    expect(of(hrss.id).asked).toBeGreaterThanOrEqual(of(hrss.id).count);
    expect(total).toEqual({ asked: of(hrss.id).asked, count: of(hrss.id).count, grades: of(hrss.id).grades });
    for (const client of [asHrss, asBuyer]) expect((await client.get('/api/ratings/bodies')).statusCode).toBe(403);
  });
});

describe('the detector', () => {
  it('knows a template by its words, whoever it was filled in for and until which day', async () => {
    for (let time = 0; time < 5; time += 1) {
      const [client, firm] = time % 2 === 0 ? [asBuyer, buyer.name] : [asTackle, tackle.name];
      const made = await submitProblem(client, { matter });
      await act(asHrss, made.caseId, 'answer', { text: `${firm}：材料收到，12月${time + 1}日 17:00 前另行告知。` });
      world.effects.pass(24 * hour);
    }
    const { suspicions } = (await asBureau.get('/api/ratings/suspicions')).json();
    const template = suspicions.find(({ kind }: { kind: string }) => kind === 'template-answers');
    expect(template).toMatchObject({ body: { id: hrss.id }, count: 5 });
  });

  it('marks the same answer given five times, and a grade that came within a minute', async () => {
    for (let time = 0; time < 5; time += 1) {
      const { needId } = await solved('您好，您反映的问题已收悉， 将认真研究。');
      if (time === 0) await rate(await linkOf(needId), 5);
      world.effects.pass(24 * hour);
    }
    const { suspicions } = (await asBureau.get('/api/ratings/suspicions')).json();
    const template = suspicions.find(({ kind }: { kind: string }) => kind === 'template-answers');
    expect(template).toMatchObject({ body: { id: hrss.id }, person: hrss.person.name });
    expect(template.cases.length).toBeGreaterThanOrEqual(5);
    const self = suspicions.find(
      ({ kind, body }: { kind: string; body: { id: string } }) => kind === 'self-rating' && body.id === hrss.id,
    );
    expect(self.person).toBeNull();
    const rated = template.cases.map(({ id }: { id: string }) => id);
    expect(
      self.cases.some(({ id }: { id: string }) => rated.includes(id)),
      'the bureau can look at it',
    ).toBe(true);
  });

  it('names no case of a rating that came too fast to the body itself, though it be the bureau', async () => {
    const { needId, caseId } = await submitProblem(asBuyer, { body: bureau.id });
    await act(asBureau, caseId, 'answer', { text: '已办，请看附件。' });
    await asBuyer.post(`/api/needs/${needId}/confirmation`, { solved: true });
    await rate(await linkOf(needId), 5);
    const { suspicions } = (await asBureau.get('/api/ratings/suspicions')).json();
    const own = suspicions.filter(
      ({ kind, body }: { kind: string; body: { id: string } }) => kind === 'self-rating' && body.id === bureau.id,
    );
    expect(own).toHaveLength(1);
    expect(own[0].cases).toEqual([]);
  });

  it('marks five answers in ten minutes that were all just in time', async () => {
    const cases: string[] = [];
    for (let time = 0; time < 5; time += 1) cases.push((await submitProblem(asBuyer, { matter })).caseId);
    const { remainingMinutes } = (await asBuyer.get(`/api/clocks/${cases[0]}`)).json();
    // up to a quarter of an hour of working time before they are due
    const due = new Date((await asBuyer.get(`/api/clocks/${cases[0]}`)).json().due);
    expect(remainingMinutes).toBeGreaterThan(0);
    world.effects.pass(due.getTime() - world.effects.now().getTime() - hour / 4);
    for (const [place, caseId] of cases.entries()) await act(asHrss, caseId, 'answer', { text: `答复 ${place}` });
    const { suspicions } = (await asBureau.get('/api/ratings/suspicions')).json();
    const bulk = suspicions.find(({ kind }: { kind: string }) => kind === 'bulk-closing');
    expect(bulk.cases.map(({ id }: { id: string }) => id).toSorted()).toEqual(cases.toSorted());
    expect(bulk.words).toContain('10 分钟内');
  });

  it('is for the bureau', async () => {
    for (const client of [asHrss, asBuyer]) expect((await client.get('/api/ratings/suspicions')).statusCode).toBe(403);
  });
});
