import { describe, expect, it } from 'vitest';
import { type BookGiven, bookOf, bought, maker } from '../testing/chain-facts.ts';
import { diagnoseChain } from './diagnosis.ts';

const chain = ['precursor', 'fibre', 'prepreg', 'part'];
const segments = [{ id: 'all', name: 'all', nameEn: null, tier: 'upstream' as const, products: chain }];
const madeFrom = [
  ['fibre', 'precursor'],
  ['prepreg', 'fibre'],
  ['part', 'prepreg'],
] as const;

function precursorOf(facts: Pick<BookGiven, 'makers' | 'bought'>) {
  const substitutes = [['precursor', 'pan']] as const;
  const book = bookOf({ products: [...chain, 'pan'], madeFrom, substitutes, ...facts });
  const [gap] = diagnoseChain({ segments }, { book, today: '2026-11-29' }, new Set(['precursor']));
  return { stops: gap?.stops, codes: gap?.causes.map(({ code }) => code) };
}

const two = [maker('甲', 'precursor'), maker('乙', 'precursor')];

describe('a link with a registered substitute', () => {
  it('is fragile where nobody is known to make the substitute', () => {
    const { stops, codes } = precursorOf({ makers: two, bought: [] });
    expect(stops).toEqual(['fibre', 'prepreg', 'part']);
    expect(codes).toContain('stops-others');
  });

  it('is fragile where the substitute comes from the same makers only', () => {
    expect(precursorOf({ makers: [...two, maker('甲', 'pan')], bought: [] }).codes).toContain('stops-others');
  });

  it('is not where the substitute has a maker of its own, or is bought from elsewhere', () => {
    for (const facts of [
      { makers: [...two, maker('丙', 'pan')], bought: [] },
      { makers: two, bought: [bought('丁', 'pan')] },
    ]) {
      expect(precursorOf(facts).stops).toEqual([]);
      expect(precursorOf(facts).codes).not.toContain('stops-others');
    }
  });

  it('is fragile where the substitute is offered elsewhere but nobody here buys it', () => {
    const away = maker('外', 'pan', { ring: 'nation', city: '220200' });
    expect(precursorOf({ makers: [...two, away], bought: [] }).codes).toContain('stops-others');
  });
});
