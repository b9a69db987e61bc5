import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { act, enterHrssMatter, submitProblem } from '#testing/case-play';
import { settle } from '#testing/loop-play';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { hrss, testCity } from '#testing/test-world';
import { fireDue } from './case-timer-job.ts';

let world: TestApp;
let asBuyer: TestClient;
let asHrss: TestClient;
let asBureau: TestClient;
let matter: string;

beforeAll(async () => {
  // nobody is signed out by the clock that this file moves on
  world = await createTestApp({ settings: { limits: { idleMinutes: 100_000, absoluteHours: 2_000 } } });
  [asBuyer, asHrss, asBureau] = await Promise.all([
    world.signIn('firm.buyer'),
    world.signIn('handler.hrss'),
    world.signIn('bureau'),
  ]);
  matter = await enterHrssMatter(world);
});
afterAll(() => world.close());

const at = (time: string) => world.effects.setClock(new Date(`2026-11-${time}:00+08:00`));
const fire = () =>
  fireDue({
    ...{ database: world.database, effects: world.effects, city: testCity },
    onError: (error) => {
      throw error;
    },
  });
const clockOf = async (caseId: string) => (await asBuyer.get(`/api/clocks/${caseId}`)).json();
const timelineOf = async (needId: string, headers = {}) =>
  (await asBuyer.get(`/api/needs/${needId}/timeline`, headers)).json();
const rowOf = async (caseId: string) =>
  (await asHrss.get('/api/cases')).json().cases.find(({ id }: { id: string }) => id === caseId);
const tasksOf = (caseId: string) =>
  inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
    tx
      .selectFrom('case_task')
      .select(['rung', 'mark', 'body_id', 'closed_at'])
      .where('city', '=', testCity)
      .where('case_id', '=', caseId)
      .orderBy('at')
      .orderBy('mark')
      .execute(),
  );

describe('a case that is not signed for, and whose firm hears nothing', () => {
  it('tells the body near the time, then the handler, then the next rung, each once, with a task and a notice', async () => {
    at('23T09:00');
    const { needId, caseId } = await submitProblem(asBuyer, { matter });
    at('23T09:50');
    await fire();
    expect(await tasksOf(caseId), 'nothing is missed yet').toEqual([]);
    at('23T11:00');
    at('23T11:01');
    await fire();
    const tasks = await tasksOf(caseId);
    expect(new Set(tasks.map(({ mark, rung }) => `${mark} ${rung}`))).toEqual(
      new Set(['first-answer handler', 'first-answer deputy', 'sign handler']),
    );
    expect(tasks).toHaveLength(3);
    expect(tasks.every(({ body_id }) => body_id === hrss.id)).toBe(true);
    expect(await fire(), 'each once').toBe(0);
    await settle(world);
    const { entries } = (await asHrss.get('/api/inbox')).json();
    const texts = entries.map(({ text }: { text: string }) => text).join('\n');
    for (const words of [
      '企业还没有收到回应',
      '还没有签收',
      '逾期未首次回应，已提醒承办人',
      '逾期未签收，已提醒承办人',
    ])
      expect(texts).toContain(words);
    const told = (await timelineOf(needId)).events.map(({ text }: { text: string }) => text);
    expect(told).toContain('逾期未签收，已提醒承办人');
    await act(asHrss, caseId, 'accept', { text: '已收到，下午回复' });
    expect((await tasksOf(caseId)).every(({ closed_at }) => closed_at !== null)).toBe(true);
  });

  it('is yellow from the instant it is missed, and stays so; the due time does not move', async () => {
    at('24T08:30');
    const { caseId } = await submitProblem(asBuyer, { matter });
    const { due } = await clockOf(caseId);
    expect(await clockOf(caseId)).toMatchObject({ light: 'green' });
    at('24T09:31');
    expect(await clockOf(caseId)).toMatchObject({ light: 'yellow', caughtUp: false, due });
    expect(await rowOf(caseId)).toMatchObject({ light: 'yellow', firstAnswerDue: '2026-11-24T01:30:00.000Z' });
    await act(asHrss, caseId, 'accept', { text: '收到' });
    expect(await clockOf(caseId)).toMatchObject({ light: 'yellow', due });
    expect(await rowOf(caseId)).toMatchObject({ light: 'yellow', signDue: null, firstAnswerDue: null });
  });

  it('says so to the firm in plain words, in both languages', async () => {
    at('24T08:30');
    const { needId } = await submitProblem(asBuyer, { matter });
    expect((await timelineOf(needId)).next).toBe(
      `${hrss.name}应于 11月24日 09:30 前首次回应，11月24日 10:30 前签收，11月24日 17:30 前答复`,
    );
    at('24T11:00');
    expect((await timelineOf(needId)).next).toBe(
      `${hrss.name}应于 11月24日 09:30 前首次回应，已超 1 小时；11月24日 10:30 前签收，已超 30 分钟；11月24日 17:30 前答复`,
    );
    expect((await timelineOf(needId, { 'accept-language': 'en' })).next).toBe(
      `${hrss.name} gives a first answer by 24 Nov 09:30 (1 h over); signs by 24 Nov 10:30 (30 min over); answers by 24 Nov 17:30`,
    );
    at('30T08:30');
    expect((await timelineOf(needId)).next).toContain('前签收，已超 3 个工作日 5 小时');
  });

  it('has had its first answer by a question, and its signature only by signing', async () => {
    at('24T14:00');
    const { needId, caseId } = await submitProblem(asBuyer, { matter });
    await act(asHrss, caseId, 'ask-firm', { text: '宿舍在哪个区？' });
    const { next, firstAnswerDue, signDue } = await timelineOf(needId);
    expect([firstAnswerDue, signDue]).toEqual([null, '2026-11-24T08:00:00.000Z']);
    expect(next).toBe(`${hrss.name}应于 11月24日 16:00 前签收，11月25日 14:00 前答复`);
    await act(asHrss, caseId, 'accept');
    expect((await timelineOf(needId)).signDue).toBeNull();
  });

  it('counts in the supervision, each figure with its rows', async () => {
    at('26T08:30');
    const { caseId } = await submitProblem(asBuyer, { body: hrss.id });
    at('26T10:31');
    expect(await rowOf(caseId), 'four days are left').toMatchObject({ light: 'yellow', byMark: true });
    const { rows, total } = (await asBureau.get('/api/supervision?by=body')).json();
    const row = rows.find(({ key }: { key: string }) => key === hrss.id);
    for (const [figure, mark] of [
      ['unsigned', 'sign'],
      ['unheard', 'first-answer'],
    ] as const) {
      const listed = (await asBureau.get(`/api/cases?body=${hrss.id}&missed=${mark}`)).json();
      expect(row[figure]).toBe(listed.total);
      expect(total[figure]).toBeGreaterThanOrEqual(listed.total);
      expect(listed.cases.map(({ id }: { id: string }) => id)).toContain(caseId);
    }
  });
});

describe('a date beyond the published calendar', () => {
  it('is told as uncertain, and 1 January is no working day all the same', async () => {
    world.effects.setClock(new Date('2026-12-31T10:00:00+08:00'));
    const { needId } = await submitProblem(asBuyer, { matter });
    const { next, due, dueCertain } = await timelineOf(needId);
    expect([due, dueCertain]).toEqual(['2027-01-04T02:00:00.000Z', false]);
    expect(next).toContain('1月4日 10:00 前答复（日历未公布，可能调整）');
    const english = await timelineOf(needId, { 'accept-language': 'en' });
    expect(english.next).toContain('the calendar is not published yet, it may change');
  });
});
