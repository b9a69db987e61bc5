import { cityDay } from '@zhitong/domain/needs/city-day';
import type { OrderStatus } from '@zhitong/domain/needs/order-action';
import { orderTurn } from '@zhitong/domain/needs/order-history';
import { sql } from 'kysely';
import { recordAudits } from '#platform/audit-log';
import type { Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import { appendEvents } from '#platform/event-log';
import { wordColumn } from '#platform/json-column';
import { fireInBatches, type OrderFiring, orderBatch } from './order-batch.ts';

interface DueOrder {
  readonly id: string;
  readonly caseId: string;
  readonly needId: string;
  readonly title: string;
  readonly list: string;
  readonly status: string;
  readonly askerId: string;
  readonly leadId: string;
  readonly leadName: string;
  readonly issuerId: string;
  readonly issuerName: string;
}

/**
 * Tells everybody of a turn that ran out, once a turn: it is marked in the transaction that writes the news, so that after kill -9 it
 * was told or is still due, and two nodes never tell it twice. Answers how many turns that were.
 */
export function fireDueOrders(firing: OrderFiring, isOver: () => boolean): Promise<number> {
  return fireInBatches(firing, { mark: markDue, follow: tell }, isOver);
}

/** What somebody who acts right now holds is left for the next look. */
async function markDue(tx: Tx, { city, now }: { city: string; now: Date }): Promise<readonly DueOrder[]> {
  const { rows } = await sql<DueOrder>`
    with due as materialized (
      select o.id from supervision_order o
      where o.city = ${city} and o.over_at is null and o.told_at is null and o.due_at <= ${now}
      order by o.due_at limit ${orderBatch} for update of o skip locked)
    update supervision_order o set told_at = ${now} from due, need_case c
    where o.city = ${city} and o.id = due.id and c.city = o.city and c.id = o.case_id
    returning o.id, o.case_id as "caseId", c.need_id as "needId", c.title, c.list, o.status, o.asker_id as "askerId",
              o.lead_id as "leadId", o.lead_name as "leadName", o.issuer_id as "issuerId", o.issuer_name as "issuerName"`.execute(
    tx,
  );
  return rows;
}

async function tell(
  tx: Tx,
  { effects, city, now, due }: { effects: Effects; city: string; now: Date; due: readonly DueOrder[] },
): Promise<void> {
  if (due.length === 0) return;
  await recordAudits(
    tx,
    effects,
    due.map(({ caseId, status, leadName }) => ({
      ...{ action: 'order.overdue', subject: { kind: 'case', id: caseId } },
      after: { status, lead: leadName },
    })),
  );
  await appendEvents(
    tx,
    due.map(({ caseId, needId, title, list, status, askerId, leadId, leadName, issuerId, issuerName }) => ({
      ...{ city, id: effects.newId(), type: 'order.overdue' as const, subjectId: caseId, at: now },
      audience: [...new Set([askerId, leadId, issuerId])],
      payload: {
        ...{ needId, title, list, lead: leadName, supervisor: issuerName, day: cityDay(now) },
        turn: orderTurn(wordColumn<OrderStatus>(status)) ?? '',
      },
    })),
  );
}
