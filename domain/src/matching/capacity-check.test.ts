import { describe, expect, it } from 'vitest';
import { checkCapacity } from './capacity-check.ts';

const fiveADay = { amount: 5, unit: '吨', per: 'day' } as const;

describe('is the capacity enough', () => {
  it('is unknown when nothing is registered, or the units cannot be compared', () => {
    expect(checkCapacity(fiveADay, null).verdict).toBe('unknown');
    expect(checkCapacity(fiveADay, { amount: 900, unit: '米', per: 'day' }).verdict).toBe('unknown');
  });

  it('compares over the same period and in the same unit', () => {
    expect(checkCapacity(fiveADay, { amount: 6000, unit: 'kg', per: 'day' })).toMatchObject({
      verdict: 'enough',
      available: 6,
    });
    expect(checkCapacity(fiveADay, { amount: 73, unit: '吨', per: 'month' })).toMatchObject({ verdict: 'short' });
    expect(checkCapacity(fiveADay, { amount: 5, unit: '吨', per: 'day' }).verdict).toBe('enough');
  });

  it('says of a lot that it is enough within a week, or unknown, but never short', () => {
    const lot = { amount: 30, unit: '吨', per: 'once' } as const;
    expect(checkCapacity(lot, { amount: 5, unit: '吨', per: 'day' }).verdict).toBe('enough');
    expect(checkCapacity(lot, { amount: 1, unit: '吨', per: 'day' }).verdict).toBe('unknown');
    expect(checkCapacity(lot, { amount: 20, unit: '吨', per: 'once' }).verdict).toBe('short');
  });
});
