import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { writeChain } from '#testing/owned-chain';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { testCity } from '#testing/test-world';

let world: TestApp;
/** started when all offers were there */
let node: TestApp;
let asBureau: TestClient;
let chain: string;

/** Firms elsewhere: wherever masks are made, resin is too; both are made with a certificate nobody here has. */
const elsewhere: readonly (readonly [city: string, products: readonly string[]])[] = [
  ['370600', ['surgical-mask', 'pp-meltblown-resin', 'meltblown-cloth']],
  ['370200', ['surgical-mask', 'pp-meltblown-resin']],
  ['440300', ['fishing-rod']],
  ['320500', ['fishing-rod']],
  ['330200', ['fishing-rod', 'spunbond-cloth']],
];
const here = ['surgical-mask', 'surgical-mask', 'meltblown-cloth', 'surgical-mask', 'spunbond-cloth'];

async function writeOffer(city: string, productId: string, certificates: readonly string[]): Promise<void> {
  await inContext(world.database, { city, viewer: 'system' }, (tx) =>
    tx
      .insertInto('offer_search')
      .values({
        ...{
          city,
          offer_id: world.effects.newId(),
          organisation_id: world.effects.newId(),
          region: null,
          source: 'demo',
        },
        ...{ organisation_name: '演示厂（演示）', product_id: productId, product_text: productId, capacity: null },
        ...{ limits: '[]', certificates: JSON.stringify(certificates.map((name) => ({ name }))) },
      })
      .execute(),
  );
}

beforeAll(async () => {
  world = await createTestApp();
  for (const [city, products] of elsewhere)
    for (const product of products)
      for (let firm = 0; firm < 3; firm += 1)
        await writeOffer(city, product, product === 'pp-meltblown-resin' ? ['REACH 注册'] : []);
  for (const product of here) await writeOffer(testCity, product, []);
  chain = await inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
    writeChain(tx, testCity, { newId: world.effects.newId, at: '2026-11-01T09:00:00+08:00' }),
  );
  node = await createTestApp({ beside: { url: world.database.url, ownerUrl: world.ownerUrl } });
  asBureau = await node.signIn('bureau');
});
afterAll(async () => {
  await node.close();
  await world.close();
});

const reachOf = async (language = 'zh-CN') =>
  (await asBureau.get(`/api/chains/${chain}/gaps/pp-meltblown-resin`, { 'accept-language': language })).json().gap
    .reach;

describe('how far a gap lies', () => {
  it('is told with an interval, what is missing here and who has it nearest, and reasons in both languages', async () => {
    const reach = await reachOf();
    expect(reach).toMatchObject({ missing: ['REACH 注册'], advice: 'bring-in' });
    expect([0 <= reach.low, reach.low <= reach.score, reach.score <= reach.high, reach.high <= 1]).not.toContain(false);
    const codes = reach.reasons.map(({ code }: { code: string }) => code);
    expect(codes).toEqual(expect.arrayContaining(['near', 'equipped', 'used']));
    const texts: string = reach.reasons.map(({ text }: { text: string }) => text).join(' ');
    expect(texts).toMatch(/本市没有企业登记“REACH 注册”/);
    expect(texts).not.toMatch(/NaN|undefined|[{}]/);
    const english: string = (await reachOf('en')).reasons.map(({ text }: { text: string }) => text).join(' ');
    expect(english).toMatch(/No firm of the city has registered “REACH 注册”/);
  });

  it('is the same in the list of all gaps, and null for a link that is not weak', async () => {
    const { gaps } = (await asBureau.get(`/api/chains/${chain}/gaps`)).json();
    const find = (id: string) => gaps.find((gap: { product: { id: string } }) => gap.product.id === id);
    expect(find('pp-meltblown-resin').reach).toEqual(await reachOf());
    expect(find('surgical-mask')).toMatchObject({ class: 'strong', reach: null });
  });

  it('is not known while the table of places is too thin', async () => {
    const thin = await createTestApp();
    const id = await inContext(thin.database, { city: testCity, viewer: 'system' }, (tx) =>
      writeChain(tx, testCity, { newId: thin.effects.newId, at: '2026-11-01T09:00:00+08:00' }),
    );
    const { gap } = (await (await thin.signIn('bureau')).get(`/api/chains/${id}/gaps/pp-meltblown-resin`)).json();
    expect(gap).toMatchObject({ class: 'missing', reach: null });
    await thin.close();
  });
});
