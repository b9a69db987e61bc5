import type { CatalogueRegion } from '@zhitong/domain/matching/catalogue';
import type { Database } from '#platform/database';
import type { Effects } from '#platform/effects';

export interface TargetDeps {
  readonly database: Database;
  readonly effects: Effects;
  /** the map that is kept in memory anyway */
  readonly index: { readonly regions: ReadonlyMap<string, CatalogueRegion> };
}
