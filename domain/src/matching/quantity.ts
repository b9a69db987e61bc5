/** A stretch of time a quantity is counted over. */
export const periods = ['hour', 'day', 'week', 'month', 'quarter', 'year', 'once'] as const;
export type Period = (typeof periods)[number];

/** As the firm wrote it: `{amount: 5, unit: '吨', per: 'day'}`. `per: 'once'` is a one-off lot. */
export interface Quantity {
  readonly amount: number;
  readonly unit: string;
  readonly per: Period;
}
