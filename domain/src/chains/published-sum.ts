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
 * Each amount counts with its band alone, so that no two sums, whenever and of whatever they are shown, tell an amount more exactly
 * than its band, not even to whoever knows all the others or changes its own to try. The sum is told in steps as great as what the
 * greatest firm of any side has in it, so that a firm moves it by a step or two.
 */
export function publishedSum(shares: readonly Share[], fewest: number = fewestBuyers): number | null {
  const counted = shares.filter(({ amount }) => amount > 0).map((one) => ({ ...one, amount: amountBand(one.amount) }));
  const sides = (counted[0]?.firms ?? []).map((_, side) => totalsOf(counted, side));
  if (sides.length === 0 || sides.some((totals) => totals.length < fewest)) return null;
  const step = stepFrom(Math.max(...sides.flat()));
  const steps = Math.max(1, Math.round(counted.reduce((sum, { amount }) => sum + amount, 0) / step));
  return exactly(steps * step);
}

/** The nearest of 1, 1.5, 2, 3, 5, 7, 10, 15 … by ratio: amounts of which one is 1.4 times the other can be the same. */
export function amountBand(amount: number): number {
  if (amount <= 0) return 0;
  const order = Math.floor(Math.log10(amount));
  const [, band] = edges.find(([edge]) => amount < edge * 10 ** order) ?? [0, 10];
  return Number(`${band}e${order}`);
}

const edges = [1, 1.5, 2, 3, 5, 7, 10].flatMap((band, at, bands) => {
  const next = bands[at + 1];
  return next === undefined ? [] : [[Math.sqrt(band * next), band] as const];
});

/** The least of 1, 2, 5, 10 … that is no smaller. */
function stepFrom(total: number): number {
  const least = exactly(total);
  const order = Math.floor(Math.log10(least));
  const step = [1, 2, 5, 10].map((one) => Number(`${one}e${order}`)).find((one) => one >= least);
  return step ?? least;
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
