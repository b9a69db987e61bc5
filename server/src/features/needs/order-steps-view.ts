import type { CaseDetail } from '@zhitong/contract/needs/case-contract';
import type { Language } from '@zhitong/domain/language';
import type { CaseSide } from '@zhitong/domain/needs/case-action';
import { caseActorWord } from '@zhitong/domain/needs/case-timeline';
import type { OrderSide } from '@zhitong/domain/needs/order-action';
import { orderSentence } from '@zhitong/domain/needs/order-timeline';
import { orderWord } from '@zhitong/domain/needs/order-words';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import { wordColumn } from '#platform/json-column';
import { readOrderAction } from './order-state-json.ts';

interface StepRow {
  order_id: string;
  at: Date;
  kind: string;
  side: string;
  body_name: string | null;
  lead_name: string;
  action: unknown;
  text: string | null;
}

/** Sides of an order, as the history of its case names them. */
const caseSide = {
  body: 'lead',
  supervisor: 'bureau',
  firm: 'firm',
  system: 'system',
} as const satisfies Record<OrderSide, CaseSide>;

type OrderEvent = CaseDetail['events'][number];

/** Every step of every order of a case by order, oldest first. The words of a supervisor come where the database shows them. */
export async function listStepsOf(
  tx: Tx,
  of: { city: string; caseId: string; language: Language; isAsker: boolean },
): Promise<ReadonlyMap<string, OrderEvent[]>> {
  const { rows } = await sql<StepRow>`
    select a.order_id, a.at, a.kind, a.side, a.body_name, a.lead_name, a.action, coalesce(a.text, w.text) as text
    from order_action a join supervision_order o on o.city = a.city and o.id = a.order_id
    left join order_word w on w.city = a.city and w.order_id = a.order_id and w.seq = a.seq
    where a.city = ${of.city} and o.case_id = ${of.caseId} order by a.at, a.seq limit 1000`.execute(tx);
  const steps = new Map<string, OrderEvent[]>();
  for (const row of rows) steps.set(row.order_id, [...(steps.get(row.order_id) ?? []), stepOf(row, of)]);
  return steps;
}

function stepOf(row: StepRow, reader: { language: Language; isAsker: boolean }): OrderEvent {
  const action = readOrderAction(row.action);
  const by = row.body_name ?? '';
  const side = caseSide[wordColumn<OrderSide>(row.side)];
  return {
    ...{ at: row.at.toISOString(), actor: caseActorWord({ side, by }, reader), side },
    action: orderWord(action.kind, reader.language),
    text: orderSentence({ action, by, body: row.lead_name }, reader),
    said: row.text,
  };
}
