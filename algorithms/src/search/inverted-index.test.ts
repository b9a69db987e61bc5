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
        for (const terms of documents) index.add(terms);
        const copies = changed(index, documents.length, steps);
        expect(index.documents).toBe(sumOf(copies));
        for (const letter of alphabet) {
          const holding = documents.map((terms, slot) => (terms.includes(letter) ? (copies[slot] ?? 0) : 0));
          expect(index.copiesHolding(letter)).toBe(sumOf(holding));
          expect([...index.postings(letter)]).toEqual(slotsWith(letter, documents));
        }
      }),
    );
  });
});

interface Step {
  readonly document: number;
  readonly drop: boolean;
}

/** Runs the steps that are allowed; returns the copies each document should have. */
function changed(index: InvertedIndex, count: number, steps: readonly Step[]): number[] {
  const copies = new Array<number>(count).fill(0);
  for (const { document: pick, drop } of steps) {
    const slot = pick % count;
    const now = copies[slot] ?? 0;
    if (drop && now === 0) continue;
    copies[slot] = drop ? now - 1 : now + 1;
    if (drop) index.drop(slot);
    else index.copy(slot);
  }
  return copies;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function slotsWith(letter: string, documents: readonly (readonly string[])[]): number[] {
  return documents.flatMap((terms, slot) => (terms.includes(letter) ? [slot] : []));
}
