import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { saturation, termWeight } from './term-weight.ts';

const counts = fc
  .tuple(fc.nat({ max: 100_000 }), fc.nat({ max: 100_000 }))
  .map(([a, b]) => ({ holding: Math.min(a, b), documents: Math.max(a, b) }));

describe('the weight of a term', () => {
  it('is never negative, even for a term that every document holds', () => {
    fc.assert(fc.property(counts, ({ holding, documents }) => termWeight(holding, documents) > 0));
  });

  it('falls when one more document holds the term', () => {
    fc.assert(
      fc.property(counts, ({ holding, documents }) => {
        fc.pre(holding < documents);
        expect(termWeight(holding + 1, documents)).toBeLessThan(termWeight(holding, documents));
      }),
    );
  });
});

describe('saturation', () => {
  const lengths = fc.integer({ min: 1, max: 500 });

  it('gives nothing for a term that does not occur', () => {
    expect(saturation(0, { length: 10, averageLength: 10 })).toBe(0);
  });

  it('rises with each occurrence and stays below k1 + 1', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), lengths, lengths, (frequency, length, averageLength) => {
        const value = saturation(frequency, { length, averageLength });
        expect(saturation(frequency + 1, { length, averageLength })).toBeGreaterThan(value);
        expect(value).toBeLessThan(2.2);
      }),
    );
  });

  it('holds back a longer document, and not at all when b is zero', () => {
    const long = { length: 20, averageLength: 10 };
    const short = { length: 10, averageLength: 10 };
    expect(saturation(1, long)).toBeLessThan(saturation(1, short));
    expect(saturation(1, { ...long, b: 0 })).toBe(saturation(1, { ...short, b: 0 }));
  });
});
