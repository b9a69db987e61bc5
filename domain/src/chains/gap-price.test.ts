import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { priceOf, type YearlyPurchase } from './gap-price.ts';
import { fewestBuyers } from './published-sum.ts';

const of = (firm: number, fen: number, more: Partial<YearlyPurchase> = {}): YearlyPurchase => ({
  ...{ organisationId: `firm ${firm}`, productId: 'fibre', fen, confirmed: true, kilometres: 100, ...more },
});
const firms = (from: number, to: number, confirmed = true) =>
  Array.from({ length: to - from }, (_, at) => of(from + at, 10, { confirmed }));
const few = { confirmedFen: null, declaredFen: null, buyers: null, kilometres: null, withheld: 'few' };

describe('the price of a gap', () => {
  it('is shown from five firms on, and not even counted aloud below', () => {
    expect(priceOf(firms(0, 4))).toEqual(few);
    expect(priceOf(firms(0, 5))).toMatchObject({ confirmedFen: 50, declaredFen: null, buyers: 5, withheld: 'none' });
  });

  it('says that nobody buys it elsewhere, which gives nobody away', () => {
    expect(priceOf([])).toMatchObject({ buyers: 0, withheld: 'none', confirmedFen: null });
  });

  it('counts firms, not rows', () => {
    expect(priceOf([of(1, 10), of(1, 20), of(2, 10), of(3, 10), of(4, 10)]).withheld).toBe('few');
  });

  it('is one sum, called declared, until five firms stand behind what is confirmed and five behind what is not', () => {
    const one = { confirmedFen: null, declaredFen: 60 };
    expect(priceOf([...firms(0, 2), ...firms(2, 6, false)])).toMatchObject(one);
    expect(priceOf([...firms(0, 5), ...firms(5, 6, false)])).toMatchObject(one);
    expect(priceOf([...firms(0, 5), ...firms(5, 10, false)])).toMatchObject({ confirmedFen: 50, declaredFen: 50 });
  });

  it('does not tell what the last firm bought when it is verified', () => {
    const four = firms(0, 4);
    const [fifth, last] = [of(4, 10, { confirmed: false }), of(5, 777, { confirmed: false })];
    const before = priceOf([...four, fifth, last]);
    const after = priceOf([...four, { ...fifth, confirmed: true }, last]);
    expect(after).toEqual(before);
    expect(before.declaredFen).toBe(1_000);
  });

  it('does not tell what one firm buys by the difference between a product and a kind of it', () => {
    const kind = [1, 2, 3, 4, 5].map((firm) => of(firm, 1_000, { productId: 't300' }));
    expect(priceOf([...kind, of(6, 4_321)])).toEqual(priceOf(kind));
  });

  it('counts only the buyers behind its amounts', () => {
    const kind = [1, 2, 3, 4, 5].map((firm) => of(firm, 10, { productId: 't300' }));
    expect(priceOf([...kind, of(6, 10)]).buyers).toBe(5);
    expect(priceOf([...firms(0, 3), ...kind.slice(0, 3)])).toEqual(few);
  });

  it('tells the median distance, a firm once, from five firms on whose distance is known', () => {
    const away = (...kilometres: readonly (number | null)[]) =>
      kilometres.map((km, at) => of(at, 10, { kilometres: km }));
    expect(priceOf(away(1_200, 300, 640, null, 900, 777)).kilometres).toBe(780);
    expect(priceOf(away(null, null, null, null, 640)).kilometres).toBeNull();
    expect(priceOf([...away(300, 310, 320, 330, 340), of(0, 10, { kilometres: 9_000 })]).kilometres).toBe(330);
  });
});

const firm = fc.integer({ min: 0, max: 14 });
const productId = fc.constantFrom('fibre', 't300', 't700', 't800');
const purchase = fc.record({
  ...{ organisationId: firm.map((one) => `firm ${one}`), productId, confirmed: fc.boolean() },
  ...{ fen: fc.integer({ min: 1, max: 1_000_000_000 }), kilometres: fc.option(fc.integer({ min: 1, max: 5_000 })) },
});
const purchases = fc.array(purchase, { maxLength: 50 });
/** A firm comes, goes, is verified, or buys another amount: what is there after each. */
const history = fc.array(
  fc.record({ ...{ at: fc.nat(), purchase }, act: fc.constantFrom('come', 'go', 'verify', 'change') }),
  {
    ...{ minLength: 1, maxLength: 12 },
  },
);
type Act = typeof history extends fc.Arbitrary<readonly (infer A)[]> ? A : never;

function statesOf(start: readonly YearlyPurchase[], acts: readonly Act[]): (readonly YearlyPurchase[])[] {
  const states = [start];
  for (const { at, act, purchase: next } of acts) {
    const now = states.at(-1) ?? [];
    const chosen = at % Math.max(1, now.length);
    if (act === 'come') states.push([...now, next]);
    else if (act === 'go') states.push(now.filter((_, index) => index !== chosen));
    else if (act === 'verify')
      states.push(now.map((one, index) => (index === chosen ? { ...one, confirmed: true } : one)));
    else states.push(now.map((one, index) => (index === chosen ? { ...one, fen: next.fen } : one)));
  }
  return states;
}

/** Everything a reader sees of a product and of each of its kinds, at one moment. */
const shown = (state: readonly YearlyPurchase[]) => [
  priceOf(state),
  ...['t300', 't700', 't800'].map((kind) => priceOf(state.filter((one) => one.productId === kind))),
];
const firmsIn = (state: readonly YearlyPurchase[]) => new Set(state.map(({ organisationId }) => organisationId)).size;
const fenOf = ({ confirmedFen, declaredFen }: ReturnType<typeof priceOf>) => (confirmedFen ?? 0) + (declaredFen ?? 0);

describe('whoever compares all prices of all days', () => {
  it('finds between a product and its kinds nothing but whole sums of five firms', () => {
    fc.assert(
      fc.property(purchases, (state) => {
        const own = priceOf(state.filter((one) => one.productId === 'fibre'));
        const [all, ...kinds] = shown(state);
        const rest = (all ? fenOf(all) : 0) - kinds.reduce((sum, kind) => sum + fenOf(kind), 0);
        expect(rest).toBe(fenOf(own));
        expect(rest === 0 || (own.buyers ?? 0) >= fewestBuyers).toBe(true);
      }),
    );
  });

  it('finds nothing of what fewer than five firms buy of a product, whatever that is', () => {
    fc.assert(
      fc.property(purchases, fc.array(purchase, { maxLength: 4 }), (state, others) => {
        const rest = state.filter((one) => one.productId !== 't300');
        const few = others.map((one) => ({ ...one, productId: 't300' }));
        expect(shown([...rest, ...few]).map(fenOf)).toEqual(shown(rest).map(fenOf));
      }),
    );
  });

  it('finds confirmed apart from declared only where five firms stand behind each, on every day', () => {
    fc.assert(
      fc.property(purchases, history, (start, acts) => {
        for (const state of statesOf(start, acts).map((all) => all.filter((one) => one.productId === 't700'))) {
          const { confirmedFen, declaredFen } = priceOf(state);
          if (confirmedFen === null || declaredFen === null) continue;
          for (const confirmed of [true, false])
            expect(firmsIn(state.filter((one) => one.confirmed === confirmed))).toBeGreaterThanOrEqual(fewestBuyers);
        }
      }),
    );
  });
});
