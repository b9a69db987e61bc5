import { describe, expect, it } from 'vitest';
import { Refusal } from '../refusal.ts';
import { decideChainContent, type Segment, type SegmentLink } from './chain-map.ts';
import { chainRefusals } from './chain-refusals.ts';

const segment = (id: string, products: readonly string[]): Segment => ({
  ...{ id, name: `环节${id}`, nameEn: null, tier: 'upstream', products },
});
const link = (from: string, to: string): SegmentLink => ({ from, to });

function refusalOf(segments: readonly Segment[], links: readonly SegmentLink[] = []): Refusal | null {
  try {
    decideChainContent({ segments, links }, (id) => (id === 'ghost' ? undefined : { id, name: `产品${id}` }));
    return null;
  } catch (refusal) {
    if (refusal instanceof Refusal) return refusal;
    throw refusal;
  }
}

describe('a map that is refused', () => {
  const map = [segment('a', ['p']), segment('b', ['q']), segment('c', ['r'])];

  it.each([
    { what: 'without a segment', segments: [], links: [], code: 'chains.no-segments', details: {} },
    {
      what: 'with an empty segment',
      segments: [segment('a', [])],
      links: [],
      code: 'chains.empty-segment',
      details: { segment: '环节a' },
    },
    {
      what: 'with a segment twice',
      segments: [segment('a', ['p']), segment('a', ['q'])],
      links: [],
      code: 'chains.segment-twice',
      details: { segment: '环节a' },
    },
    {
      what: 'with a product nobody knows',
      segments: [segment('a', ['ghost'])],
      links: [],
      code: 'chains.unknown-product',
      details: { product: 'ghost' },
    },
    {
      what: 'with a product in two segments',
      segments: [segment('a', ['p']), segment('b', ['p'])],
      links: [],
      code: 'chains.product-twice',
      details: { other: '环节a' },
    },
    {
      what: 'with a product twice in one segment',
      segments: [segment('a', ['p', 'p'])],
      links: [],
      code: 'chains.product-twice',
      details: { product: '产品p' },
    },
    {
      what: 'with a link into nothing',
      segments: map,
      links: [link('a', 'z')],
      code: 'chains.loose-link',
      details: { from: '环节a', to: 'z' },
    },
    {
      what: 'with a cycle, which it names',
      segments: map,
      links: [link('a', 'b'), link('b', 'c'), link('c', 'a')],
      code: 'chains.cycle',
      details: { path: '环节a→环节b→环节c→环节a' },
    },
    {
      what: 'with a segment that leads to itself',
      segments: map,
      links: [link('b', 'b')],
      code: 'chains.cycle',
      details: { path: '环节b→环节b' },
    },
  ])('$what', ({ segments, links, code, details }) => {
    const refusal = refusalOf(segments, links);
    expect(refusal).toMatchObject({ code, details });
    expect(Object.keys(chainRefusals)).toContain(code);
  });

  it('is none when goods go one way', () => {
    expect(refusalOf(map, [link('a', 'b'), link('a', 'c'), link('b', 'c')])).toBeNull();
  });
});
