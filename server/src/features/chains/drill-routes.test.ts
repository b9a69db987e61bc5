import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { maskChain, writeChain } from '#testing/owned-chain';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { buyer, meltblown, testCity } from '#testing/test-world';
import { ChainDesk } from './chain-desk.ts';
import { NightlyDrill } from './drill-nightly.ts';

let world: TestApp;
let asBuyer: TestClient;
let asSpunbond: TestClient;
let chain: string;

beforeAll(async () => {
  world = await createTestApp();
  const { newId } = world.effects;
  chain = await inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
    writeChain(tx, testCity, {
      ...{ newId, at: '2026-11-01T09:00:00+08:00' },
      content: { ...maskChain, leaderId: buyer.id },
    }),
  );
  [asBuyer, asSpunbond] = await Promise.all([world.signIn('firm.buyer'), world.signIn('firm.spunbond')]);
});
afterAll(() => world.close());

const rowOf = async (id: string) =>
  (await drill()).rows.find(({ taken }: { taken: { id: string } }) => taken.id === id);
const drill = async (headers = {}) => (await asSpunbond.get(`/api/chains/${chain}/drill`, headers)).json();

describe('the drill of a chain over the interface', () => {
  it('says without whom it stops after how many days, and how long a replacement takes, in both languages', async () => {
    const found = await drill();
    expect(found).toMatchObject({ firms: 1, regions: 0, leader: { id: buyer.id }, assumed: { stockDays: 7 } });
    expect(found.rows[0]).toMatchObject({
      ...{ taken: { kind: 'firm', id: meltblown.id }, verdict: 'red', target: 'downstream', surviveDays: 7 },
      recover: { days: 15, certain: false },
      lost: [{ product: { id: 'meltblown-cloth' }, replacement: { known: true, ring: 'circle', days: 15 } }],
      stops: [{ product: { id: 'surgical-mask' }, days: 7 }],
    });
    expect(found.rows[0].text).toContain('断供，下游（医用外科口罩） 7 天后停产；换供方至少要 15 天');
    expect((await drill({ 'accept-language': 'en' })).rows[0].text).toMatch(
      /^Without .* stops after 7 days; .* at least/u,
    );
  });

  it('hears of an offer that makes somebody the leader’s supplier, and of its lead time', async () => {
    const offer = {
      productText: '医用外科口罩',
      productId: 'surgical-mask',
      limits: [],
      certificates: [],
      leadDays: 4,
    };
    expect((await asBuyer.post('/api/offers', offer)).statusCode).toBe(201);
    const text = async () => (await rowOf(meltblown.id)).text;
    await expect.poll(text, { timeout: 20_000 }).toContain(`断供，链主${buyer.shortName} 7 天后停产`);
  });

  it('names no place outside while fewer than five firms buy there', async () => {
    const bought = { productId: 'pp-meltblown-resin', fenAYear: 5_000_000_00, origin: '370600', asOf: '2026-10-01' };
    expect((await asBuyer.post('/api/purchases', bought)).statusCode).toBe(201);
    const regions = async () =>
      (await drill()).rows.filter(({ taken }: { taken: { kind: string } }) => taken.kind === 'region');
    await expect.poll(async () => (await regions()).length, { timeout: 20_000 }).toBe(1);
    const [row] = await regions();
    expect(row.taken).toEqual({ kind: 'region', id: null, name: '外地一处来源（采购企业不足 5 家，不公开）' });
    expect(JSON.stringify(await drill())).not.toMatch(/370600|烟台/u);
  });

  it('is kept of the last night with its time', async () => {
    const { database, effects } = world;
    const fail = (error: unknown) => {
      throw error;
    };
    const options = { database, hub: world.hub, effects, city: testCity, onError: fail };
    const desk = new ChainDesk(options);
    const nightly = new NightlyDrill(options, desk);
    await nightly.drillDue();
    const { night, firms, regions, verdicts } = await drill();
    expect(night).toMatchObject({ firms, regions, red: verdicts.red });
    await nightly.drillDue();
    expect((await drill()).night.at).toBe(night.at);
  });

  it('is told nobody who is not signed in, and not of a chain of another city', async () => {
    expect((await world.app.inject({ url: `/api/chains/${chain}/drill` })).statusCode).toBe(401);
    const asYantai = await world.signIn('firm.yantai');
    expect((await asYantai.get(`/api/chains/${chain}/drill`)).statusCode).toBe(404);
    const asAdministrator = await world.signIn('auditadmin');
    expect((await asAdministrator.get(`/api/chains/${chain}/drill`)).statusCode).toBe(403);
  });
});
