import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { act, enterHrssMatter, submitProblem } from '#testing/case-play';
import { settle } from '#testing/loop-play';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { bureau, chainOffice, hrss, testCity } from '#testing/test-world';
import { fireDue } from './case-timer-job.ts';

let world: TestApp;
let asBuyer: TestClient;
let asHrss: TestClient;
let matter: string;

beforeAll(async () => {
  world = await createTestApp();
  matter = await enterHrssMatter(world);
});
// the clock moves by weeks: everybody signs in anew
beforeEach(async () => {
  [asBuyer, asHrss] = await Promise.all([world.signInAnew('firm.buyer'), world.signInAnew('handler.hrss')]);
});
afterAll(() => world.close());

const fire = () =>
  fireDue({
    ...{ database: world.database, effects: world.effects, city: testCity },
    onError: (error) => {
      throw error;
    },
  });

/** About the due instant; those about signing and the first answer have a test of their own. */
function tasksOf(caseId: string) {
  return inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
    tx
      .selectFrom('case_task')
      .select(['rung', 'body_id', 'closed_at'])
      .where('city', '=', testCity)
      .where('case_id', '=', caseId)
      .where('mark', 'is', null)
      .orderBy('at')
      .orderBy('rung')
      .execute(),
  );
}

describe('the ladder', () => {
  it('climbs from the handler to the chief’s office, each rung once, and the firm reads it', async () => {
    const { needId, caseId } = await submitProblem(asBuyer, { matter });
    expect(await fire()).toBe(0);
    world.effects.setClock(new Date('2026-11-24T09:00:00+08:00'));
    await fire();
    expect((await tasksOf(caseId)).map(({ rung }) => rung)).toEqual(['deputy', 'handler']);
    expect(await fire()).toBe(0);
    world.effects.setClock(new Date('2026-12-04T09:00:00+08:00'));
    await fire();
    const tasks = await tasksOf(caseId);
    expect(new Map(tasks.map(({ rung, body_id }) => [rung, body_id]))).toEqual(
      new Map([
        ['deputy', hrss.id],
        ['handler', hrss.id],
        ['bureau', bureau.id],
        ['chief', chainOffice.id],
        ['head', hrss.id],
      ]),
    );
    await settle(world);
    [asBuyer, asHrss] = await Promise.all([world.signInAnew('firm.buyer'), world.signInAnew('handler.hrss')]);
    const { entries } = (await asBuyer.get('/api/inbox')).json();
    expect(entries.map(({ text }: { text: string }) => text).join('\n')).toContain('逾期，已提醒链长办');
    const asChief = await world.signInAnew('chief.medical');
    expect((await asChief.get(`/api/cases/${caseId}`)).statusCode).toBe(200);
    const { events } = (await asBuyer.get(`/api/needs/${needId}/timeline`)).json();
    expect(events.map(({ text }: { text: string }) => text)).toContain('逾期，已提醒链长办');
    await act(asHrss, caseId, 'answer', { text: '已办' });
    expect((await tasksOf(caseId)).every(({ closed_at }) => closed_at !== null)).toBe(true);
  });

  it('stands still while the firm has the word, and goes on when it is not solved', async () => {
    await fire();
    const { needId, caseId } = await submitProblem(asBuyer, { matter });
    await act(asHrss, caseId, 'answer', { text: '请等通知' });
    world.effects.pass(30 * 24 * 3_600_000);
    expect(await fire()).toBe(0);
    asBuyer = await world.signInAnew('firm.buyer');
    await asBuyer.post(`/api/needs/${needId}/confirmation`, { solved: false });
    expect(await fire()).toBeGreaterThan(0);
    expect((await tasksOf(caseId)).length).toBe(5);
  });

  it('fires each of many once, also when two nodes look at the same moment', async () => {
    const cases = await Promise.all(Array.from({ length: 12 }, () => submitProblem(asBuyer, { matter })));
    world.effects.pass(60 * 24 * 3_600_000);
    const counts = await Promise.all([fire(), fire(), fire()]);
    await fire();
    expect(counts.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(12 * 11);
    for (const { caseId } of cases) expect((await tasksOf(caseId)).length).toBe(5);
  });
});
