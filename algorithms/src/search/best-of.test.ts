import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestOf } from './best-of.ts';

const rising = (a: number, b: number) => a - b;

describe('the best of many', () => {
  it('is nothing when nothing is asked for', () => {
    expect(bestOf([3, 1, 2], 0, rising)).toEqual([]);
    expect(bestOf([3, 1, 2], -1, rising)).toEqual([]);
  });

  it('equals sorting everything and cutting', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer({ min: 0, max: 20 }), (items, limit) => {
        expect(bestOf(items, limit, rising)).toEqual([...items].sort(rising).slice(0, limit));
      }),
    );
  });
});
