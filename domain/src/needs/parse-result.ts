import type { NeedLimit } from '../matching/limit.ts';
import type { Quantity } from '../matching/quantity.ts';
import type { RefusalDetails } from '../refusal.ts';
import type { FoundProduct } from './need.ts';
import type { NeedTextRefusalCode } from './need-refusals.ts';

/** The longest text one need may have, in UTF-16 units. */
export const longestNeedText = 20_000;

export const quoteKinds = ['product', 'quantity', 'deadline', 'place', 'certificate', 'limit'] as const;
export type QuoteKind = (typeof quoteKinds)[number];

/** Where in the original text a finding was read: `text.slice(start, end) === quote`. The web underlines it. */
export interface FoundQuote {
  readonly kind: QuoteKind;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  /** a guess is shown dotted, with 请确认 */
  readonly guess: boolean;
}

/** What is written but cannot stand: a quantity of −5, a day that has passed. Never dropped in silence. */
export interface ParseIssue {
  readonly code: NeedTextRefusalCode;
  readonly details: RefusalDetails;
}

/** What would save a round of questions. `limit` names the figure that suppliers of this product usually state. */
export const hintCodes = [
  'product',
  'several',
  'quantity',
  'deadline',
  'place',
  'certificates',
  'limit',
  'confirm',
] as const;
export type HintCode = (typeof hintCodes)[number];

export interface ParseHint {
  readonly code: HintCode;
  readonly params: Readonly<Record<string, string | number | null>>;
}

export interface ParsedNeed {
  readonly products: readonly FoundProduct[];
  readonly quantity: Quantity | null;
  /** ISO date */
  readonly deadline: string | null;
  readonly place: { readonly text: string; readonly region: string | null } | null;
  readonly certificates: readonly string[];
  readonly limits: readonly NeedLimit[];
  readonly quotes: readonly FoundQuote[];
  readonly issues: readonly ParseIssue[];
  readonly quality: { readonly score: number; readonly max: number; readonly hints: readonly ParseHint[] };
}
