import type { Certificate, OfferLimit } from '@zhitong/domain/matching/limit';
import type { Quantity } from '@zhitong/domain/matching/quantity';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import { jsonColumn } from '#platform/json-column';
import { refreshSearchFacts } from './offer-search-facts.ts';

/** What stands in the offer of a firm; price and lead time are the firm's own notes and are never published. */
export interface OfferFields {
  readonly productId: string | null;
  readonly productText: string;
  readonly capacity: Quantity | null;
  readonly limits: readonly OfferLimit[];
  readonly certificates: readonly Certificate[];
  readonly priceFen: number | null;
  readonly priceUnit: string | null;
  readonly leadDays: number | null;
}

export interface OfferKey {
  readonly city: string;
  readonly id: string;
  readonly organisationId: string;
}

export interface OfferOwner {
  readonly name: string;
  readonly region: string | null;
  readonly externalCode: string | null;
  readonly demo: boolean;
}

/** Holds the firm's row, so that two clicks publish one after the other. */
export async function lockOfferOwner(tx: Tx, city: string, organisationId: string): Promise<OfferOwner> {
  const row = await tx
    .selectFrom('organisation')
    .select(['name', 'region', 'external_code', 'demo'])
    .where('city', '=', city)
    .where('id', '=', organisationId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  return { name: row.name, region: row.region, externalCode: row.external_code, demo: row.demo };
}

/** A published offer of the firm that says exactly the same. */
export async function findSameOffer(
  tx: Tx,
  key: Omit<OfferKey, 'id'>,
  fields: OfferFields,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('offer')
    .select('id')
    .where('city', '=', key.city)
    .where('organisation_id', '=', key.organisationId)
    .where('state', '=', 'published')
    .where('product_text', '=', fields.productText)
    .where(sql<boolean>`product_id is not distinct from ${fields.productId}`)
    .where(sql<boolean>`capacity is not distinct from ${jsonOrNull(fields.capacity)}::jsonb`)
    .where(sql<boolean>`limits = ${JSON.stringify(fields.limits)}::jsonb`)
    .where(sql<boolean>`certificates = ${JSON.stringify(fields.certificates)}::jsonb`)
    .where(sql<boolean>`price_fen is not distinct from ${fields.priceFen}::bigint`)
    .where(sql<boolean>`price_unit is not distinct from ${fields.priceUnit}`)
    .where(sql<boolean>`lead_days is not distinct from ${fields.leadDays}::int`)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}

export async function lockOffer(tx: Tx, key: OfferKey): Promise<{ state: string; fields: OfferFields } | undefined> {
  const row = await tx
    .selectFrom('offer')
    .select(['state', 'product_id', 'product_text', 'capacity', 'limits', 'certificates', 'price_fen', 'price_unit'])
    .select('lead_days')
    .where('city', '=', key.city)
    .where('id', '=', key.id)
    .where('organisation_id', '=', key.organisationId)
    .forUpdate()
    .executeTakeFirst();
  return (
    row && {
      state: row.state,
      fields: {
        ...{ productId: row.product_id, productText: row.product_text },
        capacity: row.capacity === null ? null : jsonColumn<Quantity>(row.capacity),
        limits: jsonColumn<OfferLimit[]>(row.limits),
        certificates: jsonColumn<Certificate[]>(row.certificates),
        ...{ priceFen: row.price_fen, priceUnit: row.price_unit, leadDays: row.lead_days },
      },
    }
  );
}

export async function insertOffer(
  tx: Tx,
  key: OfferKey,
  offer: OfferFields & { readonly demo: boolean; readonly at: Date },
): Promise<void> {
  const names = { city: key.city, id: key.id, organisation_id: key.organisationId };
  await tx
    .insertInto('offer')
    .values({ ...names, ...columnsOf(offer), source: 'declared', demo: offer.demo, published_at: offer.at })
    .execute();
}

/** From now on these are the firm's own words, wherever the offer came from. */
export async function changeOffer(tx: Tx, key: OfferKey, fields: OfferFields): Promise<void> {
  await tx
    .updateTable('offer')
    .set({ ...columnsOf(fields), source: 'declared' })
    .where('city', '=', key.city)
    .where('id', '=', key.id)
    .execute();
}

export async function markOfferWithdrawn(tx: Tx, key: OfferKey): Promise<void> {
  await tx
    .updateTable('offer')
    .set({ state: 'withdrawn' })
    .where('city', '=', key.city)
    .where('id', '=', key.id)
    .execute();
}

/** Writes the published part of the offer. A new offer starts with the track record its firm already has. */
export async function putOfferSearch(tx: Tx, key: OfferKey, offer: OfferFields & { owner: OfferOwner }): Promise<void> {
  const { owner } = offer;
  const published = {
    organisation_name: owner.name,
    external_code: owner.externalCode,
    region: owner.region,
    product_id: offer.productId,
    product_text: offer.productText,
    capacity: jsonOrNull(offer.capacity),
    limits: JSON.stringify(offer.limits),
    certificates: JSON.stringify(offer.certificates),
    lead_days: offer.leadDays,
    source: 'declared',
  };
  const record = (column: 'deliveries' | 'on_time') => sql<number>`coalesce((
    select max(${sql.ref(column)}) from offer_search
    where city = ${key.city} and organisation_id = ${key.organisationId}), 0)`;
  await tx
    .insertInto('offer_search')
    .values({
      city: key.city,
      offer_id: key.id,
      organisation_id: key.organisationId,
      ...published,
      deliveries: record('deliveries'),
      on_time: record('on_time'),
    })
    .onConflict((conflict) => conflict.columns(['city', 'offer_id']).doUpdateSet(published))
    .execute();
  await refreshSearchFacts(tx, { city: key.city, organisations: [key.organisationId] });
}

export async function removeOfferSearch(tx: Tx, key: OfferKey): Promise<void> {
  await tx.deleteFrom('offer_search').where('city', '=', key.city).where('offer_id', '=', key.id).execute();
}

export async function hasProduct(tx: Tx, id: string): Promise<boolean> {
  const row = await tx.selectFrom('product').select('id').where('id', '=', id).executeTakeFirst();
  return row !== undefined;
}

function columnsOf(fields: OfferFields) {
  return {
    product_id: fields.productId,
    product_text: fields.productText,
    capacity: jsonOrNull(fields.capacity),
    limits: JSON.stringify(fields.limits),
    certificates: JSON.stringify(fields.certificates),
    price_fen: fields.priceFen,
    price_unit: fields.priceUnit,
    lead_days: fields.leadDays,
  };
}

function jsonOrNull(value: object | null): string | null {
  return value === null ? null : JSON.stringify(value);
}
