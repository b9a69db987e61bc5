import type { Quantity } from '../matching/quantity.ts';
import { convertQuantity } from '../matching/unit-conversion.ts';

/**
 * What can be made against what is asked for, a year.
 * `short`, `enough`: every capacity is known and all of it converts. `open`: somebody’s capacity is not known, and what is known does
 * not suffice. `differs`: the two are counted in units that do not convert. `nothing-asked`: no demand with a quantity is known.
 */
export type CapacityBalance =
  | { readonly kind: 'short' | 'enough'; readonly capacity: number; readonly demand: number; readonly unit: string }
  | { readonly kind: 'open'; readonly unknown: number; readonly makers: number }
  | { readonly kind: 'differs'; readonly capacityUnit: string; readonly demandUnit: string }
  | { readonly kind: 'nothing-asked' };

/** A capacity of 0 is known and counts as 0; a missing one is not known. Lots (`once`) are no rates and are left out of the demand. */
export function balanceCapacity(
  capacities: readonly (Quantity | null)[],
  demands: readonly (Quantity | null)[],
): CapacityBalance {
  const asked = demands.filter((one): one is Quantity => one !== null && one.per !== 'once' && one.amount > 0);
  const [first] = asked;
  if (first === undefined) return { kind: 'nothing-asked' };
  const { unit } = first;
  const wanted = asked.map((one) => convertQuantity(one, unit, 'year'));
  const odd = asked[wanted.indexOf(null)];
  if (odd !== undefined) return { kind: 'differs', capacityUnit: unit, demandUnit: odd.unit };
  const known = capacities.filter((one): one is Quantity => one !== null && one.per !== 'once');
  const made = known.map((one) => convertQuantity(one, unit, 'year'));
  const strange = known[made.indexOf(null)];
  if (strange !== undefined) return { kind: 'differs', capacityUnit: strange.unit, demandUnit: unit };
  const [capacity, demand] = [sum(made), sum(wanted)];
  if (capacity >= demand) return { kind: 'enough', capacity, demand, unit };
  const unknown = capacities.length - known.length;
  if (unknown > 0) return { kind: 'open', unknown, makers: capacities.length };
  return { kind: 'short', capacity, demand, unit };
}

const sum = (values: readonly (number | null)[]) => values.reduce<number>((total, value) => total + (value ?? 0), 0);
