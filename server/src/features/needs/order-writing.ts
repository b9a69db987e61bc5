import type { CaseRules } from '@zhitong/domain/needs/case-terms';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { isOrderOver, type OrderAction, type OrderSide } from '@zhitong/domain/needs/order-action';
import { afterOrderAction } from '@zhitong/domain/needs/order-history';
import { orderStanding } from '@zhitong/domain/needs/order-terms';
import { recordAudit } from '#platform/audit-log';
import type { Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import { appendEvents } from '#platform/event-log';
import type { LockedCase } from './case-store.ts';
import { closeCallTasks, insertOrderAction, type LockedOrder, updateOrder } from './order-store.ts';
import { getOrderTerms } from './order-terms-store.ts';

/** What happened to an order, decided by the domain, and who did it. */
export interface OrderDeed {
  readonly action: OrderAction;
  readonly side: OrderSide;
  readonly person: { readonly id: string; readonly name: string } | null;
  readonly body: { readonly id: string; readonly name: string } | null;
  readonly text: string | null;
}

interface Writing {
  readonly effects: Effects;
  readonly rules: CaseRules;
  /** as it stands now: whom the order is with goes by it */
  readonly found: LockedCase;
  readonly order: LockedOrder;
  /** the body that answered for it until now */
  readonly left?: string;
}

/** Writes a deed of an order: its action, its new standing with the due instant of the turn, the line of the trail, and the news. */
export async function writeOrderDeed(tx: Tx, writing: Writing, deed: OrderDeed): Promise<LockedOrder> {
  const { rules, found, order } = writing;
  const { action } = deed;
  const state = afterOrderAction(order.state, action);
  const terms = await getOrderTerms(tx, { city: order.city, day: cityDay(action.at) });
  const lead = action.kind === 'moved' ? found.lead : order.lead;
  const after: LockedOrder = { ...order, state, lead, seq: order.seq + 1 };
  const isAnswered = action.kind === 'called' || (order.state.status === 'accepted' && state.status !== 'accepted');
  await updateOrder(tx, order, {
    ...{ state, lead, seq: after.seq, standing: orderStanding(state, terms, rules.calendar) },
    overAt: isOrderOver(state.status) ? action.at : null,
    isNewTurn: state.since.getTime() !== order.state.since.getTime() || state.status !== order.state.status,
  });
  if (isAnswered) await closeCallTasks(tx, { city: order.city, caseId: order.caseId, at: action.at });
  await insertOrderAction(tx, order, { ...deed, seq: after.seq, leadName: lead.name });
  // a body that has it no longer sees it leave
  await tellOrder(tx, { ...writing, order: after, left: order.lead.id }, deed);
  return after;
}

/** The trail, and news to the firm, the body that answers for it, the one that did and the one that acted, and the supervisor. */
export async function tellOrder(tx: Tx, { effects, found, order, left }: Writing, deed: OrderDeed): Promise<void> {
  const { city, id, needId, title, list } = found;
  const { action } = deed;
  await recordAudit(tx, effects, {
    ...{ action: `order.${action.kind}`, subject: { kind: 'case', id } },
    after: {
      ...{ status: order.state.status, lead: order.lead.name, text: deed.text },
      reason: action.kind === 'issued' ? action.ground : null,
    },
  });
  const audience = [
    found.asker.id,
    order.lead.id,
    order.issuer.id,
    left ?? order.lead.id,
    ...(deed.body ? [deed.body.id] : []),
  ];
  await appendEvents(tx, [
    {
      ...{ city, id: effects.newId(), type: 'order.acted' as const, subjectId: id, audience: [...new Set(audience)] },
      ...{ actorId: deed.person?.id, at: action.at },
      payload: {
        ...{ needId, title, list, kind: action.kind, by: deed.body?.name ?? '', lead: order.lead.name },
        supervisor: order.issuer.name,
      },
    },
  ]);
}
