import fc from 'fast-check';
import { type OrderAction, type OrderActionKind, type OrderSide, orderSides } from '../needs/order-action.ts';
import { decideOrderAction, nextOrderActions } from '../needs/order-decision.ts';
import { type OrderState, orderState } from '../needs/order-history.ts';
import { orderActionWords } from '../needs/order-words.ts';
import { Refusal } from '../refusal.ts';
import { bodies, minute, start } from './case-histories.ts';

/** What somebody tries to do to an order: often what is allowed, sometimes anything. */
export interface OrderTry {
  readonly waitMinutes: number;
  readonly wild: boolean;
  readonly choice: number;
  readonly side: OrderSide;
  readonly kind: OrderActionKind;
  readonly body: string;
}

export const orderKinds = Object.keys(orderActionWords) as readonly OrderActionKind[];

export const orderTries: fc.Arbitrary<readonly OrderTry[]> = fc.array(
  fc.record({
    waitMinutes: fc.integer({ min: 0, max: 3_000 }),
    wild: fc.integer({ min: 1, max: 3 }).map((one) => one === 1),
    choice: fc.nat(10_000),
    side: fc.constantFrom(...orderSides),
    kind: fc.constantFrom(...orderKinds),
    body: fc.constantFrom(...bodies),
  }),
  { maxLength: 40 },
);

export interface PlayedOrder {
  readonly state: OrderState;
  readonly actions: readonly [OrderAction, ...OrderAction[]];
  readonly said: string;
}

export const issued: OrderAction = { kind: 'issued', at: start, issuer: 'bureau', next: bodies[0], ground: 'late' };

/** Plays what is tried, one after the other, and keeps every state on the way; what is refused changes nothing. */
export function playOrder(list: readonly OrderTry[]): readonly [PlayedOrder, ...PlayedOrder[]] {
  const played: [PlayedOrder, ...PlayedOrder[]] = [{ state: orderState([issued]), actions: [issued], said: 'issued' }];
  let now = start.getTime();
  for (const one of list) {
    now += one.waitMinutes * minute;
    const before = played.at(-1) ?? played[0];
    played.push(next(before, one.wild ? one : tamed(before.state, one), new Date(now)));
  }
  return played;
}

function next(before: PlayedOrder, one: OrderTry, at: Date): PlayedOrder {
  const action = orderActionOf(one, at);
  try {
    decideOrderAction(before.state, one.side, action);
    const actions: PlayedOrder['actions'] = [...before.actions, action];
    return { state: orderState(actions), actions, said: `${one.kind} decided` };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ...before, said: error.code };
  }
}

/** Its case is seldom withdrawn: otherwise hardly any history would be long. */
function tamed(state: OrderState, one: OrderTry): OrderTry {
  const ways = orderSides
    .flatMap((side) => nextOrderActions(state, side).map((kind) => ({ side, kind })))
    .filter(({ kind }) => kind !== 'ended' || one.choice % 13 === 0);
  return { ...one, ...ways[one.choice % Math.max(1, ways.length)] };
}

export function orderActionOf({ kind, body }: Pick<OrderTry, 'kind' | 'body'>, at: Date): OrderAction {
  if (kind === 'issued') return { ...issued, at };
  if (kind === 'moved') return { kind, at, next: body };
  if (kind === 'signed') return { kind, at, body };
  if (kind === 'fed-back') return { kind, at, body, promised: '2026-12-31' };
  return { kind, at };
}
