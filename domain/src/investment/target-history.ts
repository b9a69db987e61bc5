import type { TargetLoss, TargetStage, TargetStatus } from './target-stage.ts';

interface Done {
  readonly at: Date;
}

/** What is to be done next, and the day by which. */
export interface NextStep {
  readonly next: string | null;
  /** ISO date */
  readonly due: string | null;
}

/** Everything that can happen to a target. Bodies and posts are ids. */
export type TargetAction =
  | (Done & NextStep & { readonly kind: 'registered'; readonly body: string; readonly post: string })
  | (Done & NextStep & { readonly kind: 'stepped'; readonly stage: TargetStage })
  | (Done & { readonly kind: 'given'; readonly body: string; readonly post: string })
  // another district takes part in the one target
  | (Done & { readonly kind: 'entered'; readonly body: string })
  // what the firm wishes of its premises was written down, or changed
  | (Done & { readonly kind: 'wished' })
  // a second record of the same firm came to this one, with the bodies that had it
  | (Done & { readonly kind: 'absorbed'; readonly bodies: readonly string[] })
  | (Done & { readonly kind: 'joined'; readonly into: string })
  | (Done & { readonly kind: 'lost'; readonly code: TargetLoss });
export type TargetActionKind = TargetAction['kind'];

/** What a history comes to. */
export interface TargetState extends NextStep {
  readonly status: TargetStatus;
  /** since when it is in this stage */
  readonly since: Date;
  /** when the next step was set: from then its light is counted */
  readonly setAt: Date;
  readonly ownerBody: string;
  readonly ownerPost: string;
  /** other bodies that take part, in the order in which they came */
  readonly participants: readonly string[];
  readonly loss: TargetLoss | null;
  /** the target it is one with */
  readonly into: string | null;
}

/** Folds a history, oldest first; every target begins by being registered. */
export function targetState([first, ...rest]: readonly [TargetAction, ...TargetAction[]]): TargetState {
  return rest.reduce(afterTargetAction, begun(first));
}

function begun(first: TargetAction): TargetState {
  if (first.kind !== 'registered')
    throw new RangeError(`A target begins by being registered, not by being ${first.kind}.`);
  const { at, next, due, body, post } = first;
  return {
    ...{ status: 'lead', since: at, setAt: at, next, due, ownerBody: body, ownerPost: post },
    ...{ participants: [], loss: null, into: null },
  };
}

type Fold<K extends TargetActionKind> = (state: TargetState, action: TargetAction & { kind: K }) => TargetState;

const folds: { readonly [K in TargetActionKind]: Fold<K> } = {
  registered: (state) => state,
  stepped: (state, { at, stage, next, due }) => ({
    ...{ ...state, status: stage, since: stage === state.status ? state.since : at, setAt: at },
    ...(stage === 'producing' ? noNext : { next, due }),
  }),
  given: (state, { body, post }) => ({
    ...{ ...state, ownerBody: body, ownerPost: post },
    // who had it goes on taking part, who has it now does so as its owner
    participants: without([...state.participants, state.ownerBody], body),
  }),
  entered: (state, { body }) => ({ ...state, participants: withBodies(state, [body]) }),
  wished: (state) => state,
  absorbed: (state, { bodies }) => ({ ...state, participants: withBodies(state, bodies) }),
  joined: (state, { at, into }) => ({ ...state, status: 'joined', since: at, into, ...noNext }),
  lost: (state, { at, code }) => ({ ...state, status: 'lost', since: at, loss: code, ...noNext }),
};

const noNext = { next: null, due: null } as const satisfies NextStep;

export function afterTargetAction<K extends TargetActionKind>(
  state: TargetState,
  action: TargetAction & { kind: K },
): TargetState {
  return folds[action.kind](state, action);
}

function withBodies({ ownerBody, participants }: TargetState, bodies: readonly string[]): readonly string[] {
  return without([...participants, ...bodies], ownerBody);
}

const without = (bodies: readonly string[], one: string) => [...new Set(bodies)].filter((body) => body !== one);
