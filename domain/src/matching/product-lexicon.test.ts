import { describe, expect, it } from 'vitest';
import { maskCatalogue, product } from './match-fixtures.ts';
import { ProductLexicon } from './product-lexicon.ts';

const lexicon = new ProductLexicon(maskCatalogue.products);

describe('products in a text', () => {
  it('are none where no name stands', () => {
    expect(lexicon.find('')).toEqual([]);
    expect(lexicon.find('没有产品')).toEqual([]);
  });

  it('are never found by a junk name', () => {
    const junk = new ProductLexicon([{ ...product('other', '其他'), junk: true }]);
    expect(junk.find('其他')).toEqual([]);
    expect(junk.get('other')?.name).toBe('其他');
  });

  it('are found by their longest name, with the words that were written', () => {
    expect(lexicon.find('要驻极熔喷布和非織造布')).toEqual([
      { productId: 'electret', name: '驻极熔喷布', quote: '驻极熔喷布', start: 1, end: 6 },
      { productId: 'nonwoven', name: '无纺布', quote: '非織造布', start: 7, end: 11 },
    ]);
  });

  it('are what the end of a joined name says', () => {
    expect(lexicon.find('口罩熔喷布').map(({ productId }) => productId)).toEqual(['meltblown']);
  });

  it('are not found inside a Latin word', () => {
    expect(lexicon.find('PPT')).toEqual([]);
    expect(lexicon.find('PP料')).toHaveLength(1);
  });

  it('are counted once', () => {
    expect(lexicon.find('熔喷布、熔喷布')).toHaveLength(1);
  });
});

describe('finding a product by name', () => {
  it('does not mind width, case, spaces or traditional characters', () => {
    expect(lexicon.findByName(' ｐｐ ')?.id).toBe('pp');
    expect(lexicon.findByName('熔噴佈')?.id).toBe('meltblown');
    expect(lexicon.findByName('石墨')).toBeUndefined();
  });

  it('leaves a shared name with the product that came first', () => {
    const two = new ProductLexicon([product('a', '膜'), product('b', '薄膜', ['膜'])]);
    expect(two.findByName('膜')?.id).toBe('a');
  });

  it('suggests the very name first, then what begins so, then what contains it', () => {
    expect(lexicon.suggest('熔喷布').map(({ id }) => id)).toEqual(['meltblown', 'electret']);
    expect(lexicon.suggest('  ')).toEqual([]);
  });
});
