import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { remembered } from './remembered.ts';

describe('a remembered function', () => {
  it('answers like the function itself, whatever it has forgotten', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 2 })), fc.integer({ min: 1, max: 4 }), (words, most) => {
        const lengthOf = remembered((word) => word.length, most);
        for (const word of words) expect(lengthOf(word)).toBe(word.length);
      }),
    );
  });

  it('computes a word once while it remembers it', () => {
    let computed = 0;
    const count = remembered((word) => {
      computed += 1;
      return word;
    });
    count('克重');
    count('克重');
    expect(computed).toBe(1);
  });
});
