import type { OrderStatus } from './order-action.ts';
import { type OrderState, orderTurn } from './order-history.ts';
import type { WorkCalendar } from './work-calendar.ts';
import { workedAfter } from './working-time.ts';

/** How long each turn of an order may take in a city, in working minutes; data (data/order-terms). */
export interface OrderTerms {
  readonly signMinutes: number;
  readonly feedbackMinutes: number;
  readonly reviewMinutes: number;
  /** in which the firm says whether the order is struck off; then it is reminded */
  readonly consentMinutes: number;
  /** after which, from the reminder on, the bureau has to call a firm that is still silent */
  readonly callMinutes: number;
  /** the light is yellow in this last share of a turn */
  readonly yellowShare: number;
}

/** What stands in the row of an order beside the fold of its actions. */
export interface OrderStanding {
  /** of the turn that runs; null: it is over */
  readonly dueAt: Date | null;
  readonly yellowAt: Date | null;
  /** when the bureau has to call the firm; null: it is not the firm’s turn */
  readonly callAt: Date | null;
}

const minute = 60_000;

/** Ensures: an open order has a due instant in working time, later than the one its turn began at. */
export function orderStanding(state: OrderState, terms: OrderTerms, calendar: WorkCalendar): OrderStanding {
  const turn = turnMinutes(state.status, terms);
  if (turn === null) return { dueAt: null, yellowAt: null, callAt: null };
  const after = (minutes: number) => workedAfter(calendar, state.since, minutes * minute).at;
  const callAt = state.status === 'accepted' ? after(turn + terms.callMinutes) : null;
  return { dueAt: after(turn), yellowAt: after(turn * (1 - terms.yellowShare)), callAt };
}

function turnMinutes(status: OrderStatus, terms: OrderTerms): number | null {
  const { signMinutes, feedbackMinutes, reviewMinutes, consentMinutes } = terms;
  const turns = {
    ...{ issued: signMinutes, signed: feedbackMinutes, 'fed-back': reviewMinutes, accepted: consentMinutes },
    ...{ 'struck-off': null, ended: null },
  } as const satisfies Record<OrderStatus, number | null>;
  return turns[status];
}

export const orderLights = ['red', 'yellow', 'green', 'done'] as const;
export type OrderLight = (typeof orderLights)[number];

/** How an order stands against the time of its turn; an ended one is done. */
export function orderLight({ dueAt, yellowAt }: Pick<OrderStanding, 'dueAt' | 'yellowAt'>, now: Date): OrderLight {
  if (dueAt === null || yellowAt === null) return 'done';
  if (now > dueAt) return 'red';
  return now >= yellowAt ? 'yellow' : 'green';
}

/** Is nothing of the order late for the body that answers for it, for another side owes the step? */
export function owedByOthers(status: OrderStatus): boolean {
  const turn = orderTurn(status);
  return turn === 'supervisor' || turn === 'firm';
}
