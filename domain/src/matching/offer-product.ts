import type { ProductLexicon } from './product-lexicon.ts';

/**
 * The one product an offer's words stand for: the whole text as a name, else the only name found in it. Words that name two
 * products name none of them alone; the offer is then found by its text.
 */
export function recogniseProduct(lexicon: Pick<ProductLexicon, 'find' | 'findByName'>, text: string): string | null {
  const whole = lexicon.findByName(text);
  if (whole) return whole.id;
  const found = new Set(lexicon.find(text).map((hit) => hit.productId));
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
}
