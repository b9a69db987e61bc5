import { fewestBuyers, isEnough, publishedSum } from './published-sum.ts';

/** What a local firm buys of a product in a year. */
export interface YearlyPurchase {
  readonly organisationId: string;
  readonly productId: string;
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
  /** firms behind the amounts; null while there are some, but too few to count them aloud */
  readonly buyers: number | null;
  readonly kilometres: number | null;
  /** what one may not be told: `few`, else `none` */
  readonly withheld: 'few' | 'none';
}

/**
 * The price of a gap: the published sums of its products. What is bought of one product (not of its kinds) counts as a whole or not at
 * all, so that between a product and a kind of it there are only whole sums of enough firms. Confirmed and declared stand apart only
 * where enough firms stand behind each; until then there is one sum, called declared.
 */
export function priceOf(purchases: readonly YearlyPurchase[], fewest: number = fewestBuyers): GapPrice {
  if (purchases.length === 0) return { ...nothing, buyers: 0, withheld: 'none' };
  const parts = toldParts(purchases, fewest);
  if (parts.length === 0) return { ...nothing, buyers: null, withheld: 'few' };
  const told = parts.flatMap(({ rows }) => rows);
  return {
    confirmedFen: sumOf(parts.filter(({ confirmed }) => confirmed)),
    declaredFen: sumOf(parts.filter(({ confirmed }) => !confirmed)),
    ...{ buyers: new Set(told.map(firmOf)).size, kilometres: usualKilometres(told, fewest), withheld: 'none' },
  };
}

/** Every purchase is in the price that is told of them. */
export function isToldWhole(purchases: readonly YearlyPurchase[], fewest: number = fewestBuyers): boolean {
  return toldParts(purchases, fewest).reduce((rows, part) => rows + part.rows.length, 0) === purchases.length;
}

/** What is told of a price. */
export const toldFen = ({ confirmedFen, declaredFen }: Pick<GapPrice, 'confirmedFen' | 'declaredFen'>): number =>
  (confirmedFen ?? 0) + (declaredFen ?? 0);

interface Part {
  readonly confirmed: boolean;
  readonly rows: readonly YearlyPurchase[];
  readonly fen: number;
}

function toldParts(purchases: readonly YearlyPurchase[], fewest: number): Part[] {
  const groups = [...Map.groupBy(purchases, ({ productId }) => productId).values()];
  return groups
    .flatMap((rows) => apart(rows, fewest))
    .flatMap((part) => {
      const fen = publishedSum(
        part.rows.map((row) => ({ firms: [row.organisationId], amount: row.fen })),
        fewest,
      );
      return fen === null ? [] : [{ ...part, fen }];
    });
}

function apart(rows: readonly YearlyPurchase[], fewest: number): Omit<Part, 'fen'>[] {
  const [confirmed, declared] = [rows.filter((one) => one.confirmed), rows.filter((one) => !one.confirmed)];
  if (declared.length === 0) return [{ confirmed: true, rows }];
  const isApart = isEnough(confirmed.map(firmOf), fewest) && isEnough(declared.map(firmOf), fewest);
  if (!isApart) return [{ confirmed: false, rows }];
  return [
    { confirmed: true, rows: confirmed },
    { confirmed: false, rows: declared },
  ];
}

const nothing = { confirmedFen: null, declaredFen: null, kilometres: null } as const;

const firmOf = ({ organisationId }: YearlyPurchase): string => organisationId;

const sumOf = (parts: readonly Part[]): number | null =>
  parts.length === 0 ? null : parts.reduce((sum, { fen }) => sum + fen, 0);

/** The middle of the firms whose distance is known, to two figures; each firm once, by the middle of its own. */
function usualKilometres(purchases: readonly YearlyPurchase[], fewest: number): number | null {
  const known = purchases.filter(({ kilometres }) => kilometres !== null);
  if (!isEnough(known.map(firmOf), fewest)) return null;
  const firms = [...Map.groupBy(known, firmOf).values()];
  const middle = median(firms.flatMap((rows) => median(rows.flatMap(({ kilometres }) => kilometres ?? [])) ?? []));
  return middle === null ? null : Math.round(Number(middle.toPrecision(2)));
}

/** The middle one; of an even number the mean of the two in the middle; null of none. */
function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
