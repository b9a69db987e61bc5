import { cityDay } from '@zhitong/domain/needs/city-day';
import { type OrderLight, orderLight } from '@zhitong/domain/needs/order-terms';
import { workedAfter } from '@zhitong/domain/needs/working-time';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import { getCaseRules } from './case-rules.ts';
import { climbed } from './order-store.ts';
import { getOrderTerms } from './order-terms-store.ts';

/** A case that does not move, as far as the context may read it. */
export interface StuckCase {
  readonly id: string;
  readonly needId: string;
  readonly productId: string | null;
  readonly title: string;
  readonly asker: { readonly id: string; readonly name: string };
  readonly body: { readonly id: string; readonly name: string };
  readonly since: Date;
  readonly escalated: boolean;
  readonly handBacks: number;
  readonly late: boolean;
}

const most = 500;

/** Open cases nobody has ordered yet that went past the head of their body, were handed back, or are of these needs. */
export async function listStuckCases(
  tx: Tx,
  { city, now, needs }: { city: string; now: Date; needs: readonly string[] },
): Promise<StuckCase[]> {
  const { rows } = await sql<
    Omit<StuckCase, 'asker' | 'body'> & Record<'askerId' | 'asker' | 'bodyId' | 'body', string>
  >`
    select c.id, c.need_id as "needId", n.product_ids[1] as "productId", c.title, c.asker_id as "askerId",
           c.asker_name as asker, c.lead_id as "bodyId", c.lead_name as body, c.lead_since as since,
           ${climbed} as escalated, c.hand_backs as "handBacks", c.due_at < ${now} as late
    from need_case c left join need n on n.city = c.city and n.id = c.need_id
    where c.city = ${city} and c.over_at is null and c.stopped_at is null
      and (${climbed} or c.hand_backs >= 2 or c.need_id = any(${`{${needs.join(',')}}`}::uuid[]))
      and not exists (select 1 from supervision_order o where o.city = c.city and o.case_id = c.id and o.over_at is null)
    order by c.due_at, c.id limit ${most}`.execute(tx);
  return rows.map(({ askerId, asker, bodyId, body, ...rest }) => ({
    ...rest,
    asker: { id: askerId, name: asker },
    body: { id: bodyId, name: body },
  }));
}

/** An order on the books, as far as the context may read it. */
export interface OpenOrder {
  readonly id: string;
  readonly caseId: string;
  readonly needId: string;
  readonly productId: string | null;
  readonly title: string;
  readonly askerId: string;
  readonly body: { readonly id: string; readonly name: string };
  readonly light: OrderLight;
  readonly due: Date | null;
}

/** What is due first at the top. */
export async function listOpenOrders(tx: Tx, { city, now }: { city: string; now: Date }): Promise<OpenOrder[]> {
  const { rows } = await sql<
    Omit<OpenOrder, 'body' | 'light'> & { bodyId: string; body: string; yellowAt: Date | null }
  >`
    select o.id, o.case_id as "caseId", c.need_id as "needId", n.product_ids[1] as "productId", c.title,
           o.asker_id as "askerId", o.lead_id as "bodyId", o.lead_name as body, o.due_at as due, o.yellow_at as "yellowAt"
    from supervision_order o
    join need_case c on c.city = o.city and c.id = o.case_id
    left join need n on n.city = c.city and n.id = c.need_id
    where o.city = ${city} and o.over_at is null
    order by o.due_at, o.id limit ${most}`.execute(tx);
  return rows.map(({ bodyId, body, yellowAt, ...rest }) => ({
    ...{ ...rest, body: { id: bodyId, name: body } },
    light: orderLight({ dueAt: rest.due, yellowAt }, now),
  }));
}

/** By when a body that is ordered now has to say what it did: signing and feedback after each other, in working time. */
export async function feedbackDueOf(tx: Tx, { city, now }: { city: string; now: Date }): Promise<Date> {
  const day = cityDay(now);
  const { calendar } = await getCaseRules(tx, { city, day });
  const { signMinutes, feedbackMinutes } = await getOrderTerms(tx, { city, day });
  return workedAfter(calendar, now, (signMinutes + feedbackMinutes) * 60_000).at;
}
