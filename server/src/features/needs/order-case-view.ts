import type { CaseOrders, OrderDetail } from '@zhitong/contract/needs/order-contract';
import { mayEver } from '@zhitong/domain/directory/permission';
import type { Language } from '@zhitong/domain/language';
import { cityDay } from '@zhitong/domain/needs/city-day';
import type { OrderGround } from '@zhitong/domain/needs/order-action';
import { nextOrderRequests, orderGround } from '@zhitong/domain/needs/order-decision';
import { orderNext } from '@zhitong/domain/needs/order-timeline';
import { Refusal } from '@zhitong/domain/refusal';
import { sql } from 'kysely';
import { inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { contextOf, type Viewer } from '#platform/viewer';
import type { CaseDeps } from './case-deps.ts';
import { minutesOfToday } from './case-row.ts';
import { getCaseRules } from './case-rules.ts';
import { orderSidesOf } from './order-actor.ts';
import { orderRowOf, orderRows, type StoredOrderRow } from './order-list-views.ts';
import { readOrderState } from './order-state-json.ts';
import { listStepsOf } from './order-steps-view.ts';
import { isEscalated } from './order-store.ts';

interface Reading {
  readonly viewer: Viewer;
  readonly language: Language;
  readonly now: Date;
}

const most = 20;

/** The orders of a case as its page shows them, newest first, and whether this reader may give one. */
export function viewCaseOrders(
  { database, effects }: CaseDeps,
  { viewer, language }: Omit<Reading, 'now'>,
  caseId: string,
): Promise<CaseOrders> {
  const now = effects.now();
  const { city } = viewer;
  return inContext(database, contextOf(viewer), async (tx) => {
    const one = await findOrderable(tx, { city, caseId });
    if (!one) throw new Refusal('platform.not-found');
    const rules = await getCaseRules(tx, { city, day: cityDay(now) });
    const rows = await orderRows(tx, sql`o.city = ${city} and o.case_id = ${caseId}`, { limit: most, offset: 0 });
    const steps = await listStepsOf(tx, { city, caseId, language, isAsker: one.asker_id === viewer.organisationId });
    const allowed = await listAllowed(tx, viewer, rows);
    const hasOpen = rows.some(({ over_at }) => over_at === null);
    return {
      mayIssue: hasOpen ? null : await groundFor(tx, { viewer, one, caseId, now }),
      orders: rows.map((row) => ({
        ...orderRowOf(row, { viewer, rules, now }),
        ...{ seq: row.seq, allowed: allowed.get(row.id) ?? [], steps: steps.get(row.id) ?? [] },
        next: nextOf(row, { viewer, language, now }),
      })),
      dayMinutes: minutesOfToday(rules, now),
    };
  });
}

interface Orderable {
  readonly asker_id: string;
  readonly over_at: Date | null;
  readonly stopped_at: Date | null;
  readonly due_at: Date;
  readonly hand_backs: number;
}

function findOrderable(tx: Tx, { city, caseId }: { city: string; caseId: string }): Promise<Orderable | undefined> {
  return tx
    .selectFrom('need_case')
    .select(['asker_id', 'over_at', 'stopped_at', 'due_at', 'hand_backs'])
    .where('city', '=', city)
    .where('id', '=', caseId)
    .executeTakeFirst();
}

async function groundFor(
  tx: Tx,
  { viewer, one, caseId, now }: { viewer: Viewer; one: Orderable; caseId: string; now: Date },
): Promise<OrderGround | null> {
  if (one.over_at !== null || !mayEver('order.issue', viewer.role)) return null;
  const late = one.stopped_at === null && now > one.due_at;
  const escalated = await isEscalated(tx, { city: viewer.city, caseId });
  const ground = orderGround({ over: false, late, escalated, handBacks: one.hand_backs });
  return ground ?? (viewer.role === 'operator' ? 'judgement' : null);
}

/** A reader may stand on two sides: the bureau answers for some cases itself. Only the one that is on the books can be acted on. */
async function listAllowed(
  tx: Tx,
  viewer: Viewer,
  rows: readonly StoredOrderRow[],
): Promise<ReadonlyMap<string, OrderDetail['allowed']>> {
  const open = rows.find(({ over_at: overAt }) => overAt === null);
  if (!open) return new Map();
  const parties = { askerId: open.asker_id, leadId: open.lead_id, issuerId: open.issuer_id };
  const sides = await orderSidesOf(tx, viewer, parties);
  const state = readOrderState(open.state);
  return new Map([[open.id, sides.flatMap((side) => nextOrderRequests(state, side))]]);
}

function nextOf(row: StoredOrderRow, { viewer, language }: Reading): string {
  const { status } = readOrderState(row.state);
  const next = { status, body: row.lead_name, supervisor: row.issuer_name, due: row.due_at };
  return orderNext(next, { language, isAsker: row.asker_id === viewer.organisationId });
}
