import { describe, expect, it } from 'vitest';
import { maskCatalogue, product, relation } from './match-fixtures.ts';
import { ProductGraph } from './product-graph.ts';

const graph = new ProductGraph(maskCatalogue.products, maskCatalogue.relations);

describe('products that can serve the one wanted', () => {
  it('are only itself where the graph does not know it', () => {
    expect([...graph.related('graphite').keys()]).toEqual(['graphite']);
  });

  it('are its kinds, its substitutes, what is broader, and what is made of the same material', () => {
    const codes = new Map([...graph.related('meltblown')].map(([id, { code }]) => [id, code]));
    expect(codes).toEqual(
      new Map([
        ['meltblown', 'product.same'],
        ['electret', 'product.kind'],
        ['nanofibre', 'product.substitute'],
        ['nonwoven', 'product.broader'],
        ['spunbond', 'product.material'],
      ]),
    );
  });

  it('name the material they share', () => {
    expect(graph.related('meltblown').get('spunbond')?.via).toBe('pp');
  });

  it('do not come through a relation without weight, a loop or a product that does not exist', () => {
    const products = [product('soup', '汤'), product('salt', '盐'), product('bread', '面包')];
    const weightless = { ...relation('soup', 'made-from', 'salt'), weight: 0 };
    const loose = [
      weightless,
      relation('bread', 'made-from', 'salt'),
      relation('soup', 'kind-of', 'soup'),
      relation('gone', 'kind-of', 'soup'),
    ];
    expect(new ProductGraph(products, loose).related('soup').size).toBe(1);
  });

  it('are each named once though kinds go round in a circle', () => {
    const products = [product('a', '甲'), product('b', '乙')];
    const circle = [relation('a', 'kind-of', 'b'), relation('b', 'kind-of', 'a')];
    expect([...new ProductGraph(products, circle).related('a').keys()]).toEqual(['a', 'b']);
  });
});
