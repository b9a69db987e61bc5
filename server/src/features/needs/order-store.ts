import {
  type OrderAction,
  type OrderActionKind,
  type OrderGround,
  type OrderIssuer,
  type OrderSide,
  wordsToBody,
} from '@zhitong/domain/needs/order-action';
import type { OrderState } from '@zhitong/domain/needs/order-history';
import type { OrderStanding } from '@zhitong/domain/needs/order-terms';
import { sql } from 'kysely';
import { asSystem, enteredContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { wordColumn } from '#platform/json-column';
import { readOrderState } from './order-state-json.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** An order as its service holds it, its case locked for the length of a transaction. */
export interface LockedOrder {
  readonly city: string;
  readonly id: string;
  readonly caseId: string;
  readonly lead: Named;
  readonly issuer: Named;
  readonly state: OrderState;
  readonly seq: number;
}

export interface NewOrder extends Omit<LockedOrder, 'seq'> {
  readonly askerId: string;
  readonly side: OrderIssuer;
  readonly ground: OrderGround;
  readonly standing: OrderStanding;
  readonly at: Date;
  readonly demo: boolean;
}

export async function insertOrder(tx: Tx, given: NewOrder): Promise<void> {
  const { city, id, caseId, askerId, lead, issuer, side, ground, state, standing, at, demo } = given;
  await tx
    .insertInto('supervision_order')
    .values({
      ...{ city, id, case_id: caseId, asker_id: askerId, lead_id: lead.id, lead_name: lead.name },
      ...{ issuer_id: issuer.id, issuer_name: issuer.name, issuer: side, ground, status: state.status },
      ...{
        due_at: standing.dueAt,
        yellow_at: standing.yellowAt,
        call_at: standing.callAt,
        state: JSON.stringify(state),
        seq: 1,
      },
      ...{ issued_at: at, demo },
    })
    .execute();
}

interface Row {
  id: string;
  case_id: string;
  lead_id: string;
  lead_name: string;
  issuer_id: string;
  issuer_name: string;
  state: unknown;
  seq: number;
}

/** The case of an order: it is locked first, so that whoever acts on the case or on its order acts one at a time. */
export async function findCaseOfOrder(tx: Tx, of: { city: string; id: string }): Promise<string | undefined> {
  const row = await tx
    .selectFrom('supervision_order')
    .select('case_id')
    .where('city', '=', of.city)
    .where('id', '=', of.id)
    .executeTakeFirst();
  return row?.case_id;
}

export function lockOrder(tx: Tx, { city, id }: { city: string; id: string }): Promise<LockedOrder | undefined> {
  return lockWhere(tx, city, sql`id = ${id}`);
}

/** The order of a case that is on the books. */
export function lockOpenOrder(tx: Tx, of: { city: string; caseId: string }): Promise<LockedOrder | undefined> {
  return lockWhere(tx, of.city, sql`case_id = ${of.caseId} and over_at is null`);
}

/** Only the platform changes an order: whoever gets here has read it, or acts on its case, which is locked. */
async function lockWhere(tx: Tx, city: string, which: ReturnType<typeof sql>): Promise<LockedOrder | undefined> {
  const { rows } = await asSystem(tx, enteredContext(tx), () =>
    sql<Row>`
      select id, case_id, lead_id, lead_name, issuer_id, issuer_name, state, seq
      from supervision_order where city = ${city} and ${which} for no key update`.execute(tx),
  );
  const [row] = rows;
  return (
    row && {
      ...{ city, id: row.id, caseId: row.case_id, lead: { id: row.lead_id, name: row.lead_name } },
      ...{ issuer: { id: row.issuer_id, name: row.issuer_name }, state: readOrderState(row.state), seq: row.seq },
    }
  );
}

export interface OrderChange {
  readonly state: OrderState;
  readonly standing: OrderStanding;
  readonly seq: number;
  readonly lead: Named;
  readonly overAt: Date | null;
  /** somebody else has the word now, or the same side anew */
  readonly isNewTurn: boolean;
}

/** A new turn has its own due instant, and nobody has been told yet that it ran out. */
export async function updateOrder(tx: Tx, of: { city: string; id: string }, change: OrderChange): Promise<void> {
  const { state, standing, lead } = change;
  await asSystem(tx, enteredContext(tx), () =>
    tx
      .updateTable('supervision_order')
      .set({
        ...{ status: state.status, state: JSON.stringify(state), seq: change.seq, promised: state.promised },
        ...{ returns: state.returns, lead_id: lead.id, lead_name: lead.name },
        ...{ due_at: standing.dueAt, yellow_at: standing.yellowAt, call_at: standing.callAt, over_at: change.overAt },
        ...(change.isNewTurn && { told_at: null, called_at: null }),
      })
      .where('city', '=', of.city)
      .where('id', '=', of.id)
      .execute(),
  );
}

export interface DoneOrderAction {
  readonly seq: number;
  readonly action: OrderAction;
  readonly side: OrderSide;
  readonly person: Named | null;
  readonly body: Named | null;
  readonly leadName: string;
  readonly text: string | null;
}

export async function insertOrderAction(
  tx: Tx,
  of: { city: string; id: string },
  done: DoneOrderAction,
): Promise<void> {
  const { seq, action, side, person, body, leadName } = done;
  const toBody = wordsToBody.has(action.kind);
  const text = toBody ? null : done.text;
  await tx
    .insertInto('order_action')
    .values({
      ...{ city: of.city, order_id: of.id, seq, kind: action.kind, at: action.at, side, text, lead_name: leadName },
      ...{ person_id: person?.id ?? null, person_name: person?.name ?? null },
      ...{ body_id: body?.id ?? null, body_name: body?.name ?? null, action: JSON.stringify(action) },
    })
    .execute();
  if (toBody && done.text !== null)
    await tx.insertInto('order_word').values({ city: of.city, order_id: of.id, seq, text: done.text }).execute();
}

/** The last thing that was done, for whoever comes too late. */
export async function findLastOrderAction(
  tx: Tx,
  of: { city: string; id: string; seq: number },
): Promise<{ kind: OrderActionKind; at: Date; who: string } | undefined> {
  const row = await tx
    .selectFrom('order_action')
    .select(['kind', 'at', 'person_name', 'body_name'])
    .where('city', '=', of.city)
    .where('order_id', '=', of.id)
    .where('seq', '=', of.seq)
    .executeTakeFirst();
  return (
    row && { kind: wordColumn<OrderActionKind>(row.kind), at: row.at, who: row.person_name ?? row.body_name ?? '' }
  );
}

/** The ladder has reached the bureau or a chief in this round, as a condition on `need_case c`. Another task of the office is no rung. */
export const climbed = sql<boolean>`exists (
  select 1 from case_timer x
  where x.city = c.city and x.case_id = c.id and x.round = c.round and x.fired_at is not null
    and x.kind in ('rung bureau', 'rung chief'))`;

export async function isEscalated(tx: Tx, of: { city: string; caseId: string }): Promise<boolean> {
  const { rows } = await sql`
    select 1 from need_case c where c.city = ${of.city} and c.id = ${of.caseId} and ${climbed}`.execute(tx);
  return rows.length > 0;
}

/** The firm has answered or was called, or the order is over: nobody has to call it any more. */
export async function closeCallTasks(
  tx: Tx,
  { city, caseId, at }: { city: string; caseId: string; at: Date },
): Promise<void> {
  await tx
    .updateTable('case_task')
    .set({ closed_at: at })
    .where('city', '=', city)
    .where('case_id', '=', caseId)
    .where('kind', '=', 'silent-firm')
    .where('closed_at', 'is', null)
    .execute();
}

/** The office has seen to it by its order: its own steps of the ladder are done. */
export async function closeOfficeTasks(
  tx: Tx,
  { city, caseId, bodyId, at }: { city: string; caseId: string; bodyId: string; at: Date },
): Promise<void> {
  await tx
    .updateTable('case_task')
    .set({ closed_at: at })
    .where('city', '=', city)
    .where('case_id', '=', caseId)
    .where('body_id', '=', bodyId)
    .where('kind', '=', 'rung')
    .where('rung', 'in', ['bureau', 'chief'])
    .where('closed_at', 'is', null)
    .execute();
}
