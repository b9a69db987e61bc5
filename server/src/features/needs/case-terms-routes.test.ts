import type { CityCaseTerms } from '@zhitong/domain/needs/case-terms';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enterHrssMatter, submitProblem } from '#testing/case-play';
import { listenLive, openPort } from '#testing/live-listener';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';

let world: TestApp;
let asBureau: TestClient;
let asBuyer: TestClient;
const day = 86_400_000;

beforeAll(async () => {
  world = await createTestApp({ settings: { limits: { idleMinutes: 100_000, absoluteHours: 2_000 } } });
  [asBureau, asBuyer] = await Promise.all([world.signIn('bureau'), world.signIn('firm.buyer')]);
});
afterAll(() => world.close());

interface Shown {
  rows: { from: string; at: string; reason: string | null; by: string; terms: CityCaseTerms }[];
  current: { from: string; terms: CityCaseTerms };
  calendar: { lastDay: string | null; runsOut: boolean; uncertain: number };
}
const shown = async (): Promise<Shown> => (await asBureau.get('/api/case-terms')).json();
/** The terms as they are, changed in some places. */
async function change(more: Partial<CityCaseTerms>, of: object = {}) {
  const { rows, current } = await shown();
  const seen = rows
    .map(({ at }) => at)
    .toSorted()
    .at(-1);
  return asBureau.put('/api/case-terms', {
    from: '2026-12-01',
    reason: '试行',
    seen,
    terms: { ...current.terms, ...more },
    ...of,
  });
}
const said = (reply: Awaited<ReturnType<typeof change>>) => [reply.statusCode, reply.json().code];

describe('the terms of the clocks', () => {
  it('are read by the bureau: what is in force, what is planned and what was, each with its reason', async () => {
    expect(await shown()).toMatchObject({
      current: { from: '2000-01-01' },
      rows: [{ from: '2000-01-01', reason: null }],
    });
    for (const name of ['firm.buyer', 'handler.hrss', 'sysadmin', 'chief.medical'])
      expect((await (await world.signIn(name)).get('/api/case-terms')).statusCode, name).toBe(403);
  });

  it('hold from a day to come; a case that runs keeps the allowance it was given', async () => {
    const matter = await enterHrssMatter(world);
    const running = await submitProblem(asBuyer, { matter });
    const dueOf = async (caseId: string) => (await asBureau.get(`/api/clocks/${caseId}`)).json().due;
    const before = await dueOf(running.caseId);
    const { allowances } = (await shown()).current.terms;
    const problem = { ...allowances.problem, simple: 3 };
    expect((await change({ allowances: { ...allowances, problem } })).statusCode).toBe(200);
    expect(await shown()).toMatchObject({
      current: { from: '2000-01-01' },
      rows: [{ from: '2026-12-01', reason: '试行' }, {}],
    });
    world.effects.pass(8 * day);
    expect((await shown()).current).toMatchObject({ from: '2026-12-01', terms: { allowances: { problem } } });
    expect(await dueOf(running.caseId)).toBe(before);
    const fresh = await submitProblem(asBuyer, { matter });
    const span = async (caseId: string) => {
      const { elapsedMinutes, remainingMinutes, dayMinutes } = (await asBureau.get(`/api/clocks/${caseId}`)).json();
      return (elapsedMinutes + remainingMinutes) / dayMinutes;
    };
    expect([await span(running.caseId), await span(fresh.caseId)]).toEqual([1, 3]);
  });

  it('are seen to change by a colleague who has them open, and by no body or firm', async () => {
    const port = await openPort(world.app);
    const [colleague, firm] = await Promise.all([listenLive(port, asBureau), listenLive(port, asBuyer)]);
    expect((await change({ penaltyMinutes: 200 }, { from: '2027-02-01' })).statusCode).toBe(200);
    await expect.poll(() => colleague.frames.map(({ event }) => event)).toContain('case-terms.changed');
    expect(firm.frames.map(({ event }) => event)).not.toContain('case-terms.changed');
    for (const stream of [colleague, firm]) stream.close();
  });

  it('planned twice for the same day are the later ones', async () => {
    expect((await change({ penaltyMinutes: 120 }, { from: '2027-03-01', reason: '第一次' })).statusCode).toBe(200);
    expect((await change({ penaltyMinutes: 180 }, { from: '2027-03-01', reason: '改正' })).statusCode).toBe(200);
    const [row] = (await shown()).rows;
    expect(row).toMatchObject({ from: '2027-03-01', reason: '改正', terms: { penaltyMinutes: 180 } });
  });

  it('are refused for today, without a change, out of order, and on what a colleague has overtaken', async () => {
    const today = await change({ helperDays: 4 }, { from: '2026-12-01' });
    expect(said(today)).toEqual([422, 'case-terms.not-ahead']);
    expect(today.json().message).toBe('新规则从将来的一天起执行，最早 2026-12-02');
    expect(said(await change({}, { from: '2026-12-10' }))).toEqual([422, 'case-terms.nothing-changed']);
    const spans = [
      { from: 800, to: 900 },
      { from: 850, to: 1000 },
    ];
    expect(said(await change({ hours: [{ from: '2000-01-01', spans }] }, { from: '2026-12-10' }))).toEqual([
      422,
      'case-terms.hours',
    ]);
    const ladder = [
      { who: 'handler', afterMinutes: 10 },
      { who: 'deputy', afterMinutes: 0 },
    ] as const;
    expect(said(await change({ ladder }, { from: '2026-12-10' }))).toEqual([422, 'case-terms.ladder']);
    const stale = await change({ helperDays: 4 }, { from: '2026-12-10', seen: '2020-01-01T00:00:00Z' });
    expect(said(stale)).toEqual([409, 'case-terms.overtaken']);
    expect((await change({ helperDays: 0 })).statusCode).toBe(400);
    expect((await change({ helperDays: 4 }, { reason: ' ' })).statusCode).toBe(400);
    expect((await asBuyer.put('/api/case-terms', {})).statusCode).toBe(403);
  });

  it('say when the official calendar runs out, and how many open cases fall due after it', async () => {
    const { calendar } = await shown();
    const lastDay = calendar.lastDay ?? '';
    expect(calendar.runsOut).toBe(Date.parse(lastDay) - world.effects.now().getTime() < 60 * day);
    world.effects.setClock(new Date(`${Number(lastDay.slice(0, 4))}-06-01T09:00:00+08:00`));
    expect((await shown()).calendar).toMatchObject({ runsOut: false });
    world.effects.setClock(new Date(`${Number(lastDay.slice(0, 4))}-12-30T09:00:00+08:00`));
    const matter = await enterHrssMatter(world);
    await submitProblem(asBuyer, { matter, text: '年底提交的事项，跨年办理，请尽快答复。' });
    expect((await shown()).calendar.runsOut).toBe(true);
  });
});
