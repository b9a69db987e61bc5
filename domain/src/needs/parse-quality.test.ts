import { describe, expect, it } from 'vitest';
import { maskCatalogue, product } from '../matching/match-fixtures.ts';
import { ProductLexicon } from '../matching/product-lexicon.ts';
import { parseNeed } from './parse-need.ts';

const lexicon = new ProductLexicon(maskCatalogue.products);
const today = '2026-11-23';

describe('hints', () => {
  it('name what would save a round of questions', () => {
    const { quality } = parseNeed('熔喷布 BFE≥95', { lexicon, today, regions: [], usualLimits: () => ['BFE', '克重'] });
    expect(quality.hints.map(({ code, params }) => [code, params.name ?? null])).toEqual([
      ['quantity', null],
      ['limit', '克重'],
      ['deadline', null],
      ['place', null],
      ['certificates', null],
    ]);
    expect(quality.score).toBeLessThan(quality.max);
  });

  it('say that several products share one quantity and one date', () => {
    const several = new ProductLexicon([...maskCatalogue.products, product('nose-wire', '鼻梁条')]);
    const text = '熔喷布2吨每天，另外还要鼻梁条1500公斤';
    const { quality } = parseNeed(text, { lexicon: several, today, regions: [] });
    expect(quality.hints.find(({ code }) => code === 'several')?.params).toEqual({ count: 2 });
  });
});
