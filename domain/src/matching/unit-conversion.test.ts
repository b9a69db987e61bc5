import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Period, periods } from './quantity.ts';
import { convertQuantity, unitFactor } from './unit-conversion.ts';

describe('what cannot be converted', () => {
  it.each([
    ['吨', '米'],
    ['套', '只'],
    ['台', '吨'],
    ['卷', '米'],
  ])('%s to %s is nothing anybody can say', (from, to) => {
    expect(unitFactor(from, to)).toBeNull();
  });

  it('makes no rate of a one-off lot', () => {
    expect(convertQuantity({ amount: 5, unit: '吨', per: 'once' }, '吨', 'day')).toBeNull();
    expect(convertQuantity({ amount: 5, unit: '吨', per: 'day' }, '吨', 'once')).toBeNull();
  });
});

describe('converting', () => {
  it.each([
    [{ amount: 6, unit: '吨', per: 'day' }, 'kg', ['day', 6000]],
    [{ amount: 3, unit: '万只', per: 'day' }, '只', ['day', 30_000]],
    [{ amount: 365, unit: '吨', per: 'year' }, '吨', ['day', 1]],
    [{ amount: 7, unit: 't', per: 'week' }, '公斤', ['day', 1000]],
    [{ amount: 2, unit: '卷', per: 'day' }, '卷', ['week', 14]],
    [{ amount: 5, unit: '吨', per: 'once' }, '千克', ['once', 5000]],
  ] as const)('%o to %s a %s', (quantity, unit, [per, expected]) => {
    expect(convertQuantity(quantity, unit, per)).toBeCloseTo(expected, 9);
  });

  it('knows a unit in full width and in capitals', () => {
    expect(unitFactor('ＫＧ', '吨')).toBe(0.001);
    expect(unitFactor('g/m²', 'gsm')).toBe(1);
  });

  const masses = ['g', '克', 'kg', '公斤', '斤', '吨', 't'];
  const rates = periods.filter((period): period is Exclude<Period, 'once'> => period !== 'once');

  it('comes back to the same amount, whichever way it went', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 1e9, noNaN: true }),
        fc.array(fc.tuple(fc.constantFrom(...masses), fc.constantFrom(...rates)), { minLength: 1, maxLength: 5 }),
        (amount, way) => {
          let now = { amount, unit: '吨', per: 'day' as Period };
          for (const [unit, per] of way) now = { amount: convertQuantity(now, unit, per) ?? Number.NaN, unit, per };
          const back = convertQuantity(now, '吨', 'day') ?? Number.NaN;
          expect(Math.abs(back - amount) / amount).toBeLessThan(1e-9);
        },
      ),
    );
  });
});
