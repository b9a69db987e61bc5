import { describe, expect, it } from 'vitest';
import type { Product, ProductRelation } from '../matching/product.ts';
import { endsIn, type FitGraph, fitOfText, fittingProducts } from './heat-fit.ts';

const product = (id: string, name: string, source: Product['source'] = 'hand'): Product => ({
  ...{ id, name, aliases: id === 'round' ? ['圆钢'] : [], unit: null, source, junk: false },
});
const products = [
  product('round', '圆棒钢'),
  product('steel', '钢材'),
  product('bearing', '轴承圆钢'),
  product('n1', '不锈钢圆钢', 'chainkg'),
  product('n2', '圆钢筛', 'chainkg'),
  product('n3', '废圆钢', 'chainkg'),
  product('n4', '棒材', 'chainkg'),
  product('named', '盘圆', 'chainkg'),
  product('handKind', '渗碳钢'),
];
const kindOf = (fromId: string, toId: string): ProductRelation => ({
  ...{ fromId, toId, kind: 'kind-of', quantity: null, quantityUnit: null, weight: 1, source: 'hand' },
});
const byHand = [kindOf('round', 'steel'), kindOf('handKind', 'round'), kindOf('bearing', 'handKind')];
const graph: FitGraph = {
  find: (id) => products.find((one) => one.id === id),
  kindsOf: () => ['round', 'bearing', 'n1', 'n2', 'n3', 'n4', 'handKind'],
  relationsFrom: (id) => byHand.filter(({ fromId }) => fromId === id),
  relationsTo: (id) => byHand.filter(({ toId }) => toId === id),
  otherNamesOf: () => [{ productId: 'named', fit: 'kind', note: '盘圆是圆钢的一种' }],
};

describe('what counts for a wanted product', () => {
  const found = new Map(fittingProducts('round', graph).map((one) => [one.productId, one]));

  it('is itself, exactly', () => {
    expect(found.get('round')).toEqual({ productId: 'round', fit: 'exact', note: null });
  });

  it('is a kind that somebody wrote down, however deep, or whose name ends in its name or another of its names', () => {
    expect(['handKind', 'bearing', 'n1'].map((id) => found.get(id)?.fit)).toEqual(['kind', 'kind', 'kind']);
  });

  it('is not what an imported graph calls a kind and whose name says something else', () => {
    expect(['n2', 'n3', 'n4'].map((id) => found.has(id))).toEqual([false, false, false]);
  });

  it('is another word of the catalogue with its reason, and what it is a kind of as a broader word', () => {
    expect(found.get('named')).toEqual({ productId: 'named', fit: 'kind', note: '盘圆是圆钢的一种' });
    expect(found.get('steel')?.fit).toBe('broader');
  });

  it('is nothing for a product that is not there', () => {
    expect(fittingProducts('nothing', graph)).toEqual([]);
  });
});

describe('a name that ends in another', () => {
  it('names a kind of it, unless what stands before makes another thing of it', () => {
    expect(endsIn('双酚A型环氧树脂', '环氧树脂')).toBe(true);
    expect(endsIn('聚丙烯', '丙烯')).toBe(false);
    expect(endsIn('废船', '船')).toBe(false);
    expect(endsIn('游艇冰箱', '游艇')).toBe(false);
    expect(endsIn('渔网', '网')).toBe(false);
  });
});

describe('an imported offer', () => {
  it('registered under a shorter name than the product’s says less than the product', () => {
    expect(fitOfText('exact', { name: '注塑模具' }, '模具')).toBe('broader');
    expect(fitOfText('exact', { name: '注塑模具' }, '精密注塑模具')).toBe('exact');
    expect(fitOfText('exact', { name: '碳纤维' }, '碳丝')).toBe('exact');
    expect(fitOfText('kind', { name: '注塑模具' }, '模具')).toBe('kind');
  });
});
