import { propertyName } from './limit-names.ts';
import type { OfferEntry } from './offer-table.ts';

/** The figures that offers state most often, by the shown name of the property; ties in the order of the names. */
export function usualLimitsOf(offers: Iterable<OfferEntry>, limit: number): string[] {
  const counts = new Map<string, number>();
  for (const { offer } of offers) {
    for (const name of new Set(offer.limits.map((stated) => propertyName(stated.name))))
      counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1))
    .slice(0, limit)
    .map(([name]) => name);
}
