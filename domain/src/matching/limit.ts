/** What a need asks of a measurable property: `BFE >= 95 %`, `公差 ± 0.02 mm`, `直径 = 120 mm`. */
export const limitOperators = ['>=', '<=', '>', '<', '=', '±'] as const;
export type LimitOperator = (typeof limitOperators)[number];

export interface NeedLimit {
  readonly name: string;
  readonly op: LimitOperator;
  readonly value: number;
  readonly unit: string;
}

/**
 * What an offer states about a property, as an interval of what the maker can reach.
 * A tested value is `low === high`; a range it can set is `low < high`; an open end is not stated.
 */
export interface OfferLimit {
  readonly name: string;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly unit: string;
  /** e.g. `检测报告`; with its date it is shown beside the reason. */
  readonly evidence?: string | undefined;
  /** ISO date of the evidence. */
  readonly date?: string | undefined;
}

export interface Certificate {
  readonly name: string;
  /** ISO date; absent = not registered. */
  readonly validUntil?: string | undefined;
}
