import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountBand, isEnough, publishedSum } from './published-sum.ts';

const share = (firm: number, amount: number) => ({ firms: [`firm ${firm}`], amount });
const shares = (...amounts: readonly number[]) => amounts.map((amount, at) => share(at, amount));
const amount = fc.integer({ min: 1, max: 10_000_000_000 });
const amounts = fc.array(amount, { minLength: 5, maxLength: 20 });
/** five firms and more, some with several amounts */
const several = fc
  .tuple(amounts, fc.array(fc.tuple(fc.nat({ max: 4 }), amount), { maxLength: 10 }))
  .map(([first, more]) => [...shares(...first), ...more.map(([firm, one]) => share(firm, one))]);
/** amounts a rival would try, each 2.3 % above the last */
const tried = Array.from({ length: 1_200 }, (_, at) => Math.round(10 ** (at / 100)));

describe('an amount behind a sum', () => {
  it('counts as the nearest of 1, 1.5, 2, 3, 5, 7 of its order, and nothing as nothing', () => {
    expect([0, 1, 12, 13, 17, 18, 24, 25, 38, 39, 59, 60, 83, 84, 4_321].map(amountBand)).toEqual([
      0, 1, 10, 15, 15, 20, 20, 30, 30, 50, 50, 70, 70, 100, 5_000,
    ]);
    expect([0.02, 0.437].map(amountBand)).toEqual([0.02, 0.5]);
  });

  it('is never told more exactly than to a factor of 1.4', () => {
    fc.assert(
      fc.property(amount, (one) => {
        const alike = tried.filter((other) => amountBand(other) === amountBand(one));
        if (one > 100) expect(Math.max(...alike) / Math.min(...alike)).toBeGreaterThan(1.35);
      }),
    );
  });
});

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

  it('is of the right size, and never nothing', () => {
    fc.assert(
      fc.property(several, (all) => {
        const shown = publishedSum(all) ?? Number.NaN;
        const exact = all.reduce((sum, one) => sum + one.amount, 0);
        expect(shown / exact).toBeGreaterThan(0.3);
        expect(shown / exact).toBeLessThan(3.6);
      }),
    );
  });

  it('is a whole number of steps none of which is smaller than all that one firm has in it', () => {
    const series = Array.from({ length: 13 }, (_, order) => [1, 2, 5].map((one) => one * 10 ** order)).flat();
    fc.assert(
      fc.property(several, (all) => {
        const banded = all.map(({ firms, amount: one }) => ({ firm: firms[0], band: amountBand(one) }));
        const totals = [...Map.groupBy(banded, ({ firm }) => firm).values()].map((rows) =>
          rows.reduce((sum, { band }) => sum + band, 0),
        );
        const step = series.find((one) => one >= Math.max(...totals)) ?? 0;
        expect((publishedSum(all) ?? Number.NaN) % step).toBe(0);
      }),
    );
  });

  it('leaves whoever knows every other amount, and both states, with a factor of 1.4 for the firm that came', () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 100, max: 10_000_000_000 }), (all, last) => {
        const after = publishedSum(shares(...all, last));
        const fits = tried.filter((guess) => publishedSum(shares(...all, guess)) === after);
        expect(Math.max(...fits) / Math.min(...fits)).toBeGreaterThan(1.35);
      }),
      { numRuns: 60 },
    );
  });
});
