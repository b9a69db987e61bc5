import { describe, expect, it } from 'vitest';
import { type ComparedQuote, deriveRejection } from './derived-rejection.ts';
import type { ReasonCode } from './reason.ts';

const reason = (code: ReasonCode) => ({ code, verdict: 'not-met' as const, params: {} });
const quote = (change: Partial<ComparedQuote> = {}): ComparedQuote => ({
  priceFen: 2_000_000,
  unit: '吨',
  leadDays: 7,
  reasons: [],
  ...change,
});

describe('why a quote was passed over, when the buyer says nothing', () => {
  it('is the price when it was dearer in the same unit', () => {
    expect(deriveRejection(quote(), quote({ priceFen: 2_100_000, leadDays: 30 }))).toBe('price');
  });

  it('is not the price when the units differ or a price is missing', () => {
    expect(deriveRejection(quote(), quote({ priceFen: 2_100_000, unit: '千克' }))).toBe('other');
    expect(deriveRejection(quote({ priceFen: null }), quote({ priceFen: 1 }))).toBe('other');
  });

  it('is the lead time when it was slower at no higher price', () => {
    expect(deriveRejection(quote(), quote({ leadDays: 15 }))).toBe('lead-time');
    expect(deriveRejection(quote({ leadDays: null }), quote({ leadDays: 15 }))).toBe('other');
  });

  it.each([
    ['limit.not-met', 'tolerance'],
    ['certificate.expired', 'certificate'],
    ['capacity.short', 'capacity'],
  ] as const)('is what the need asked and only the other does not reach: %s', (code, expected) => {
    expect(deriveRejection(quote(), quote({ reasons: [reason(code)] }))).toBe(expected);
    expect(deriveRejection(quote({ reasons: [reason(code)] }), quote({ reasons: [reason(code)] }))).toBe('other');
  });

  it('is never an unknown fact: unknown is not no', () => {
    expect(deriveRejection(quote(), quote({ reasons: [reason('limit.unknown'), reason('capacity.unknown')] }))).toBe(
      'other',
    );
  });
});
