import { Refusal } from '../refusal.ts';
import { type DealStep, isConfirmed } from './deal.ts';
import { firstDate, yuan } from './deal-decision.ts';

/** A payment as somebody wants to note it, and what was noted on the same delivery before. */
export interface PaymentDraft {
  readonly amountFen: number;
  /** ISO date */
  readonly paidOn: string;
}

/** May this be noted on the step? Only what both sides delivered is paid, once, and not in the future. */
export function decidePayment(
  step: DealStep,
  { amountFen, paidOn }: PaymentDraft,
  { notedFen, today }: { notedFen: number; today: string },
): void {
  if (step.kind !== 'delivery' || !isConfirmed(step)) throw new Refusal('deals.payment-without-delivery');
  if (amountFen <= 0) throw new Refusal('deals.payment-amount-missing');
  const left = step.amountFen - notedFen;
  if (amountFen > left) throw new Refusal('deals.payment-too-large', { left: yuan(left), amount: yuan(amountFen) });
  if (paidOn < firstDate || paidOn > today) throw new Refusal('deals.payment-ahead', { date: paidOn, from: firstDate });
}
