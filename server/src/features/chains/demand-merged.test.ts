import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { writeChain } from '#testing/owned-chain';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { writeTestDeal } from '#testing/test-deal';
import { buyer, circleMeltblown, meltblown, spunbond, tackle, testCity } from '#testing/test-world';

let world: TestApp;
let asBureau: TestClient;
let chain: string;
let again: string;

const product = 'surgical-mask';

/** Four firms register a purchase each; a second record of the first one has a delivery both sides signed. */
beforeAll(async () => {
  const before = await createTestApp();
  const { newId } = before.effects;
  const office = await before.signIn('bureau');
  const made = await office.post('/api/organisations', { kind: 'enterprise', name: '鲸湾口罩二厂（演示）' });
  again = made.json().organisation.id;
  const steps = [{ kind: 'delivery', amountFen: 3_000_000_00, by: ['buyer', 'seller'] }] as const;
  const deal = await writeTestDeal(before.database, {
    ...{ newId, buyer: { ...buyer, id: again }, seller: circleMeltblown, steps },
  });
  chain = await inContext(before.database, { city: testCity, viewer: 'system' }, async (tx) => {
    await sql`update need set product_ids = array[${product}] where city = ${testCity}
      and id = (select need_id from deal where city = ${testCity} and id = ${deal}::uuid)`.execute(tx);
    return writeChain(tx, testCity, { newId, at: '2026-11-01T09:00:00+08:00' });
  });
  for (const { id } of [buyer, meltblown, spunbond, tackle]) {
    const bought = { productId: product, fenAYear: 2_000_000_00, origin: '370600', asOf: '2026-10-01' };
    const reply = await office.post('/api/purchases', { ...bought, organisation: id });
    expect(reply.statusCode, reply.body).toBe(201);
  }
  world = await createTestApp({ beside: { url: before.database.url, ownerUrl: before.ownerUrl } });
  await before.close();
  asBureau = await world.signIn('bureau');
});
afterAll(() => world.close());

const demand = async () => (await asBureau.get(`/api/chains/${chain}/gaps/${product}`)).json().gap.demand;

describe('a firm of two records', () => {
  it('is one buyer from the merge on, and two again after a split', async () => {
    expect(await demand()).toMatchObject({ buyers: 5, withheld: 'none' });
    const merged = await asBureau.post(`/api/organisations/${again}/merge`, { into: buyer.id });
    expect(merged.statusCode, merged.body).toBe(201);
    await expect.poll(demand, { timeout: 20_000 }).toMatchObject({ buyers: null, withheld: 'few', declaredFen: null });
    const split = await asBureau.post(`/api/merges/${merged.json().merge.id}/split`);
    expect(split.statusCode, split.body).toBe(200);
    await expect.poll(demand, { timeout: 20_000 }).toMatchObject({ buyers: 5, withheld: 'none' });
  });
});
