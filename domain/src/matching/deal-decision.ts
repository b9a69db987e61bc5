import { Refusal } from '../refusal.ts';
import { allowedDealSteps, type DealStep, type DealStepKind, dealStage, reversibleFen } from './deal.ts';
import type { DealRefusalCode } from './deal-refusals.ts';

/** A step as somebody wants to write it down. */
export interface DealStepDraft {
  readonly kind: DealStepKind;
  readonly amountFen: number;
  readonly quantity: number;
  /** ISO date */
  readonly date: string;
}

/** 分: a hundred billion yuan, so that the sum of a whole city's ledger stays a safe integer */
const mostFen = 10_000_000_000_000;
const mostQuantity = 1e12;
/** The platform keeps no paper older than its own century; a step may be dated ahead by a year (an order for next autumn). */
export const firstDate = '2000-01-01';

/** Which rule a kind breaks when the table of allowed steps does not list it. An order is always listed. */
const outOfTurn = {
  sample: 'deals.sample-after-order',
  delivery: 'deals.delivery-before-order',
  reversal: 'deals.reversal-before-delivery',
} as const satisfies Record<Exclude<DealStepKind, 'order'>, DealRefusalCode>;

/** May this step follow these? Throws the refusal that says why not. */
export function decideDealStep(steps: readonly DealStep[], draft: DealStepDraft, today: string): void {
  const allowed: readonly DealStepKind[] = allowedDealSteps[dealStage(steps)];
  if (draft.kind !== 'order' && !allowed.includes(draft.kind)) throw refuse(outOfTurn[draft.kind]);
  decideAmount(draft);
  decideDate(draft.date, today);
  if (draft.quantity > mostQuantity) throw refuse('deals.quantity-too-large', { quantity: draft.quantity });
  const left = reversibleFen(steps);
  if (draft.kind === 'reversal' && draft.amountFen > left)
    throw refuse('deals.reversal-too-large', { left: yuan(left), amount: yuan(draft.amountFen) });
}

function decideAmount({ kind, amountFen }: DealStepDraft): void {
  if (amountFen === 0 && kind !== 'sample') throw refuse('deals.amount-missing');
  if (amountFen > mostFen) throw refuse('deals.amount-too-large', { amount: yuan(amountFen), most: yuan(mostFen) });
}

function decideDate(date: string, today: string): void {
  const lastDate = `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`;
  if (date < firstDate || date > lastDate)
    throw refuse('deals.date-implausible', { date, from: firstDate, to: lastDate });
}

function refuse(code: DealRefusalCode, details: Readonly<Record<string, string | number>> = {}): Refusal {
  return new Refusal(code, details);
}

/** `86500.00`, without rounding: 分 are whole */
export function yuan(fen: number): string {
  return `${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
}
