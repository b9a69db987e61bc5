import { ProductLexicon } from '@zhitong/domain/matching/product-lexicon';
import { parseNeed } from '@zhitong/domain/needs/parse-need';
import { expect, test } from 'vitest';
import type { NeedRow } from './city-rows.ts';
import { demoCity } from './demo-fixture.ts';

/**
 * Hundreds of pasted texts with the chips they were written from: what the composer must find in them. They were written by the
 * same people as the parser, so this guards against losing what is read today; it does not measure how well strangers are read.
 */
const lexicon = new ProductLexicon(demoCity.products);
const regions = demoCity.regions
  .filter(({ code, validTo }) => code.startsWith('37') && validTo === null)
  .map((region) => ({
    code: region.code,
    city: `${region.code.slice(0, 4)}00`,
    name: { zh: region.name, en: region.nameEn ?? region.name },
    aliases: region.aliases,
    longitude: region.longitude,
    latitude: region.latitude,
  }));
const readings = demoCity.needs.map((need) => ({
  need,
  read: parseNeed(need.text, { lexicon, regions, today: need.publishedAt.slice(0, 10) }),
}));
type Reading = (typeof readings)[number];

function share(isRead: (reading: Reading) => boolean): number {
  return readings.filter(isRead).length / readings.length;
}

test('the product is found in 99 of 100 texts', () => {
  expect(share(({ need, read }) => read.products.some(({ id }) => need.productIds.includes(id)))).toBeGreaterThan(0.99);
});

test('amount and period are found in 99 of 100 texts', () => {
  const sameAmount = ({ need, read }: Reading) =>
    read.quantity?.per === need.quantity?.per && near(read.quantity?.amount, need.quantity?.amount);
  expect(share(sameAmount)).toBeGreaterThan(0.99);
});

test('every deadline and every place is found', () => {
  expect(share(({ need, read }) => read.deadline === need.deadline)).toBe(1);
  expect(share(({ need, read }) => read.place?.region === need.place?.region)).toBe(1);
});

test('all limits with their operator are found in 97 of 100 texts', () => {
  const stated = ({ limits }: Pick<NeedRow, 'limits'>) => limits.map(({ op, value }) => `${op} ${value}`);
  expect(share(({ need, read }) => stated(need).every((limit) => stated(read).includes(limit)))).toBeGreaterThan(0.97);
});

test('a certificate that is asked for is found in 99 of 100 texts', () => {
  expect(share(({ need, read }) => read.certificates.length >= need.certificates.length)).toBeGreaterThan(0.99);
});

function near(read: number | undefined, written: number | undefined): boolean {
  return read !== undefined && written !== undefined && Math.abs(read - written) < written * 1e-9;
}
