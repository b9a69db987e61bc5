/** What stands behind a sum: an amount, and the firm on each side of it (the buyer; of a deal the buyer and the seller). */
export interface Share {
  readonly firms: readonly string[];
  readonly amount: number;
}

/** So many firms stand behind every figure that is shown (k-anonymity after Sweeney 2002). */
export const fewestBuyers = 5;

export const isEnough = (firms: Iterable<string>, fewest: number = fewestBuyers): boolean =>
  new Set(firms).size >= fewest;

/**
 * A sum as it may be shown; null: fewer than `fewest` firms stand on one of its sides.
 * It is the exact sum, rounded to steps of 1, 2, 5 no smaller than all that its greatest firm has in it, of either side: what one firm has
 * never shows closer than its own size, also not as the difference of two sums. The error is half a step at most; never nothing.
 */
export function publishedSum(shares: readonly Share[], fewest: number = fewestBuyers): number | null {
  const counted = shares.filter(({ amount }) => amount > 0);
  const sides = (counted[0]?.firms ?? []).map((_, side) => totalsOf(counted, side));
  if (sides.length === 0 || sides.some((totals) => totals.length < fewest)) return null;
  const step = stepFrom(Math.max(...sides.flat()));
  const steps = Math.max(1, Math.round(counted.reduce((sum, { amount }) => sum + amount, 0) / step));
  return exactly(steps * step);
}

/** The least of 1, 2, 5, 10 … that is no smaller. */
function stepFrom(total: number): number {
  const order = Math.floor(Math.log10(total));
  const step = [1, 2, 5, 10].find((one) => Number(`${one}e${order}`) >= exactly(total)) ?? 10;
  return Number(`${step}e${order}`);
}

/** 3 × 0.1 is 0.3. */
const exactly = (figure: number): number => Number(figure.toPrecision(15));

function totalsOf(shares: readonly Share[], side: number): number[] {
  const totals = new Map<string, number>();
  for (const { firms, amount } of shares) {
    const firm = firms[side] ?? '';
    totals.set(firm, (totals.get(firm) ?? 0) + amount);
  }
  return [...totals.values()];
}
