import type { NeedLimit } from '../matching/limit.ts';
import type { Quantity } from '../matching/quantity.ts';

export const needKinds = ['problem', 'funding', 'sourcing', 'technology'] as const;
export type NeedKind = (typeof needKinds)[number];

/** A product found in the text. `quote` is the stretch of the text it was read from. */
export interface FoundProduct {
  readonly id: string;
  readonly name: string;
  readonly quote: string;
}

/** What the composer's chips hold: found by the parser, corrected by the person. */
export interface NeedChips {
  readonly productIds: readonly string[];
  readonly quantity: Quantity | null;
  /** ISO date, end of that working day */
  readonly deadline: string | null;
  /** place as written, and its region code when known */
  readonly place: { readonly text: string; readonly region: string | null } | null;
  readonly certificates: readonly string[];
  readonly limits: readonly NeedLimit[];
}
