import type { Catalogue, CatalogueRegion } from '@zhitong/domain/matching/catalogue';
import type { Certificate, OfferLimit } from '@zhitong/domain/matching/limit';
import type { Offer, OfferSource } from '@zhitong/domain/matching/offer';
import type { Product, ProductRelation, RelationKind } from '@zhitong/domain/matching/product';
import type { Quantity } from '@zhitong/domain/matching/quantity';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import { jsonColumn, wordColumn } from '#platform/json-column';

/** One published offer with what the index must know of its firm. */
export interface PublishedOffer {
  readonly offer: Offer;
  readonly supplier: {
    readonly id: string;
    readonly name: string;
    readonly city: string;
    readonly region: string | null;
    readonly code: string | null;
    readonly deliveries: number;
    readonly onTime: number;
  };
}

const offerColumns = [
  'city',
  'offer_id',
  'organisation_id',
  'organisation_name',
  'external_code',
  'region',
  'product_id',
  'product_text',
  'capacity',
  'limits',
  'certificates',
  'source',
  'deliveries',
  'on_time',
] as const;

/** The next stretch of all published offers of all cities, in key order; the table is read across cities by its own policy. */
export async function listPublishedOffers(
  tx: Tx,
  after: { city: string; offerId: string } | undefined,
  limit: number,
): Promise<PublishedOffer[]> {
  let query = tx.selectFrom('offer_search').select(offerColumns);
  if (after) query = query.where(sql<boolean>`(city, offer_id) > (${after.city}, ${after.offerId}::uuid)`);
  const rows = await query.orderBy('city').orderBy('offer_id').limit(limit).execute();
  return rows.map(asPublished);
}

export async function findPublishedOffer(
  tx: Tx,
  { city, offerId }: { city: string; offerId: string },
): Promise<PublishedOffer | undefined> {
  const row = await tx
    .selectFrom('offer_search')
    .select(offerColumns)
    .where('city', '=', city)
    .where('offer_id', '=', offerId)
    .executeTakeFirst();
  return row && asPublished(row);
}

/** Offers of the seller of a deal: its delivery record has changed. */
export async function listOffersOfSeller(tx: Tx, { city, dealId }: { city: string; dealId: string }) {
  const rows = await tx
    .selectFrom('offer_search as o')
    .innerJoin('deal as d', (join) =>
      join.onRef('d.seller_city', '=', 'o.city').onRef('d.seller_id', '=', 'o.organisation_id'),
    )
    .select(offerColumns.map((column) => `o.${column}` as const))
    .where('d.city', '=', city)
    .where('d.id', '=', dealId)
    .execute();
  return rows.map(asPublished);
}

interface OfferRow {
  readonly city: string;
  readonly offer_id: string;
  readonly organisation_id: string;
  readonly organisation_name: string;
  readonly external_code: string | null;
  readonly region: string | null;
  readonly product_id: string | null;
  readonly product_text: string;
  readonly capacity: unknown;
  readonly limits: unknown;
  readonly certificates: unknown;
  readonly source: string;
  readonly deliveries: number;
  readonly on_time: number;
}

function asPublished(row: OfferRow): PublishedOffer {
  return {
    offer: {
      id: row.offer_id,
      city: row.city,
      organisationId: row.organisation_id,
      productId: row.product_id,
      productText: row.product_text,
      capacity: jsonColumn<Quantity | null>(row.capacity),
      limits: jsonColumn<OfferLimit[]>(row.limits),
      certificates: jsonColumn<Certificate[]>(row.certificates),
      source: wordColumn<OfferSource>(row.source),
    },
    supplier: {
      id: row.organisation_id,
      name: row.organisation_name,
      city: row.city,
      region: row.region,
      code: row.external_code,
      deliveries: row.deliveries,
      onTime: row.on_time,
    },
  };
}

export async function readCatalogue(tx: Tx): Promise<Catalogue> {
  const products = await listProducts(tx);
  const relations = await listRelations(tx);
  const regions = await listRegions(tx);
  const circles = await tx
    .selectFrom('circle_city')
    .select(['circle', 'name', 'name_en', 'city'])
    .orderBy('circle')
    .execute();
  const cities = Map.groupBy(circles, (row) => row.circle);
  return {
    products,
    relations,
    regions,
    circles: [...cities.values()].map((rows) => ({
      name: { zh: rows[0]?.name ?? '', en: rows[0]?.name_en ?? rows[0]?.name ?? '' },
      cities: rows.map((row) => row.city),
    })),
  };
}

async function listProducts(tx: Tx): Promise<Product[]> {
  const rows = await sql<Product>`
    select p.id, p.name, p.name_en as "nameEn", p.unit, p.source, p.junk, coalesce(a.names, '{}') as aliases
    from product p
    left join (select product_id, array_agg(name order by name) as names from product_alias group by product_id) a
      on a.product_id = p.id
    order by p.source = 'chainkg', p.id`.execute(tx);
  return rows.rows;
}

async function listRelations(tx: Tx): Promise<ProductRelation[]> {
  const rows = await tx
    .selectFrom('product_relation')
    .select(['from_id', 'to_id', 'kind', 'quantity', 'quantity_unit', 'weight', 'source'])
    .orderBy('from_id')
    .orderBy('to_id')
    .orderBy('kind')
    .execute();
  return rows.map((row) => ({
    fromId: row.from_id,
    toId: row.to_id,
    kind: wordColumn<RelationKind>(row.kind),
    quantity: row.quantity,
    quantityUnit: row.quantity_unit,
    weight: row.weight,
    source: row.source,
  }));
}

/** Regions that are in force: a merged county keeps its row but is no place to be near to. */
async function listRegions(tx: Tx): Promise<CatalogueRegion[]> {
  const rows = await tx
    .selectFrom('region')
    .select(['code', 'name', 'name_en', 'aliases', 'level', 'longitude', 'latitude'])
    .where('replaced_by', 'is', null)
    .where('level', '!=', 'province')
    .orderBy('code')
    .execute();
  return rows.map((row) => ({
    code: row.code,
    // a county's or local zone's code begins with the four digits of its prefecture
    city: row.level === 'prefecture' ? row.code : `${row.code.slice(0, 4)}00`,
    name: { zh: row.name, en: row.name_en ?? row.name },
    aliases: row.aliases,
    longitude: row.longitude,
    latitude: row.latitude,
  }));
}
