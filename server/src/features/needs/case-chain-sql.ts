import { type RawBuilder, sql } from 'kysely';

/** A firm that offers none of the products of any chain. */
export const noChain = 'none';

/**
 * Which chains the firms of a city belong to on a day: a firm that offers a product of a chain’s map belongs to it, one firm to several.
 * Columns `chain` (its id as text) and `firm`.
 */
export function chainFirms(city: string, day: string): RawBuilder<unknown> {
  return sql`(select distinct v.chain_id::text as chain, o.organisation_id as firm
    from chain_version v
    cross join lateral jsonb_array_elements(v.content -> 'segments') as s (segment)
    cross join lateral jsonb_array_elements_text(s.segment -> 'products') as p (product)
    join offer_search o on o.city = ${city} and o.product_id = p.product
    where v.city = ${city} and v.state = 'published' and v.valid_from <= ${day}::date
      and (v.valid_to is null or ${day}::date < v.valid_to))`;
}

/** Cases of firms of one chain, or of firms in none. */
export function ofChain(chain: string, { city, day }: { city: string; day: string }): RawBuilder<unknown> {
  const any = sql`select 1 from ${chainFirms(city, day)} m where m.firm = c.asker_id`;
  return chain === noChain ? sql`not exists (${any})` : sql`exists (${any} and m.chain = ${chain})`;
}
