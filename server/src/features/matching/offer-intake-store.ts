import type { KnownOffer, TakenOffer } from '@zhitong/domain/directory/import-offers';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#platform/database';
import { refreshSearchFacts } from './offer-search-facts.ts';

type Ids = readonly { readonly id: string }[];

const idsOf = (offers: Ids) => offers.map(({ id }) => id);
const firmsOf = (offers: readonly TakenOffer[]) => [...new Set(offers.map(({ organisationId }) => organisationId))];

const columns = sql`
  id, organisation_id as "organisationId", product_id as "productId", product_text as "productText", capacity, limits, certificates,
  lead_days as "leadDays", source`;

/** Published offers of some firms. */
export async function listOffersOf(tx: Tx, city: string, firms: readonly string[]): Promise<readonly KnownOffer[]> {
  const { rows } = await sql<KnownOffer>`
    select ${columns} from offer
    where city = ${city} and organisation_id = any(${firms}::uuid[]) and state = 'published' order by id`.execute(tx);
  return rows;
}

/** The same by id, held until the transaction ends. */
export async function lockOffers(tx: Tx, city: string, offers: Ids): Promise<readonly KnownOffer[]> {
  const { rows } = await sql<KnownOffer>`
    select ${columns} from offer
    where city = ${city} and id = any(${idsOf(offers)}::uuid[]) and state = 'published'
    order by id for update`.execute(tx);
  return rows;
}

/** Holds the firms' rows, so that a click beside the import publishes after it. */
export async function lockOwners(tx: Tx, city: string, offers: readonly TakenOffer[]): Promise<void> {
  await sql`
    select id from organisation where city = ${city} and id = any(${firmsOf(offers)}::uuid[])
    order by id for no key update`.execute(tx);
}

export async function insertOffers(
  tx: Tx,
  city: string,
  { offers, at }: { readonly offers: readonly TakenOffer[]; readonly at: Date },
): Promise<void> {
  await sql`
    insert into offer (city, id, organisation_id, product_id, product_text, capacity, limits, certificates, lead_days,
                       source, demo, published_at)
    select ${city}, w.id, w."organisationId", w."productId", w."productText", ${noNull(sql`w.capacity`)}, w.limits,
           w.certificates, w."leadDays", ${sourceOf}, o.demo, ${at}
    from ${recordsOf(offers)} join organisation o on o.city = ${city} and o.id = w."organisationId"`.execute(tx);
}

export async function changeOffers(tx: Tx, city: string, offers: readonly TakenOffer[]): Promise<void> {
  await sql`
    update offer set product_id = w."productId", capacity = ${noNull(sql`w.capacity`)}, limits = w.limits,
                     certificates = w.certificates, lead_days = w."leadDays", source = ${sourceOf}
    from ${recordsOf(offers)} where offer.city = ${city} and offer.id = w.id`.execute(tx);
}

/** The published part of these offers. A new one starts with the track record its firm already has. */
export async function publishOffers(tx: Tx, city: string, offers: readonly TakenOffer[]): Promise<void> {
  const records = await listRecords(tx, city, offers);
  const rows = offers.map((offer) => ({ ...offer, ...(records.get(offer.organisationId) ?? noRecord) }));
  // out of what was given: joined with the offers just written, of which the planner knows nothing yet, it would be slow
  await sql`
    insert into offer_search (city, offer_id, organisation_id, organisation_name, external_code, region, product_id,
                              product_text, capacity, limits, certificates, lead_days, source, deliveries, on_time)
    select ${city}, w.id, o.id, o.name, o.external_code, o.region, w."productId", w."productText",
           ${noNull(sql`w.capacity`)}, w.limits, w.certificates, w."leadDays", ${sourceOf}, w.deliveries, w."onTime"
    from ${recordsOf(rows)} join organisation o on o.city = ${city} and o.id = w."organisationId"
    on conflict (city, offer_id) do update set
      product_id = excluded.product_id, capacity = excluded.capacity, limits = excluded.limits,
      certificates = excluded.certificates, lead_days = excluded.lead_days, source = excluded.source`.execute(tx);
  await refreshSearchFacts(tx, { city, organisations: firmsOf(offers) });
}

interface TrackRecord {
  readonly deliveries: number;
  readonly onTime: number;
}

const noRecord: TrackRecord = { deliveries: 0, onTime: 0 };

async function listRecords(
  tx: Tx,
  city: string,
  offers: readonly TakenOffer[],
): Promise<ReadonlyMap<string, TrackRecord>> {
  const { rows } = await sql<TrackRecord & { id: string }>`
    select organisation_id as id, max(deliveries) as deliveries, max(on_time) as "onTime" from offer_search
    where city = ${city} and organisation_id = any(${firmsOf(offers)}::uuid[]) group by organisation_id`.execute(tx);
  return new Map(rows.map(({ id, ...record }) => [id, record]));
}

/** Offers that somebody has answered a buyer with: what was said stands. */
export async function listAnsweredOffers(tx: Tx, city: string, offers: Ids): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select distinct offer_id as id from opportunity
    where city = ${city} and offer_id = any(${idsOf(offers)}::uuid[]) and response is not null`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

export async function withdrawOffers(tx: Tx, city: string, offers: Ids): Promise<void> {
  const ids = idsOf(offers);
  await sql`update offer set state = 'withdrawn' where city = ${city} and id = any(${ids}::uuid[])`.execute(tx);
  await sql`delete from offer_search where city = ${city} and offer_id = any(${ids}::uuid[])`.execute(tx);
}

/** Rows kept before the source was kept with them are the firm's own word. */
const sourceOf = sql`coalesce(w.source, 'declared')`;

/** A JSON null out of a record is no value of a column. */
const noNull = (value: RawBuilder<unknown>) => sql`nullif(${value}, 'null'::jsonb)`;

function recordsOf(offers: readonly TakenOffer[]): RawBuilder<unknown> {
  return sql`jsonb_to_recordset(${JSON.stringify(offers)}::jsonb) as w(
    id uuid, "organisationId" uuid, "productId" text, "productText" text, capacity jsonb, limits jsonb,
    certificates jsonb, "leadDays" integer, source text, deliveries integer, "onTime" integer)`;
}
