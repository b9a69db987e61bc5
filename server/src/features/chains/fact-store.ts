import type { MakerFact, RejectionFact } from '@zhitong/domain/chains/chain-facts';
import type { KeptNeed } from '@zhitong/domain/chains/fact-book';
import type { Quantity } from '@zhitong/domain/matching/quantity';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import { jsonColumn } from '#platform/json-column';

/** A maker before anybody has said how far away it is; city and region are where it is registered. */
export interface StoredMaker extends Omit<MakerFact, 'ring'> {
  /** prefecture, county or zone it works in; null: not known */
  readonly workingRegion: string | null;
  readonly registeredOnly: boolean;
}

/** A purchase or a sum of deliveries before anybody has said how far away its origin is. */
export interface StoredBuying {
  readonly source: 'purchase' | 'deal';
  readonly id: string;
  readonly organisationId: string;
  readonly productId: string;
  readonly fen: number;
  readonly quantity: Quantity | null;
  /** prefecture or country; null: not known */
  readonly origin: string | null;
  readonly confirmed: boolean;
  readonly asOf: string;
}

/** Which products; undefined: all. */
type Of = readonly string[] | undefined;

const among = (column: ReturnType<typeof sql>, products: Of) =>
  products === undefined ? sql`${column} is not null` : sql`${column} = any(${[...products]}::text[])`;

/** Offers of all cities that name a product, a stretch at a time in key order. */
export async function listMakers(
  tx: Tx,
  { after, offerId, limit }: { after?: { city: string; offerId: string } | undefined; offerId?: string; limit: number },
): Promise<StoredMaker[]> {
  const from = after ? sql`and (city, offer_id) > (${after.city}, ${after.offerId}::uuid)` : sql``;
  const one = offerId === undefined ? sql`` : sql`and offer_id = ${offerId}::uuid`;
  const { rows } = await sql<{
    city: string;
    offer_id: string;
    organisation_id: string;
    organisation_name: string;
    region: string | null;
    working_region: string | null;
    registered_only: boolean;
    product_id: string;
    capacity: unknown;
    certificates: unknown;
    lead_days: number | null;
  }>`
    select city, offer_id, organisation_id, organisation_name, region, working_region, registered_only, product_id, capacity,
           certificates, lead_days
    from offer_search where product_id is not null ${from} ${one}
    order by city, offer_id limit ${limit}`.execute(tx);
  return rows.map((row) => ({
    ...{ offerId: row.offer_id, organisationId: row.organisation_id, name: row.organisation_name },
    ...{
      productId: row.product_id,
      city: row.city,
      region: row.region,
      capacity: jsonColumn<Quantity | null>(row.capacity),
    },
    certificates: jsonColumn<readonly { name: string }[]>(row.certificates).map(({ name }) => name),
    ...{ leadDays: row.lead_days, workingRegion: row.working_region, registeredOnly: row.registered_only },
  }));
}

/** What is registered as bought since a day and not withdrawn. */
export async function listBought(
  tx: Tx,
  { city, since }: { city: string; since: string },
  products?: Of,
): Promise<StoredBuying[]> {
  const { rows } = await sql<{
    id: string;
    organisation_id: string;
    product_id: string;
    fen_a_year: string;
    quantity: number | null;
    unit: string | null;
    origin: string | null;
    level: string;
    as_of: string;
  }>`
    select id, organisation_id, product_id, fen_a_year::text, quantity, unit, origin, level, as_of::text
    from purchase where city = ${city} and withdrawn_at is null and as_of >= ${since}::date and ${among(sql`product_id`, products)}`.execute(
    tx,
  );
  return rows.map((row) => ({
    ...{ source: 'purchase', id: row.id, organisationId: row.organisation_id, productId: row.product_id },
    ...{ fen: Number(row.fen_a_year), origin: row.origin, confirmed: row.level === 'confirmed', asOf: row.as_of },
    quantity: row.quantity === null || row.unit === null ? null : { amount: row.quantity, unit: row.unit, per: 'year' },
  }));
}

/** What both sides signed as delivered since a day, less what both took back: one row a deal, without empty ones. */
export async function listDelivered(
  tx: Tx,
  { city, since }: { city: string; since: string },
  products?: Of,
): Promise<StoredBuying[]> {
  const { rows } = await sql<{
    id: string;
    buyer_id: string;
    seller_city: string;
    product_id: string;
    fen: string;
    as_of: string;
  }>`
    select d.id, d.buyer_id, d.seller_city, n.product_ids[1] as product_id, max(s.date)::text as as_of,
           sum(case s.kind when 'delivery' then s.amount_fen else -s.amount_fen end)::text as fen
    from deal d
    join need n on n.city = d.city and n.id = d.need_id
    join deal_step s on s.city = d.city and s.deal_id = d.id and s.kind in ('delivery', 'reversal') and s.date >= ${since}::date
    where d.city = ${city} and ${among(sql`n.product_ids[1]`, products)}
      and 2 = (select count(distinct c.side) from deal_confirmation c where c.city = s.city and c.step_id = s.id)
    group by d.id, d.buyer_id, d.seller_city, n.product_ids[1]
    having sum(case s.kind when 'delivery' then s.amount_fen else -s.amount_fen end) > 0`.execute(tx);
  return rows.map((row) => ({
    ...{ source: 'deal', id: row.id, organisationId: row.buyer_id, productId: row.product_id, fen: Number(row.fen) },
    ...{ quantity: null, origin: row.seller_city, confirmed: true, asOf: row.as_of },
  }));
}

/** Sourcing needs since a day; what was kept back or never recognised says nothing of a product. */
export async function listNeedFacts(
  tx: Tx,
  { city, since }: { city: string; since: string },
  products?: Of,
): Promise<KeptNeed[]> {
  const { rows } = await sql<{
    id: string;
    organisation_id: string;
    product_id: string;
    quantity: unknown;
    state: string;
    deadline: string | null;
    as_of: string;
  }>`
    select id, organisation_id, product_ids[1] as product_id, quantity, state, deadline::text,
           to_char(published_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as as_of
    from need
    where city = ${city} and kind = 'sourcing' and state <> 'kept-back' and ${among(sql`product_ids[1]`, products)}
      and published_at >= ${since}::date`.execute(tx);
  return rows.map((row) => ({
    ...{ id: row.id, organisationId: row.organisation_id, productId: row.product_id, deadline: row.deadline },
    ...{ quantity: jsonColumn<Quantity | null>(row.quantity), asOf: row.as_of },
    state: row.state === 'open' ? 'open' : 'over',
  }));
}

/** Suppliers of the own city that were not chosen since a day, with the coded reason. */
export async function listRejectionFacts(
  tx: Tx,
  { city, since }: { city: string; since: string },
  products?: Of,
): Promise<RejectionFact[]> {
  const { rows } = await sql<RejectionFact>`
    select r.need_id as "needId", n.organisation_id as "buyerId", r.organisation_id as "organisationId", n.product_ids[1] as "productId", r.code,
           to_char(r.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as "asOf"
    from rejection r
    join match m on m.city = r.city and m.id = r.match_id and m.organisation_city = ${city}
    join need n on n.city = r.city and n.id = r.need_id
    where r.city = ${city} and ${among(sql`n.product_ids[1]`, products)} and r.at >= ${since}::date`.execute(tx);
  return rows;
}

/** The products a row of the log is about: the need itself, the need of a deal, the need of a match, or a purchase. */
export async function listProductsOf(
  tx: Tx,
  { city, subjectId }: { city: string; subjectId: string },
): Promise<string[]> {
  const { rows } = await sql<{ product_id: string | null }>`
    select product_ids[1] as product_id from need where city = ${city} and id = ${subjectId}::uuid
    union select n.product_ids[1] from deal d join need n on n.city = d.city and n.id = d.need_id
      where d.city = ${city} and d.id = ${subjectId}::uuid
    union select n.product_ids[1] from match m join need n on n.city = m.city and n.id = m.need_id
      where m.city = ${city} and m.id = ${subjectId}::uuid
    union select product_id from purchase where city = ${city} and id = ${subjectId}::uuid`.execute(tx);
  return rows.flatMap(({ product_id }) => (product_id === null ? [] : [product_id]));
}
