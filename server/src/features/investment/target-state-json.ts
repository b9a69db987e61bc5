import type { TargetAction, TargetState } from '@zhitong/domain/investment/target-history';
import { jsonColumn } from '#platform/json-column';

/** A fold as it was stored: its instants are such again. */
export function readTargetState(value: unknown): TargetState {
  const state = jsonColumn<Omit<TargetState, 'since' | 'setAt'> & { readonly since: string; readonly setAt: string }>(
    value,
  );
  return { ...state, since: new Date(state.since), setAt: new Date(state.setAt) };
}

export function readTargetAction(value: unknown): TargetAction {
  const action = jsonColumn<TargetAction & { readonly at: Date | string }>(value);
  return { ...action, at: new Date(action.at) };
}
