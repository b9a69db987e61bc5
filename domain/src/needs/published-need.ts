import type { NeedLimit } from '../matching/limit.ts';
import type { Quantity } from '../matching/quantity.ts';
import type { MatchNote } from '../matching/reason.ts';
import type { Tier } from '../matching/tier.ts';
import type { NeedState } from './need.ts';

/** A need as it stands in its city's books. */
export interface PublishedNeed {
  readonly city: string;
  readonly id: string;
  readonly organisationId: string;
  readonly organisationName: string;
  /** county or zone the firm itself is in */
  readonly buyerRegion: string | null;
  readonly text: string;
  readonly products: readonly { readonly id: string; readonly name: string }[];
  readonly quantity: Quantity | null;
  /** ISO date */
  readonly deadline: string | null;
  readonly place: { readonly text: string; readonly region: string | null } | null;
  readonly certificates: readonly string[];
  readonly limits: readonly NeedLimit[];
  /** as written down; `needStateOn` says how it stands today */
  readonly state: NeedState;
  readonly reach: Tier;
  readonly notes: readonly MatchNote[];
  readonly model: string | null;
  readonly demo: boolean;
  readonly publishedAt: Date;
  readonly closedAt: Date | null;
}

/** The facts of a need that the sentences of its events say. */
export function subjectFacts(need: Pick<PublishedNeed, 'products' | 'quantity' | 'text'>): Record<string, unknown> {
  const product = need.products[0]?.name ?? need.text.slice(0, 12);
  return { product, ...(need.quantity ?? {}) };
}
