import { drawNumber } from '@zhitong/algorithms/random/random-draw';
import type { SeededRandom } from '@zhitong/algorithms/random/seeded-random';
import type { Range } from './csv-table.ts';

/** To so many significant digits: `roundTo(18437, 2)` → 18000. */
export function roundTo(value: number, digits: number): number {
  return value === 0 ? 0 : Number(value.toPrecision(digits));
}

/** A number as people state it: a multiple of a fraction of the range's own size, inside the range. */
export function drawStep(random: SeededRandom, { low, high }: Range, parts: number): number {
  if (high <= low) return low;
  const step = 10 ** Math.floor(Math.log10(high - low)) / parts;
  const value = Math.round(drawNumber(random, low, high) / step) * step;
  return clean(Math.min(high, Math.max(low, value)));
}

/** The stretch of the range between two shares of it: (0, 10) from .2 to .5 → 2 … 5. */
export function partOf({ low, high }: Range, from: number, to: number): Range {
  return { low: low + (high - low) * from, high: low + (high - low) * to };
}

/** Takes off what binary fractions leave behind: 0.30000000000000004 → 0.3. */
export function clean(value: number): number {
  return Number(value.toPrecision(10));
}
