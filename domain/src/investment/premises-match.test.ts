import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PremisesFacts, PremisesWish } from './premises.ts';
import { matchPremises, rankPremises } from './premises-match.ts';
import { premisesText, wishFinding } from './premises-text.ts';

const noFacts: PremisesFacts = {
  ...{ kind: 'plant', area: null, powerKv: null, powerKw: null, water: null, floorLoad: null, exhaust: null },
};
const noWish: PremisesWish = {
  ...{ kind: null, area: null, powerKv: null, powerKw: null, water: null, floorLoad: null, exhaust: null },
};
const fitOf = (wish: Partial<PremisesWish>, facts: Partial<PremisesFacts>) =>
  matchPremises({ ...noWish, ...wish }, { ...noFacts, ...facts }).fit;

describe('what a firm wishes of its premises', () => {
  it('is met by exactly as much, and by more', () => {
    expect(fitOf({ floorLoad: 2 }, { floorLoad: 2 })).toBe('fits');
    expect(fitOf({ floorLoad: 2 }, { floorLoad: 1.9 })).toBe('fails');
    expect(fitOf({ powerKv: 10 }, { powerKv: 35 })).toBe('fits');
  });

  it('compares mu with square metres without a rounding', () => {
    expect(fitOf({ area: { amount: 3, unit: 'mu' } }, { area: { amount: 2000, unit: 'm2' } })).toBe('fits');
    expect(fitOf({ area: { amount: 3, unit: 'mu' } }, { area: { amount: 1999, unit: 'm2' } })).toBe('fails');
    expect(fitOf({ area: { amount: 2001, unit: 'm2' } }, { area: { amount: 3, unit: 'mu' } })).toBe('fails');
  });

  it('is open where something is not known: unknown is never no', () => {
    expect(fitOf({ water: 100 }, {})).toBe('open');
    expect(fitOf({ exhaust: true }, { exhaust: null })).toBe('open');
    expect(fitOf({ water: 100, powerKv: 10 }, { powerKv: 6 })).toBe('fails');
  });

  it('asks neither load nor exhaust of land: what is built there is built for the firm', () => {
    expect(fitOf({ floorLoad: 2, exhaust: true }, { kind: 'land' })).toBe('fits');
    expect(fitOf({ kind: 'plant' }, { kind: 'land' })).toBe('fails');
  });

  it('puts what fits first, then what has to be checked, and names the wishes against the others', () => {
    const ranked = rankPremises({ ...noWish, water: 100, powerKv: 10 }, [
      { name: '小', facts: { ...noFacts, water: 50, powerKv: 6 } },
      { name: '未知', facts: { ...noFacts, powerKv: 10 } },
      { name: '合适', facts: { ...noFacts, water: 100, powerKv: 10 } },
    ]);
    expect(ranked.map(({ name, fit }) => [name, fit])).toEqual([
      ['合适', 'fits'],
      ['未知', 'open'],
      ['小', 'fails'],
    ]);
    expect(ranked[2]?.reasons).toEqual([
      { wish: 'powerKv', verdict: 'not-met' },
      { wish: 'water', verdict: 'not-met' },
    ]);
  });

  it('reads as a sentence in both languages', () => {
    const wish: PremisesWish = { ...noWish, area: { amount: 60, unit: 'mu' }, powerKv: 10, floorLoad: 2 };
    expect(wishFinding(wish, { fits: 2, open: 0 }, 'zh')).toBe('要 60 亩、10 kV、承重 2 吨/m²：符合 2 处');
    expect(wishFinding(wish, { fits: 1, open: 3 }, 'en')).toBe(
      'Wants 60 mu, 10 kV, floor load 2 t/m²: 1 fits, 3 to be checked',
    );
    expect(premisesText({ ...noFacts, exhaust: false }, 'zh')).toBe('厂房、不可排烟');
  });

  it('agrees with asking every question one by one, over any premises', () => {
    fc.assert(
      fc.property(wishes, fc.array(premises, { maxLength: 20 }), (wish, all) => {
        const ranked = rankPremises(
          wish,
          all.map((facts, place) => ({ place, facts })),
        );
        expect(ranked.map(({ place }) => place).toSorted()).toEqual(all.map((_, place) => place).toSorted());
        for (const { facts, fit, reasons } of ranked) {
          expect(fit).toBe(oracle(wish, facts));
          expect(reasons).toHaveLength(Object.values(wish).filter((value) => value !== null).length);
        }
        const order = ranked.map(({ fit }) => ['fits', 'open', 'fails'].indexOf(fit));
        expect(order).toEqual(order.toSorted((a, b) => a - b));
      }),
    );
  });
});

const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const figure = fc.integer({ min: 1, max: 12 });
const area = fc.record({
  amount: fc.integer({ min: 1, max: 3000 }),
  unit: fc.constantFrom('mu' as const, 'm2' as const),
});
const kind = fc.constantFrom('land' as const, 'plant' as const);
const measured = {
  ...{ area: maybe(area), powerKv: maybe(figure), powerKw: maybe(figure), water: maybe(figure) },
  floorLoad: maybe(figure),
};
const wishes = fc.record({ kind: maybe(kind), ...measured, exhaust: maybe(fc.constant(true as const)) });
const premises = fc.record({ kind, ...measured, exhaust: maybe(fc.boolean()) });

/** Every wish asked alone, areas as exact fractions. */
function oracle(wish: PremisesWish, facts: PremisesFacts): 'fits' | 'open' | 'fails' {
  const land = facts.kind === 'land';
  const answers = [
    wish.kind === null || wish.kind === facts.kind,
    wish.area === null || (facts.area === null ? undefined : thirds(facts.area) >= thirds(wish.area)),
    ...(['powerKv', 'powerKw', 'water'] as const).map((name) => enough(wish[name], facts[name])),
    land || enough(wish.floorLoad, facts.floorLoad),
    land || wish.exhaust === null || (facts.exhaust ?? undefined),
  ];
  if (answers.includes(false)) return 'fails';
  return answers.includes(undefined) ? 'open' : 'fits';
}

const thirds = ({ amount, unit }: NonNullable<PremisesWish['area']>) => BigInt(amount) * (unit === 'mu' ? 2000n : 3n);
const enough = (asked: number | null, has: number | null) =>
  asked === null || (has === null ? undefined : has >= asked);
