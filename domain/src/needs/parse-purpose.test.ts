import { describe, expect, it } from 'vitest';
import { maskCatalogue } from '../matching/match-fixtures.ts';
import { ProductLexicon } from '../matching/product-lexicon.ts';
import { parseNeed } from './parse-need.ts';

const lexicon = new ProductLexicon(maskCatalogue.products);

function productsOf(text: string): string[] {
  const { products } = parseNeed(text, { lexicon, today: '2026-11-23', regions: maskCatalogue.regions });
  return products.map(({ quote }) => quote);
}

describe('what a thing is for is not what is asked for', () => {
  it.each(['口罩用熔喷布 5 吨', '口罩专用熔喷布 5 吨', '口罩熔喷布 5 吨', '因口罩项目，采购熔喷布 5 吨'])(
    '%s: cloth',
    (text) => {
      expect(productsOf(text)).toEqual(['熔喷布']);
    },
  );

  it('reads a material as a property of the thing', () => {
    expect(productsOf('口罩 5000 只，熔喷布材质')).toEqual(['口罩']);
  });

  it('keeps things that stand side by side', () => {
    expect(productsOf('口罩、熔喷布 各 5 吨')).toEqual(['口罩', '熔喷布']);
  });

  it('keeps the only thing that is named', () => {
    expect(productsOf('口罩项目，请联系')).toEqual(['口罩']);
  });
});
