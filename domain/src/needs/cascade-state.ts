import type { NeedState } from './need.ts';

/** How a cascade stands. `waiting`: a quote awaits the buyer, no further ring is asked until it is decided on. */
export const cascadeStates = ['running', 'waiting', 'held', 'exhausted', 'over'] as const;
export type CascadeState = (typeof cascadeStates)[number];

export const cascadeActions = ['widen', 'hold', 'release'] as const;
export type CascadeAction = (typeof cascadeActions)[number];

/** What may be done to a cascade by hand. The server refuses by this table, the screen draws its buttons from it. */
export const allowedCascadeActions = {
  running: ['widen', 'hold'],
  waiting: ['widen', 'hold'],
  held: ['widen', 'release'],
  exhausted: [],
  over: [],
} as const satisfies Record<CascadeState, readonly CascadeAction[]>;

export interface CascadeFacts {
  /** as the need stands today */
  readonly need: NeedState;
  readonly held: boolean;
  /** the last ring had its time */
  readonly ended: boolean;
  /** quotes that were neither declined nor turned down */
  readonly liveQuotes: number;
}

export function cascadeState({ need, held, ended, liveQuotes }: CascadeFacts): CascadeState {
  if (need !== 'open') return 'over';
  if (ended) return 'exhausted';
  if (held) return 'held';
  return liveQuotes > 0 ? 'waiting' : 'running';
}

export function canDoToCascade(state: CascadeState, action: CascadeAction): boolean {
  const allowed: readonly CascadeAction[] = allowedCascadeActions[state];
  return allowed.includes(action);
}
