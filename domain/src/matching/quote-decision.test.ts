import { describe, expect, it } from 'vitest';
import { decideQuote } from './quote-decision.ts';

const quote = { priceFen: 2_100_000, quantity: 5 };

describe('a quote', () => {
  it.each([
    ['matching.quantity-too-large', { quantity: 1e308 }],
    ['matching.price-too-large', { priceFen: Number.MAX_SAFE_INTEGER }],
  ])('is refused with %s when nobody can mean it', (code, wrong) => {
    expect(() => decideQuote({ ...quote, ...wrong })).toThrow(expect.objectContaining({ code }));
  });

  it('stands when it is large but possible', () => {
    expect(() => decideQuote({ priceFen: 10_000_000_000_000, quantity: 1e12 })).not.toThrow();
  });
});
