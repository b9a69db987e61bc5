import { unknownCity } from '@zhitong/domain/directory/organisation';
import type { CatalogueRegion } from '@zhitong/domain/matching/catalogue';
import type { Demand } from '@zhitong/domain/matching/match';
import type { NeedChips } from '@zhitong/domain/needs/need';
import type { PublishedNeed } from '@zhitong/domain/needs/published-need';

export interface Asker {
  readonly organisationId: string;
  readonly city: string;
  /** where the firm itself is; used when the need names no place */
  readonly region: string | null;
}

type Regions = ReadonlyMap<string, CatalogueRegion>;
type Wanted = Pick<NeedChips, 'productIds' | 'quantity' | 'limits' | 'certificates' | 'place'> & {
  readonly text: string;
};

/** A need as the matcher reads it: distances count from the place of delivery, else from the asker. */
export function demandOf(wanted: Wanted, asker: Asker, regions: Regions): Demand {
  const region = wanted.place?.region ?? asker.region;
  const place = region === null ? undefined : regions.get(region);
  return {
    text: wanted.text,
    productIds: wanted.productIds,
    quantity: wanted.quantity,
    limits: wanted.limits,
    certificates: wanted.certificates,
    organisationId: asker.organisationId,
    city: asker.city,
    region,
    longitude: place?.longitude ?? null,
    latitude: place?.latitude ?? null,
  };
}

export function demandOfNeed(need: PublishedNeed, regions: Regions): Demand {
  const wanted = { ...need, productIds: need.products.map((product) => product.id) };
  const asker = { organisationId: need.organisationId, city: need.city, region: need.buyerRegion };
  return demandOf(wanted, asker, regions);
}

/** Words alone, asked by nobody from nowhere. */
export function demandOfText(text: string): Demand {
  return {
    text,
    productIds: [],
    quantity: null,
    limits: [],
    certificates: [],
    organisationId: null,
    city: unknownCity,
    region: null,
    longitude: null,
    latitude: null,
  };
}
