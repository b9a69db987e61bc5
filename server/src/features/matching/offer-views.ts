import type { Offer } from '@zhitong/contract/matching/offer-contract';
import type { Language } from '@zhitong/domain/language';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#platform/database';
import { contextOf, type Viewer } from '#platform/viewer';

export interface OfferScope {
  readonly city: string;
  /** absent: every offer of the city (the bureau) */
  readonly organisation: string | undefined;
  readonly language: Language;
}

type OfferRow = Omit<Offer, 'product' | 'publishedAt'> & {
  readonly productName: string | null;
  readonly publishedAt: Date;
};

/** Published offers, newest first, each with the facts that buyers asked for and it does not state. */
export async function listOfferRows(
  tx: Tx,
  scope: OfferScope,
  page: { limit: number; offset: number; id?: string },
): Promise<{ total: number; offers: Offer[] }> {
  const one = page.id === undefined ? sql`true` : sql`o.id = ${page.id}`;
  const { rows } = await sql<OfferRow & { total: number }>`
    select o.id, o.product_id as "productId", o.product_text as "productText", o.capacity, o.limits, o.certificates,
           o.price_fen as "priceFen", o.price_unit as "priceUnit", o.lead_days as "leadDays", o.source,
           o.published_at as "publishedAt", ${productName(scope.language)} as "productName",
           array(${missing}) as missing, count(*) over () as total
    from offer o
    left join product p on p.id = o.product_id
    where o.city = ${scope.city} and o.state = 'published' and ${one} ${ofOrganisation(scope)}
    order by o.published_at desc, o.id desc
    limit ${page.limit} offset ${page.offset}`.execute(tx);
  return { total: rows[0]?.total ?? (await countOffers(tx, scope)), offers: rows.map(offerOf) };
}

/** Beyond the last page there is no row to carry the count. */
async function countOffers(tx: Tx, scope: OfferScope): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from offer o
    where o.city = ${scope.city} and o.state = 'published' ${ofOrganisation(scope)}`.execute(tx);
  return rows[0]?.total ?? 0;
}

/** First what buyers of needs matched to this offer asked for in vain, then what buyers of the product usually state. */
const missing = sql`
  select wanted.name
  from (
    select reason->'params'->>'name' as name, count(*) as asked
    from opportunity c, jsonb_array_elements(c.reasons) reason
    where c.city = o.city and c.organisation_id = o.organisation_id and c.offer_id = o.id
      and reason->>'code' = 'limit.unknown'
    group by 1
    union all
    select l.name, 0 from product_limit l where l.product_id = o.product_id
  ) wanted
  where wanted.name is not null
    and not exists (select 1 from jsonb_array_elements(o.limits) stated where stated->>'name' = wanted.name)
  group by wanted.name
  order by max(wanted.asked) desc, wanted.name`;

function productName(language: Language): RawBuilder<string | null> {
  return language === 'en' ? sql`coalesce(p.name_en, p.name)` : sql`p.name`;
}

function ofOrganisation({ organisation }: OfferScope): RawBuilder<unknown> {
  return organisation === undefined ? sql`` : sql`and o.organisation_id = ${organisation}`;
}

function offerOf({ productName, ...row }: OfferRow & { total: number }): Offer {
  const { total: _, ...fields } = row;
  const product = row.productId && productName ? { id: row.productId, name: productName } : null;
  return { ...fields, product, publishedAt: row.publishedAt.toISOString() };
}

/** `all` is the bureau's word; in a firm's mouth it still means its own. */
export function offerScope(viewer: Viewer, language: Language, reach: 'own' | 'all'): OfferScope {
  const whole = reach === 'all' && contextOf(viewer).viewer === 'bureau';
  return { city: viewer.city, organisation: whole ? undefined : viewer.organisationId, language };
}
