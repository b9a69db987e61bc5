import { unknownCity } from '../directory/organisation.ts';
import type { CatalogueRegion, CityCircle } from './catalogue.ts';
import { distanceInKilometres, type Point } from './distance.ts';
import type { Tier } from './tier.ts';

/** A place as offers and needs carry it. */
export interface Place {
  readonly city: string;
  readonly region: string | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
}

/** The map the matcher reads: regions by code, and who belongs to one circle. */
export class RegionMap {
  readonly #regions: ReadonlyMap<string, CatalogueRegion>;
  readonly #circles: readonly CityCircle[];

  constructor(regions: readonly CatalogueRegion[], circles: readonly CityCircle[]) {
    this.#regions = new Map(regions.map((region) => [region.code, region]));
    this.#circles = circles;
  }

  find(code: string | null): CatalogueRegion | undefined {
    return code === null ? undefined : this.#regions.get(code);
  }

  /** The first circle a city belongs to. */
  circleOf(city: string): CityCircle | undefined {
    return this.#circles.find(({ cities }) => cities.includes(city));
  }

  /** The circle both cities belong to. */
  sharedCircle(a: string, b: string): CityCircle | undefined {
    return this.#circles.find(({ cities }) => cities.includes(a) && cities.includes(b));
  }

  tierOf(from: Place, to: Place): Tier {
    if (!isKnown(from.city) || !isKnown(to.city)) return 'unknown';
    if (!isDomestic(to.city) || !isDomestic(from.city)) return from.city === to.city ? 'city' : 'abroad';
    if (from.city === to.city)
      return from.region !== null && from.region === to.region && from.region !== from.city ? 'district' : 'city';
    if (this.sharedCircle(from.city, to.city) !== undefined) return 'circle';
    return from.city.slice(0, 2) === to.city.slice(0, 2) ? 'province' : 'nation';
  }

  /** Whole kilometres between the two, by the best points known; null when one is unknown or both are the same centroid. */
  kilometres(from: Place, to: Place): number | null {
    const [start, end] = [this.#pointOf(from), this.#pointOf(to)];
    if (start === null || end === null) return null;
    const distance = Math.round(distanceInKilometres(start, end));
    return distance === 0 ? null : distance;
  }

  #pointOf({ city, region, longitude, latitude }: Place): Point | null {
    if (longitude !== null && latitude !== null) return { longitude, latitude };
    for (const known of [this.find(region), this.find(city)]) {
      if (known !== undefined && known.longitude !== null && known.latitude !== null)
        return { longitude: known.longitude, latitude: known.latitude };
    }
    return null;
  }
}

function isKnown(city: string): boolean {
  return city !== unknownCity && city !== '';
}

/** GB/T 2260 provinces begin with 11 … 82; other codes stand for places abroad. */
function isDomestic(city: string): boolean {
  return /^[1-8]\d{5}$/.test(city);
}
