import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { maskChain, writeChain } from '#testing/owned-chain';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { testCity } from '#testing/test-world';

let world: TestApp;
let asOfficer: TestClient;
let asSecond: TestClient;
let asChief: TestClient;

beforeAll(async () => {
  world = await createTestApp();
  [asOfficer, asSecond, asChief] = await Promise.all([
    world.signIn('bureau'),
    world.signIn('bureau2'),
    world.signIn('chief.medical'),
  ]);
});
afterAll(() => world.close());

const soon = (read: () => Promise<unknown>) => expect.poll(read, { timeout: 20_000 });
const gapOf = async (chain: string, product: string) =>
  (await asChief.get(`/api/chains/${chain}/gaps/${product}`)).json();
const history = async (chain: string, product: string): Promise<readonly string[]> =>
  (await gapOf(chain, product)).history.map((one: { class: string; closedBy: string | null; until: string | null }) =>
    [one.class, one.closedBy ?? 'start', one.until === null ? 'now' : 'over'].join(' '),
  );
/** What a link was, also one that stands in no map any more. */
const kept = (chain: string, product: string) =>
  inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
    tx
      .selectFrom('gap_state')
      .select(['class', 'until'])
      .where('city', '=', testCity)
      .where('chain_id', '=', chain)
      .where('product_id', '=', product)
      .execute(),
  );

async function publish(chain: string, given: { content: object; validFrom: string }): Promise<void> {
  const saved = await asOfficer.put(`/api/chains/${chain}/draft`, { seen: 1, ...given });
  expect(saved.statusCode, saved.body).toBe(200);
  await asOfficer.post(`/api/chains/${chain}/draft/actions`, { action: 'send', seen: 2 });
  const done = await asSecond.post(`/api/chains/${chain}/draft/actions`, { action: 'publish', seen: 3 });
  expect(done.json().version?.state, done.body).toBe('published');
}

async function begun(slug: string): Promise<string> {
  const wish = { name: `新链 ${slug}`, slug, idempotencyKey: `the key of ${slug}` };
  return (await asOfficer.post('/api/chains', wish)).json().chain.id;
}

describe('a chain that is published while the server runs', () => {
  it('has its classes kept from that moment on, with what brought them', async () => {
    const chain = await begun('first-classes');
    await publish(chain, { content: maskChain, validFrom: '2026-11-23' });
    await soon(() => history(chain, 'pp-meltblown-resin')).toEqual(['missing chain.published now']);
    expect(await history(chain, 'meltblown-cloth')).toEqual(['single-source chain.published now']);
    const drill = await asChief.get(`/api/chains/${chain}/drill`);
    expect(drill.statusCode).toBe(200);
    expect((await asChief.get(`/api/chains/${chain}/brief`)).statusCode).toBe(200);
  });

  it('takes the place of the version before: what it left out has no class any more', async () => {
    const chain = await begun('second-version');
    await publish(chain, { content: maskChain, validFrom: '2026-11-20' });
    await soon(() => history(chain, 'surgical-mask')).toHaveLength(1);
    await asOfficer.post(`/api/chains/${chain}/drafts`);
    const [material, cloth] = maskChain.segments;
    const next = { ...maskChain, segments: [material, cloth], links: [maskChain.links[0]] };
    world.effects.pass(1_000);
    await publish(chain, { content: next, validFrom: '2026-11-23' });
    await soon(async () => (await kept(chain, 'surgical-mask')).every(({ until }) => until !== null)).toBe(true);
    expect((await gapOf(chain, 'surgical-mask')).code).toBe('platform.not-found');
    expect((await gapOf(chain, 'meltblown-cloth')).gap.class).toBe('single-source');
  });

  it('comes into force on its first day, on a server that has run since before', async () => {
    const { newId } = world.effects;
    const chain = await inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
      writeChain(tx, testCity, { newId, at: '2026-11-01T09:00:00+08:00' }),
    );
    await asOfficer.post(`/api/chains/${chain}/drafts`);
    const base = { id: 'base', name: '基布', nameEn: null, tier: 'upstream', products: ['spunbond-cloth'] };
    const next = { ...maskChain, segments: [...maskChain.segments, base] };
    await publish(chain, { content: next, validFrom: '2026-11-25' });
    await soon(() => kept(chain, 'surgical-mask')).toHaveLength(1);
    expect(await kept(chain, 'spunbond-cloth')).toEqual([]);
    expect((await asChief.get(`/api/chains/${chain}`)).json().chain.version).toBe(1);
    world.effects.setClock(new Date('2026-11-25T00:00:30+08:00'));
    const client = await world.signInAnew('bureau');
    expect((await client.get(`/api/chains/${chain}`)).json().chain.version).toBe(2);
    // whatever happens next in the city makes the desk look at the day
    await (await world.signInAnew('firm.spunbond')).post('/api/offers', {
      ...{ productId: 'fishing-rod', productText: '钓鱼竿', limits: [], certificates: [] },
    });
    await soon(() => kept(chain, 'spunbond-cloth')).toHaveLength(1);
  });
});
