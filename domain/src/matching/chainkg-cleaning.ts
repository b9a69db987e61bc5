import type { CityFinder } from './chainkg-cities.ts';
import { cleanCompanies, type ImportedCompany } from './chainkg-companies.ts';
import { breakCycles } from './chainkg-cycles.ts';
import { cleanOffers, type ImportedOffer } from './chainkg-offers.ts';
import { cleanProducts } from './chainkg-products.ts';
import { cleanRelations } from './chainkg-relations.ts';
import { type ChainkgCounts, type CleaningReport, type CleaningTally, newTally } from './chainkg-report.ts';
import type { ChainkgRows } from './chainkg-rows.ts';
import type { Product, ProductRelation } from './product.ts';

/** The hand-made graph that the imported one joins; it always wins. */
export interface HandMadeGraph {
  readonly products: readonly Product[];
  readonly relations: readonly ProductRelation[];
}

export interface CleanedChainkg {
  readonly companies: readonly ImportedCompany[];
  /** without those that joined a hand-made product */
  readonly products: readonly Product[];
  readonly relations: readonly ProductRelation[];
  readonly offers: readonly ImportedOffer[];
  readonly report: CleaningReport;
}

/**
 * Dirty rows in, a graph and offers one can trust out, and an account of every row that did not arrive as it stood.
 * Ensures: every relation and offer leads to a product that exists; *made from* and *kind of* have no cycle; the same rows always
 * give the same result, ids included.
 */
export function cleanChainkg(rows: ChainkgRows, handMade: HandMadeGraph, findCity: CityFinder): CleanedChainkg {
  const tally = newTally();
  const companies = cleanCompanies(rows, findCity, tally);
  const products = cleanProducts(rows, handMade.products, tally);
  const offers = cleanOffers(rows, { codes: new Set(companies.map(({ code }) => code)), products, tally });
  const candidates = cleanRelations(rows, { products, byHand: handMade.relations, tally });
  const names = new Map([...handMade.products, ...products.imported].map(({ id, name }) => [id, name]));
  const relations = (['kind-of', 'made-from'] as const).flatMap((kind) => {
    const ofKind = (relation: ProductRelation) => relation.kind === kind;
    const { kept, dropped } = breakCycles(handMade.relations.filter(ofKind), candidates.filter(ofKind));
    for (const relation of dropped) noteCycle(relation, names, tally);
    return kept;
  });
  const cleaned = { companies, products: products.imported, relations, offers };
  return { ...cleaned, report: { lines: tally.lines(), kept: countOf(cleaned) } };
}

function noteCycle(
  { fromId, toId, kind }: ProductRelation,
  names: ReadonlyMap<string, string>,
  tally: CleaningTally,
): void {
  tally.note('relation.cycle', `${names.get(fromId) ?? fromId} → ${names.get(toId) ?? toId} (${kind})`);
}

function countOf({ companies, products, relations, offers }: Omit<CleanedChainkg, 'report'>): ChainkgCounts {
  return {
    companies: companies.length,
    cities: new Set(companies.map(({ city }) => city)).size,
    products: products.length,
    offers: offers.length,
    kindOf: relations.filter(({ kind }) => kind === 'kind-of').length,
    madeFrom: relations.filter(({ kind }) => kind === 'made-from').length,
  };
}
