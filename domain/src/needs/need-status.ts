import { endOfCityDay } from './city-day.ts';
import type { NeedState } from './need.ts';

export interface NeedClock {
  readonly state: NeedState;
  readonly deadline: string | null;
  readonly closedAt: Date | null;
}

/** An open need ends by itself when the day of its deadline is over: nobody has to be awake for it. */
export function needStateOn(need: NeedClock, today: string): NeedState {
  return need.state === 'open' && need.deadline !== null && need.deadline < today ? 'expired' : need.state;
}

/** When it ended; null while it is open. */
export function needEnd(need: NeedClock, today: string): Date | null {
  if (needStateOn(need, today) !== 'expired') return need.closedAt;
  return need.closedAt ?? (need.deadline === null ? null : endOfCityDay(need.deadline));
}
