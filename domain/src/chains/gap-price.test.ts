import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fewestBuyers, priceOf, type YearlyPurchase } from './gap-price.ts';

const of = (firm: number, fen: number, more: Partial<YearlyPurchase> = {}): YearlyPurchase => ({
  ...{ organisationId: `firm ${firm}`, fen, confirmed: true, kilometres: 100, ...more },
});
const firms = (from: number, to: number, confirmed = true) =>
  Array.from({ length: to - from }, (_, at) => of(from + at, 10, { confirmed }));

describe('the price of a gap', () => {
  it('is shown from five firms on, and not even counted aloud below', () => {
    expect(priceOf(firms(0, 4))).toEqual({
      ...{ confirmedFen: null, declaredFen: null, buyers: null, kilometres: null, withheld: 'few' },
    });
    expect(priceOf(firms(0, 5))).toMatchObject({ confirmedFen: 50, declaredFen: null, buyers: 5, withheld: 'none' });
  });

  it('says that nobody buys it elsewhere, which gives nobody away', () => {
    expect(priceOf([])).toMatchObject({ buyers: 0, withheld: 'none', confirmedFen: null });
  });

  it('counts firms, not rows', () => {
    expect(priceOf([of(1, 10), of(1, 20), of(2, 10), of(3, 10), of(4, 10)]).withheld).toBe('few');
  });

  it('counts confirmed purchases of too few firms among the declared ones', () => {
    expect(priceOf([...firms(0, 2), ...firms(2, 6, false)])).toMatchObject({ confirmedFen: null, declaredFen: 60 });
  });

  it('keeps the declared sum back when too few firms stand behind it', () => {
    expect(priceOf([...firms(0, 6), ...firms(6, 8, false)])).toMatchObject({ confirmedFen: 60, declaredFen: null });
  });

  it('tells the median distance of the purchases whose origin is known', () => {
    const away = [1_200, 300, 640, null, 900].map((kilometres, at) => of(at, 10, { kilometres }));
    expect(priceOf(away).kilometres).toBe(770);
  });

  it('never shows a sum that fewer than five firms make up, whatever is bought', () => {
    const purchase = fc.record({
      organisationId: fc.integer({ min: 0, max: 12 }).map((firm) => `firm ${firm}`),
      fen: fc.integer({ min: 1, max: 1_000_000 }),
      confirmed: fc.boolean(),
      kilometres: fc.option(fc.integer({ min: 1, max: 5_000 })),
    });
    fc.assert(
      fc.property(fc.array(purchase, { maxLength: 40 }), (purchases) => {
        const price = priceOf(purchases);
        const sums = [price.confirmedFen, price.declaredFen].filter((sum) => sum !== null);
        const groups = [purchases, purchases.filter((p) => p.confirmed), purchases.filter((p) => !p.confirmed)];
        for (const sum of sums) {
          const behind = groups.filter((group) => group.reduce((total, { fen }) => total + fen, 0) === sum);
          const most = Math.max(...behind.map((group) => new Set(group.map((p) => p.organisationId)).size));
          expect(most).toBeGreaterThanOrEqual(fewestBuyers);
        }
        if (price.confirmedFen !== null && price.declaredFen !== null)
          expect(price.confirmedFen + price.declaredFen).toBe(purchases.reduce((total, { fen }) => total + fen, 0));
      }),
    );
  });
});
