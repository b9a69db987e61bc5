import type { Effects } from '#platform/effects';

export interface TestEffects extends Effects {
  /** moves the clock on */
  pass(milliseconds: number): void;
  setClock(at: Date): void;
}

/** A clock that stands at nine o'clock in Weihai until it is moved, and ids that count up. */
export function createTestEffects(start = '2026-11-23T09:00:00+08:00', firstId = 0): TestEffects {
  let at = new Date(start).getTime();
  let ids = firstId;
  return {
    now: () => new Date(at),
    newId: () => `01950000-0000-7000-8000-${(++ids).toString(16).padStart(12, '0')}`,
    pass: (milliseconds) => {
      at += milliseconds;
    },
    setClock: (to) => {
      at = to.getTime();
    },
  };
}
