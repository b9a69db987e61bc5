import type { Certificate, OfferLimit } from './limit.ts';
import type { Quantity } from './quantity.ts';

export const offerSources = ['declared', 'demo', 'imported'] as const;
export type OfferSource = (typeof offerSources)[number];

/** What an organisation can make or do, in the shape the index and the matcher read. */
export interface Offer {
  readonly id: string;
  /** prefecture of the organisation, `000000` when unknown */
  readonly city: string;
  readonly organisationId: string;
  /** node of the product graph, or null when the text was not recognised */
  readonly productId: string | null;
  /** the words of the firm */
  readonly productText: string;
  readonly capacity: Quantity | null;
  readonly limits: readonly OfferLimit[];
  readonly certificates: readonly Certificate[];
  readonly source: OfferSource;
}

/** What the matcher must know of the firm behind an offer. */
export interface Supplier {
  readonly id: string;
  readonly name: string;
  readonly city: string;
  /** GB/T 2260 county code or local zone code (`371071` 高区 …); null when unknown */
  readonly region: string | null;
  /** degrees, WGS-84, of the region's centroid; null when unknown */
  readonly longitude: number | null;
  readonly latitude: number | null;
  /** deliveries both sides confirmed in the last 12 months, and how many of them were on time */
  readonly deliveries: number;
  readonly onTime: number;
}
