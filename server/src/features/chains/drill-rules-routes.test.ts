import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { writeChain } from '#testing/owned-chain';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { testCity } from '#testing/test-world';

let world: TestApp;
let asBureau: TestClient;
let chain: string;

beforeAll(async () => {
  world = await createTestApp({ settings: { limits: { idleMinutes: 50_000, absoluteHours: 500 } } });
  chain = await inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
    writeChain(tx, testCity, { newId: world.effects.newId, at: '2026-11-01T09:00:00+08:00' }),
  );
  asBureau = await world.signIn('bureau');
});
afterAll(() => world.close());

const read = async () => (await asBureau.get('/api/drill-rules')).json();
async function change(more: object = {}, client = asBureau) {
  const { rows, current } = await read();
  return client.put('/api/drill-rules', {
    ...{ from: '2026-12-01', reason: '按企业回访调整', seen: rows[0].at },
    terms: { ...current.terms, stockDays: current.terms.stockDays + 3 },
    ...more,
  });
}

describe('what the drills assume', () => {
  it('is what the installation began with, until the bureau changes it from a day to come, with the reason', async () => {
    const before = await read();
    expect(before.current).toMatchObject({ reason: null, terms: { stockDays: expect.any(Number) } });
    const stockDaysOf = { 'meltblown-cloth': 21, 'no-such-product': 4 };
    const done = await change({ terms: { ...before.current.terms, stockDays: 11, stockDaysOf } });
    expect([done.statusCode, done.json().terms], done.body).toEqual([200, { from: '2026-12-01' }]);
    const after = await read();
    expect(after.current).toEqual(before.current);
    expect(after.rows[0]).toMatchObject({
      ...{ from: '2026-12-01', reason: '按企业回访调整' },
      terms: { stockDays: 11, stockDaysOf: { 'meltblown-cloth': 21 } },
    });
    expect(after.products).toEqual([{ id: 'meltblown-cloth', name: '熔喷布' }]);
    world.effects.setClock(new Date('2026-12-01T09:00:00+08:00'));
    asBureau = await world.signInAnew('bureau');
    expect((await asBureau.get(`/api/chains/${chain}/drill`)).json().assumed.stockDays).toBe(11);
  });

  it('is refused for today, without a change, and over somebody else’s change', async () => {
    const code = async (more: object) => (await change(more)).json().code;
    expect(await code({ from: '2026-12-01' })).toBe('case-terms.not-ahead');
    const { current } = await read();
    expect(await code({ from: '2026-12-05', terms: current.terms })).toBe('case-terms.nothing-changed');
    expect(await code({ from: '2026-12-05', seen: '2026-01-01T09:00:00+08:00' })).toBe('case-terms.overtaken');
    expect((await change({ from: '2026-12-05', reason: '' })).statusCode).toBe(400);
  });

  it('is read by a chief’s office and investment, changed by the bureau alone', async () => {
    for (const name of ['chief.medical', 'invest.bureau']) {
      const client = await world.signIn(name);
      expect((await client.get('/api/drill-rules')).statusCode).toBe(200);
      expect((await change({ from: '2026-12-05' }, client)).statusCode).toBe(403);
    }
    expect((await (await world.signIn('firm.buyer')).get('/api/drill-rules')).statusCode).toBe(403);
  });
});
