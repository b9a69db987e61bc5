import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { maskChain, writeChain } from '#testing/owned-chain';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { testCity } from '#testing/test-world';

let world: TestApp;
let asBuyer: TestClient;
let asChief: TestClient;
let chain: string;

beforeAll(async () => {
  world = await createTestApp();
  const { newId } = world.effects;
  chain = await inContext(world.database, { city: testCity, viewer: 'system' }, async (tx) => {
    const id = await writeChain(tx, testCity, { newId, at: '2026-11-01T09:00:00+08:00' });
    const later = { ...maskChain, name: '防护产业链（演示）', segments: maskChain.segments.slice(1), links: [] };
    await tx
      .insertInto('chain_version')
      .values([
        {
          ...{ city: testCity, chain_id: id, number: 2, state: 'published', content: JSON.stringify(later) },
          ...{ valid_from: '2025-01-01', valid_to: '2026-01-01', written_at: new Date(0), written_by: '演示-甲' },
        },
        {
          ...{ city: testCity, chain_id: id, number: 3, state: 'draft', content: JSON.stringify(later) },
          ...{ valid_from: '2027-01-01', valid_to: null, written_at: new Date(0), written_by: '演示-甲' },
        },
      ])
      .execute();
    return id;
  });
  [asBuyer, asChief] = await Promise.all([world.signIn('firm.buyer'), world.signIn('chief.medical')]);
});
afterAll(() => world.close());

interface GapOf {
  readonly product: { readonly id: string };
  readonly class: string;
}
const gapsOf = async (query = ''): Promise<readonly GapOf[]> =>
  (await asChief.get(`/api/chains/${chain}/gaps${query}`)).json().gaps;

describe('the chains of the city', () => {
  it('stand in one list with chief, figures and the classes of their links', async () => {
    const { chains, asOf } = (await asBuyer.get('/api/chains')).json();
    expect(chains).toEqual([
      expect.objectContaining({
        ...{ id: chain, name: '口罩产业链（演示）', version: 1, segments: 3, products: 3, demo: true },
        ...{ chief: { name: '演示-巳', post: '副市长（演示）' }, leader: null },
        classes: expect.objectContaining({ 'single-source': 1 }),
      }),
    ]);
    expect(asOf).toBe(world.effects.now().toISOString());
  });

  it('are read in English with their English names', async () => {
    const reply = await asBuyer.get('/api/chains', { 'accept-language': 'en' });
    expect(reply.json().chains[0].name).toBe('Masks (demo)');
  });

  it('are shown as they were valid on a day, and a draft is on no day', async () => {
    const names = async (at: string) =>
      (await asBuyer.get(`/api/chains?at=${at}`)).json().chains.map(({ name }: { name: string }) => name);
    expect(await names('2025-06-01')).toEqual(['防护产业链（演示）']);
    expect(await names('2028-06-01')).toEqual(['口罩产业链（演示）']);
    expect(await names('2024-06-01')).toEqual([]);
  });
});

describe('the map of a chain', () => {
  it('holds its segments with their products and worst class, its links and its published versions', async () => {
    const { chain: read, segments, links, versions } = (await asBuyer.get(`/api/chains/${chain}`)).json();
    expect(read).toMatchObject({ version: 1, validFrom: '2026-01-01', validTo: null });
    expect(segments[1]).toMatchObject({
      ...{ id: 'cloth', name: '熔喷布', tier: 'midstream', class: 'single-source', outsideFen: null },
      products: [{ id: 'meltblown-cloth', name: '熔喷布', class: 'single-source' }],
    });
    expect(links).toEqual(maskChain.links);
    expect(versions.map(({ number }: { number: number }) => number)).toEqual([1, 2]);
  });

  it('of a day before the first one is refused with that day', async () => {
    const reply = await asBuyer.get(`/api/chains/${chain}?at=2020-01-01`);
    expect([reply.statusCode, reply.json().code]).toEqual([404, 'chains.no-version']);
    expect(reply.json().message).toContain('2020-01-01');
  });

  it('is compared with another version segment by segment', async () => {
    const found = (await asBuyer.get(`/api/chains/${chain}/comparison?from=2&to=1`)).json();
    expect(found).toMatchObject({ added: [{ id: 'material', name: '材料' }], removed: [], renamed: [] });
    expect(found.moved).toEqual([
      {
        product: { id: 'pp-meltblown-resin', name: '聚丙烯熔喷专用料' },
        ...{ from: null, to: { id: 'material', name: '材料' } },
      },
    ]);
    expect((await asBuyer.get(`/api/chains/${chain}/comparison?from=2&to=9`)).statusCode).toBe(404);
  });

  it('of a draft is compared by the bureau alone', async () => {
    const asBureau = await world.signIn('bureau');
    const address = `/api/chains/${chain}/comparison?from=1&to=3`;
    expect((await asBuyer.get(address)).statusCode).toBe(404);
    expect((await asBureau.get(address)).statusCode).toBe(200);
  });

  it('that is not there, or of another city, is not found', async () => {
    const asYantai = await world.signIn('firm.yantai');
    for (const address of ['', '/gaps', '/gaps/meltblown-cloth'])
      expect((await asYantai.get(`/api/chains/${chain}${address}`)).statusCode).toBe(404);
    expect((await asBuyer.get('/api/chains/01900000-0000-7000-8000-00000000dead')).statusCode).toBe(404);
  });
});

describe('the gaps of a chain', () => {
  it('stand worst first, each with causes as sentences, price, coverage and the day of its facts', async () => {
    const { gaps } = (await asChief.get(`/api/chains/${chain}/gaps`)).json();
    expect(gaps.map(({ class: of }: GapOf) => of)).toEqual(['missing', 'single-source', 'unknown']);
    expect(gaps[0]).toMatchObject({
      ...{ id: `${chain}:pp-meltblown-resin`, product: { name: '聚丙烯熔喷专用料' }, segment: { name: '材料' } },
      causes: [
        { code: 'no-maker', text: '本市没有企业登记供给；本地有企业用得到或要过它（不足 5 家）' },
        { code: 'only-way', text: '链上 2 个产品的来路全都经过它（如 熔喷布）' },
      ],
      ...{ demand: { confirmedFen: null, declaredFen: null, buyers: 0, withheld: 'none' }, reach: null },
      coverage: { city: 0, circle: 0, province: 0, nation: 0, abroad: 0 },
    });
    expect(gaps[1].causes[0].text).toContain('净川熔喷');
    expect(gaps[1].coverage).toMatchObject({ city: 1, circle: 1 });
  });

  it('are filtered by class, and a class that is none is refused', async () => {
    expect((await gapsOf('?class=single-source')).map(({ product }) => product.id)).toEqual(['meltblown-cloth']);
    expect((await asChief.get(`/api/chains/${chain}/gaps?class=weak`)).statusCode).toBe(400);
  });

  it('open down to who makes it, nearest first, what stops without it, and since when', async () => {
    const reply = (await asChief.get(`/api/chains/${chain}/gaps/meltblown-cloth`)).json();
    expect(reply.makers.map(({ ring, city }: { ring: string; city: string }) => [ring, city])).toEqual([
      ['city', '威海市'],
      ['circle', '烟台市'],
    ]);
    expect(reply.makers[0].capacity).toBe('3 吨/天');
    expect(reply.stops).toEqual([{ id: 'surgical-mask', name: '医用外科口罩' }]);
    expect((await asChief.get(`/api/chains/${chain}/gaps/steel-plate`)).statusCode).toBe(404);
  });

  it('are told nobody who is not signed in', async () => {
    const reply = await world.app.inject({ url: `/api/chains/${chain}/gaps` });
    expect(reply.statusCode).toBe(401);
  });
});

describe('the search for chains', () => {
  it('finds chains and links of their maps by name in either language, and nothing that is not there', async () => {
    const asFirm = await world.signIn('firm.buyer');
    const find = async (q: string) => (await asFirm.get(`/api/chain-search?q=${encodeURIComponent(q)}`)).json();
    const byName = await find('口罩');
    expect(byName.chains.map(({ name }: { name: string }) => name)).toContain('口罩产业链（演示）');
    expect(byName.gaps.map(({ product }: { product: { id: string } }) => product.id)).toContain('surgical-mask');
    expect((await find('MELTBLOWN')).gaps).not.toEqual([]);
    expect(await find('没有这种东西')).toEqual({ chains: [], gaps: [] });
    expect((await asFirm.get('/api/chain-search?q=')).statusCode).toBe(400);
    expect((await (await world.signIn('sysadmin')).get('/api/chain-search?q=a')).statusCode).toBe(403);
  });
});
