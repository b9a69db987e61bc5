import type { Opportunity } from '@zhitong/contract/matching/opportunity-contract';
import type { Language } from '@zhitong/domain/language';
import type { OpportunityState } from '@zhitong/domain/matching/opportunity-state';
import type { Quantity } from '@zhitong/domain/matching/quantity';
import type { Reason } from '@zhitong/domain/matching/reason';
import type { Tier } from '@zhitong/domain/matching/tier';
import { Refusal } from '@zhitong/domain/refusal';
import { type RawBuilder, sql } from 'kysely';
import { inContext } from '#platform/context';
import type { Database, Tx } from '#platform/database';
import { jsonColumn, wordColumn } from '#platform/json-column';
import { contextOf, type Viewer } from '#platform/viewer';
import { reasonReplies } from './match-reply.ts';

export interface OpportunityReading {
  readonly viewer: Viewer;
  readonly language: Language;
  readonly today: string;
}

/** Tabs of the supplier inbox, by the state of the copy and whether it was looked at. */
const tabs = {
  new: sql`state = 'new' and seen_at is null`,
  waiting: sql`state = 'new' and seen_at is not null`,
  answered: sql`state = 'answered'`,
  closed: sql`state not in ('new', 'answered')`,
} as const;
export type OpportunityTab = keyof typeof tabs;

export async function viewOpportunities(
  database: Database,
  reading: OpportunityReading,
  page: { state?: OpportunityTab | undefined; limit: number; offset: number },
) {
  const { viewer, language } = reading;
  return inContext(database, contextOf(viewer), async (tx) => {
    const own = sql`o.city = ${viewer.city} and o.organisation_id = ${viewer.organisationId}`;
    const counts = await countTabs(tx, own, reading.today);
    const where = page.state === undefined ? sql`true` : tabs[page.state];
    const tail = sql`where ${where} order by created_at desc, match_id limit ${page.limit} offset ${page.offset}`;
    const rows = await selectOpportunities(tx, { own, tail, today: reading.today });
    return { counts, opportunities: rows.map((row) => asOpportunity(row, language)) };
  });
}

export async function viewOpportunity(
  database: Database,
  { viewer, language, today }: OpportunityReading,
  matchId: string,
): Promise<Opportunity> {
  return inContext(database, contextOf(viewer), async (tx) => {
    const own = sql`o.city = ${viewer.city} and o.organisation_id = ${viewer.organisationId} and o.match_id = ${matchId}`;
    const [row] = await selectOpportunities(tx, { own, tail: sql``, today });
    if (row === undefined) throw new Refusal('platform.not-found');
    return asOpportunity(row, language);
  });
}

/** A copy whose deadline has passed is closed, though nobody has written that down. */
function stateOn(today: string) {
  return sql`case when o.state in ('new', 'answered') and (o.need->>'deadline')::date < ${today}::date
             then 'closed' else o.state end`;
}

async function countTabs(tx: Tx, own: RawBuilder<unknown>, today: string) {
  const { rows } = await sql<Record<OpportunityTab, number>>`
    select count(*) filter (where ${tabs.new})::int as new, count(*) filter (where ${tabs.waiting})::int as waiting,
           count(*) filter (where ${tabs.answered})::int as answered, count(*) filter (where ${tabs.closed})::int as closed
    from (select ${stateOn(today)} as state, o.seen_at from opportunity o where ${own}) as own`.execute(tx);
  return rows[0] ?? { new: 0, waiting: 0, answered: 0, closed: 0 };
}

interface Row {
  match_id: string;
  buyer_id: string;
  buyer_name: string;
  need: unknown;
  offer_id: string;
  product_text: string | null;
  capacity: unknown;
  tier: string;
  score: number;
  reasons: unknown;
  state: string;
  response: unknown;
  rejection: unknown;
  deal_id: string | null;
  created_at: Date;
  seen_at: Date | null;
  same_reason: number | null;
  last_quote: unknown;
  contact: unknown;
}

async function selectOpportunities(
  tx: Tx,
  { own, tail, today }: { own: RawBuilder<unknown>; tail: RawBuilder<unknown>; today: string },
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    with shown as (
      select * from (
        select o.city, o.organisation_id, o.match_id, o.need_city, o.buyer_id, o.buyer_name, o.need, o.offer_id, o.tier,
               o.score, o.reasons, ${stateOn(today)} as state, o.response, o.rejection, o.deal_id, o.created_at, o.seen_at
        from opportunity o where ${own}) as own ${tail})
    select s.match_id, s.buyer_id, s.buyer_name, s.need, s.offer_id, f.product_text, f.capacity, s.tier, s.score, s.reasons,
           s.state, s.response, s.rejection, s.deal_id, s.created_at, s.seen_at,
           case when s.rejection is not null then (
             select count(*)::int from opportunity p
             where p.city = s.city and p.organisation_id = s.organisation_id
               and p.rejection->>'code' = s.rejection->>'code'
               and (p.rejection->>'at')::timestamptz > ${today}::date - interval '6 months') end as same_reason,
           (select jsonb_build_object('priceFen', p.response->'priceFen', 'unit', p.response->'unit', 'at', p.response->'at')
            from opportunity p
            where p.city = s.city and p.organisation_id = s.organisation_id and p.match_id <> s.match_id
              and p.offer_id = s.offer_id and p.response ? 'priceFen'
            order by p.response->>'at' desc limit 1) as last_quote,
           (select jsonb_build_object('name', c.name, 'phone', c.phone) from organisation_contact c
            where s.deal_id is not null and c.city = s.city and s.need_city = s.city and c.organisation_id = s.buyer_id) as contact
    from shown s left join offer f on f.city = s.city and f.id = s.offer_id
    order by s.created_at desc, s.match_id`.execute(tx);
  return rows;
}

function asOpportunity(row: Row, language: Language): Opportunity {
  return {
    match: { id: row.match_id },
    state: wordColumn<OpportunityState>(row.state),
    buyer: { id: row.buyer_id, name: row.buyer_name },
    need: jsonColumn<Opportunity['need']>(row.need),
    offer: {
      id: row.offer_id,
      productText: row.product_text ?? '',
      capacity: jsonColumn<Quantity | null>(row.capacity),
    },
    tier: wordColumn<Tier>(row.tier),
    score: row.score,
    reasons: reasonReplies(jsonColumn<Reason[]>(row.reasons), language),
    ...(row.response === null ? {} : { response: jsonColumn<NonNullable<Opportunity['response']>>(row.response) }),
    ...(row.rejection === null ? {} : { rejection: jsonColumn<NonNullable<Opportunity['rejection']>>(row.rejection) }),
    ...(row.same_reason === null ? {} : { sameReason: row.same_reason }),
    ...(row.last_quote === null
      ? {}
      : { lastQuote: jsonColumn<NonNullable<Opportunity['lastQuote']>>(row.last_quote) }),
    ...(row.deal_id === null ? {} : { deal: { id: row.deal_id } }),
    ...(row.contact === null ? {} : { contact: jsonColumn<NonNullable<Opportunity['contact']>>(row.contact) }),
    createdAt: row.created_at.toISOString(),
    seenAt: row.seen_at?.toISOString() ?? null,
  };
}
