import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byHand, clean, company, madeFrom, material, named } from './chainkg-dirty-rows.ts';
import type { ProductRelation } from './product.ts';

describe('relations', () => {
  it('say in our words what the source says: material, downstream product, subclass', () => {
    const cleaned = clean({
      products: named('口罩', '熔喷布', '聚丙烯', '无纺布'),
      product_relations: [
        material('口罩', '熔喷布'),
        { from: '聚丙烯', to: '熔喷布', type: 'downstream_product' },
        { from: '无纺布', to: '熔喷布', type: 'subclass' },
      ],
    });
    const name = (id: string) => cleaned.products.find((product) => product.id === id)?.name;
    expect(cleaned.relations.map(({ fromId, kind, toId }) => `${name(fromId)} ${kind} ${name(toId)}`)).toEqual([
      '熔喷布 kind-of 无纺布',
      '口罩 made-from 熔喷布',
      '熔喷布 made-from 聚丙烯',
    ]);
  });

  it('with themselves, with nothing, of an unknown type or said twice do not arrive', () => {
    const cleaned = clean({
      products: named('钢管', '钢坯'),
      product_relations: [
        material('钢管', '钢管'),
        material('钢管', '没有的'),
        { from: '钢管', to: '钢坯', type: 'friend' },
        material('钢管', '钢坯'),
        { from: '钢坯', to: '钢管', type: 'downstream_product' },
      ],
    });
    expect(cleaned.relations).toHaveLength(1);
    expect(cleaned.reasons).toEqual({
      'relation.self-loop': 1,
      'relation.dangling': 1,
      'relation.type-unknown': 1,
      'relation.duplicate': 1,
    });
  });

  it('that would close a cycle are left out, the same one whatever the order of the rows', () => {
    const products = named('甲料', '乙料', '丙料');
    const rows = [material('甲料', '乙料'), material('乙料', '丙料'), material('丙料', '甲料')];
    const forward = clean({ products, product_relations: rows });
    const backward = clean({ products, product_relations: [...rows].reverse() });
    expect(forward.reasons).toEqual({ 'relation.cycle': 1 });
    expect(new Set(forward.relations)).toEqual(new Set(backward.relations));
  });

  it('made by hand always win: over the same relation and over one that would turn them round', () => {
    const handMade = {
      products: [byHand('mask', '口罩'), byHand('cloth', '熔喷布')],
      relations: [madeFrom('mask', 'cloth')],
    };
    const cleaned = clean(
      {
        products: named('口罩', '熔喷布'),
        product_relations: [material('口罩', '熔喷布'), material('熔喷布', '口罩')],
      },
      handMade,
    );
    expect(cleaned.relations).toEqual([]);
    expect(cleaned.reasons).toMatchObject({ 'relation.by-hand': 1, 'relation.cycle': 1 });
  });

  it('of a dish to its ingredients are kept without weight, those of goods and of sold food with weight', () => {
    const rows = [
      material('西红柿炒鸡蛋', '鸡蛋'),
      material('西红柿炒鸡蛋', '西红柿'),
      material('烤肠', '猪肉'),
      material('炒锅', '不锈钢'),
    ];
    const cleaned = clean({
      companies: [company('1', '甲公司')],
      products: named('西红柿炒鸡蛋', '鸡蛋', '西红柿', '烤肠', '猪肉', '炒锅', '不锈钢'),
      company_product: [{ code: '1', product: '烤肠', revenue_share: '' }],
      product_relations: rows,
    });
    expect(cleaned.relations.map(({ weight }) => weight)).toEqual([0, 0, 1, 1]);
    expect(cleaned.reasons['relation.recipe']).toBe(2);
  });
});

describe('the cleaning of any rows', () => {
  const name = fc.constantFrom('甲料', '乙料', '丙料', '丁料', '戊料', '钢', '其他', '"己料', ' 甲 料');
  const rows = fc.record({
    products: fc.array(fc.record({ name }), { maxLength: 12 }),
    companies: fc.array(
      fc.constantFrom('1', '2', '3').map((code) => company(code, `公司${code}`)),
      { maxLength: 5 },
    ),
    company_product: fc.array(
      fc.record({
        code: fc.constantFrom('1', '2', '9'),
        product: name,
        revenue_share: fc.constantFrom('', '0.3', '-1', 'x'),
      }),
    ),
    product_relations: fc.array(
      fc.record({
        from: name,
        to: name,
        type: fc.constantFrom('upstream_material', 'downstream_product', 'subclass', 'type'),
      }),
      { maxLength: 25 },
    ),
  });
  const handMade = { products: [byHand('a', '甲料'), byHand('b', '乙料')], relations: [madeFrom('a', 'b')] };

  it('leaves no cycle and nothing dangling, once and again the same', () => {
    fc.assert(
      fc.property(rows, (dirty) => {
        const cleaned = clean(dirty, handMade);
        const ids = new Set([...handMade.products, ...cleaned.products].map(({ id }) => id));
        for (const { fromId, toId } of cleaned.relations) expect(ids.has(fromId) && ids.has(toId)).toBe(true);
        for (const { productId } of cleaned.offers) expect(ids.has(productId)).toBe(true);
        for (const kind of ['made-from', 'kind-of'])
          expect(
            hasCycle([...handMade.relations, ...cleaned.relations].filter((relation) => relation.kind === kind)),
          ).toBe(false);
        expect(clean(dirty, handMade)).toEqual(cleaned);
      }),
      { numRuns: 500 },
    );
  });

  it('accounts for every relation: arrived, or counted under one reason', () => {
    fc.assert(
      fc.property(rows, (dirty) => {
        const { relations, reasons } = clean(dirty, handMade);
        const lost = ['self-loop', 'dangling', 'type-unknown', 'duplicate', 'by-hand', 'cycle'].map(
          (reason) => reasons[`relation.${reason}`] ?? 0,
        );
        expect(relations.length + lost.reduce((sum, count) => sum + count, 0)).toBe(dirty.product_relations.length);
      }),
    );
  });
});

/** By hand: leaves without a way on are taken off until nothing is left or nothing can be taken. */
function hasCycle(relations: readonly ProductRelation[]): boolean {
  let left = [...relations];
  for (;;) {
    const starts = new Set(left.map(({ fromId }) => fromId));
    const next = left.filter(({ toId }) => starts.has(toId));
    if (next.length === left.length) return left.length > 0;
    left = next;
  }
}
