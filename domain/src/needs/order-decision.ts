import type { Language } from '../language.ts';
import { Refusal, type RefusalDetails } from '../refusal.ts';
import { cityDay } from './city-day.ts';
import {
  allowedOrderActions,
  isOrderOver,
  type OrderAction,
  type OrderActionKind,
  type OrderGround,
  type OrderIssuer,
  type OrderRequest,
  type OrderSide,
  orderRequestNames,
  orderRequests,
  wordyOrderRequests,
} from './order-action.ts';
import { afterOrderAction, type OrderState, orderTurn } from './order-history.ts';
import type { OrderRefusalCode } from './order-refusals.ts';
import { orderActionWords, orderEndWords, orderSideWords } from './order-words.ts';

/** What a case shows of itself when somebody wants to order it. */
export interface OrderableCase {
  readonly over: boolean;
  readonly late: boolean;
  /** the ladder reached the bureau or the chief */
  readonly escalated: boolean;
  readonly handBacks: number;
}

const handBacksThatCount = 2;

/** The ground a case gives by itself; undefined: it gives none. */
export function orderGround({ late, escalated, handBacks }: OrderableCase): OrderGround | undefined {
  if (escalated) return 'escalated';
  if (late) return 'late';
  return handBacks >= handBacksThatCount ? 'handed-back-twice' : undefined;
}

/** May this case be ordered by this supervisor? Ensures: a chief never without a ground, the bureau then only with a reason in words. */
export function decideOrderIssue(
  shown: OrderableCase,
  { issuer, text, open }: { issuer: OrderIssuer; text: string | null; open: { readonly issuer: string } | undefined },
): OrderGround {
  if (shown.over) throw refuse('orders.case-over');
  if (open) throw refuse('orders.open-already', open);
  const ground = orderGround(shown);
  if (ground) return ground;
  if (issuer === 'chief') throw refuse('orders.no-ground');
  if (text === null) throw refuse('orders.incomplete', missingWords);
  return 'judgement';
}

const missingWords = { missingZh: '情况说明', missingEn: 'what you have to say' };
const missingDay = { missingZh: '何时办结', missingEn: 'by when it is done' };

/** Refuses a request that comes without what it needs. A feedback says what was done, and by when all of it is. */
export function decideOrderParts(
  request: OrderRequest,
  { text, promised, at }: { text: string | null; promised: string | undefined; at: Date },
): void {
  if (wordyOrderRequests.has(request) && text === null) throw refuse('orders.incomplete', missingWords);
  if (request !== 'feed-back') return;
  if (promised === undefined) throw refuse('orders.incomplete', missingDay);
  const today = cityDay(at);
  if (promised < today) throw refuse('orders.promise-past', { today });
}

/** May this be done to the order now? Throws the refusal that says whose turn it is and what may be done instead. */
export function decideOrderAction(state: OrderState, side: OrderSide, action: OrderAction): OrderState {
  if (action.at < state.since) throw refuse('orders.earlier');
  if (!nextOrderActions(state, side).includes(action.kind)) throw notNow(state);
  return afterOrderAction(state, action);
}

export function nextOrderActions({ status }: OrderState, side: OrderSide): readonly OrderActionKind[] {
  const row: Readonly<Partial<Record<OrderSide, readonly OrderActionKind[]>>> = allowedOrderActions[status];
  return row[side] ?? [];
}

/** The same in the words of the interface. */
export function nextOrderRequests(state: OrderState, side: OrderSide): readonly OrderRequest[] {
  const kinds = nextOrderActions(state, side);
  return orderRequestNames.filter((name) => kinds.includes(orderRequests[name]));
}

function notNow(state: OrderState): Refusal {
  const { status } = state;
  if (status === 'struck-off' || status === 'ended') {
    const { zh: stateZh, en: stateEn } = orderEndWords[status];
    return refuse('orders.over', { stateZh, stateEn, allowed: [] });
  }
  const turn = orderTurn(status) ?? 'system';
  const allowed = nextOrderRequests(state, turn);
  const words = (language: Language) =>
    allowed.map((one) => orderActionWords[orderRequests[one]][language]).join(language === 'zh' ? '、' : ', ');
  return refuse('orders.not-now', {
    ...{ whoZh: orderSideWords[turn].zh, whoEn: orderSideWords[turn].en },
    ...{ allowedZh: words('zh'), allowedEn: words('en'), allowed },
  });
}

/**
 * What the platform does to an order when something happened to its case: it goes where the case goes, and ends when the
 * firm has withdrawn its request or says itself that it is solved: more consent than that cannot be asked for.
 */
export function followingAction(
  state: OrderState,
  { lead, overForFirm, at: on }: { lead: string; overForFirm: boolean; at: Date },
): OrderAction | undefined {
  if (isOrderOver(state.status)) return undefined;
  // two things of one instant: the order cannot hear of its case before what was done to itself
  const at = on < state.since ? state.since : on;
  if (overForFirm) return { kind: 'ended', at };
  return lead === state.body ? undefined : { kind: 'moved', at, next: lead };
}

function refuse(code: OrderRefusalCode, details: RefusalDetails = {}): Refusal {
  return new Refusal(code, details);
}
