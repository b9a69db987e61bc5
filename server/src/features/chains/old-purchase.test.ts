import { afterAll, beforeAll, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { maskChain, writeChain } from '#testing/owned-chain';
import { createTestApp, type TestApp } from '#testing/test-app';
import { meltblown, testCity } from '#testing/test-world';
import { insertPurchase } from './purchase-store.ts';

let world: TestApp;
let chain: string;

beforeAll(async () => {
  const before = await createTestApp();
  const { newId } = before.effects;
  const at = before.effects.now();
  const [year, rest] = [at.getUTCFullYear(), at.toISOString().slice(4, 8)];
  chain = await inContext(before.database, { city: testCity, viewer: 'system' }, async (tx) => {
    const buy = (productId: string, asOf: string) => {
      const bought = { productId, fenAYear: 9_000_000, quantity: null, unit: null, origin: '370200', asOf, note: null };
      const row = { city: testCity, id: newId(), organisationId: meltblown.id, content: bought };
      return insertPurchase(tx, row, { by: '演示-甲', at });
    };
    await buy('surgical-mask', '2009-06-01');
    await buy('face-mask', `${year - 2}${rest}01`);
    const last = { id: 'other', name: '其他', nameEn: null, tier: 'downstream' as const, products: ['face-mask'] };
    const content = { ...maskChain, segments: [...maskChain.segments, last] };
    return writeChain(tx, testCity, { newId, at: at.toISOString(), content });
  });
  // the facts are read at the start
  world = await createTestApp({ beside: { url: before.database.url, ownerUrl: before.ownerUrl } });
  await before.close();
});
afterAll(() => world.close());

it('a purchase older than three years makes no link missing any more, one of two years ago does', async () => {
  const asChief = await world.signIn('chief.medical');
  const { gaps } = (await asChief.get(`/api/chains/${chain}/gaps`)).json();
  const classOf = (id: string) => gaps.find((gap: { product: { id: string } }) => gap.product.id === id).class;
  expect(classOf('surgical-mask')).toBe('unknown');
  expect(classOf('face-mask')).toBe('missing');
});

it('its firm reads that it is old', async () => {
  const asFirm = await world.signIn('firm.meltblown');
  const { purchases } = (await asFirm.get('/api/purchases')).json();
  const oldOf = (id: string) => purchases.find((row: { product: { id: string } }) => row.product.id === id).old;
  expect([oldOf('surgical-mask'), oldOf('face-mask')]).toEqual([true, false]);
});
