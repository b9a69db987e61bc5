import type { Product } from '@zhitong/contract/matching/product-contract';
import { type Place, RegionMap } from '@zhitong/domain/matching/region-map';
import { type Tier, tiers } from '@zhitong/domain/matching/tier';
import { sql } from 'kysely';
import { inContext } from '#platform/context';
import type { Database, Db } from '#platform/database';
import { contextOf, type Viewer } from '#platform/viewer';

type Makers = Product['makers'];

const makersShown = 20;

/** Who makes a product, counted by how far it is from the viewer's own place, and the nearest of them by name. */
export async function viewMakers(database: Database, viewer: Viewer, productId: string): Promise<Makers> {
  const [map, home, places] = await Promise.all([
    readCircles(database.db),
    findHome(database, viewer),
    listPlaces(database.db, productId),
  ]);
  const near = places
    .map((place) => ({ ...place, tier: map.tierOf(home, pointless(place.city, place.region)) }))
    .sort((a, b) => tiers.indexOf(a.tier) - tiers.indexOf(b.tier));
  return { byTier: countByTier(near), organisations: await listNearest(database.db, productId, near) };
}

interface MakerPlace {
  readonly city: string;
  readonly region: string | null;
  readonly makers: number;
}

interface PlaceInTier extends MakerPlace {
  readonly tier: Tier;
}

async function readCircles(db: Db): Promise<RegionMap> {
  const rows = await db.selectFrom('circle_city').select(['circle', 'name', 'city']).orderBy('circle').execute();
  const circles = Map.groupBy(rows, (row) => row.circle);
  return new RegionMap(
    [],
    [...circles.values()].map((members) => {
      const name = members[0]?.name ?? '';
      return { name: { zh: name, en: name }, cities: members.map(({ city }) => city) };
    }),
  );
}

async function findHome(database: Database, viewer: Viewer): Promise<Place> {
  const own = await inContext(database, contextOf(viewer), (tx) =>
    tx
      .selectFrom('organisation')
      .select('region')
      .where('city', '=', viewer.city)
      .where('id', '=', viewer.organisationId)
      .executeTakeFirst(),
  );
  return pointless(viewer.city, own?.region ?? null);
}

async function listPlaces(db: Db, productId: string): Promise<readonly MakerPlace[]> {
  const { rows } = await sql<MakerPlace>`
    select city, region, count(distinct organisation_id) as makers
    from offer_search where product_id = ${productId} group by city, region order by city, region`.execute(db);
  return rows;
}

function countByTier(places: readonly PlaceInTier[]): Makers['byTier'] {
  return tiers.flatMap((tier) => {
    const count = places.filter((place) => place.tier === tier).reduce((sum, place) => sum + place.makers, 0);
    return count === 0 ? [] : [{ tier, count }];
  });
}

/** Only as many places as it takes to fill the list are asked for their firms. */
async function listNearest(
  db: Db,
  productId: string,
  places: readonly PlaceInTier[],
): Promise<Makers['organisations']> {
  const asked: PlaceInTier[] = [];
  for (let found = 0, at = 0; found < makersShown && at < places.length; at++) {
    const place = places[at];
    if (!place) break;
    asked.push(place);
    found += place.makers;
  }
  if (asked.length === 0) return [];
  const { rows } = await sql<{ id: string; name: string; city: string; region: string | null; place: string | null }>`
    select distinct on (nearest.rank, s.organisation_name, s.organisation_id)
      s.organisation_id as id, s.organisation_name as name, s.city, s.region, region.name as place
    from unnest(${asked.map(({ city }) => city)}::text[], ${asked.map(({ region }) => region)}::text[])
           with ordinality as nearest (city, region, rank)
      join offer_search s on s.city = nearest.city and s.region is not distinct from nearest.region
                         and s.product_id = ${productId}
      left join region on region.code = coalesce(s.region, s.city)
    order by nearest.rank, s.organisation_name, s.organisation_id
    limit ${makersShown}`.execute(db);
  return rows.flatMap(({ id, name, city, region, place }) => {
    const tier = asked.find((known) => known.city === city && known.region === region)?.tier;
    return tier ? [{ id, name, tier, region: place }] : [];
  });
}

/** Tiers go by codes; the point on the map plays no part. */
function pointless(city: string, region: string | null): Place {
  return { city, region, longitude: null, latitude: null };
}
