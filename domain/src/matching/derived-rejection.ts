import type { RejectionCode } from './answer.ts';
import type { Reason, ReasonCode } from './reason.ts';

export interface ComparedQuote {
  readonly priceFen: number | null;
  readonly unit: string | null;
  readonly leadDays: number | null;
  readonly reasons: readonly Reason[];
}

/** Facts against the supplier, in the order in which they are taken for the reason. */
const facts: readonly (readonly [ReasonCode, RejectionCode])[] = [
  ['limit.not-met', 'tolerance'],
  ['certificate.expired', 'certificate'],
  ['capacity.short', 'capacity'],
];

/**
 * Why a quote was passed over when the buyer says nothing: what the two quotes show. Dearer first, then slower, then what the
 * need asked and the offer does not reach; `other` where the chosen one is no better on paper. A derived reason is marked as
 * such and never counts as the buyer's word.
 */
export function deriveRejection(chosen: ComparedQuote, other: ComparedQuote): RejectionCode {
  if (isDearer(chosen, other)) return 'price';
  if (chosen.leadDays !== null && other.leadDays !== null && other.leadDays > chosen.leadDays) return 'lead-time';
  const against = facts.find(([reason]) => has(other, reason) && !has(chosen, reason));
  return against?.[1] ?? 'other';
}

/** Prices compare only in the same unit. */
function isDearer(chosen: ComparedQuote, other: ComparedQuote): boolean {
  if (chosen.priceFen === null || other.priceFen === null || chosen.unit !== other.unit) return false;
  return other.priceFen > chosen.priceFen;
}

function has({ reasons }: ComparedQuote, code: ReasonCode): boolean {
  return reasons.some((reason) => reason.code === code);
}
