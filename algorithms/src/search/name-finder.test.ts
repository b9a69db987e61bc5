import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FoundName, NameFinder } from './name-finder.ts';

/** Tries every name at every place. */
function findByHand(names: readonly string[], text: string): FoundName<string>[] {
  const found: FoundName<string>[] = [];
  for (let start = 0; start < text.length; ) {
    const here = names
      .filter((name) => name !== '' && text.startsWith(name, start))
      .sort((a, b) => b.length - a.length)[0];
    if (here !== undefined) found.push({ value: here, start, end: start + here.length });
    start += here?.length ?? 1;
  }
  return found;
}

const words = (maxLength: number) => fc.string({ unit: fc.constantFrom('布', '纺', '无', 'a'), maxLength });

describe('finding names in a text', () => {
  it('finds nothing with no names', () => {
    expect(new NameFinder<string>().find('熔喷布')).toEqual([]);
  });

  it('prefers the longest name', () => {
    const finder = new NameFinder<string>();
    finder.add('无纺', 'short');
    finder.add('无纺布', 'long');
    expect(finder.find('买无纺布')).toEqual([{ value: 'long', start: 1, end: 4 }]);
  });

  it('passes over a place that the caller does not accept', () => {
    const finder = new NameFinder<string>();
    finder.add('ce', 'mark');
    expect(finder.find('face ce', (start) => start === 0 || start === 5)).toEqual([
      { value: 'mark', start: 5, end: 7 },
    ]);
  });

  it('keeps the first value of a name that is added twice', () => {
    const finder = new NameFinder<string>();
    finder.add('布', 'first');
    finder.add('布', 'second');
    expect(finder.get('布')).toBe('first');
  });

  it('agrees with trying every name at every place', () => {
    fc.assert(
      fc.property(fc.array(words(4)), words(30), (names, text) => {
        const finder = new NameFinder<string>();
        for (const name of names) finder.add(name, name);
        expect(finder.find(text)).toEqual(findByHand(names, text));
      }),
    );
  });
});
