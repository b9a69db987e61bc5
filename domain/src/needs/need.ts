import type { NeedLimit } from '../matching/limit.ts';
import type { Quantity } from '../matching/quantity.ts';
import type { CaseStatus } from './case-action.ts';

export const needKinds = ['problem', 'funding', 'sourcing', 'technology'] as const;
export type NeedKind = (typeof needKinds)[number];

/** A product found in the text. `quote` is the stretch of the text it was read from. */
export interface FoundProduct {
  readonly id: string;
  readonly name: string;
  readonly quote: string;
}

/** What the composer's chips hold: found by the parser, corrected by the person. */
export interface NeedChips {
  readonly productIds: readonly string[];
  readonly quantity: Quantity | null;
  /** ISO date, end of that working day */
  readonly deadline: string | null;
  /** place as written, and its region code when known */
  readonly place: { readonly text: string; readonly region: string | null } | null;
  readonly certificates: readonly string[];
  readonly limits: readonly NeedLimit[];
}

/** `open` takes answers; the others are ends. `kept-back`: the bureau has ruled that it is no wish. */
export const needStates = ['open', 'chosen', 'withdrawn', 'expired', 'kept-back'] as const;
export type NeedState = (typeof needStates)[number];

export const needActions = ['choose', 'shortlist', 'reject', 'withdraw', 'widen'] as const;
export type NeedAction = (typeof needActions)[number];

/** What the owner of a need may do next. The server refuses by this table, the web draws its buttons from it. */
export const allowedNeedActions = {
  open: ['choose', 'shortlist', 'reject', 'withdraw', 'widen'],
  chosen: ['reject'],
  withdrawn: [],
  expired: ['reject'],
  'kept-back': [],
} as const satisfies Record<NeedState, readonly NeedAction[]>;

export function canDoToNeed(state: NeedState, action: NeedAction): boolean {
  const allowed: readonly NeedAction[] = allowedNeedActions[state];
  return allowed.includes(action);
}

/** What a list shows of a need: a request of the three other lists ends as its case does. */
export const shownNeedStates = [...needStates, 'solved', 'unsolved'] as const;
export type ShownNeedState = (typeof shownNeedStates)[number];

/** The state of a request, from its case; of a sourcing need, its own. */
export function shownNeedState(kind: NeedKind, own: NeedState, status: CaseStatus | undefined): ShownNeedState {
  if (kind === 'sourcing' || status === undefined) return own;
  return status === 'solved' || status === 'unsolved' || status === 'withdrawn' ? status : 'open';
}
