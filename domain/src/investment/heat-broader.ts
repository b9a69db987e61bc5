import type { FitTable, OfferFact } from './heat-candidate.ts';
import { tooManyBroader } from './heat-fit.ts';

/** Without the broader words of the graph that too many firms use: they tell nobody from anybody. A word of the catalogue stays: it has its reason. */
export function tellingFits(fits: FitTable, offers: readonly OfferFact[]): FitTable {
  const firms = new Map<string, Set<string>>();
  for (const { productId, organisationId } of offers)
    firms.set(productId, (firms.get(productId) ?? new Set()).add(organisationId));
  const isTelling = (productId: string) => (firms.get(productId)?.size ?? 0) <= tooManyBroader;
  return new Map(
    [...fits].map(([productId, rows]) => [
      productId,
      rows.filter(({ fit, note }) => fit !== 'broader' || note !== null || isTelling(productId)),
    ]),
  );
}
