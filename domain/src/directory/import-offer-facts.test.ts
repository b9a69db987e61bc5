import { describe, expect, test } from 'vitest';
import { readOfferRow } from './import-offer-facts.ts';

const row = (cells: Readonly<Record<string, string | number>>) => {
  const empty = { capacity: null, unit: null, per: null, limits: null, certificates: null, leadDays: null };
  return readOfferRow({ ...empty, ...cells });
};

describe('the figures of an offer in a cell', () => {
  test.each([
    ['BFE ≥ 95 %', [{ name: 'BFE', low: 95, unit: '%' }]],
    ['克重 20-30 g/m²', [{ name: '克重', low: 20, high: 30, unit: 'g/m²' }]],
    ['克重25±2 g/m²', [{ name: '克重', low: 23, high: 27, unit: 'g/m²' }]],
    [
      '厚度 ≤ 0.5 mm；BFE 98%',
      [
        { name: '厚度', high: 0.5, unit: 'mm' },
        { name: 'BFE', low: 98, unit: '%' },
      ],
    ],
  ])('%s is read as what the maker reaches', (cell, limits) => {
    expect(row({ limits: cell })).toMatchObject({ offer: { limits }, unread: { limits: [] } });
  });

  test('that nobody can read are named, and the rest is kept', () => {
    const { offer, unread } = row({ limits: 'BFE ≥ 95 %；很结实；好看' });
    expect([offer.limits?.length, unread.limits]).toEqual([1, ['很结实', '好看']]);
  });

  test('that are empty say nothing, so that the library keeps what it has', () => {
    expect(row({}).offer).toEqual({ capacity: null, limits: null, certificates: null, leadDays: null });
  });
});

describe('the certificates of an offer in a cell', () => {
  test('carry their last day in brackets, in the ways people write it', () => {
    const { offer } = row({ certificates: 'ISO 13485（至 2027-12-31）;CE; ISO 9001 (有效期至2027年6月30日)' });
    expect(offer.certificates).toEqual([
      { name: 'ISO 13485', validUntil: '2027-12-31' },
      { name: 'CE' },
      { name: 'ISO 9001', validUntil: '2027-06-30' },
    ]);
  });

  test('with an end that is no day are named', () => {
    expect(row({ certificates: 'ISO 9001（至明年）；CE' }).unread.certificates).toEqual(['ISO 9001（至明年）']);
  });
});

describe('the capacity of an offer', () => {
  test('needs figure, unit and period together', () => {
    expect(row({ capacity: 5, unit: '吨', per: 'day' }).offer.capacity).toEqual({ amount: 5, unit: '吨', per: 'day' });
    expect(row({ capacity: 5, per: 'day' }).offer.capacity).toBeNull();
  });
});
