import type { OrderAction, OrderIssuer, OrderSide, OrderStatus } from './order-action.ts';

/** What a history of an order comes to. */
export interface OrderState {
  readonly status: OrderStatus;
  readonly issuer: OrderIssuer;
  /** answers for it now, and did last when it is over */
  readonly body: string;
  /** the body that answers for it has signed for it */
  readonly signed: boolean;
  /** since when the side that has the word has had it */
  readonly since: Date;
  /** ISO date: by when the body says the matter is done, as it said last */
  readonly promised: string | null;
  /** the firm whose word is waited for was called; absent in what was stored before there was such a step */
  readonly called?: boolean;
  /** how often a feedback was not enough, to the supervisor or to the firm */
  readonly returns: number;
}

/** Folds a history, oldest first; every order begins by being issued. */
export function orderState([first, ...rest]: readonly [OrderAction, ...OrderAction[]]): OrderState {
  return rest.reduce(afterOrderAction, begun(first));
}

function begun(first: OrderAction): OrderState {
  if (first.kind !== 'issued') throw new RangeError(`An order begins by being issued, not by ${first.kind}.`);
  const { issuer, next: body, at: since } = first;
  return { status: 'issued', issuer, body, signed: false, since, promised: null, returns: 0 };
}

type Step<K extends OrderAction['kind']> = (state: OrderState, action: OrderAction & { kind: K }) => OrderState;

const steps: { readonly [K in OrderAction['kind']]: Step<K> } = {
  issued: (state) => state,
  signed: (state, { at }) => ({ ...state, status: 'signed', signed: true, since: at }),
  'fed-back': (state, { at, promised }) => ({ ...state, status: 'fed-back', since: at, promised }),
  accepted: (state, { at }) => ({ ...state, status: 'accepted', since: at, called: false }),
  called: (state) => ({ ...state, called: true }),
  returned: openAgain,
  consented: (state, { at }) => ({ ...state, status: 'struck-off', since: at }),
  refused: openAgain,
  moved,
  ended: (state, { at }) => ({ ...state, status: 'ended', since: at }),
};

/** What was fed back was not enough: the body that answers for it has the word, and signs first if it has not. */
function openAgain(state: OrderState, { at }: { readonly at: Date }): OrderState {
  return { ...state, status: state.signed ? 'signed' : 'issued', since: at, returns: state.returns + 1 };
}

/** The body that the case went to begins by signing. What was accepted already waits for the firm as before. */
function moved(state: OrderState, { at, next }: { readonly at: Date; readonly next: string }): OrderState {
  const after = { ...state, body: next, signed: false };
  return state.status === 'accepted' ? after : { ...after, status: 'issued', since: at };
}

export function afterOrderAction<K extends OrderAction['kind']>(
  state: OrderState,
  action: OrderAction & { kind: K },
): OrderState {
  return steps[action.kind](state, action);
}

const words = {
  issued: 'body',
  signed: 'body',
  'fed-back': 'supervisor',
  accepted: 'firm',
  'struck-off': null,
  ended: null,
} as const satisfies Record<OrderStatus, Exclude<OrderSide, 'system'> | null>;

/** Whose turn it is; null: it is over. */
export function orderTurn(status: OrderStatus): Exclude<OrderSide, 'system'> | null {
  return words[status];
}
