import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demand, supplier } from './match-fixtures.ts';
import { type Assessment, exactScore, scoreParts, weightsOf } from './match-score.ts';
import { tiers } from './tier.ts';

const limit = { name: 'BFE', op: '>=', value: 95, unit: '%' } as const;
const quantity = { amount: 5, unit: '吨', per: 'day' } as const;

const wish = fc.record({ limits: fc.boolean(), quantity: fc.boolean(), certificates: fc.boolean() }).map((asked) =>
  demand({
    limits: asked.limits ? [limit] : [],
    quantity: asked.quantity ? quantity : null,
    certificates: asked.certificates ? ['CE'] : [],
  }),
);

const assessment: fc.Arbitrary<Assessment> = fc.record({
  product: fc.double({ min: 0, max: 1, noNaN: true }),
  limits: fc.array(
    fc.constantFrom('met', 'not-met', 'unknown' as const).map((verdict) => ({ limit, verdict, stated: null })),
  ),
  capacity: fc
    .constantFrom('enough', 'short', 'unknown' as const)
    .map((verdict) => ({ verdict, registered: null, available: null })),
  certificates: fc.array(
    fc
      .constantFrom('held', 'expired', 'unknown' as const)
      .map((verdict) => ({ name: 'CE', verdict, validUntil: null })),
  ),
  tier: fc.constantFrom(...tiers),
  supplier: fc
    .nat({ max: 20 })
    .chain((deliveries) => fc.nat({ max: deliveries }).map((onTime) => supplier('a', { deliveries, onTime }))),
});

describe('the weights of a need', () => {
  it('are whole, sum to a hundred, and leave out what was not asked for', () => {
    fc.assert(
      fc.property(wish, fc.boolean(), (need, nearness) => {
        const weights = weightsOf(need, { nearness });
        expect(Object.values(weights).reduce((sum, weight) => sum + weight, 0)).toBe(100);
        expect(Object.values(weights).every((weight) => Number.isInteger(weight) && weight >= 0)).toBe(true);
        expect(weights.limits > 0).toBe(need.limits.length > 0);
        expect(weights.tier > 0).toBe(nearness);
      }),
    );
  });
});

describe('a score', () => {
  it('has parts between nothing and their weight, and stays near the exact value', () => {
    fc.assert(
      fc.property(wish, assessment, (need, found) => {
        const weights = weightsOf(need, { nearness: true });
        const parts = scoreParts(found, weights);
        expect(parts.every(({ points, weight }) => points >= 0 && points <= weight)).toBe(true);
        const shown = parts.reduce((sum, { points }) => sum + points, 0);
        expect(Math.abs(shown - exactScore(found, weights))).toBeLessThanOrEqual(parts.length / 2);
      }),
    );
  });

  it('puts what is unknown between what is met and what is not', () => {
    const need = demand({ limits: [limit] });
    const weights = weightsOf(need, { nearness: false });
    const [met, unknown, notMet] = (['met', 'unknown', 'not-met'] as const).map((verdict) => {
      const found = {
        product: 1,
        limits: [{ limit, verdict, stated: null }],
        capacity: null,
        certificates: [],
        tier: 'city',
        supplier: supplier('a'),
      } as const;
      return exactScore(found, weights);
    });
    expect(met).toBeGreaterThan(unknown ?? 0);
    expect(unknown).toBeGreaterThan(notMet ?? 0);
  });
});
