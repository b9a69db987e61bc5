import { bestOf } from '@zhitong/algorithms/search/best-of';
import type { Candidate } from './candidate.ts';
import { checkCapacity } from './capacity-check.ts';
import { checkCertificate } from './certificate-check.ts';
import { productStretches } from './demand-text.ts';
import { checkLimit } from './limit-check.ts';
import type { Demand } from './match.ts';
import { type Assessment, exactScore, weightsOf } from './match-score.ts';
import type { FirmEntry, OfferEntry, OfferTable } from './offer-table.ts';
import type { PhraseIndex } from './phrase-index.ts';
import { splitPhrase } from './phrase-split.ts';
import type { Product } from './product.ts';
import { certainLikeness, productFit, type RelationFit, relationFloor } from './product-fit.ts';
import type { ProductGraph } from './product-graph.ts';
import type { ProductLexicon } from './product-lexicon.ts';
import type { RegionMap } from './region-map.ts';
import { type OfferWords, type TextFit, textFits } from './text-fit.ts';
import { normaliseText } from './text-normal.ts';

/** What finding reads: the index's parts. */
export interface MatchSources {
  readonly table: OfferTable;
  readonly phrases: PhraseIndex;
  readonly graph: ProductGraph;
  readonly lexicon: ProductLexicon;
  readonly map: RegionMap;
}

export interface FindOptions {
  readonly accepts: (entry: OfferEntry) => boolean;
  readonly nearness: boolean;
  readonly today: string | null;
}

/** The best offer of every firm with any evidence for the product, unranked. */
export function findCandidates(demand: Demand, sources: MatchSources, options: FindOptions): Candidate[] {
  const accepts = (entry: OfferEntry) =>
    entry.firm.supplier !== null && entry.firm.id !== demand.organisationId && options.accepts(entry);
  const stretches = stretchesOf(demand, sources);
  const relations = relatedOffers(demand, { sources, options: { ...options, accepts } });
  const texts = bestTexts(stretches, { ...sources, accepts });
  const weights = weightsOf(demand, options);
  const best = new Map<FirmEntry, Candidate>();
  const offer = (entry: OfferEntry, relation: RelationFit | null) => {
    const candidate = assess(demand, entry, {
      relation,
      text: texts.get(entry.firm) ?? null,
      map: sources.map,
      today: options.today,
      weights,
    });
    const known = candidate && best.get(entry.firm);
    if (candidate !== null && (known === undefined || known === null || isBetter(candidate, known)))
      best.set(entry.firm, candidate);
  };
  for (const [entry, relation] of relations) offer(entry, relation);
  for (const text of wordsAlone(texts, relations, options)) offer(text.offer, null);
  return [...best.values()];
}

/**
 * Firms found by their words only. A published need reaches nobody for a shared word; a preview ranks also what is only like it, the
 * likest so many.
 */
function wordsAlone(
  texts: ReadonlyMap<FirmEntry, TextFit>,
  relations: ReadonlyMap<OfferEntry, RelationFit>,
  { nearness }: FindOptions,
): readonly TextFit[] {
  const alone = [...texts.values()].filter(({ offer }) => !relations.has(offer));
  return nearness ? alone.filter(({ best }) => best >= certainLikeness) : bestOf(alone, mostByWords, byFit);
}

const mostByWords = 500;

function byFit(a: TextFit, b: TextFit): number {
  return b.fit - a.fit || (a.firm.id < b.firm.id ? -1 : 1);
}

interface Search {
  readonly sources: MatchSources;
  readonly options: FindOptions;
}

function stretchesOf(demand: Demand, { lexicon }: MatchSources): string[] {
  const names = demand.productIds.flatMap((id) => lexicon.get(id) ?? []);
  return productStretches(
    demand.text,
    names.map((product) => lexicon.nameIn(demand.text, product)),
  );
}

/** Offers whose product is the wanted one or stands near it in the graph, each with its best relation. */
function relatedOffers(demand: Demand, search: Search): Map<OfferEntry, RelationFit> {
  const { sources, options } = search;
  const related = new Map<OfferEntry, RelationFit>();
  for (const wantedId of demand.productIds) {
    const product = sources.lexicon.get(wantedId);
    const whole = product === undefined || options.nearness || isWholeWish(product, demand, sources);
    for (const [id, relation] of sources.graph.related(wantedId)) {
      const fit: RelationFit = { relation, wantedId, floor: relationFloor(relation), whole };
      for (const entry of sources.table.ofProduct(id)) {
        if (options.accepts(entry) && isCloser(fit, related.get(entry))) related.set(entry, fit);
      }
    }
  }
  return related;
}

/**
 * Is the product all that was asked for? In a paragraph it is, and where it was chosen without standing in the text. A bare product string
 * may say more than the name that was recognised in it.
 */
function isWholeWish(product: Product, { text }: Demand, { lexicon }: MatchSources): boolean {
  const bare = normaliseText(text).text.trim();
  const [stretch, ...more] = productStretches(text, []);
  if (more.length > 0 || stretch !== bare) return true;
  const name = lexicon.nameIn(text, product);
  return !bare.includes(name) || splitPhrase(bare).whole === splitPhrase(name).whole;
}

function bestTexts(stretches: readonly string[], among: OfferWords): Map<FirmEntry, TextFit> {
  const best = new Map<FirmEntry, TextFit>();
  for (const stretch of stretches) {
    for (const [firm, fit] of textFits(stretch, among)) if (fit.fit > (best.get(firm)?.fit ?? 0)) best.set(firm, fit);
  }
  return best;
}

interface Evidence {
  readonly relation: RelationFit | null;
  readonly text: TextFit | null;
  readonly map: RegionMap;
  readonly today: string | null;
  readonly weights: ReturnType<typeof weightsOf>;
}

function assess(
  demand: Demand,
  entry: OfferEntry,
  { relation, text, map, today, weights }: Evidence,
): Candidate | null {
  const { supplier } = entry.firm;
  if (supplier === null) return null;
  const assessment: Assessment = {
    product: productFit(relation, text?.fit ?? 0),
    limits: demand.limits.map((limit) => checkLimit(limit, entry.offer.limits)),
    capacity: demand.quantity === null ? null : checkCapacity(demand.quantity, entry.offer.capacity),
    certificates: demand.certificates.map((name) => checkCertificate(name, entry.offer.certificates, today)),
    tier: map.tierOf(demand, supplier),
    supplier,
  };
  return {
    entry,
    assessment,
    code: relation?.relation.code ?? 'product.text',
    wantedId: relation?.wantedId ?? null,
    viaId: relation?.relation.via ?? null,
    likeness: text?.best ?? 0,
    floor: relation?.floor ?? 0,
    value: exactScore(assessment, weights),
  };
}

function isCloser(fit: RelationFit, known: RelationFit | undefined): boolean {
  return known === undefined || (fit.whole === known.whole ? fit.floor > known.floor : fit.whole);
}

function isBetter(a: Candidate, b: Candidate): boolean {
  return a.value > b.value || (a.value === b.value && a.entry.offer.id < b.entry.offer.id);
}
