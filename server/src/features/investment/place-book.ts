import { OriginBook } from '@zhitong/domain/chains/purchase-origin';
import type { Language, Sentence } from '@zhitong/domain/language';
import type { CatalogueRegion } from '@zhitong/domain/matching/catalogue';
import type { TargetDeps } from './target-deps.ts';

type Regions = ReadonlyMap<string, CatalogueRegion>;

/** Built once for each map in memory. */
const books = new WeakMap<Regions, OriginBook>();

function bookOf(regions: Regions): OriginBook {
  const known = books.get(regions) ?? new OriginBook(regions.values());
  books.set(regions, known);
  return known;
}

/** A district, a prefecture or a country by its code; undefined: there is none. */
export function findPlace({ index: { regions } }: TargetDeps, code: string): Sentence | undefined {
  return regions.get(code)?.name ?? bookOf(regions).find(code)?.name;
}

/** A place that left the map stands by its code. */
export function placeOf(deps: TargetDeps, code: string, language: Language): { code: string; name: string } {
  return { code, name: findPlace(deps, code)?.[language] ?? code };
}

/** Prefectures and countries by the words people write. */
export function searchPlaces(
  { index: { regions } }: TargetDeps,
  { q, limit, language }: { q: string; limit: number; language: Language },
): { code: string; name: string }[] {
  return bookOf(regions)
    .search(q, limit)
    .map(({ code, name }) => ({ code, name: name[language] }));
}

/** Districts of the city, functional zones among them, in the order of their codes. */
export function districtsOf({ index: { regions } }: TargetDeps, city: string, language: Language) {
  return [...regions.values()]
    .filter((region) => region.city === city && region.code !== city)
    .map(({ code, name }) => ({ code, name: name[language] }))
    .toSorted((one, other) => (one.code < other.code ? -1 : 1));
}
