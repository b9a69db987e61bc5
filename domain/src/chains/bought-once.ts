/** What a firm buys of a product a year from one place, as far as one row says it. */
export interface SaidBuying {
  /** said or verified by invoice, or counted from deliveries both sides signed */
  readonly source: 'purchase' | 'deal';
  readonly organisationId: string;
  readonly productId: string;
  /** 分 a year */
  readonly fen: number;
  /** prefecture or country; null: not known */
  readonly origin: string | null;
  readonly confirmed: boolean;
}

/**
 * Counts once what a firm said and what it signed for. Deals from a place the firm named are part of what it said of that place, deals from
 * any other place part of what it said of none; what is left of its words above them stays declared. A verified sum has its
 * invoices: deals of that place are among them. A deal of a place the firm said nothing of counts beside its words.
 * Ensures: of each firm, product and place the sum is the greater of what was said and what was signed, or the verified one.
 */
export function boughtOnce<Row extends SaidBuying>(rows: readonly Row[]): readonly Row[] {
  const ofBuyer = Map.groupBy(rows, ({ organisationId, productId }) => `${organisationId} ${productId}`);
  return [...ofBuyer.values()].flatMap(ofOneBuyer);
}

function ofOneBuyer<Row extends SaidBuying>(rows: readonly Row[]): readonly Row[] {
  const said = rows.filter(({ source }) => source === 'purchase');
  const deals = rows.filter(({ source }) => source === 'deal');
  if (said.length === 0 || deals.length === 0) return rows;
  const places = new Set(said.map(({ origin }) => origin));
  const placeOf = ({ origin }: Row) => (places.has(origin) ? origin : null);
  const signed = Map.groupBy(deals, placeOf);
  const verified = new Set(said.filter(({ confirmed }) => confirmed).map(({ origin }) => origin));
  return [
    ...said.flatMap((row) => (row.confirmed ? [row] : restOf(row, signed.get(row.origin) ?? []))),
    ...deals.filter((deal) => !verified.has(placeOf(deal))),
  ];
}

function restOf<Row extends SaidBuying>(row: Row, deals: readonly Row[]): Row[] {
  const rest = row.fen - deals.reduce((sum, { fen }) => sum + fen, 0);
  return rest > 0 ? [{ ...row, fen: rest }] : [];
}
