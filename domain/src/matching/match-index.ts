import { bestOf } from '@zhitong/algorithms/search/best-of';
import { byValue, type Candidate } from './candidate.ts';
import type { Catalogue } from './catalogue.ts';
import { homeTiers, openTiers } from './city-first.ts';
import { contentDigest } from './content-digest.ts';
import type { Demand, Match, MatchList } from './match.ts';
import { findCandidates, type MatchSources } from './match-finder.ts';
import { writeMatch } from './match-writer.ts';
import type { Offer, OfferSource, Supplier } from './offer.ts';
import { type FirmEntry, type OfferEntry, OfferTable } from './offer-table.ts';
import { PhraseIndex } from './phrase-index.ts';
import type { Product, ProductRelation } from './product.ts';
import { certainLikeness, listedFloor } from './product-fit.ts';
import { ProductGraph } from './product-graph.ts';
import { ProductLexicon } from './product-lexicon.ts';
import { RegionMap } from './region-map.ts';
import type { Tier } from './tier.ts';
import { usualLimitsOf } from './usual-limits.ts';

export interface MatchOptions {
  /** at most this many suppliers; default 50 */
  readonly limit?: number;
  /** only these tiers; default: city, circle, province when `cityFirst`, else all */
  readonly tiers?: readonly Tier[];
  /** `imported`: only offers that came with an import; default `all` */
  readonly source?: 'all' | Extract<OfferSource, 'imported'>;
  /** true: local firms first, wider tiers only when needed. false (preview): all tiers, ranked by fit alone. Default true */
  readonly cityFirst?: boolean;
  /** ISO date certificates are checked against; without it none counts as expired */
  readonly today?: string;
}

export const matchModel = 'zhitong-match 1';

/** The live index of all offers: built from the rows at start, kept up by the event log, comparable with a rebuild by `digest()`. */
export class MatchIndex {
  readonly lexicon: ProductLexicon;
  readonly #map: RegionMap;
  readonly #table = new OfferTable();
  readonly #phrases = new PhraseIndex();
  #products: readonly Product[];
  #relations: readonly ProductRelation[];
  #graph: ProductGraph;

  constructor({ products, relations, regions, circles }: Catalogue) {
    this.lexicon = new ProductLexicon(products);
    this.#map = new RegionMap(regions, circles);
    this.#products = products;
    this.#relations = relations;
    this.#graph = new ProductGraph(products, relations);
  }

  /** More products, as an import brings them. Packs the graph anew: bring them all at once. */
  addProducts(products: readonly Product[], relations: readonly ProductRelation[] = []): void {
    this.lexicon.add(products);
    this.#products = [...this.#products, ...products];
    this.#relations = [...this.#relations, ...relations];
    this.#graph = new ProductGraph(this.#products, this.#relations);
  }

  /** New or changed firm: its place and record count from now on for all its offers. */
  putSupplier(supplier: Supplier): void {
    this.#table.firm(supplier.id).supplier = supplier;
  }

  /** Removes the firm and all its offers. */
  removeSupplier(id: string): void {
    const firm = this.#table.findFirm(id);
    if (firm === undefined) return;
    for (const offerId of [...firm.offers.keys()]) this.removeOffer(offerId);
    firm.supplier = null;
  }

  /** Adds the offer or replaces the one with its id. It is listed once its firm is known. */
  putOffer(offer: Offer): void {
    this.removeOffer(offer.id);
    const phrase = this.#phrases.slotOf(offer.productText);
    const entry: OfferEntry = {
      offer,
      firm: this.#table.firm(offer.organisationId),
      phrase,
      length: this.#phrases.pairs.lengthOf(phrase),
    };
    this.#table.add(entry);
    this.#phrases.own(entry);
  }

  removeOffer(id: string): void {
    const entry = this.#table.find(id);
    if (entry === undefined) return;
    this.#phrases.disown(entry);
    this.#table.remove(entry);
  }

  hasOffer(id: string): boolean {
    return this.#table.find(id) !== undefined;
  }

  /** number of offers */
  get size(): number {
    return this.#table.size;
  }

  /** Content hash, independent of the order of changes: equal content, equal digest. */
  digest(): string {
    return contentDigest(
      [...this.#table.offers()].map(({ offer }) => offer),
      this.#table.suppliers(),
    );
  }

  match(demand: Demand, options: MatchOptions = {}): MatchList {
    const { limit = 50, source = 'all', cityFirst = true, today = null } = options;
    const isWanted = cityFirst ? () => true : this.#inTiers(demand, options.tiers);
    const accepts = ({ offer, firm }: OfferEntry) => (source === 'all' || offer.source === source) && isWanted(firm);
    const found = findCandidates(demand, this.#sources(), { accepts, nearness: cityFirst, today });
    return cityFirst
      ? this.#localFirst(demand, found, { limit, tiers: options.tiers ?? homeTiers(demand) })
      : { matches: this.#written(demand, found, { limit, nearness: false }), notes: [], model: matchModel };
  }

  #inTiers(demand: Demand, tiers: readonly Tier[] | undefined): (firm: FirmEntry) => boolean {
    if (tiers === undefined) return () => true;
    const wanted = new Set(tiers);
    return ({ supplier }) => supplier !== null && wanted.has(this.#map.tierOf(demand, supplier));
  }

  /**
   * Backwards: does this offer serve that open need? Put the offer first. The answer is exactly the match that forward matching
   * gives to this firm when its tier is open, or null when it does not fit or another offer of the firm fits better.
   */
  matchOffer(offer: Offer, demand: Demand, { today = null }: { readonly today?: string | null } = {}): Match | null {
    const accepts = ({ firm }: OfferEntry) => firm.id === offer.organisationId;
    const [best] = findCandidates(demand, this.#sources(), { accepts, nearness: true, today });
    if (best === undefined || best.entry.offer.id !== offer.id || !isListed(best)) return null;
    return writeMatch(demand, best, { ...this.#sources(), nearness: true });
  }

  /** Figures that offers of this product state, most frequent first; the parser's hints are made of them. */
  usualLimits(productId: string, limit = 3): string[] {
    return usualLimitsOf(this.#table.ofProduct(productId), limit);
  }

  #localFirst(
    demand: Demand,
    found: readonly Candidate[],
    { limit, tiers }: { readonly limit: number; readonly tiers: readonly Tier[] },
  ): MatchList {
    const listed = found.filter(isListed);
    const opened = openTiers(demand, listed, { tiers, map: this.#map });
    const matches = this.#written(
      demand,
      listed.filter(({ assessment }) => opened.tiers.has(assessment.tier)),
      { limit, nearness: true },
    );
    return { matches, notes: matches.length === 0 ? [opened.nobody] : opened.notes, model: matchModel };
  }

  #written(
    demand: Demand,
    candidates: readonly Candidate[],
    { limit, nearness }: { readonly limit: number; readonly nearness: boolean },
  ): Match[] {
    return bestOf(candidates, limit, byValue).map((candidate) =>
      writeMatch(demand, candidate, { ...this.#sources(), nearness }),
    );
  }

  #sources(): MatchSources {
    return { table: this.#table, phrases: this.#phrases, graph: this.#graph, lexicon: this.lexicon, map: this.#map };
  }
}

/** Enough evidence to put the firm in front of a buyer: one shared word is not. */
function isListed({ floor, likeness }: Candidate): boolean {
  return floor >= listedFloor || likeness >= certainLikeness;
}
