import type { OrderTerms } from '@zhitong/domain/needs/order-terms';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import { jsonColumn } from '#platform/json-column';

/** The terms of orders in force in a city on a day. Every installation enters the usual ones at its first start. */
export async function getOrderTerms(tx: Tx, { city, day }: { city: string; day: string }): Promise<OrderTerms> {
  const { rows } = await sql<{ terms: unknown }>`
    select terms from order_terms where city = ${city} and valid_from <= ${day}::date
    order by valid_from desc limit 1`.execute(tx);
  const [row] = rows;
  if (!row) throw new Error(`no order terms in ${city}`);
  return jsonColumn<OrderTerms>(row.terms);
}

/** Does nothing where the city has terms already. */
export async function ensureOrderTerms(
  tx: Tx,
  { city, terms, source, now }: { city: string; terms: OrderTerms; source: string; now: Date },
): Promise<void> {
  await sql`
    insert into order_terms (city, valid_from, terms, by_name, created_at)
    select ${city}, '2000-01-01', ${JSON.stringify(terms)}::jsonb, ${source}, ${now}
    where not exists (select 1 from order_terms where city = ${city})
    on conflict do nothing`.execute(tx);
}
