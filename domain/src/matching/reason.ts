/**
 * Why a supplier stands in the list, as data: a code, its verdict and the facts. The sentence is made by `reason-text.ts`
 * in the reader's language. Order on a card: not met, unknown, then met, then plain facts.
 */
export const reasonCodes = [
  'product.same',
  'product.kind',
  'product.broader',
  'product.substitute',
  'product.material',
  'product.text',
  'limit.met',
  'limit.not-met',
  'limit.unknown',
  'capacity.enough',
  'capacity.short',
  'capacity.unknown',
  'certificate.held',
  'certificate.expired',
  'certificate.unknown',
  'tier',
  'record',
  'record.none',
  'asked-first',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

export const verdicts = ['not-met', 'unknown', 'met', 'fact'] as const;
export type Verdict = (typeof verdicts)[number];

export interface Reason {
  readonly code: ReasonCode;
  readonly verdict: Verdict;
  readonly params: Readonly<Record<string, string | number | null>>;
}

/** A sentence about the whole result list. */
export const noteCodes = ['widened.none', 'widened.capacity', 'nobody'] as const;
export type NoteCode = (typeof noteCodes)[number];

export interface MatchNote {
  readonly code: NoteCode;
  readonly params: Readonly<Record<string, string | number | null>>;
}

/** One part of the score: `points` of at most `weight`; the parts sum to the score exactly. */
export interface ScorePart {
  readonly part: 'product' | 'limits' | 'capacity' | 'certificates' | 'tier' | 'record';
  readonly weight: number;
  readonly points: number;
}
