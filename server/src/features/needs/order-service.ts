import { isCaseOver } from '@zhitong/domain/needs/case-action';
import { currentRound } from '@zhitong/domain/needs/case-history';
import { caseStanding } from '@zhitong/domain/needs/case-standing';
import type { CaseRules } from '@zhitong/domain/needs/case-terms';
import { cityDay } from '@zhitong/domain/needs/city-day';
import {
  type OrderAction,
  type OrderIssuer,
  type OrderRequest,
  orderRequests,
} from '@zhitong/domain/needs/order-action';
import {
  decideOrderAction,
  decideOrderIssue,
  decideOrderParts,
  type OrderableCase,
} from '@zhitong/domain/needs/order-decision';
import { orderState } from '@zhitong/domain/needs/order-history';
import { orderStanding } from '@zhitong/domain/needs/order-terms';
import { orderActionWords } from '@zhitong/domain/needs/order-words';
import { Refusal } from '@zhitong/domain/refusal';
import { inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import { contextOf, type Viewer } from '#platform/viewer';
import type { CaseDeps } from './case-deps.ts';
import { getCaseRules } from './case-rules.ts';
import { type LockedCase, lockCase } from './case-store.ts';
import { orderSideFor, orderSidesOf } from './order-actor.ts';
import {
  closeOfficeTasks,
  findCaseOfOrder,
  findLastOrderAction,
  insertOrder,
  insertOrderAction,
  isEscalated,
  type LockedOrder,
  lockOpenOrder,
  lockOrder,
} from './order-store.ts';
import { getOrderTerms } from './order-terms-store.ts';
import { tellOrder, writeOrderDeed } from './order-writing.ts';

/** As what a role orders. */
export const issuerOf = ({ role }: Pick<Viewer, 'role'>): OrderIssuer => (role === 'operator' ? 'bureau' : 'chief');

export interface OrderWish {
  readonly caseId: string;
  readonly text: string | undefined;
}

/** Orders a case. Whoever of two comes second is told who has ordered it already. */
export function issueFor({ database, effects }: CaseDeps, viewer: Viewer, wish: OrderWish): Promise<LockedOrder> {
  return inContext(database, contextOf(viewer), (tx) => issueIn(tx, { effects, viewer }, wish));
}

/** The same within a transaction that does more. */
export async function issueIn(
  tx: Tx,
  { effects, viewer }: { effects: Effects; viewer: Viewer },
  { caseId, text: given }: OrderWish,
): Promise<LockedOrder> {
  const at = effects.now();
  const text = given?.trim() || null;
  const { city } = viewer;
  const found = await lockCase(tx, { city, id: caseId });
  if (!found) throw new Refusal('platform.not-found');
  const rules = await getCaseRules(tx, { city, day: cityDay(at) });
  const open = await lockOpenOrder(tx, { city, caseId });
  const issuer = issuerOf(viewer);
  const ground = decideOrderIssue(await orderableOf(tx, found, { rules, at }), {
    ...{ issuer, text, open: open && { issuer: open.issuer.name } },
  });
  const action: OrderAction = { kind: 'issued', at, issuer, next: found.lead.id, ground };
  const body = { id: viewer.organisationId, name: viewer.organisationName };
  const state = orderState([action]);
  const terms = await getOrderTerms(tx, { city, day: cityDay(at) });
  const order: LockedOrder = {
    ...{ city, id: effects.newId(), caseId, lead: found.lead, issuer: body, state, seq: 1 },
  };
  await insertOrder(tx, {
    ...{ ...order, askerId: found.asker.id, side: issuer, ground, at, demo: false },
    standing: orderStanding(state, terms, rules.calendar),
  });
  const person = { id: viewer.personId, name: viewer.personName };
  const deed = { action, side: 'supervisor', person, body, text } as const;
  await insertOrderAction(tx, order, { ...deed, seq: 1, leadName: found.lead.name });
  await closeOfficeTasks(tx, { city, caseId, bodyId: body.id, at });
  await tellOrder(tx, { effects, rules, found, order }, deed);
  return order;
}

/** What the case shows of itself at this instant. */
async function orderableOf(
  tx: Tx,
  found: LockedCase,
  { rules, at }: { rules: CaseRules; at: Date },
): Promise<OrderableCase> {
  const { city, id: caseId, allowanceMs, penaltyMs, state } = found;
  const { dueAt, handBacks } = caseStanding(state, { calendar: rules.calendar, allowanceMs, penaltyMs }, rules);
  return {
    ...{ over: isCaseOver(state.status), late: currentRound(state).stop === null && at > dueAt, handBacks },
    escalated: await isEscalated(tx, { city, caseId }),
  };
}

export interface OrderAsk {
  readonly action: OrderRequest;
  readonly text?: string | undefined;
  readonly promised?: string | undefined;
  readonly seen?: number | undefined;
}

/** Does one thing to an order, or refuses with whose turn it is and what may be done. */
export function actOnOrderFor(
  { database, effects }: CaseDeps,
  viewer: Viewer,
  { id, ask }: { id: string; ask: OrderAsk },
): Promise<LockedOrder> {
  const at = effects.now();
  const { city } = viewer;
  const text = ask.text?.trim() || null;
  decideOrderParts(ask.action, { text, promised: ask.promised, at });
  return inContext(database, contextOf(viewer), async (tx) => {
    const caseId = await findCaseOfOrder(tx, { city, id });
    const found = caseId === undefined ? undefined : await lockCase(tx, { city, id: caseId });
    const order = found && (await lockOrder(tx, { city, id }));
    if (!order) throw new Refusal('platform.not-found');
    const parties = { askerId: found.asker.id, leadId: order.lead.id, issuerId: order.issuer.id };
    const side = orderSideFor(await orderSidesOf(tx, viewer, parties), ask.action);
    await refuseOvertaken(tx, order, { seen: ask.seen, at });
    const action = actionOf(ask, { at, body: order.lead.id });
    decideOrderAction(order.state, side, action);
    const rules = await getCaseRules(tx, { city, day: cityDay(at) });
    const person = { id: viewer.personId, name: viewer.personName };
    const body = { id: viewer.organisationId, name: viewer.organisationName };
    return writeOrderDeed(tx, { effects, rules, found, order }, { action, side, person, body, text });
  });
}

function actionOf({ action, promised = '' }: OrderAsk, { at, body }: { at: Date; body: string }): OrderAction {
  const kind = orderRequests[action];
  if (kind === 'fed-back') return { kind, at, body, promised };
  return kind === 'signed' ? { kind, at, body } : { kind, at };
}

/** Somebody acted after this person looked: it is told what, before anything is done. */
async function refuseOvertaken(
  tx: Tx,
  { city, id, seq }: LockedOrder,
  { seen, at }: { seen: number | undefined; at: Date },
): Promise<void> {
  if (seen === undefined || seen >= seq) return;
  const last = await findLastOrderAction(tx, { city, id, seq });
  const { zh: whatZh, en: whatEn } = orderActionWords[last?.kind ?? 'issued'];
  const minutes = Math.max(0, Math.round((at.getTime() - (last?.at.getTime() ?? at.getTime())) / 60_000));
  throw new Refusal('orders.changed', { who: last?.who ?? '', minutes, whatZh, whatEn });
}
