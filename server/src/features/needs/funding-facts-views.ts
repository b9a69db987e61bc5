import type { DealFacts, RecordedPayment } from '@zhitong/contract/needs/funding-values';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';

interface Row {
  firm: string;
  sold_deals: number;
  sold_fen: number;
  bought_deals: number;
  bought_fen: number;
  declared_deals: number;
  declared_fen: number;
}

const nothing: DealFacts = {
  ...{ sold: { deals: 0, fen: 0 }, bought: { deals: 0, fen: 0 }, declared: { deals: 0, fen: 0 } },
};

/** What the platform knows of the deals of some firms in their city. System context: a bank sees sums, never a deal. */
export async function readDealFacts(
  tx: Tx,
  { city, firms }: { city: string; firms: readonly string[] },
): Promise<(firm: string) => DealFacts> {
  if (firms.length === 0) return () => nothing;
  const ids = `{${[...new Set(firms)].join(',')}}`;
  const { rows } = await sql<Row>`
    with step as (
      select s.deal_id, s.buyer_id, s.seller_id, s.kind, s.amount_fen,
             bool_or(coalesce(c.side = 'buyer', false)) as by_buyer, bool_or(coalesce(c.side = 'seller', false)) as by_seller
      from deal_step s
      left join deal_confirmation c on c.city = s.city and c.step_id = s.id
      where s.city = ${city} and s.kind in ('delivery', 'reversal')
        and (s.buyer_id = any(${ids}::uuid[]) or s.seller_id = any(${ids}::uuid[]))
      group by s.city, s.id),
    side as (
      select seller_id as firm, 'sold' as as_what, deal_id, kind, amount_fen, by_buyer and by_seller as confirmed, by_seller as said
      from step
      union all
      select buyer_id, 'bought', deal_id, kind, amount_fen, by_buyer and by_seller, by_buyer from step)
    select firm,
      (count(distinct deal_id) filter (where as_what = 'sold' and confirmed and kind = 'delivery'))::int as sold_deals,
      coalesce(sum(case kind when 'delivery' then amount_fen else -amount_fen end)
        filter (where as_what = 'sold' and confirmed), 0)::bigint as sold_fen,
      (count(distinct deal_id) filter (where as_what = 'bought' and confirmed and kind = 'delivery'))::int as bought_deals,
      coalesce(sum(case kind when 'delivery' then amount_fen else -amount_fen end)
        filter (where as_what = 'bought' and confirmed), 0)::bigint as bought_fen,
      (count(distinct deal_id) filter (where said and not confirmed and kind = 'delivery'))::int as declared_deals,
      coalesce(sum(amount_fen) filter (where said and not confirmed and kind = 'delivery'), 0)::bigint as declared_fen
    from side where firm = any(${ids}::uuid[]) group by firm`.execute(tx);
  const facts = new Map(rows.map((row) => [row.firm, factsOf(row)]));
  return (firm) => facts.get(firm) ?? nothing;
}

function factsOf(row: Row): DealFacts {
  return {
    sold: { deals: row.sold_deals, fen: Number(row.sold_fen) },
    bought: { deals: row.bought_deals, fen: Number(row.bought_fen) },
    declared: { deals: row.declared_deals, fen: Number(row.declared_fen) },
  };
}

interface PaymentRow {
  side: 'buyer' | 'seller';
  delivered: string;
  delivered_fen: number;
  paid_on: string;
  paid_fen: number;
}

/** Payments both sides confirmed, newest first. System context, inside the reading a receipt permits. */
export async function listRecordedPayments(
  tx: Tx,
  { city, firm }: { city: string; firm: string },
): Promise<readonly RecordedPayment[]> {
  const { rows } = await sql<PaymentRow>`
    select case when p.buyer_id = ${firm}::uuid then 'buyer' else 'seller' end as side,
           s.date as delivered, s.amount_fen as delivered_fen, p.paid_on, p.amount_fen as paid_fen
    from deal_payment p join deal_step s on s.city = p.city and s.id = p.step_id
    where p.city = ${city} and p.confirmed_at is not null and (p.buyer_id = ${firm}::uuid or p.seller_id = ${firm}::uuid)
    order by p.paid_on desc, p.id limit 500`.execute(tx);
  return rows.map((row) => ({
    ...{ side: row.side, delivered: row.delivered, deliveredFen: Number(row.delivered_fen) },
    ...{ paidOn: row.paid_on, paidFen: Number(row.paid_fen) },
    days: Math.round((Date.parse(row.paid_on) - Date.parse(row.delivered)) / 86_400_000),
  }));
}
