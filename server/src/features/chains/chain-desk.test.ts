import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { writeChain } from '#testing/owned-chain';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { writeTestDeal } from '#testing/test-deal';
import { buyer, circleMeltblown, testCity } from '#testing/test-world';

let world: TestApp;
let asBuyer: TestClient;
let asSpunbond: TestClient;
let asBureau: TestClient;
let asChief: TestClient;
let chain: string;

beforeAll(async () => {
  world = await createTestApp();
  const { newId } = world.effects;
  chain = await inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
    writeChain(tx, testCity, { newId, at: '2026-11-01T09:00:00+08:00' }),
  );
  // a node that starts finds the chain there
  const before = world;
  world = await createTestApp({ beside: { url: before.database.url, ownerUrl: before.ownerUrl } });
  await before.close();
  [asBuyer, asSpunbond, asBureau, asChief] = await Promise.all([
    world.signIn('firm.buyer'),
    world.signIn('firm.spunbond'),
    world.signIn('bureau'),
    world.signIn('chief.medical'),
  ]);
});
afterAll(() => world.close());

const gap = async (product: string, client = asBureau) =>
  (await client.get(`/api/chains/${chain}/gaps/${product}`)).json();
const classOf = async (product: string): Promise<string> => (await gap(product)).gap.class;
const history = async (product: string): Promise<readonly string[]> =>
  (await gap(product)).history.map((one: { class: string; closedBy: string | null }) => `${one.class} ${one.closedBy}`);
const soon = (read: () => Promise<unknown>) => expect.poll(read, { timeout: 20_000 });
const news = async (client: TestClient): Promise<readonly string[]> =>
  (await client.get('/api/inbox')).json().entries.map(({ text }: { text: string }) => text);

describe('the desk of the chains', () => {
  it('closes a gap with the offer that closes it, keeps since when, and tells who answers for the chains', async () => {
    expect(await classOf('pp-meltblown-resin')).toBe('missing');
    // the first look at a start keeps what there is; what comes after it has its cause
    await soon(() => history('pp-meltblown-resin')).toEqual(['missing null']);
    const offer = { productId: 'pp-meltblown-resin', productText: '聚丙烯熔喷专用料', limits: [], certificates: [] };
    const reply = await asSpunbond.post('/api/offers', offer);
    expect(reply.statusCode, reply.body).toBe(201);
    await soon(() => classOf('pp-meltblown-resin')).toBe('single-source');
    await soon(() => history('pp-meltblown-resin')).toContain('single-source offer.published');
    const line = '口罩产业链（演示）：聚丙烯熔喷专用料由缺链变为单源';
    await soon(() => news(asChief)).toContain(line);
    expect(await news(asBuyer)).not.toContain(line);
  });

  it('counts what a firm registers as bought within seconds, without its name or amount', async () => {
    const bought = { productId: 'meltblown-cloth', fenAYear: 5_000_000_00, origin: '370600', asOf: '2026-10-01' };
    expect((await asBuyer.post('/api/purchases', bought)).statusCode).toBe(201);
    await soon(async () => (await gap('meltblown-cloth')).gap.demand.withheld).toBe('few');
    const { gap: found } = await gap('meltblown-cloth', asSpunbond);
    expect(found.demand).toEqual({
      ...{ confirmedFen: null, declaredFen: null, buyers: null, kilometres: null, withheld: 'few' },
    });
    const outside = found.causes.find(({ code }: { code: string }) => code === 'bought-outside');
    expect(outside.text).toBe('本地有供给，但已知采购额多半来自外地（涉及企业太少，比例不公开）');
    expect(JSON.stringify(found)).not.toContain(buyer.shortName);
  });

  it('reads the same from the rows as from the log, deliveries both sides signed among it', async () => {
    const { newId } = world.effects;
    const steps = [{ kind: 'delivery', amountFen: 7_000_00, by: ['buyer', 'seller'] }] as const;
    const deal = await writeTestDeal(world.database, { newId, buyer, seller: circleMeltblown, steps });
    await inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
      sql`update need set product_ids = array['surgical-mask'] where city = ${testCity}
          and id = (select need_id from deal where city = ${testCity} and id = ${deal}::uuid)`.execute(tx),
    );
    const node = await createTestApp({ beside: { url: world.database.url, ownerUrl: world.ownerUrl } });
    const asOther = await node.signIn('bureau');
    expect((await gap('surgical-mask', asOther)).gap.demand.withheld).toBe('few');
    const single = `/api/chains/${chain}/gaps?class=single-source`;
    await soon(async () => (await asBureau.get(single)).json().gaps).toEqual((await asOther.get(single)).json().gaps);
    await node.close();
  });

  it('leaves nothing behind with the product a firm had named before', async () => {
    const bought = { productId: 'pp-meltblown-resin', fenAYear: 5_000_000_00, origin: '370600', asOf: '2026-10-01' };
    const buyers = async (product: string) => (await gap(product)).gap.demand.withheld;
    expect(await buyers('pp-meltblown-resin')).toBe('none');
    const { id } = (await asBuyer.post('/api/purchases', bought)).json().purchase;
    await soon(() => buyers('pp-meltblown-resin')).toBe('few');
    const change = { ...bought, productId: 'surgical-mask', seen: 1 };
    expect((await asBuyer.put(`/api/purchases/${id}`, change)).statusCode).toBe(200);
    await soon(() => buyers('pp-meltblown-resin')).toBe('none');
  });

  it('that went down before it had heard of it tells after its start what closed a gap', async () => {
    // as if the node had been killed between the offer and what follows from it
    await forgetLastClass(world);
    const before = world;
    await before.close();
    world = await createTestApp({ beside: { url: before.database.url, ownerUrl: before.ownerUrl } });
    asBureau = await world.signIn('bureau');
    await soon(async () => (await history('pp-meltblown-resin'))[0]).toBe('single-source offer.published');
  });
});

/** Takes the follower back to its beginning, and the link to the class it had before the offer. */
function forgetLastClass({ database }: TestApp): Promise<void> {
  return inContext(database, { city: testCity, viewer: 'system' }, async (tx) => {
    await sql`update event_follower set position = 0 where city = ${testCity} and name = 'chains'`.execute(tx);
    await sql`
      update gap_state set class = 'missing', changed_by = null
      where city = ${testCity} and product_id = 'pp-meltblown-resin' and until is null`.execute(tx);
  });
}
