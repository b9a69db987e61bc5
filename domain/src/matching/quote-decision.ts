import { Refusal } from '../refusal.ts';
import type { MatchingRefusalCode } from './matching-refusals.ts';

/** What a supplier offers: price of one unit, and how many units. */
export interface QuoteDraft {
  readonly priceFen: number;
  readonly quantity: number;
}

/** 分: a hundred billion yuan, as for a step of a deal */
const mostFen = 10_000_000_000_000;
const mostQuantity = 1e12;

/** Can a person mean this quote? Throws the refusal that says which figure to check. */
export function decideQuote({ priceFen, quantity }: QuoteDraft): void {
  if (quantity > mostQuantity) throw refuse('matching.quantity-too-large', { quantity });
  if (priceFen > mostFen) throw refuse('matching.price-too-large', { price: priceFen / 100 });
}

function refuse(code: MatchingRefusalCode, details: Readonly<Record<string, number>>): Refusal {
  return new Refusal(code, details);
}
