import type { Sentence } from '../language.ts';
import type { Product, ProductRelation } from './product.ts';

/** A county or zone as the matcher speaks of it: its words, and its centroid for the distance. */
export interface CatalogueRegion {
  /** GB/T 2260 code or local zone code */
  readonly code: string;
  /** prefecture it belongs to; equal to `code` for the prefecture itself */
  readonly city: string;
  readonly name: Sentence;
  /** short names people write: 环翠, 临港 */
  readonly aliases: readonly string[];
  /** degrees, WGS-84 */
  readonly longitude: number | null;
  readonly latitude: number | null;
}

/** Cities that source from each other before asking the province (胶东经济圈). */
export interface CityCircle {
  readonly name: Sentence;
  readonly cities: readonly string[];
}

/** Everything the matcher knows that is not a firm: the product graph and the map, as data with validity outside the code. */
export interface Catalogue {
  readonly products: readonly Product[];
  readonly relations: readonly ProductRelation[];
  readonly regions: readonly CatalogueRegion[];
  readonly circles: readonly CityCircle[];
}
