import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { buyer, circleMeltblown, meltblown, testCity } from '#testing/test-world';

let house: TestApp;
let firm: TestClient;
beforeAll(async () => {
  house = await createTestApp();
  firm = await house.signIn('firm.buyer');
});
afterAll(() => house.close());

const names = async (query: string) =>
  (await firm.get(`/api/products?${query}`)).json().products.map(({ name }: { name: string }) => name);

describe('the search for products', () => {
  it('puts the whole name first, then names that begin with it, then the others', async () => {
    expect(await names('q=口罩')).toEqual(['口罩', '熔喷布', '医用外科口罩']);
  });

  it('knows aliases, English names and full-width letters', async () => {
    expect(await names('q=S布')).toEqual(['纺粘无纺布']);
    expect(await names('q=Ｓ布')).toEqual(['纺粘无纺布']);
    expect(await names('q=MELTBLOWN%20cl')).toEqual(['熔喷布']);
  });

  it('leaves out names that cannot carry meaning', async () => {
    await house.database.db
      .insertInto('product')
      .values({ id: 'ckg-0001', name: '其他布料', source: 'chainkg', junk: true })
      .execute();
    expect(await names('q=其他')).toEqual([]);
  });

  it('answers the hand-made products to an empty question and nothing to nonsense', async () => {
    expect(await names('')).toHaveLength(7);
    expect(await names('limit=2')).toHaveLength(2);
    for (const q of ['%', '_', '<script>alert(1)</script>', "'; drop table product; --", '😷', '\\'])
      expect(await names(`q=${encodeURIComponent(q)}`), q).toEqual([]);
    expect((await firm.get(`/api/products?q=${'x'.repeat(201)}`)).statusCode).toBe(400);
  });

  it('is closed to strangers', async () => {
    expect((await house.stranger.get('/api/products')).statusCode).toBe(401);
    expect((await house.stranger.get('/api/products/face-mask')).statusCode).toBe(401);
  });
});

describe('the page of a product', () => {
  it('shows its relations in both directions', async () => {
    const { broader, materials, usedIn, narrower, aliases } = (await firm.get('/api/products/meltblown-cloth')).json();
    expect(aliases).toEqual(['口罩滤芯布', '熔喷无纺布']);
    expect(broader).toMatchObject([{ id: 'nonwoven-fabric', name: '无纺布', kind: 'kind-of' }]);
    expect(materials).toMatchObject([{ id: 'pp-meltblown-resin', quantity: 1.05, quantityUnit: '吨' }]);
    expect(usedIn).toMatchObject([{ id: 'surgical-mask', quantity: 1, quantityUnit: '克' }]);
    expect(narrower).toEqual([]);
    const wide = (await firm.get('/api/products/nonwoven-fabric')).json();
    expect(wide.narrower.map(({ id }: { id: string }) => id).sort()).toEqual(['meltblown-cloth', 'spunbond-cloth']);
  });

  it('counts the makers by how far they are from the reader, and names the nearest first', async () => {
    const { makers } = (await firm.get('/api/products/meltblown-cloth')).json();
    expect(makers.byTier).toEqual([
      { tier: 'district', count: 1 },
      { tier: 'circle', count: 1 },
    ]);
    expect(makers.organisations).toEqual([
      { id: meltblown.id, name: meltblown.name, tier: 'district', region: '高区' },
      { id: circleMeltblown.id, name: circleMeltblown.name, tier: 'circle', region: '芝罘区' },
    ]);
    const yantai = await house.signIn('firm.yantai');
    const theirs = (await yantai.get('/api/products/meltblown-cloth')).json().makers;
    expect(theirs.organisations.map(({ tier }: { tier: string }) => tier)).toEqual(['district', 'circle']);
    expect(theirs.organisations[0].id).toBe(circleMeltblown.id);
  });

  it('counts the open needs the reader knows of and no others', async () => {
    await inContext(house.database, { city: testCity, viewer: 'system' }, (tx) =>
      tx
        .insertInto('need')
        .values({
          ...{ city: testCity, id: house.effects.newId(), organisation_id: buyer.id, kind: 'sourcing', text: '熔喷布' },
          ...{ product_ids: ['meltblown-cloth'], certificates: [], limits: '[]', state: 'open', reach: 'city' },
          ...{ idempotency_key: 'k', text_hash: 'x', published_at: house.effects.now() },
        })
        .execute(),
    );
    const seenBy = async (username: string) =>
      (await (await house.signIn(username)).get('/api/products/meltblown-cloth')).json().openNeeds;
    expect(await seenBy('firm.buyer')).toBe(1);
    expect(await seenBy('bureau')).toBe(1);
    expect(await seenBy('firm.spunbond')).toBe(0);
    expect(await seenBy('firm.yantai')).toBe(0);
  });

  it('says not found of a product nobody knows', async () => {
    for (const id of ['no-such-product', '%25', encodeURIComponent("' or 1=1")])
      expect((await firm.get(`/api/products/${id}`)).statusCode, id).toBe(404);
  });
});
