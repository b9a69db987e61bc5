/** What a local firm buys of a product in a year. */
export interface YearlyPurchase {
  readonly organisationId: string;
  /** 分 a year */
  readonly fen: number;
  /** verified by the bureau, or signed by both sides on the platform */
  readonly confirmed: boolean;
  /** whole kilometres from the city to where it comes from; null: not known */
  readonly kilometres: number | null;
}

/** Amounts are 分 a year; null: not shown, because fewer than `fewestBuyers` firms stand behind them, or nobody. */
export interface GapPrice {
  readonly confirmedFen: number | null;
  readonly declaredFen: number | null;
  /** null while there are some, but too few to count them aloud */
  readonly buyers: number | null;
  readonly kilometres: number | null;
  /** what one may not be told: `few`, else `none` */
  readonly withheld: 'few' | 'none';
}

/**
 * The price of a gap, shown only from so many buyers on (k-anonymity after Sweeney 2002, k = 5 unless told). Each amount needs its own
 * `fewest` firms, and the second one is never shown when the difference of two sums would tell what fewer firms buy: confirmed
 * purchases of too few firms are then counted among the declared ones.
 */
export function priceOf(purchases: readonly YearlyPurchase[], fewest: number = fewestBuyers): GapPrice {
  const buyers = firmsOf(purchases);
  if (buyers === 0) return { ...nothing, buyers: 0, withheld: 'none' };
  if (buyers < fewest) return { ...nothing, buyers: null, withheld: 'few' };
  const confirmed = purchases.filter((one) => one.confirmed);
  const declared = purchases.filter((one) => !one.confirmed);
  const kilometres = median(purchases.flatMap((one) => (one.kilometres === null ? [] : [one.kilometres])));
  const rest = { buyers, kilometres, withheld: 'none' } as const;
  if (firmsOf(confirmed) < fewest) return { ...rest, confirmedFen: null, declaredFen: sumOf(purchases) };
  return {
    ...rest,
    confirmedFen: sumOf(confirmed),
    declaredFen: firmsOf(declared) >= fewest ? sumOf(declared) : null,
  };
}

export const fewestBuyers = 5;

const nothing = { confirmedFen: null, declaredFen: null, kilometres: null } as const;

const firmsOf = (purchases: readonly YearlyPurchase[]) =>
  new Set(purchases.map(({ organisationId }) => organisationId)).size;

const sumOf = (purchases: readonly YearlyPurchase[]) => purchases.reduce((sum, { fen }) => sum + fen, 0);

/** The middle one; of an even number the mean of the two in the middle, rounded; null of none. */
function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? null : Math.round((low + high) / 2);
}
