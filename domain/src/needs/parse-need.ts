import type { CatalogueRegion } from '../matching/catalogue.ts';
import type { ProductLexicon } from '../matching/product-lexicon.ts';
import { Refusal } from '../refusal.ts';
import { longestNeedText, type ParsedNeed } from './parse-result.ts';

export interface ParseContext {
  readonly lexicon: ProductLexicon;
  /** ISO date of the reader's day; `本周` and `月底` are counted from it */
  readonly today: string;
  readonly regions: readonly CatalogueRegion[];
  /** figures that suppliers of a product usually state, most usual first; a missing one becomes a hint */
  readonly usualLimits?: (productId: string) => readonly string[];
}

/** Reads one pasted paragraph. Throws `needs.text-too-long`; everything else that is wrong is in `issues`. Cost: linear in the text. */
export function parseNeed(text: string, context: ParseContext): ParsedNeed {
  if (text.length > longestNeedText) throw new Refusal('needs.text-too-long', { length: text.length });
  const products = context.lexicon.find(text).map((hit) => ({ id: hit.productId, name: hit.name, quote: hit.quote }));
  return {
    products,
    quantity: null,
    deadline: null,
    place: null,
    certificates: [],
    limits: [],
    quotes: [],
    issues: [],
    quality: { score: 0, max: 20, hints: [] },
  };
}
