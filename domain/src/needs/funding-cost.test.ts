import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareCost, type LoanTerms, yearlyCostFen } from './funding-cost.ts';

const loans = fc.record({
  amountFen: fc.integer({ min: 1, max: 10_000_000_000_000 }),
  rateBp: fc.integer({ min: 0, max: 3_600 }),
  termMonths: fc.integer({ min: 1, max: 360 }),
  feesFen: fc.integer({ min: 0, max: 1_000_000_000_000 }),
});

describe('what a loan costs a year', () => {
  it('is the interest of a year and the fees spread over the years of the term', () => {
    // 300 万元 at 3.65 % for two years with 6,000 元 of fees: 109,500 + 3,000 元
    const loan = { amountFen: 300_000_000, rateBp: 365, termMonths: 24, feesFen: 600_000 };
    expect(yearlyCostFen(loan)).toBe(11_250_000);
  });

  it('counts the fees of half a year twice, for a year has two of them', () => {
    expect(yearlyCostFen({ amountFen: 100, rateBp: 0, termMonths: 6, feesFen: 50 })).toBe(100);
  });

  it('is within half a fen of the exact sum of both parts, counted in fractions', () => {
    fc.assert(
      fc.property(loans, (loan) => {
        const { amountFen, rateBp, termMonths, feesFen } = loan;
        const numerator = BigInt(amountFen) * BigInt(rateBp) * BigInt(termMonths) + BigInt(feesFen) * 120_000n;
        const denominator = 10_000n * BigInt(termMonths);
        const off = BigInt(yearlyCostFen(loan)) * denominator - numerator;
        expect((off < 0n ? -off : off) * 2n <= denominator).toBe(true);
      }),
    );
  });

  it('never falls when the rate or the fees rise, and never rises when the same fees last longer', () => {
    fc.assert(
      fc.property(loans, fc.integer({ min: 0, max: 500 }), (loan, more) => {
        const cost = yearlyCostFen(loan);
        expect(yearlyCostFen({ ...loan, rateBp: loan.rateBp + more })).toBeGreaterThanOrEqual(cost);
        expect(yearlyCostFen({ ...loan, feesFen: loan.feesFen + more })).toBeGreaterThanOrEqual(cost);
        expect(yearlyCostFen({ ...loan, termMonths: loan.termMonths + more })).toBeLessThanOrEqual(cost);
      }),
    );
  });

  it('without fees does not depend on the term', () => {
    fc.assert(
      fc.property(loans, fc.integer({ min: 1, max: 360 }), (loan, termMonths) => {
        const free = { ...loan, feesFen: 0 };
        expect(yearlyCostFen({ ...free, termMonths })).toBe(yearlyCostFen(free));
      }),
    );
  });
});

describe('comparing two loans', () => {
  it('weighs the cost of each yuan, so that a larger loan is not dearer by its size', () => {
    const small: LoanTerms = { amountFen: 100_000_000, rateBp: 400, termMonths: 12, feesFen: 0 };
    expect(compareCost({ ...small, amountFen: 300_000_000 }, small)).toBe(0);
    expect(compareCost({ ...small, amountFen: 300_000_000, rateBp: 399 }, small)).toBe(-1);
  });

  it('is the same read from either side', () => {
    fc.assert(
      fc.property(loans, loans, (one, other) => {
        expect(compareCost(one, other) + compareCost(other, one)).toBe(0);
      }),
    );
  });
});
