import type { DealSide, DealStepKind } from '@zhitong/domain/matching/deal';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#platform/database';

export type LedgerState = 'all' | 'waiting' | 'confirmed' | 'one-sided';

export interface LedgerFilter {
  readonly state: LedgerState;
  /** words in the product or a firm's name */
  readonly q: string;
  /** only deals it takes part in */
  readonly organisation?: string | undefined;
  readonly dealId?: string;
}

/** One city's ledger as one organisation sees it; without an organisation the whole city (the bureau). */
export interface LedgerScope {
  readonly city: string;
  readonly organisation: string | undefined;
  readonly filter: LedgerFilter;
}

export interface LedgerStep {
  readonly id: string;
  readonly kind: DealStepKind;
  readonly amountFen: number;
  readonly quantity: number | null;
  readonly unit: string | null;
  readonly date: string;
  readonly note: string | null;
  readonly createdAt: string;
  readonly confirmedBy: readonly { readonly side: DealSide; readonly at: string }[];
}

/** Terms of the chosen quote; a deal whose quote is not kept has none. */
export interface AgreedTerms {
  readonly quantity: number | null;
  readonly unit: string | null;
  readonly priceFen: number | null;
  readonly leadDays: number | null;
}

export interface LedgerRow {
  readonly id: string;
  readonly needId: string;
  readonly product: string;
  readonly buyerId: string;
  readonly buyerName: string;
  readonly buyerCode: string | null;
  readonly sellerId: string;
  readonly sellerName: string;
  readonly sellerCode: string | null;
  readonly demo: boolean;
  readonly createdAt: Date;
  readonly agreed: AgreedTerms;
  readonly countedFen: number;
  readonly orderedFen: number;
  readonly oneSidedFen: number;
  readonly steps: readonly LedgerStep[];
}

export interface LedgerSums {
  readonly total: number;
  readonly confirmedDeals: number;
  readonly confirmedFen: number;
  readonly oneSidedDeals: number;
  readonly oneSidedFen: number;
}

/** Deals of the filter, newest first, each with its steps and seals. */
export async function listLedgerRows(
  tx: Tx,
  scope: LedgerScope,
  page: { limit: number; offset: number },
): Promise<readonly LedgerRow[]> {
  const { rows } = await sql<LedgerRow>`
    with ${ledger(scope)}
    select l.id, l.need_id as "needId", l.product_text as product, l.demo, l.created_at as "createdAt",
           l.buyer_id as "buyerId", l.buyer_name as "buyerName", b.credit_code as "buyerCode",
           l.seller_id as "sellerId", l.seller_name as "sellerName", v.credit_code as "sellerCode",
           jsonb_build_object('quantity', r.quantity, 'unit', r.unit, 'priceFen', r.price_fen,
                              'leadDays', r.lead_days) as agreed,
           l.counted_fen as "countedFen", l.ordered_fen as "orderedFen", l.one_sided_fen as "oneSidedFen",
           coalesce((select jsonb_agg(jsonb_build_object(
               'id', s.id, 'kind', s.kind, 'amountFen', s.amount_fen, 'quantity', s.quantity, 'unit', s.unit,
               'date', s.date, 'note', s.note, 'createdAt', s.created_at, 'confirmedBy', s.seals) order by s.created_at, s.id)
             from step s where s.deal_id = l.id), '[]') as steps
    from ledger l
    left join response r on r.city = l.city and r.id = l.response_id
    left join organisation b on b.city = l.city and b.id = l.buyer_id
    left join organisation v on v.city = l.seller_city and v.id = l.seller_id
    order by l.created_at desc, l.id desc
    limit ${page.limit} offset ${page.offset}`.execute(tx);
  return rows;
}

/** Sums over every row of the filter. What both sides confirmed and what one side says are never added to each other. */
export async function sumLedger(tx: Tx, scope: LedgerScope): Promise<LedgerSums> {
  const { rows } = await sql<LedgerSums>`
    with ${ledger(scope)}
    select count(*) as total,
           count(*) filter (where deliveries > 0) as "confirmedDeals",
           coalesce(sum(counted_fen), 0)::bigint as "confirmedFen",
           count(*) filter (where one_sided_deliveries > 0) as "oneSidedDeals",
           coalesce(sum(one_sided_fen), 0)::bigint as "oneSidedFen"
    from ledger`.execute(tx);
  return rows[0] ?? { total: 0, confirmedDeals: 0, confirmedFen: 0, oneSidedDeals: 0, oneSidedFen: 0 };
}

/** The rows behind every figure: list, sums and export start from these same two steps, so that they cannot disagree. */
function ledger(scope: LedgerScope): RawBuilder<unknown> {
  return sql`
    step as (
      select s.*, count(c.side) = 2 as confirmed,
             coalesce(bool_or(c.side = 'buyer'), false) as by_buyer, coalesce(bool_or(c.side = 'seller'), false) as by_seller,
             coalesce(jsonb_agg(jsonb_build_object('side', c.side, 'at', c.at) order by c.at, c.side)
                      filter (where c.side is not null), '[]') as seals
      from deal_step s
      left join deal_confirmation c on c.city = s.city and c.step_id = s.id
      where s.city = ${scope.city} ${ofOrganisation(scope, 's')}
      group by s.city, s.id
    ),
    ledger as (
      select d.*, coalesce(f.counted_fen, 0)::bigint as counted_fen, coalesce(f.ordered_fen, 0)::bigint as ordered_fen,
             coalesce(f.one_sided_fen, 0)::bigint as one_sided_fen,
             coalesce(f.deliveries, 0) as deliveries, coalesce(f.one_sided_deliveries, 0) as one_sided_deliveries
      from deal d
      left join (
        select deal_id,
               sum(case kind when 'delivery' then amount_fen when 'reversal' then -amount_fen else 0 end)
                 filter (where confirmed) as counted_fen,
               sum(amount_fen) filter (where kind = 'order' and confirmed) as ordered_fen,
               sum(amount_fen) filter (where kind = 'delivery' and not confirmed) as one_sided_fen,
               count(*) filter (where kind = 'delivery' and confirmed) as deliveries,
               count(*) filter (where kind = 'delivery' and not confirmed) as one_sided_deliveries,
               bool_or(not by_buyer) as buyer_waits, bool_or(not by_seller) as seller_waits
        from step group by deal_id
      ) f on f.deal_id = d.id
      where d.city = ${scope.city} ${ofOrganisation(scope, 'd')} and ${matching(scope)}
    )`;
}

/** Row-level security says the same; said here too, so that the plan can use it. */
function ofOrganisation({ organisation }: LedgerScope, table: 's' | 'd'): RawBuilder<unknown> {
  if (organisation === undefined) return sql``;
  return sql`and (${sql.ref(`${table}.buyer_id`)} = ${organisation} or ${sql.ref(`${table}.seller_id`)} = ${organisation})`;
}

function matching({ organisation, filter }: LedgerScope): RawBuilder<unknown> {
  const conditions = [stateCondition(filter.state, organisation)];
  if (filter.dealId !== undefined) conditions.push(sql`d.id = ${filter.dealId}`);
  if (filter.organisation !== undefined)
    conditions.push(sql`(d.buyer_id = ${filter.organisation} or d.seller_id = ${filter.organisation})`);
  if (filter.q.trim() !== '') {
    const like = `%${filter.q.trim().replace(/[\\%_]/g, '\\$&')}%`;
    conditions.push(sql`(d.product_text ilike ${like} or d.buyer_name ilike ${like} or d.seller_name ilike ${like})`);
  }
  return sql.join(conditions, sql` and `);
}

function stateCondition(state: LedgerState, organisation: string | undefined): RawBuilder<unknown> {
  switch (state) {
    case 'all':
      return sql`true`;
    case 'confirmed':
      return sql`f.deliveries > 0`;
    case 'one-sided':
      return sql`f.one_sided_deliveries > 0`;
    case 'waiting':
      return organisation === undefined
        ? sql`(f.buyer_waits or f.seller_waits)`
        : sql`((d.buyer_id = ${organisation} and f.buyer_waits) or (d.seller_id = ${organisation} and f.seller_waits))`;
  }
}
