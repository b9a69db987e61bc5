import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GrowingIntegers } from './growing-integers.ts';

describe('a growing list of integers', () => {
  it('is empty at first', () => {
    expect([...new GrowingIntegers().view()]).toEqual([]);
  });

  it('holds exactly what was pushed, in order, whatever its first capacity', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 4_294_967_295 })), fc.integer({ min: 0, max: 9 }), (values, capacity) => {
        const list = new GrowingIntegers(capacity);
        for (const value of values) list.push(value);
        expect(list.length).toBe(values.length);
        expect([...list.view()]).toEqual(values);
      }),
    );
  });
});
