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
    ['without a segment', [], [], 'chains.no-segments', {}],
    ['with an empty segment', [segment('a', [])], [], 'chains.empty-segment', { segment: '环节a' }],
    ['with a segment twice', [segment('a', ['p']), segment('a', ['q'])], [], 'chains.segment-twice', { segment: '环节a' }],
    ['with a product nobody knows', [segment('a', ['ghost'])], [], 'chains.unknown-product', { product: 'ghost' }],
    ['with a product in two segments', [segment('a', ['p']), segment('b', ['p'])], [], 'chains.product-twice', { other: '环节a' }],
    ['with a product twice in one segment', [segment('a', ['p', 'p'])], [], 'chains.product-twice', { product: '产品p' }],
    ['with a link into nothing', map, [link('a', 'z')], 'chains.loose-link', { from: '环节a', to: 'z' }],
    ['with a cycle, which it names', map, [link('a', 'b'), link('b', 'c'), link('c', 'a')], 'chains.cycle', { path: '环节a→环节b→环节c→环节a' }],
    ['with a segment that leads to itself', map, [link('b', 'b')], 'chains.cycle', { path: '环节b→环节b' }],
  ] as const)('%s', (_, segments, links, code, details) => {
    const refusal = refusalOf(segments, links);
    expect(refusal).toMatchObject({ code, details });
    expect(Object.keys(chainRefusals)).toContain(code);
  });

  it('is none when goods go one way', () => {
    expect(refusalOf(map, [link('a', 'b'), link('a', 'c'), link('b', 'c')])).toBeNull();
  });
});
