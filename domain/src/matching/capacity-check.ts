import type { Quantity } from './quantity.ts';
import { convertQuantity } from './unit-conversion.ts';

export interface CapacityCheck {
  readonly verdict: 'enough' | 'short' | 'unknown';
  /** the offer's capacity as registered */
  readonly registered: Quantity | null;
  /** the same in the unit and period of the need; null when not registered or not convertible */
  readonly available: number | null;
}

/**
 * Is the capacity enough? A one-off lot is enough when a week's output covers it; whether more can be had depends on the delivery date,
 * so that a bigger lot is unknown and never short.
 */
export function checkCapacity(asked: Quantity, registered: Quantity | null): CapacityCheck {
  if (registered === null) return { verdict: 'unknown', registered, available: null };
  if (asked.per === 'once' && registered.per !== 'once') return checkLot(asked, registered);
  const available = convertQuantity(registered, asked.unit, asked.per);
  if (available === null) return { verdict: 'unknown', registered, available };
  return { verdict: available >= asked.amount * (1 - 1e-9) ? 'enough' : 'short', registered, available };
}

function checkLot(asked: Quantity, registered: Quantity): CapacityCheck {
  const weekly = convertQuantity(registered, asked.unit, 'week');
  return { verdict: weekly !== null && weekly >= asked.amount ? 'enough' : 'unknown', registered, available: null };
}
