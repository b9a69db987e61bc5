import type { ProductEvidence } from './match-reasons.ts';
import type { Assessment } from './match-score.ts';
import type { OfferEntry } from './offer-table.ts';

/** One offer of one firm, assessed for one demand, before it is ranked. */
export interface Candidate {
  readonly entry: OfferEntry;
  readonly assessment: Assessment;
  readonly code: ProductEvidence['code'];
  readonly wantedId: string | null;
  readonly viaId: string | null;
  /** 0 … 1, likeness of the best phrase */
  readonly likeness: number;
  /** 0 … 1, what the product graph guarantees */
  readonly floor: number;
  /** exact value for ranking */
  readonly value: number;
}

/** Best first; of equal ones the smaller firm id, so that the order of changes never shows. */
export function byValue(a: Candidate, b: Candidate): number {
  return b.value - a.value || (a.entry.firm.id < b.entry.firm.id ? -1 : 1);
}
