/** What a loan costs, as a bank offers it. */
export interface LoanTerms {
  /** 分 */
  readonly amountFen: number;
  /** a year, in basis points: 365 is 3.65 % */
  readonly rateBp: number;
  readonly termMonths: number;
  /** 分, once for the whole term */
  readonly feesFen: number;
}

const wholeBp = 10_000n;
const monthsOfYear = 12n;

/**
 * 分 a year, by which offers are compared: interest of a year on the whole amount, and the fees spread over the years of the term.
 *
 *   yearly cost = amount × rate + fees × 12 / term in months, rounded half up to whole 分
 *
 * Nothing is repaid in the formula: it compares offers for the same money, it is no repayment plan. Exact in whole numbers.
 * *Requires*: nothing below zero, a term of at least one month.
 */
export function yearlyCostFen({ amountFen, rateBp, termMonths, feesFen }: LoanTerms): number {
  const months = BigInt(termMonths);
  const scaled = BigInt(amountFen) * BigInt(rateBp) * months + BigInt(feesFen) * monthsOfYear * wholeBp;
  const divisor = wholeBp * months;
  return Number((2n * scaled + divisor) / (2n * divisor));
}

/** Below zero: the first costs less for each yuan borrowed. Exact: the costs of a year are weighed crosswise with the amounts. */
export function compareCost(one: LoanTerms, other: LoanTerms): number {
  const left = BigInt(yearlyCostFen(one)) * BigInt(other.amountFen);
  const right = BigInt(yearlyCostFen(other)) * BigInt(one.amountFen);
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
