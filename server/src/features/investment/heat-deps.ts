import type { ChainQuestions } from '#features/chains/public';
import type { Database } from '#platform/database';
import type { Effects } from '#platform/effects';

/** A map that the authority has reviewed, as the operator has it in a file, and its number (审图号). */
export interface ApprovedBaseMap {
  readonly number: string;
  /** GeoJSON, checked at start */
  readonly geoJson: unknown;
}

export interface HeatDeps {
  readonly database: Database;
  readonly effects: Effects;
  readonly chains: ChainQuestions;
  /** undefined: the boundaries that come with the product, for internal use only */
  readonly baseMap: ApprovedBaseMap | undefined;
}
