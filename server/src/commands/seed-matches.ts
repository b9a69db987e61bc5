import type { Catalogue, CatalogueRegion } from '@zhitong/domain/matching/catalogue';
import type { Demand, Match, MatchList } from '@zhitong/domain/matching/match';
import { MatchIndex, matchModel } from '@zhitong/domain/matching/match-index';
import { reachOf } from '@zhitong/domain/matching/reach';
import type { PublishedNeed } from '@zhitong/domain/needs/published-need';
import type { CityRows } from '@zhitong/tools/seed-city/city-rows';
import { demandOfNeed } from '#features/matching/demand';
import { addDelivery, confirmedDeliveries, type TrackRecord } from './seed-record.ts';

export interface MatchedNeed {
  readonly need: PublishedNeed;
  readonly matches: readonly Match[];
}

type NeedRow = CityRows['needs'][number];
type Offer = CityRows['offers'][number];
type Organisation = CityRows['organisations'][number];

/** An open need gets as many suppliers as a published one; see `matchesANeed` of the loop. */
const suppliersANeed = 50;

/**
 * What the matcher would have answered on the day each need was published: the firms that were asked, with real scores and reasons
 * and the record they had then. An open need also gets everybody whom publishing would have found.
 */
export function matchNeeds(rows: CityRows, catalogue: Catalogue): MatchedNeed[] {
  const index = new MatchIndex(catalogue);
  const organisations = new Map(rows.organisations.map((row) => [row.id, row]));
  const regions = new Map(catalogue.regions.map((region) => [region.code, region]));
  const records = new Map<string, TrackRecord>();
  const put = (id: string) => putSupplier(index, organisations.get(id), { regions, record: records.get(id) });
  const offers = Map.groupBy(rows.offers, (offer) => offer.organisationId);
  for (const id of offers.keys()) put(id);
  for (const offer of rows.offers) index.putOffer(offer);

  const deliveries = confirmedDeliveries(rows);
  const products = new Map(rows.products.map(({ id, name }) => [id, name]));
  const byDay = [...rows.needs].sort((a, b) => a.publishedAt.localeCompare(b.publishedAt));
  return byDay.map((row) => {
    for (let next = deliveries[0]; next !== undefined && next.at < row.publishedAt; next = deliveries[0]) {
      addDelivery(records, next);
      put(next.sellerId);
      deliveries.shift();
    }
    return matchNeed(index, publishedNeed(row, organisations.get(row.organisationId), products), {
      row,
      offers,
      regions,
    });
  });
}

function publishedNeed(
  row: NeedRow,
  buyer: Organisation | undefined,
  names: ReadonlyMap<string, string>,
): PublishedNeed {
  return {
    ...row,
    organisationName: buyer?.name ?? '',
    buyerRegion: buyer?.region ?? null,
    products: row.productIds.map((id) => ({ id, name: names.get(id) ?? id })),
    reach: 'city',
    notes: [],
    model: matchModel,
    publishedAt: new Date(row.publishedAt),
    closedAt: row.closedAt === null ? null : new Date(row.closedAt),
  };
}

interface Asking {
  readonly row: NeedRow;
  readonly offers: ReadonlyMap<string, readonly Offer[]>;
  readonly regions: ReadonlyMap<string, CatalogueRegion>;
}

function matchNeed(index: MatchIndex, need: PublishedNeed, { row, offers, regions }: Asking): MatchedNeed {
  const demand = demandOfNeed(need, regions);
  const today = row.publishedAt.slice(0, 10);
  const found: MatchList =
    row.state === 'open'
      ? index.match(demand, { limit: suppliersANeed, today })
      : { matches: [], notes: [], model: matchModel };
  const listed = new Set(found.matches.map((match) => match.organisationId));
  const askedFirms = askedOrganisations(row, offers).filter((id) => !listed.has(id));
  const asked = askedFirms.flatMap((id) => bestOffer(index, offers.get(id) ?? [], { demand, today }));
  const matches = [...found.matches, ...asked];
  return { need: { ...need, notes: found.notes, reach: reachOf({ ...found, matches }) }, matches };
}

function askedOrganisations(row: NeedRow, offers: Asking['offers']): string[] {
  const asked = new Set(row.asked);
  return [...offers].filter(([, own]) => own.some((offer) => asked.has(offer.id))).map(([id]) => id);
}

/** The index names one offer a firm, the one that fits best. */
function bestOffer(
  index: MatchIndex,
  own: readonly Offer[],
  { demand, today }: { demand: Demand; today: string },
): Match[] {
  for (const offer of own) {
    const match = index.matchOffer(offer, demand, { today });
    if (match !== null) return [match];
  }
  return [];
}

function putSupplier(
  index: MatchIndex,
  organisation: Organisation | undefined,
  { regions, record }: { regions: Asking['regions']; record: TrackRecord | undefined },
): void {
  if (organisation === undefined) return;
  const { id, name, city, region } = organisation;
  const place = region === null ? undefined : regions.get(region);
  const point = { longitude: place?.longitude ?? null, latitude: place?.latitude ?? null };
  index.putSupplier({
    id,
    name,
    city,
    region,
    ...point,
    deliveries: record?.deliveries ?? 0,
    onTime: record?.onTime ?? 0,
  });
}
