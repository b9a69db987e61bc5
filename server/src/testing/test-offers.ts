import type { Certificate, OfferLimit } from '@zhitong/domain/matching/limit';
import type { Quantity } from '@zhitong/domain/matching/quantity';
import { circleMeltblown, meltblown, spunbond, type TestOrganisation, tackle, worldId } from './test-world.ts';

/** What the firms of the test city make. */
export interface TestOffer {
  readonly id: string;
  readonly owner: TestOrganisation;
  readonly productId: string;
  readonly productText: string;
  readonly capacity: Quantity;
  readonly limits: readonly OfferLimit[];
  readonly certificates: readonly Certificate[];
  readonly priceFen: number;
  readonly leadDays: number;
}

export const meltblownOffer: TestOffer = {
  id: worldId(4, 1),
  owner: meltblown,
  productId: 'meltblown-cloth',
  productText: '熔喷布',
  capacity: { amount: 3, unit: '吨', per: 'day' },
  limits: [{ name: 'BFE', low: 98, high: 98, unit: '%', evidence: '检测报告', date: '2026-03-12' }],
  certificates: [{ name: 'ISO 9001', validUntil: '2027-06-30' }],
  priceFen: 1_850_000,
  leadDays: 3,
};

export const spunbondOffer: TestOffer = {
  id: worldId(4, 2),
  owner: spunbond,
  productId: 'spunbond-cloth',
  productText: '纺粘无纺布',
  capacity: { amount: 8, unit: '吨', per: 'day' },
  limits: [{ name: '克重', low: 15, high: 60, unit: 'g/m²' }],
  certificates: [],
  priceFen: 1_150_000,
  leadDays: 5,
};

export const circleOffer: TestOffer = {
  id: worldId(4, 3),
  owner: circleMeltblown,
  productId: 'meltblown-cloth',
  productText: '熔喷布',
  capacity: { amount: 10, unit: '吨', per: 'day' },
  limits: [
    { name: 'BFE', low: 99, high: 99, unit: '%' },
    { name: '克重', low: 20, high: 50, unit: 'g/m²' },
  ],
  certificates: [],
  priceFen: 1_700_000,
  leadDays: 7,
};

export const rodOffer: TestOffer = {
  id: worldId(4, 4),
  owner: tackle,
  productId: 'fishing-rod',
  productText: '钓鱼竿',
  capacity: { amount: 6000, unit: '支', per: 'day' },
  limits: [],
  certificates: [],
  priceFen: 6_873_109,
  leadDays: 12,
};

export const testOffers = [meltblownOffer, spunbondOffer, circleOffer, rodOffer] as const;
