import type { RegionMap } from '../matching/region-map.ts';
import type { HeatRing } from './heat-question.ts';

const tiersOf = {
  nation: null,
  province: ['district', 'city', 'circle', 'province'],
  circle: ['district', 'city', 'circle'],
} as const satisfies Record<HeatRing, readonly string[] | null>;

/** Whether a firm counts within the ring looked at. Of a place nobody knows nothing can be said but that it is somewhere. */
export function isWithinRing(
  map: RegionMap,
  { home, city, ring }: { readonly home: string; readonly city: string | null; readonly ring: HeatRing },
): boolean {
  const tiers: readonly string[] | null = tiersOf[ring];
  if (tiers === null) return true;
  return city !== null && tiers.includes(map.tierOf(placeAt(home), placeAt(city)));
}

const placeAt = (city: string) => ({ city, region: null, longitude: null, latitude: null });
