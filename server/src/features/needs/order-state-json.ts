import type { OrderAction } from '@zhitong/domain/needs/order-action';
import type { OrderState } from '@zhitong/domain/needs/order-history';
import { jsonColumn } from '#platform/json-column';

/** A fold as it was stored: its instant is one again. */
export function readOrderState(value: unknown): OrderState {
  const state = jsonColumn<Omit<OrderState, 'since'> & { readonly since: string }>(value);
  return { ...state, since: new Date(state.since) };
}

export function readOrderAction(value: unknown): OrderAction {
  const action = jsonColumn<OrderAction & { readonly at: Date | string }>(value);
  return { ...action, at: new Date(action.at) };
}
