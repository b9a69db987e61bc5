import { drawNumber } from '@zhitong/algorithms/random/random-draw';
import type { SeededRandom } from '@zhitong/algorithms/random/seeded-random';
import type { Range } from './csv-table.ts';

/** To so many significant digits: `roundTo(18437, 2)` → 18000. */
export function roundTo(value: number, digits: number): number {
  return value === 0 ? 0 : Number(value.toPrecision(digits));
}

export interface StepOptions {
  /** which stretch of the range, as shares of it */
  readonly from?: number;
  readonly to?: number;
  /** into how many steps a power of ten is cut */
  readonly parts?: number;
}

/** A number as people state it: a multiple of a round step, inside the range; whole where the range is wide and whole. */
export function drawStep(
  random: SeededRandom,
  range: Range,
  { from = 0, to = 1, parts = 5 }: StepOptions = {},
): number {
  const { low, high } = range;
  if (high <= low) return low;
  const fine = 10 ** Math.floor(Math.log10(high - low)) / parts;
  const isWhole = Number.isInteger(low) && Number.isInteger(high) && high - low >= 4;
  const step = isWhole ? Math.max(1, fine) : fine;
  const value = drawNumber(random, low + (high - low) * from, low + (high - low) * to);
  return clean(Math.min(high, Math.max(low, Math.round(value / step) * step)));
}

/** One of the usual sizes in that stretch of the list, or a round number where the trade has no usual sizes. */
export function drawSize(
  random: SeededRandom,
  limit: Range & { readonly usual: readonly number[] },
  options: StepOptions = {},
): number {
  const { usual } = limit;
  const { from = 0, to = 1 } = options;
  const place = Math.min(usual.length - 1, Math.floor(drawNumber(random, from, to) * usual.length));
  return usual[place] ?? drawStep(random, limit, options);
}

/** Takes off what binary fractions leave behind: 0.30000000000000004 → 0.3. */
export function clean(value: number): number {
  return Number(value.toPrecision(10));
}
