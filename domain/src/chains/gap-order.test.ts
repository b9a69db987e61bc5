import { describe, expect, it } from 'vitest';
import { gapSorts, gapsInOrder, type OrderedGap } from './gap-order.ts';

const nobody = { city: 0, circle: 0, province: 0, nation: 0, abroad: 0 };
const gap = (id: string, more: Partial<OrderedGap> = {}): OrderedGap => ({
  ...{ product: { id, name: id }, class: 'short', demand: { confirmedFen: null, declaredFen: null } },
  ...{ coverage: nobody, reach: null, stops: 0, asOf: null, ...more },
});
const ids = (gaps: readonly OrderedGap[], sort: (typeof gapSorts)[number], order: 'down' | 'up' = 'down') =>
  gapsInOrder(gaps, { sort, order }).map(({ product }) => product.id);
const price = (confirmedFen: number | null, declaredFen: number | null = null) => ({
  demand: { confirmedFen, declaredFen },
});

describe('the order of gaps', () => {
  it('begins with the gravest, and puts what is unknown after what is strong', () => {
    const gaps = [gap('a', { class: 'strong' }), gap('b', { class: 'unknown' }), gap('c', { class: 'missing' })];
    expect(ids(gaps, 'class')).toEqual(['c', 'a', 'b']);
    expect(ids(gaps, 'class', 'up')).toEqual(['a', 'c', 'b']);
  });

  it('begins with the dearest, and never takes a price that is not shown for nought', () => {
    const gaps = [gap('a'), gap('b', price(0)), gap('c', price(300)), gap('d', price(100, 900))];
    expect(ids(gaps, 'demand')).toEqual(['d', 'c', 'b', 'a']);
    expect(ids(gaps, 'demand', 'up')).toEqual(['b', 'c', 'd', 'a']);
  });

  it('puts a reach that is not known, and a link without a date, last both ways', () => {
    const gaps = [gap('a'), gap('b', { reach: { score: 0.1 }, asOf: '2026-01-02' })];
    const more = [...gaps, gap('c', { reach: { score: 0.9 }, asOf: '2026-11-02' })];
    for (const sort of ['reach', 'date'] as const) {
      expect(ids(more, sort)).toEqual(['c', 'b', 'a']);
      expect(ids(more, sort, 'up')).toEqual(['b', 'c', 'a']);
    }
  });

  it('begins with what stops most without it; a strong link stands after every weak one, an unknown one last', () => {
    const gaps = [gap('a', { stops: 1 }), gap('b', { stops: 3 }), gap('c', { class: 'strong', stops: 9 })];
    const more = [gap('d', { class: 'unknown', stops: 5 }), ...gaps];
    expect(ids(more, 'risk')).toEqual(['b', 'a', 'c', 'd']);
    expect(ids(more, 'risk', 'up')).toEqual(['c', 'a', 'b', 'd']);
  });

  it('begins with the least covered: nobody near counts before nobody far', () => {
    const near = gap('near', { coverage: { ...nobody, city: 1 } });
    const far = gap('far', { coverage: { ...nobody, nation: 40 } });
    expect(ids([near, far, gap('none')], 'coverage')).toEqual(['none', 'far', 'near']);
  });

  it('is the same whatever order the rows came in', () => {
    const gaps = [gap('a', price(5)), gap('b', price(5)), gap('c', { class: 'missing' })];
    for (const sort of gapSorts) expect(ids(gaps, sort)).toEqual(ids(gaps.toReversed(), sort));
    expect(ids(gaps, 'reach')).toEqual(['c', 'a', 'b']);
  });
});
