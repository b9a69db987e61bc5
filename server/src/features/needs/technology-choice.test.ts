import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { act } from '#testing/case-play';
import { settle } from '#testing/loop-play';
import {
  allMet,
  answer,
  codeOf,
  compare,
  halfOpen,
  playScience,
  type SciencePlay,
  sendOut,
  submitTechnology,
  take,
  timeline,
} from '#testing/technology-play';
import type { TestClient } from '#testing/test-app';
import { bankA, centreA, tackle, universityA } from '#testing/test-world';

let play: SciencePlay;
const stranger = '01900000-0000-7000-8000-00000000dead';
const minutes = 60_000;

beforeAll(async () => {
  play = await playScience();
});
afterAll(() => play.world.close());

const clock = async (caseId: string) => (await play.firm.get(`/api/clocks/${caseId}`)).json();
const confirm = (needId: string, solved: boolean) => play.firm.post(`/api/needs/${needId}/confirmation`, { solved });
const choose = (needId: string, answerId: string, reason?: string) => chooseAs(play.firm, needId, { answerId, reason });
const chooseAs = (by: TestClient, needId: string, body: object) =>
  by.post(`/api/needs/${needId}/technology/choice`, body);
const askOf = async (by: TestClient, id: string) => (await by.get(`/api/technology/${id}`)).json().ask;
const lastNews = async (by: TestClient) => {
  await settle(play.world);
  return (await by.get('/api/inbox')).json().entries.at(-1);
};
/** The version of a body’s answer that stands. */
const versionOf = async (by: TestClient, ask: string): Promise<string> => (await askOf(by, ask)).answer.id;
const mended = { items: [{ ...allMet.items[0], value: 84 }, allMet.items[1]], note: '更正读数' };

describe('the answer of the centre in charge, once the firm has the word on it', () => {
  it('is mended until the firm has confirmed: a new version, the old one kept, the firm told, the clock not lowered', async () => {
    const { needId, caseId, askA } = await sendOut(play);
    await take(play.centre, askA);
    await answer(play.centre, askA);
    const before = (await clock(caseId)).elapsedMinutes;
    play.world.effects.pass(5 * minutes);
    const { ask } = (await answer(play.centre, askA, mended)).json();
    expect(ask.answer).toMatchObject({ note: '更正读数', items: [{ value: 84 }, { value: 60.5 }] });
    expect(ask.earlier).toMatchObject([{ items: [{ value: 86 }, { value: 60.5 }] }]);
    const seen = await timeline(play.firm, needId);
    expect([seen.status, seen.mayConfirm]).toEqual(['answered', true]);
    expect(seen.events.at(-1)).toMatchObject({
      ...{ text: `${centreA.name}更正了应答，此前的应答留存`, said: '逐项应答：2 项全部达到。' },
    });
    expect((await clock(caseId)).elapsedMinutes).toBeGreaterThanOrEqual(before);
    const told = await lastNews(play.firm);
    expect(told).toMatchObject({ type: 'case.acted', link: `/needs/${needId}` });
    expect(told.text).toContain('更正了应答，请核对后再确认是否解决');
    expect((await confirm(needId, true)).json().case.status).toBe('solved');
    expect(codeOf(await answer(play.centre, askA, mended))).toEqual([409, 'technology.over']);
  });

  it('cannot become half an answer under the eyes of the firm', async () => {
    const { needId, askA } = await sendOut(play);
    await take(play.centre, askA);
    await answer(play.centre, askA);
    expect(codeOf(await answer(play.centre, askA, halfOpen))).toEqual([422, 'technology.mend-whole']);
    expect((await askOf(play.centre, askA)).earlier).toEqual([]);
    await confirm(needId, false);
    expect((await answer(play.centre, askA, halfOpen)).statusCode).toBe(200);
    expect((await timeline(play.firm, needId)).status).toBe('handling');
  });
});

describe('taking an answer to a target sheet', () => {
  it('of a helper gives the firm the word on it, and solved stays the firm’s own confirmation', async () => {
    const { needId, caseId, askU } = await sendOut(play);
    await answer(play.university, askU);
    expect((await compare(play.firm, needId)).bodies[0]).toMatchObject({ mayTake: true, chosen: null });
    const taken = await choose(needId, await versionOf(play.university, askU));
    expect([taken.statusCode, taken.json().body]).toEqual([200, { id: universityA.id, name: universityA.name }]);
    const seen = await timeline(play.firm, needId);
    expect([seen.status, seen.mayConfirm]).toEqual(['answered', true]);
    expect(seen.events.at(-1).text).toBe(`您采用了${universityA.name}的应答，见效后请确认是否解决`);
    const { bodies } = await compare(play.firm, needId);
    expect(bodies[0]).toMatchObject({ body: { id: universityA.id }, mayTake: false, chosen: { mended: false } });
    expect((await confirm(needId, true)).json().case).toEqual({ id: caseId, status: 'solved' });
    expect((await askOf(play.university, askU)).chosen).toBe(true);
  });

  it('tells its giver, the body in charge, and each of the others a coded reason of its own', async () => {
    const { needId, caseId, askA, askB, askU } = await sendOut(play);
    await answer(play.university, askU);
    await answer(play.centre, askA, halfOpen);
    await choose(needId, await versionOf(play.university, askU));
    expect(await lastNews(play.university)).toMatchObject({ type: 'technology.chosen', link: `/technology/${askU}` });
    const lead = (await play.desk.get('/api/inbox')).json().entries.at(-1);
    expect([lead.type, lead.link]).toEqual(['case.acted', `/cases/${caseId}`]);
    expect(lead.text).toContain('企业已采用一份应答');
    const lost = (await play.centre.get('/api/inbox')).json().entries.at(-1);
    expect(lost.type).toBe('technology.passed-over');
    expect(lost.text).toContain('达到的指标不够');
    expect(lost.text).not.toContain(universityA.name);
    expect(await askOf(play.centre, askA)).toMatchObject({
      ...{ state: 'over', allowed: [], chosen: false, passedOver: '达到的指标不够' },
    });
    expect((await askOf(play.otherCentre, askB)).passedOver).toBe('企业已另有安排');
    expect(codeOf(await answer(play.centre, askA))).toEqual([409, 'technology.settled']);
  });

  it('gives the others the firm’s own reason where it names one, and nothing more to who had not answered', async () => {
    const { needId, askA, askB, askU } = await sendOut(play);
    await answer(play.university, askU);
    await answer(play.centre, askA);
    await choose(needId, await versionOf(play.university, askU), 'readiness');
    expect((await askOf(play.centre, askA)).passedOver).toBe('离实际应用还远');
    expect((await askOf(play.otherCentre, askB)).passedOver).toBe('企业已另有安排');
  });

  it('can be of any answerer while the centre in charge has answered too, and does not make that centre late', async () => {
    const { needId, caseId, askA, askU } = await sendOut(play);
    await answer(play.university, askU);
    await take(play.centre, askA);
    await answer(play.centre, askA);
    const before = (await clock(caseId)).elapsedMinutes;
    play.world.effects.pass(30 * minutes);
    await choose(needId, await versionOf(play.university, askU));
    expect((await clock(caseId)).elapsedMinutes).toBe(before);
    expect(codeOf(await answer(play.centre, askA, mended))).toEqual([409, 'technology.settled']);
    expect(await askOf(play.centre, askA)).toMatchObject({ passedOver: '企业已另有安排', lead: { caseId } });
  });

  it('lets its giver mend it until the firm has confirmed, and the firm sees that it was mended', async () => {
    const { needId, askU } = await sendOut(play);
    await answer(play.university, askU);
    await choose(needId, await versionOf(play.university, askU));
    expect((await answer(play.university, askU, mended)).statusCode).toBe(200);
    expect((await lastNews(play.firm)).text).toContain(`${universityA.name}更正了应答`);
    expect((await compare(play.firm, needId)).bodies[0]).toMatchObject({ changes: 1, chosen: { mended: true } });
    expect((await askOf(play.university, askU)).earlier).toHaveLength(1);
  });

  it('is over when the firm says that it is not solved: everybody is told and may answer, and another is taken', async () => {
    const { needId, askA, askU } = await sendOut(play);
    await answer(play.university, askU);
    await answer(play.centre, askA);
    await choose(needId, await versionOf(play.university, askU));
    await confirm(needId, false);
    expect((await timeline(play.firm, needId)).status).toBe('handling');
    for (const [by, ask] of [
      [play.centre, askA],
      [play.university, askU],
    ] as const) {
      expect((await lastNews(by)).type).toBe('technology.goes-on');
      expect(await askOf(by, ask)).toMatchObject({ state: 'answered', chosen: false, passedOver: null });
    }
    expect((await choose(needId, await versionOf(play.centre, askA))).statusCode).toBe(200);
    expect((await askOf(play.centre, askA)).chosen).toBe(true);
  });

  it('is refused for a version that was changed, twice, when it is over, and for what is no answer to this sheet', async () => {
    const { needId, caseId, askA, askU } = await sendOut(play);
    await answer(play.university, askU, halfOpen);
    const old = await versionOf(play.university, askU);
    await answer(play.university, askU);
    await answer(play.centre, askA);
    expect(codeOf(await choose(needId, old))).toEqual([409, 'technology.answer-changed']);
    expect((await choose(needId, stranger)).statusCode).toBe(404);
    expect((await choose(needId, await versionOf(play.centre, askA), 'price')).statusCode).toBe(400);
    await choose(needId, await versionOf(play.university, askU));
    expect(codeOf(await choose(needId, await versionOf(play.centre, askA)))).toEqual([
      ...[409, 'technology.chosen-already'],
    ]);
    await act(play.firm, caseId, 'withdraw');
    expect(codeOf(await choose(needId, await versionOf(play.centre, askA)))).toEqual([409, 'technology.over']);
  });

  it('by two people of the firm at once has one outcome and one clear refusal', async () => {
    const { needId, askA, askU } = await sendOut(play);
    await answer(play.university, askU);
    await answer(play.centre, askA);
    const versions = [await versionOf(play.university, askU), await versionOf(play.centre, askA)];
    const replies = await Promise.all(versions.map((version) => choose(needId, version)));
    expect(replies.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
    expect(replies.find(({ statusCode }) => statusCode === 409)?.json().code).toBe('technology.chosen-already');
    expect((await compare(play.firm, needId)).bodies.filter(({ chosen }: { chosen: unknown }) => chosen)).toHaveLength(
      1,
    );
  });

  it('is the firm’s alone: another firm, the answerer, the body in charge, a bank and the bureau are turned away', async () => {
    const { needId, askU } = await sendOut(play);
    await answer(play.university, askU);
    const version = await versionOf(play.university, askU);
    const [asBank, asTackle] = [await play.world.signIn(bankA.username), await play.world.signIn(tackle.username)];
    for (const other of [asBank, asTackle, play.university, play.desk, play.bureau])
      expect([403, 404]).toContain((await chooseAs(other, needId, { answerId: version })).statusCode);
    expect((await compare(play.firm, needId)).bodies[0].chosen).toBeNull();
    const problem = await play.firm.post('/api/needs', {
      ...{ kind: 'problem', text: '员工宿舍用电价格偏高', idempotencyKey: stranger },
    });
    expect(codeOf(await choose(problem.json().need.id, version))).toEqual([409, 'technology.not-technology']);
    expect((await submitTechnology(play.firm)).needId).not.toBe(needId);
  });
});
