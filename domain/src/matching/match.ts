import type { NeedLimit } from './limit.ts';
import type { Quantity } from './quantity.ts';
import type { MatchNote, Reason, ScorePart } from './reason.ts';
import type { Tier } from './tier.ts';

/** A need as the matcher reads it: what was pasted, plus what was found in it or corrected on the chips. */
export interface Demand {
  readonly text: string;
  readonly productIds: readonly string[];
  readonly quantity: Quantity | null;
  readonly limits: readonly NeedLimit[];
  readonly certificates: readonly string[];
  /** the asker; its own offers are never matched */
  readonly organisationId: string | null;
  readonly city: string;
  readonly region: string | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
}

/** One supplier in a ranked list. */
export interface Match {
  readonly offerId: string;
  readonly organisationId: string;
  readonly city: string;
  readonly tier: Tier;
  /** 0–100, the sum of `parts` */
  readonly score: number;
  readonly parts: readonly ScorePart[];
  readonly reasons: readonly Reason[];
}

export interface MatchList {
  readonly matches: readonly Match[];
  readonly notes: readonly MatchNote[];
  /** name and version of the scoring, printed beside every score */
  readonly model: string;
}
