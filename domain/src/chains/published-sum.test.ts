import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEnough, publishedSum } from './published-sum.ts';

const share = (firm: number, amount: number) => ({ firms: [`firm ${firm}`], amount });
const shares = (...amounts: readonly number[]) => amounts.map((amount, at) => share(at, amount));
const amount = fc.integer({ min: 1, max: 10_000_000_000 });
const amounts = fc.array(amount, { minLength: 5, maxLength: 20 });
/** five firms and more, some with several amounts */
const several = fc
  .tuple(amounts, fc.array(fc.tuple(fc.nat({ max: 4 }), amount), { maxLength: 10 }))
  .map(([first, more]) => [...shares(...first), ...more.map(([firm, one]) => share(firm, one))]);
const series = Array.from({ length: 14 }, (_, order) => [1, 2, 5].map((one) => one * 10 ** order)).flat();
/** The steps a sum is told in, by looking for them. */
function stepOf(all: readonly { readonly firms: readonly string[]; readonly amount: number }[]): number {
  const totals = [...Map.groupBy(all, ({ firms }) => firms[0]).values()].map((rows) =>
    rows.reduce((sum, { amount: one }) => sum + one, 0),
  );
  return series.find((one) => one >= Math.max(...totals)) ?? Number.NaN;
}

describe('a sum of several firms', () => {
  it('is shown from five firms on, each counted once and only with an amount', () => {
    expect(publishedSum(shares(10, 10, 10, 10))).toBeNull();
    expect(publishedSum([...shares(10, 10, 10, 10), share(0, 10)])).toBeNull();
    expect(publishedSum(shares(10, 10, 10, 10, 0))).toBeNull();
    expect(publishedSum(shares(10, 10, 10, 10, 10))).toBe(50);
    expect([isEnough(['a', 'a', 'b', 'c', 'd']), isEnough(['a', 'b', 'c', 'd', 'e'])]).toEqual([false, true]);
  });

  it('is told in steps as great as the amount of the greatest firm', () => {
    expect(publishedSum(shares(10, 10, 10, 10, 10, 777))).toBe(1_000);
    expect(publishedSum(shares(1_000, 1_000, 1_000, 1_000, 1_000, 4_321))).toBe(10_000);
  });

  it('needs five firms on either side of a deal, and steps as great as the greatest of both', () => {
    const deal = (buyer: number, seller: number) => ({ firms: [`b${buyer}`, `s${seller}`], amount: 100 });
    expect(publishedSum([0, 1, 2, 3, 4].map((at) => deal(at, 0)))).toBeNull();
    expect(publishedSum([0, 1, 2, 3, 4].map((at) => deal(at, at)))).toBe(500);
    const oneSeller = [0, 1, 2, 3, 4, 5, 6].flatMap((at) => [deal(at, 0), deal(at, Math.min(at, 4))]);
    expect(publishedSum(oneSeller)).toBe(1_000);
  });

  it('is the exact sum but for half a step, and never nothing', () => {
    fc.assert(
      fc.property(several, (all) => {
        const shown = publishedSum(all) ?? Number.NaN;
        const exact = all.reduce((sum, one) => sum + one.amount, 0);
        const step = stepOf(all);
        expect(shown % step).toBe(0);
        expect(shown).toBeGreaterThan(0);
        if (shown > step) expect(Math.abs(shown - exact)).toBeLessThanOrEqual(step / 2);
        else expect(exact).toBeLessThan(step * 1.5);
      }),
    );
  });

  it('is within a tenth where firms buy alike', () => {
    const alike = fc.array(fc.integer({ min: 1_600, max: 2_000 }), { minLength: 5, maxLength: 20 });
    fc.assert(
      fc.property(alike, (all) => {
        const exact = all.reduce((sum, one) => sum + one, 0);
        expect(Math.abs((publishedSum(shares(...all)) ?? Number.NaN) / exact - 1)).toBeLessThan(0.125);
      }),
    );
  });

  it('moves by whole steps, each as great as the firm that came or more, so that its amount is not read off the difference', () => {
    fc.assert(
      fc.property(amounts, amount, (all, last) => {
        const [before, after] = [publishedSum(shares(...all)) ?? 0, publishedSum(shares(...all, last)) ?? 0];
        const step = stepOf(shares(...all, last));
        expect(step).toBeGreaterThanOrEqual(last);
        expect(after % step).toBe(0);
        // what was told before was told in steps of the firms that were there
        if (stepOf(shares(...all)) === step) expect([0, step, 2 * step]).toContain(after - before);
      }),
    );
  });
});
