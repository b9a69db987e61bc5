import { describe, expect, it } from 'vitest';
import { maskCatalogue } from '../matching/match-fixtures.ts';
import { ProductLexicon } from '../matching/product-lexicon.ts';
import { parseNeed } from './parse-need.ts';
import type { ParsedNeed } from './parse-result.ts';

const lexicon = new ProductLexicon(maskCatalogue.products);

function parse(text: string): ParsedNeed {
  return parseNeed(text, { lexicon, today: '2026-11-23', regions: maskCatalogue.regions });
}

function limitsOf(text: string): string[] {
  return parse(text).limits.map(({ name, op, value, unit }) => `${name} ${op} ${value} ${unit}`.trim());
}

describe('a figure with its tolerance', () => {
  it.each([
    ['克重25±2 g/m²', ['克重 >= 23 g/m²', '克重 <= 27 g/m²']],
    ['克重：25g±2g', ['克重 >= 23 g/m²', '克重 <= 27 g/m²']],
    ['厚度0.3±0.02mm', ['厚度 >= 0.28 mm', '厚度 <= 0.32 mm']],
    ['回弹性±0.03mm', ['回弹性 ± 0.03 mm']],
  ])('is read once: %s', (text, limits) => {
    expect(limitsOf(text)).toEqual(limits);
  });
});

describe('a property nobody listed', () => {
  it.each([
    ['回弹性不低于30%', '>='],
    ['回弹性低于30%', '<'],
    ['回弹性不高于30%', '<='],
    ['回弹性高于30%', '>'],
  ])('keeps the direction of its words: %s', (text, op) => {
    expect(parse(text).limits).toEqual([{ name: '回弹性', op, value: 30, unit: '%' }]);
  });
});

describe('the name of a product is no property', () => {
  it('leaves a tolerance behind the product to the product', () => {
    const { products, limits } = parse('熔喷布 ±0.02 mm');
    expect(products).toMatchObject([{ name: '熔喷布' }]);
    expect(limits).toEqual([{ name: '公差', op: '±', value: 0.02, unit: 'mm' }]);
  });

  it.each(['熔喷布不少于5吨/天', '需要熔喷布至少5吨/天', '熔喷布≥5吨/天'])('reads “%s” as an amount', (text) => {
    const { products, quantity, limits } = parse(text);
    expect(products).toMatchObject([{ name: '熔喷布' }]);
    expect(quantity).toEqual({ amount: 5, unit: '吨', per: 'day' });
    expect(limits).toEqual([]);
  });

  it('still reads a property that begins with the name of a product', () => {
    expect(limitsOf('熔喷布耐折度≥30次')).toEqual(['熔喷布耐折度 >= 30 次']);
  });
});
