import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvertedIndex } from './inverted-index.ts';

const alphabet: readonly string[] = ['a', 'b', 'c', 'd', 'e'];
const letters = fc.constantFrom(...alphabet);
const document = fc.array(letters, { maxLength: 6 });
const step = fc.record({ document: fc.nat({ max: 7 }), drop: fc.boolean() });

describe('an inverted index', () => {
  it('refuses to drop a copy that is not there', () => {
    const index = new InvertedIndex();
    const slot = index.add(['a']);
    expect(() => index.drop(slot)).toThrow(RangeError);
  });

  it('answers nothing for a term it never saw', () => {
    const index = new InvertedIndex();
    expect(index.postings('a')).toHaveLength(0);
    expect(index.copiesHolding('a')).toBe(0);
  });

  it('counts a term once a document, however often it is written', () => {
    const index = new InvertedIndex();
    const slot = index.add(['a', 'a', 'b']);
    index.copy(slot);
    expect(index.lengthOf(slot)).toBe(2);
    expect(index.copiesHolding('a')).toBe(1);
  });

  it('agrees with counting by hand after any sequence of copies and drops', () => {
    fc.assert(
      fc.property(fc.array(document, { minLength: 1, maxLength: 8 }), fc.array(step), (documents, steps) => {
        const index = new InvertedIndex();
        const slots = documents.map((terms) => index.add(terms));
        const copies = documents.map(() => 0);
        for (const { document: pick, drop } of steps) {
          const at = pick % documents.length;
          if (drop && copies[at] === 0) continue;
          copies[at] = (copies[at] ?? 0) + (drop ? -1 : 1);
          if (drop) index.drop(slots[at] ?? 0);
          else index.copy(slots[at] ?? 0);
        }
        expect(index.documents).toBe(copies.reduce((sum, count) => sum + count, 0));
        for (const letter of alphabet) {
          const holding = documents.map((terms, at) => (terms.includes(letter) ? (copies[at] ?? 0) : 0));
          expect(index.copiesHolding(letter)).toBe(holding.reduce((sum, count) => sum + count, 0));
          expect([...index.postings(letter)]).toEqual(slots.filter((_, at) => documents[at]?.includes(letter)));
        }
      }),
    );
  });
});
