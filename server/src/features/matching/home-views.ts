import type { HomeRow } from '@zhitong/contract/matching/home-contract';
import type { Language } from '@zhitong/domain/language';
import { deliveryNoticeDays } from '@zhitong/domain/matching/home-light';
import type { Quantity } from '@zhitong/domain/matching/quantity';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#platform/database';

/** One city's part of a home page; without an organisation that of the bureau. */
export interface HomeScope {
  readonly city: string;
  readonly organisation: string | undefined;
  /** ISO date in the city */
  readonly today: string;
  readonly language: Language;
}

export interface WaitingRow {
  readonly kind: HomeRow['kind'];
  /** null: the row stands for a whole list */
  readonly id: string | null;
  readonly product: string | null;
  readonly quantity: Quantity | null;
  readonly text: string;
  readonly count: number;
  /** whose it is, when it is not one's own */
  readonly firm: string | null;
  /** ISO date */
  readonly due: string | null;
  readonly since: Date;
  /** how many rows wait in all, of which these are the first */
  readonly total: number;
}

/** What waits for the viewer in its own city, tightest deadline first. */
export function listWaiting(tx: Tx, scope: HomeScope, limit: number): Promise<readonly WaitingRow[]> {
  const parts =
    scope.organisation === undefined
      ? [needsWithoutMatch(scope), deliveriesDue(scope)]
      : [
          quotesToChoose,
          needsWithoutMatch(scope),
          ...casesOfFirm(scope, scope.organisation),
          opportunities(scope, scope.organisation),
          ...dealParts(scope, scope.organisation),
        ];
  return select(tx, { scope, parts, limit });
}

/** What waits for a seller in the city of a buyer elsewhere: only its deals live there. */
export function listWaitingDeals(tx: Tx, scope: HomeScope, limit: number): Promise<readonly WaitingRow[]> {
  const parts = scope.organisation === undefined ? [deliveriesDue(scope)] : dealParts(scope, scope.organisation);
  return select(tx, { scope, parts, limit });
}

/** Unanswered opportunities: the same rows that the list behind this figure shows. */
export async function countOpportunities(tx: Tx, scope: HomeScope): Promise<number> {
  const { rows } = await sql<{ open: number }>`
    select count(*) as open from opportunity o where o.city = ${scope.city} ${ownedBy(scope, 'o')} and ${unanswered(scope)}`.execute(
    tx,
  );
  return rows[0]?.open ?? 0;
}

async function select(
  tx: Tx,
  { scope, parts, limit }: { scope: HomeScope; parts: readonly RawBuilder<unknown>[]; limit: number },
): Promise<readonly WaitingRow[]> {
  const { rows } = await sql<WaitingRow>`
    with ${openNeeds(scope)}, ${signedSteps(scope)}
    select kind, id, product, quantity, text, count, firm, due, since, count(*) over () as total
    from (${sql.join(parts, sql` union all `)}) as waiting
    order by due nulls last, since, id
    limit ${limit}`.execute(tx);
  return rows;
}

/** A need past its deadline takes no answers, so it waits for nobody. */
function openNeeds(scope: HomeScope): RawBuilder<unknown> {
  const name = scope.language === 'en' ? sql`coalesce(p.name_en, p.name)` : sql`p.name`;
  return sql`open_need as (
    select n.city, n.id, n.organisation_id, n.text, n.quantity, n.deadline, n.published_at,
           (select ${name} from product p where p.id = n.product_ids[1]) as product
    from need n
    where n.city = ${scope.city} and n.kind = 'sourcing' and n.state = 'open' and (n.deadline is null or n.deadline >= ${scope.today}::date)
      ${ownedBy(scope, 'n')})`;
}

function signedSteps(scope: HomeScope): RawBuilder<unknown> {
  return sql`signed_step as (
    select s.deal_id, s.kind, s.created_at, coalesce(bool_or(c.side = 'buyer'), false) as by_buyer,
           coalesce(bool_or(c.side = 'seller'), false) as by_seller
    from deal_step s left join deal_confirmation c on c.city = s.city and c.step_id = s.id
    where s.city = ${scope.city} ${oneOfBoth(scope, 's')}
    group by s.city, s.id)`;
}

const quotesToChoose = sql`
  select 'quotes-to-choose' as kind, n.id, n.product, n.quantity, n.text, count(*) as count, null::text as firm, n.deadline as due,
         max(r.at) as since
  from open_need n
  join response r on r.city = n.city and r.need_id = n.id and r.declined is null
  where not exists (select 1 from rejection j where j.city = r.city and j.match_id = r.match_id)
  group by n.id, n.product, n.quantity, n.text, n.deadline`;

function needsWithoutMatch({ organisation }: HomeScope): RawBuilder<unknown> {
  const firm =
    organisation === undefined
      ? sql`(select o.name from organisation o where o.city = n.city and o.id = n.organisation_id)`
      : sql`null::text`;
  return sql`
    select case when k.need_id is null then 'need-without-match' else 'need-kept-back' end as kind, n.id, n.product, n.quantity, n.text, 0 as count, ${firm} as firm,
           n.deadline as due, n.published_at as since
    from open_need n
    left join kept_need k on k.city = n.city and k.need_id = n.id and k.ruling is distinct from 'release'
    where not exists (select 1 from match m where m.city = n.city and m.need_id = n.id)`;
}

/** A body has answered and the firm has the word, or it asks the firm for more time. */
function casesOfFirm({ city }: HomeScope, organisation: string): RawBuilder<unknown>[] {
  const wait = (kind: 'answer-to-confirm' | 'extension-to-decide', waits: RawBuilder<unknown>) => sql`
    select ${kind} as kind, c.need_id as id, null::text as product, null::jsonb as quantity, c.title as text, 1 as count,
           c.lead_name as firm, null::date as due, coalesce(c.stopped_at, c.lead_since) as since
    from need_case c
    where c.city = ${city} and c.asker_id = ${organisation} and c.list <> 'sourcing' and c.over_at is null and ${waits}`;
  return [
    wait('answer-to-confirm', sql`c.status = 'answered'`),
    wait('extension-to-decide', sql`c.state ->> 'extensionWanted' is not null`),
  ];
}

function opportunities(scope: HomeScope, organisation: string): RawBuilder<unknown> {
  return sql`
    select 'opportunity-to-answer' as kind, o.match_id as id, o.need->'products'->0->>'name' as product,
           nullif(o.need->'quantity', 'null') as quantity, coalesce(o.need->>'text', '') as text, 1 as count, o.buyer_name as firm,
           (o.need->>'deadline')::date as due, o.created_at as since
    from opportunity o
    where o.city = ${scope.city} and o.organisation_id = ${organisation} and ${unanswered(scope)}`;
}

function unanswered(scope: HomeScope): RawBuilder<unknown> {
  return sql`o.state = 'new' and ((o.need->>'deadline') is null or (o.need->>'deadline')::date >= ${scope.today}::date)`;
}

function dealParts(scope: HomeScope, organisation: string): readonly RawBuilder<unknown>[] {
  const steps = sql`
    select 'step-to-confirm' as kind, d.id, d.product_text as product, null::jsonb as quantity, '' as text,
           count(*) as count, ${otherSide(scope)} as firm, null::date as due, min(s.created_at) as since
    from deal d join signed_step s on s.deal_id = d.id
    where d.city = ${scope.city} and ((d.buyer_id = ${organisation} and not s.by_buyer)
                                   or (d.seller_id = ${organisation} and not s.by_seller))
    group by d.id, d.product_text, d.buyer_id, d.buyer_name, d.seller_name`;
  return [steps, deliveriesDue(scope)];
}

/** Ordered by both, promised for a day that is near or gone, and nobody has written a delivery down. */
function deliveriesDue(scope: HomeScope): RawBuilder<unknown> {
  return sql`
    select 'delivery-due' as kind, d.id, d.product_text as product, null::jsonb as quantity, '' as text, 1 as count,
           ${otherSide(scope)} as firm, d.promised_by as due, d.created_at as since
    from deal d
    where d.city = ${scope.city} ${oneOfBoth(scope, 'd')}
      and d.promised_by <= ${scope.today}::date + ${deliveryNoticeDays}::int
      and exists (select 1 from signed_step s where s.deal_id = d.id and s.kind = 'order' and s.by_buyer and s.by_seller)
      and not exists (select 1 from signed_step s where s.deal_id = d.id and s.kind = 'delivery')`;
}

/** With whom the deal is; the bureau reads who delivers to whom. */
function otherSide({ organisation }: HomeScope): RawBuilder<unknown> {
  return organisation === undefined
    ? sql`d.seller_name || ' → ' || d.buyer_name`
    : sql`case when d.buyer_id = ${organisation} then d.seller_name else d.buyer_name end`;
}

function ownedBy({ organisation }: HomeScope, table: 'n' | 'o'): RawBuilder<unknown> {
  return organisation === undefined ? sql`` : sql`and ${sql.ref(`${table}.organisation_id`)} = ${organisation}`;
}

function oneOfBoth({ organisation }: HomeScope, table: 's' | 'd'): RawBuilder<unknown> {
  if (organisation === undefined) return sql``;
  return sql`and (${sql.ref(`${table}.buyer_id`)} = ${organisation} or ${sql.ref(`${table}.seller_id`)} = ${organisation})`;
}
