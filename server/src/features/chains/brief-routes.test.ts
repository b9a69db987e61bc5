import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { enterHrssMatter, submitProblem } from '#testing/case-play';
import { fireTimers } from '#testing/fire-timers';
import { issue } from '#testing/order-play';
import { maskChain, writeChain } from '#testing/owned-chain';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { bureau, hrss, testCity } from '#testing/test-world';

let world: TestApp;
let asMeltblown: TestClient;
let asChief: TestClient;
let asBureau: TestClient;
let asInvest: TestClient;
let chain: string;
let first: { caseId: string; needId: string };
let second: { caseId: string; needId: string };

beforeAll(async () => {
  world = await createTestApp({ settings: { limits: { idleMinutes: 50_000, absoluteHours: 500 } } });
  const { newId } = world.effects;
  chain = await inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
    writeChain(tx, testCity, {
      ...{ newId, at: '2026-11-01T09:00:00+08:00' },
      content: { ...maskChain, leadBodyId: bureau.id },
    }),
  );
  asMeltblown = await world.signIn('firm.meltblown');
  const matter = await enterHrssMatter(world);
  [first, second] = [await submitProblem(asMeltblown, { matter }), await submitProblem(asMeltblown, { matter })];
  world.effects.setClock(new Date('2026-12-10T09:00:00+08:00'));
  await fireTimers(world);
  asMeltblown = await world.signInAnew('firm.meltblown');
  asChief = await world.signInAnew('chief.medical');
  asBureau = await world.signInAnew('bureau');
  asInvest = await world.signInAnew('invest.bureau');
});
afterAll(() => world.close());

const page = (by: TestClient, headers = {}) => by.get(`/api/chains/${chain}/brief`, headers);
const decisions = async (by: TestClient) => (await page(by)).json().decisions;
const sign = (by: TestClient, ...caseIds: readonly string[]) =>
  by.post(`/api/chains/${chain}/brief/orders`, {
    orders: caseIds.map((caseId) => ({ caseId, text: '请三日内拿出办法' })),
  });
const textOf = (pieces: readonly { text: string }[]) => pieces.map(({ text }) => text).join('');

describe('the page of a chief', () => {
  it('tells the chain in five sentences whose figures open their rows', async () => {
    const { sentences, chain: head, trend } = (await page(asChief)).json();
    expect(head).toMatchObject({ id: chain, chief: { name: '演示-巳' }, leadBody: { id: bureau.id } });
    expect(sentences.map(textOf)).toEqual([
      '在链企业 1 家；本季双方确认成交 没有。',
      expect.stringContaining('3 个环节产品中弱项 2 个，说不清的 1 个'),
      expect.stringContaining('缺口金额不公开'),
      expect.stringContaining('断供，下游（医用外科口罩） 7 天后停产'),
      '在办督办 0 件：逾期 0，临期 0。',
    ]);
    for (const pieces of sentences)
      expect(
        pieces.some(({ ref }: { ref: object | null }) => ref !== null),
        textOf(pieces),
      ).toBe(true);
    expect(trend).toHaveLength(12);
  });

  it('is read in English too', async () => {
    const { sentences } = (await page(asChief, { 'accept-language': 'en' })).json();
    expect(sentences.map(textOf).join(' ')).not.toMatch(/家；|断供/u);
    expect(textOf(sentences[0])).toBe('1 firm in the chain; deals both sides confirmed this quarter: none.');
  });

  it('shows the cases of its firms that went past the head, with the body that is stuck and a drafted order', async () => {
    const found = await decisions(asChief);
    const ids = found.map((one: { case: { id: string } | null }) => one.case?.id);
    expect(ids).toEqual(expect.arrayContaining([first.caseId, second.caseId]));
    expect(found[0]).toMatchObject({
      ...{ kind: 'case', body: { id: hrss.id, name: hrss.name }, signable: true, fenAYear: null },
      draft: expect.stringContaining(`请${hrss.name}于12月`),
    });
    expect(found.length).toBeLessThanOrEqual(5);
  });

  it('shows an investment officer no case of which its office is no reader', async () => {
    const found = await decisions(asInvest);
    expect(found.filter(({ kind }: { kind: string }) => kind === 'case')).toEqual([]);
  });

  it('is refused to firms and bodies, to strangers, and of a chain that is not there', async () => {
    const asHandler = await world.signInAnew('handler.hrss');
    for (const by of [asMeltblown, asHandler]) {
      expect((await page(by)).statusCode).toBe(403);
      expect((await by.get('/api/chains/brief')).statusCode).toBe(403);
    }
    expect((await world.app.inject({ url: '/api/chains/brief' })).statusCode).toBe(401);
    const nowhere = '/api/chains/01900000-0000-7000-8000-00000000dead/brief';
    expect((await asChief.get(nowhere)).statusCode).toBe(404);
  });

  it('stands in the page of the city with the same figures, a row each', async () => {
    const { rows } = (await asBureau.get('/api/chains/brief')).json();
    expect(rows).toEqual([
      expect.objectContaining({
        ...{ chain: expect.objectContaining({ id: chain }), products: 3, weak: 2, unknown: 1, red: 1 },
        ...{ decisions: (await decisions(asBureau)).length, promises: { red: 0, yellow: 0, green: 0 } },
      }),
    ]);
    expect((await asInvest.get('/api/chains/brief')).statusCode).toBe(200);
  });
});

describe('a signature under the page', () => {
  it('is refused to who may only read, and without a case or a text', async () => {
    expect((await sign(asInvest, first.caseId)).statusCode).toBe(403);
    expect((await sign(asChief)).statusCode).toBe(400);
    const empty = { orders: [{ caseId: first.caseId, text: ' ' }] };
    expect((await asChief.post(`/api/chains/${chain}/brief/orders`, empty)).statusCode).toBe(400);
  });

  it('gives all orders or none: where one was ordered meanwhile, nothing is written', async () => {
    expect((await issue(asBureau, second.caseId, '请抓紧')).statusCode).toBe(201);
    const reply = await sign(asChief, first.caseId, second.caseId);
    expect(reply.json().code).toBe('orders.open-already');
    expect((await decisions(asChief)).map((one: { case: { id: string } | null }) => one.case?.id)).toContain(
      first.caseId,
    );
  });

  it('makes of each decision an order with a clock, which stands among the promises from then on', async () => {
    const reply = await sign(asChief, first.caseId);
    expect(reply.statusCode, reply.body).toBe(201);
    expect(reply.json().orders).toEqual([{ id: expect.any(String), caseId: first.caseId }]);
    const { decisions: left, promises } = (await page(asChief)).json();
    expect(left.filter(({ kind }: { kind: string }) => kind === 'case')).toEqual([]);
    expect(promises).toMatchObject({ red: 0, yellow: 0, green: 2 });
    expect(promises.rows.map((one: { case: { id: string } }) => one.case.id)).toContain(first.caseId);
    expect((await sign(asChief, first.caseId)).json().code).toBe('orders.open-already');
  });
});
