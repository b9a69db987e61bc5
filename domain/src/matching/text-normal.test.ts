import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseName, normaliseText, originOf } from './text-normal.ts';

describe('a normalised text', () => {
  it.each([
    ['熔噴佈', '熔喷布'],
    ['ＢＦＥ≧９５％', 'bfe≥95%'],
    ['25㎡', '25m2'],
    ['Φ120 ⌀120', 'φ120 φ120'],
    ['−5 — 6', '-5 - 6'],
    ['①口罩', ' 口罩'],
  ])('of %s is %s', (written, normal) => {
    expect(normaliseText(written).text).toBe(normal);
  });

  it('finds the way back to what was written', () => {
    const normal = normaliseText('买25㎡布');
    const { start, end } = originOf(normal, normal.text.indexOf('m2'), normal.text.indexOf('m2') + 2);
    expect('买25㎡布'.slice(start, end)).toBe('㎡');
  });

  it('keeps one origin for each character and one for the end, rising', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (written) => {
        const { text, origin } = normaliseText(written);
        expect(origin).toHaveLength(text.length + 1);
        expect(origin.at(-1)).toBe(written.length);
        expect(origin.every((place, at) => at === 0 || place >= (origin[at - 1] ?? 0))).toBe(true);
      }),
    );
  });

  it('leaves spaces and quotation marks out of a name', () => {
    expect(normaliseName('PP “熔喷” 料')).toBe('pp熔喷料');
  });
});
