import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { inContext } from '#platform/context';
import { importNation } from '#testing/heat-play';
import { maskChain, writeChain } from '#testing/owned-chain';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { writeTestDeal } from '#testing/test-deal';
import { openWorkbook } from '#testing/test-sheet';
import { buyer, circleMeltblown, testCity } from '#testing/test-world';

let world: TestApp;
let asInvest: TestClient;
let asBureau: TestClient;
let chain: string;

const ask = async (query: string, by: TestClient = asInvest) => (await by.get(`/api/heatmap?${query}`)).json();
const product = 'product=meltblown-cloth';

interface Firm {
  readonly organisation: { readonly name: string };
  readonly reasons: readonly { readonly code: string; readonly text: string }[];
  readonly area: { readonly code: string } | null;
  readonly working: string;
  readonly asOf: string | null;
  readonly gap: string | null;
}
const firmsOf = ({ firms }: { readonly firms: readonly Firm[] }) =>
  firms.map(({ organisation }) => organisation.name.slice(0, 2));
const firmNamed = ({ firms }: { readonly firms: readonly Firm[] }, name: string) =>
  firms.find(({ organisation }) => organisation.name.startsWith(name));
const codes = ({ areas }: { readonly areas: readonly { readonly code: string; readonly firms: number }[] }) =>
  areas.map(({ code, firms }) => `${code} ${firms}`);

beforeAll(async () => {
  world = await createTestApp();
  const { newId } = world.effects;
  await importNation(world);
  chain = await inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
    writeChain(tx, testCity, {
      ...{ newId, at: '2026-11-01T09:00:00+08:00' },
      content: { ...maskChain, leaderId: buyer.id },
    }),
  );
  const steps = [{ kind: 'delivery', amountFen: 900_000, by: ['buyer', 'seller'] }] as const;
  await writeTestDeal(world.database, { newId, seller: circleMeltblown, steps });
  asInvest = await world.signIn('invest.bureau');
  asBureau = await world.signIn('bureau');
  // the desk of the chains follows the log of the import
  await vi.waitFor(async () => expect((await ask(product)).total).toBe(6), { timeout: 20_000, interval: 200 });
});
afterAll(() => world.close());

describe('what the heat map is asked about', () => {
  it('is exactly one of chain, gap, product and firm', async () => {
    for (const query of ['', `chain=${chain}&${product}`, `${product}&firm=${buyer.id}`]) {
      const reply = await asInvest.get(`/api/heatmap?${query}`);
      expect([reply.statusCode, reply.json().code]).toEqual([422, 'heat.one-question']);
    }
    expect((await ask('', asInvest)).message).toContain('只选一项');
  });

  it('must be there: a product of the graph, a gap of a chain, a firm of the city, a chain of the city', async () => {
    const unknown = [
      ['product=nothing', 404, 'heat.unknown-product'],
      [`gap=${chain}:fishing-rod`, 404, 'heat.unknown-gap'],
      ['gap=nonsense', 404, 'heat.unknown-gap'],
      [`firm=${circleMeltblown.id}`, 404, 'heat.unknown-firm'],
      [`chain=${buyer.id}`, 404, 'platform.not-found'],
      ['product=meltblown-cloth&level=village', 400, 'platform.invalid'],
    ] as const;
    for (const [query, status, code] of unknown) {
      const reply = await asInvest.get(`/api/heatmap?${query}`);
      expect([query, reply.statusCode]).toEqual([query, status]);
      if (status !== 400) expect(reply.json().code).toBe(code);
    }
  });

  it('is a product: makers elsewhere by area, the city’s own counted apart', async () => {
    const found = await ask(product);
    expect(Object.keys(found)).toEqual(expect.arrayContaining(['areas', 'asOf']));
    // 迁厂 works in 济南, 外干 in 深圳, where 驻极 and 宽名 are registered; 无址 stands nowhere
    expect(codes(found)).toEqual(['440300 3', '370100 1', '370600 1']);
    expect(found).toMatchObject({ here: 1, unplaced: 1, question: { kind: 'product', product: { name: '熔喷布' } } });
    expect(firmsOf(found)).not.toContain('弹簧');
  });

  it('is a gap: the same firms, each row named for that gap', async () => {
    const found = await ask(`gap=${chain}:meltblown-cloth`);
    expect(found.total).toBe(6);
    expect(found.wanted).toEqual([
      expect.objectContaining({ gap: `${chain}:meltblown-cloth`, class: 'single-source' }),
    ]);
    for (const { gap } of found.firms) expect(gap).toBe(`${chain}:meltblown-cloth`);
  });

  it('is a chain: its weak links only, and who supplies its leader', async () => {
    const found = await ask(`chain=${chain}`);
    expect(found.wanted.map(({ product: { id } }: { product: { id: string } }) => id)).toEqual([
      'pp-meltblown-resin',
      'meltblown-cloth',
    ]);
    const yantai = firmNamed(found, '烟台');
    expect(yantai?.reasons.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['makes-exactly', 'supplies-leader', 'supplies-here']),
    );
    // a deal with the leader goes before what is only made
    expect(firmsOf(found)[0]).toBe('烟台');
  });

  it('is a leading firm: what its products are made from; what it buys and asks for is for the bureau alone', async () => {
    const meltblownFirm = (await ask(product)).firms.length > 0 ? '01900000-0000-7000-8001-000000000003' : '';
    const found = await ask(`firm=${meltblownFirm}`);
    expect(found.wanted.map(({ product: { id } }: { product: { id: string } }) => id)).toEqual(['pp-meltblown-resin']);
    const [forInvest, forBureau] = [await ask(`firm=${buyer.id}`), await ask(`firm=${buyer.id}`, asBureau)];
    expect(forInvest.wanted).toEqual([]);
    expect(forBureau.question.firm.id).toBe(buyer.id);
  });
});

describe('where a firm counts', () => {
  it('is where it works, and the row says where it is registered', async () => {
    const found = await ask(product);
    const moved = firmNamed(found, '迁厂');
    expect([moved?.area?.code, moved?.working]).toEqual(['370100', 'known']);
    expect(moved?.reasons.at(-1)?.text).toBe('注册在深圳市，实际经营在济南市');
  });

  it('is not the city when it is only registered here and works away', async () => {
    expect(firmNamed(await ask(product), '外干')?.area?.code).toBe('440300');
    expect(firmsOf(await ask(`${product}&level=district`))).not.toContain('外干');
  });

  it('is where it is registered when nobody said where it works, and the row says so', async () => {
    const found = await ask(product);
    expect(firmNamed(found, '驻极')).toMatchObject({ working: 'unknown', area: { code: '440300' } });
    expect(firmNamed(found, '驻极')?.reasons.map(({ code }) => code)).toContain('working-unknown');
    expect(firmNamed(found, '无址')).toMatchObject({ area: null, working: 'unknown' });
    expect(found.areas[0]).toMatchObject({ code: '440300', unknownWorking: 2 });
    expect((await ask(`${product}&working=known`)).total).toBe(2);
  });

  it('is summed by province, and by district for the city’s own', async () => {
    expect(codes(await ask(`${product}&level=province`))).toEqual(['440000 3', '370000 2']);
    const own = await ask(`${product}&level=district`);
    expect(codes(own)).toEqual(['371071 1']);
    expect(own.areas[0]).toMatchObject({ name: '高区', zone: true });
    expect(firmsOf(own)).toEqual(['威海']);
  });

  it('can be kept to the circle or the province, and the list to one area', async () => {
    expect(codes(await ask(`${product}&within=circle`))).toEqual(['370600 1']);
    expect(codes(await ask(`${product}&within=province`))).toEqual(['370100 1', '370600 1']);
    const one = await ask(`${product}&area=440300`);
    expect([one.total, one.areas.length]).toEqual([3, 3]);
  });
});

describe('the list beside the map', () => {
  it('stands in the order it says, each firm with a reason and the day of its data', async () => {
    const found = await ask(product);
    expect(found.order).toContain('正好做此品的弱项数');
    for (const { reasons } of found.firms) expect(reasons.length).toBeGreaterThan(0);
    // exactly this before a kind of it before a broader word
    expect(firmsOf(found).slice(-2)).toEqual(['驻极', '宽名']);
    expect(firmNamed(found, '宽名')?.reasons[0]?.text).toBe(
      '只登记了更宽的“过滤材料”（熔喷布）：熔喷布是过滤材料的一种',
    );
    // the file is as old as the newest listing in it
    expect(firmNamed(found, '驻极')?.asOf).toBe('2021-03-04');
  });

  it('comes in pages', async () => {
    const [all, second] = [await ask(product), await ask(`${product}&offset=2&limit=2`)];
    expect(firmsOf(second)).toEqual(firmsOf(all).slice(2, 4));
    expect(second.total).toBe(6);
  });

  it('speaks English when asked to', async () => {
    const reply = await asInvest.get(`/api/heatmap?${product}`, { 'accept-language': 'en' });
    expect(firmNamed(reply.json(), '迁厂')?.reasons[0]?.text).toBe('makes exactly this: meltblown cloth');
  });

  it('leaves the house as an Excel file without any approved map', async () => {
    const file = await asInvest.get(`/api/heatmap/export?${product}`);
    expect(file.statusCode).toBe(200);
    const [sheet] = (await openWorkbook(file.rawPayload)).worksheets;
    expect(sheet?.getRow(1).getCell(1).text).toBe('拓链招商候选企业');
    expect(sheet?.rowCount).toBe(5 + 6);
    expect(sheet?.getRow(6).getCell(1).text).toBe('1');
  });
});

describe('who may see it', () => {
  it('are the bureau, the chief’s office, investment and departments; never a firm, a bank or an administrator', async () => {
    for (const name of ['bureau', 'chief.medical', 'invest.bureau', 'handler.hrss'])
      expect([name, (await (await world.signIn(name)).get(`/api/heatmap?${product}`)).statusCode]).toEqual([name, 200]);
    for (const name of ['firm.buyer', 'firm.spunbond', 'bank.a', 'sysadmin'])
      expect([name, (await (await world.signIn(name)).get(`/api/heatmap?${product}`)).statusCode]).toEqual([name, 403]);
    expect((await world.stranger.get(`/api/heatmap?${product}`)).statusCode).toBe(401);
  });
});

describe('the base map', () => {
  it('that nobody has approved keeps the map inside: no picture, no print, no boundaries', async () => {
    const base = (await asInvest.get('/api/heatmap/base-map')).json();
    expect(base).toMatchObject({ approved: null, city: testCity });
    expect(base.districts).toContainEqual(expect.objectContaining({ code: '371071', zone: true }));
    for (const as of ['picture', 'print']) {
      const refused = await asInvest.post('/api/heatmap/pictures', { title: '演示', as });
      expect([refused.statusCode, refused.json().code]).toEqual([409, 'heat.base-map-not-approved']);
    }
    expect((await asInvest.get('/api/heatmap/base-map/boundaries')).statusCode).toBe(409);
  });

  it('that is approved lets it out under its number, and the trail says who took it', async () => {
    const geoJson = { type: 'FeatureCollection', features: [] };
    const baseMap = { number: 'GS(2026)0001', geoJson };
    const approved = await createTestApp({ settings: { baseMap } });
    const invest = await approved.signIn('invest.bureau');
    expect((await invest.get('/api/heatmap/base-map')).json().approved).toEqual({ number: 'GS(2026)0001' });
    expect((await invest.get('/api/heatmap/base-map/boundaries')).json()).toEqual(geoJson);
    const left = await invest.post('/api/heatmap/pictures', { title: '演示', as: 'picture' });
    expect([left.statusCode, left.json()]).toEqual([200, { number: 'GS(2026)0001' }]);
    const trail = await inContext(approved.database, { city: testCity, viewer: 'system' }, (tx) =>
      tx.selectFrom('audit_entry').select(['actor_name', 'after']).where('action', '=', 'heat-map.exported').execute(),
    );
    expect(trail).toEqual([{ actor_name: '演示-子', after: { title: '演示', as: 'picture', number: 'GS(2026)0001' } }]);
    const handler = await approved.signIn('handler.hrss');
    expect((await handler.post('/api/heatmap/pictures', { title: '演示', as: 'print' })).statusCode).toBe(403);
    await approved.close();
  });
});
