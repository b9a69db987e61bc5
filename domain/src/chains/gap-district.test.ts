import { describe, expect, it } from 'vitest';
import type { BuyingFact, MakerFact } from './chain-facts.ts';
import { isOfDistrict } from './gap-district.ts';

const firms = new Set(['a', 'b', 'c', 'd', 'e']);
const none = { makers: [], bought: [], needs: [], users: new Set<string>() };
const maker = (organisationId: string, ring: MakerFact['ring']): MakerFact => ({
  ...{ offerId: organisationId, organisationId, name: organisationId, productId: 'p', city: '371000', region: null },
  ...{ ring, capacity: null, certificates: [], leadDays: null },
});
const buying = (organisationId: string): BuyingFact => ({
  ...{ source: 'purchase', id: organisationId, organisationId, productId: 'p', fen: 1, quantity: null, origin: null },
  ...{ ring: 'nation', kilometres: null, confirmed: false, asOf: '2026-10-01' },
});

describe('a product of a district', () => {
  it('is made there, or goes into something that is made there', () => {
    expect(isOfDistrict({ ...none, makers: [maker('a', 'district')] }, firms)).toBe(true);
    expect(isOfDistrict({ ...none, users: new Set(['b']) }, firms)).toBe(true);
    expect(isOfDistrict({ ...none, makers: [maker('x', 'city')] }, firms)).toBe(false);
  });

  it('is bought there by five firms or more: fewer are told to nobody', () => {
    const bought = ['a', 'b', 'c', 'd'].map(buying);
    expect(isOfDistrict({ ...none, bought }, firms)).toBe(false);
    expect(isOfDistrict({ ...none, bought: [...bought, buying('d')] }, firms)).toBe(false);
    expect(isOfDistrict({ ...none, bought: [...bought, buying('e')] }, firms)).toBe(true);
  });
});
