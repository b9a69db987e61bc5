import type { Language } from '../language.ts';
import type { Quantity } from '../matching/quantity.ts';
import { rateText } from '../matching/unit-words.ts';

/** What a need is about in a few words: `熔喷布 5 吨/天`, `meltblown cloth 5 t/day`. */
export function needSubject(need: { product: string; quantity: Quantity | null }, language: Language): string {
  return need.quantity === null ? need.product : `${need.product} ${quantityText(need.quantity, language)}`;
}

/** `5 吨/天`, `5 t/day`. */
export function quantityText({ amount, unit, per }: Quantity, language: Language): string {
  return `${figures.format(amount)} ${rateText(unit, per, language)}`;
}

const figures = new Intl.NumberFormat('en-US');
