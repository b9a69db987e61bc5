import type { Quantity } from '../matching/quantity.ts';
import type { Tier } from '../matching/tier.ts';

/** Somebody who offers a product, or a kind of it. */
export interface MakerFact {
  readonly offerId: string;
  readonly organisationId: string;
  readonly name: string;
  readonly productId: string;
  /** prefecture of the maker */
  readonly city: string;
  readonly region: string | null;
  /** how far from the city the chain belongs to */
  readonly ring: Tier;
  readonly capacity: Quantity | null;
  readonly certificates: readonly string[];
  /** days from an order to the goods; null: not said */
  readonly leadDays: number | null;
}

/** What a local firm buys of a product a year: said by it, verified, or counted from deliveries both sides signed. */
export interface BuyingFact {
  readonly source: 'purchase' | 'deal';
  /** of the purchase, or of the deal */
  readonly id: string;
  readonly organisationId: string;
  readonly productId: string;
  /** 分 a year */
  readonly fen: number;
  /** a year; null: not said */
  readonly quantity: Quantity | null;
  /** prefecture or country it comes from; null: not known */
  readonly origin: string | null;
  /** how far away it is bought */
  readonly ring: Tier;
  readonly kilometres: number | null;
  readonly confirmed: boolean;
  /** ISO date it was true on */
  readonly asOf: string;
}

/** A sourcing need of a local firm. */
export interface NeedFact {
  readonly id: string;
  readonly organisationId: string;
  readonly productId: string;
  readonly quantity: Quantity | null;
  readonly open: boolean;
  readonly asOf: string;
}

/** A local supplier of the product that was asked and not chosen within the last twelve months. */
export interface RejectionFact {
  readonly needId: string;
  /** who asked */
  readonly buyerId: string;
  /** who was not chosen */
  readonly organisationId: string;
  readonly productId: string;
  readonly code: string;
  readonly asOf: string;
}

/** Everything that is known of one product, its kinds included. */
export interface ProductFacts {
  readonly makers: readonly MakerFact[];
  readonly bought: readonly BuyingFact[];
  readonly needs: readonly NeedFact[];
  readonly rejections: readonly RejectionFact[];
  /** local firms that make something from it */
  readonly users: ReadonlySet<string>;
}

/** Rings counted as coverage, nearest first; the district is part of the city. */
export const coverageRings = ['city', 'circle', 'province', 'nation', 'abroad'] as const;
export type CoverageRing = (typeof coverageRings)[number];

export function coverageRingOf(tier: Tier): CoverageRing | null {
  if (tier === 'district') return 'city';
  return tier === 'unknown' ? null : tier;
}

export const isLocal = (tier: Tier): boolean => coverageRingOf(tier) === 'city';

/** Known to be elsewhere; an unknown place is neither here nor there. */
export const isElsewhere = (tier: Tier): boolean => tier !== 'unknown' && !isLocal(tier);
