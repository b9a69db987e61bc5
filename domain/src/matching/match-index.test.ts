import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demand, maskCatalogue, offer, supplier } from './match-fixtures.ts';
import { MatchIndex } from './match-index.ts';
import type { Offer } from './offer.ts';

function indexOf(...offers: readonly Offer[]): MatchIndex {
  const index = new MatchIndex(maskCatalogue);
  for (const one of offers) {
    index.putSupplier(
      supplier(one.organisationId, { city: one.city, region: one.city === '371000' ? '371073' : one.city }),
    );
    index.putOffer(one);
  }
  return index;
}

describe('when nobody fits', () => {
  it('says so instead of listing firms that only share a word', () => {
    const { matches, notes } = indexOf(offer('cotton', { productId: null, productText: '全棉布' })).match(demand());
    expect(matches).toEqual([]);
    expect(notes.map(({ code }) => code)).toEqual(['nobody']);
  });

  it('does not offer the asker its own goods', () => {
    expect(indexOf(offer('a')).match(demand({ organisationId: 'firm-a' })).matches).toEqual([]);
  });

  it('lists no offer whose firm is not known yet, and lists it once the firm is', () => {
    const index = new MatchIndex(maskCatalogue);
    index.putOffer(offer('a'));
    expect(index.match(demand()).matches).toEqual([]);
    index.putSupplier(supplier('firm-a'));
    expect(index.match(demand()).matches).toHaveLength(1);
  });

  it('does not send a need to the nation by itself', () => {
    const index = indexOf(offer('far', { city: '440300' }));
    expect(index.match(demand()).notes).toMatchObject([{ code: 'nobody', params: { tiers: 'city,circle,province' } }]);
    expect(index.match(demand(), { tiers: ['district', 'city', 'circle', 'province', 'nation'] }).matches).toHaveLength(
      1,
    );
  });
});

describe('how the product was found', () => {
  const codeFor = (productId: string, productText: string, wanted = demand()) =>
    indexOf(offer('a', { productId, productText }))
      .match(wanted, { cityFirst: false })
      .matches[0]?.reasons.find(({ code }) => code.startsWith('product.'))?.code;

  it('knows the same, a kind of it, something broader, a substitute and a shared material', () => {
    expect(codeFor('meltblown', '熔喷布')).toBe('product.same');
    expect(codeFor('electret', '驻极熔喷布')).toBe('product.kind');
    expect(codeFor('nonwoven', '无纺布')).toBe('product.broader');
    expect(codeFor('nanofibre', '纳米纤维膜')).toBe('product.substitute');
    expect(codeFor('spunbond', '纺粘布')).toBe('product.material');
  });

  it('finds a firm whose words are like the wanted ones though no product was recognised', () => {
    const index = indexOf(offer('a', { productId: null, productText: '石墨烯散热膜' }));
    const { matches } = index.match(demand({ text: '急需石墨烯散热膜 200 米', productIds: [] }));
    expect(matches[0]?.reasons[0]?.code).toBe('product.text');
  });
});

describe('local firms first', () => {
  const day = (amount: number) => ({ amount, unit: '吨', per: 'day' as const });

  it('stays in the city while the city can make the quantity', () => {
    const index = indexOf(offer('a', { capacity: day(6) }), offer('b', { city: '370600', capacity: day(9) }));
    const { matches, notes } = index.match(demand({ quantity: day(5) }));
    expect(matches.map(({ tier }) => tier)).toEqual(['city']);
    expect(notes).toEqual([]);
  });

  it('opens the circle when the city together makes too little, and says how much', () => {
    const index = indexOf(
      offer('a', { capacity: day(2) }),
      offer('b', { capacity: day(1.5) }),
      offer('c', { city: '370600', capacity: day(9) }),
    );
    const { matches, notes } = index.match(demand({ quantity: day(5) }));
    expect(matches.map(({ tier }) => tier).sort()).toEqual(['circle', 'city', 'city']);
    expect(notes).toMatchObject([
      { code: 'widened.capacity', params: { firms: 2, sum: 3.5, needed: 5, to: 'circle', circle: '胶东' } },
    ]);
  });

  it('opens the circle when nobody in the city meets what is asked, and keeps the local firm in the list', () => {
    const heavy = offer('a', { limits: [{ name: '克重', low: 30, high: 30, unit: 'g/m²' }] });
    const index = indexOf(heavy, offer('b', { city: '370600' }));
    const { matches, notes } = index.match(demand({ limits: [{ name: '克重', op: '<=', value: 25, unit: 'g/m²' }] }));
    expect(notes).toMatchObject([{ code: 'widened.none' }]);
    expect(matches.map(({ offerId }) => offerId).sort()).toEqual(['a', 'b']);
  });
});

describe('a score', () => {
  it('is the exact sum of its parts, whole and between 0 and 100, in any list', () => {
    const limits = [{ name: 'BFE', op: '>=' as const, value: 95, unit: '%' }];
    const index = indexOf(
      offer('a', { limits: [{ name: 'BFE', low: 98, high: 98, unit: '%' }] }),
      offer('b'),
      offer('c', { productId: 'nonwoven', productText: '无纺布' }),
    );
    for (const cityFirst of [true, false]) {
      for (const { score, parts } of index.match(demand({ limits, certificates: ['ISO 13485'] }), { cityFirst })
        .matches) {
        expect(parts.reduce((sum, { points }) => sum + points, 0)).toBe(score);
        expect(parts.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
        expect(Number.isInteger(score) && score >= 0 && score <= 100).toBe(true);
      }
    }
  });

  it('puts what is not met first among the reasons, then what is unknown', () => {
    const limits = [
      { name: 'BFE', op: '>=' as const, value: 95, unit: '%' },
      { name: '克重', op: '<=' as const, value: 25, unit: 'g/m²' },
    ];
    const index = indexOf(offer('a', { limits: [{ name: '面密度', low: 30, high: 30, unit: 'gsm' }] }));
    expect(index.match(demand({ limits })).matches[0]?.reasons.map(({ code }) => code)).toEqual([
      'limit.not-met',
      'limit.unknown',
      'product.same',
      'tier',
      'record.none',
    ]);
  });

  it('does not depend on distance when ranked by fit alone', () => {
    const index = indexOf(offer('near'), offer('far', { city: '440300' }));
    const [first, second] = index.match(demand(), { cityFirst: false }).matches;
    expect(first?.score).toBe(second?.score);
  });
});

const texts = ['熔喷布', '驻极熔喷布', '无纺布', '无纺布及口罩', '口罩'] as const;
const ids = [null, 'meltblown', 'electret', 'nonwoven'] as const;
const change = fc.record({
  id: fc.constantFrom('1', '2', '3', '4', '5'),
  firm: fc.constantFrom('x', 'y', 'z'),
  text: fc.constantFrom(...texts),
  productId: fc.constantFrom(...ids),
  city: fc.constantFrom('371000', '370600', '370100'),
  remove: fc.boolean(),
});

/** Runs the changes on the index; returns the offers that should be left. */
function applied(live: MatchIndex, changes: readonly Change[]): Map<string, Offer> {
  const kept = new Map<string, Offer>();
  for (const one of changes) {
    if (one.remove) live.removeOffer(one.id);
    else live.putOffer(offerOf(one));
    if (one.remove) kept.delete(one.id);
    else kept.set(one.id, offerOf(one));
  }
  return kept;
}

type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never;

function offerOf({ id, firm, text, productId, city }: Change): Offer {
  return offer(id, { organisationId: firm, productText: text, productId, city });
}

describe('the live index', () => {
  const questions = [
    demand(),
    demand({ text: '无纺布、口罩', productIds: [] }),
    demand({ text: '口罩', productIds: ['mask'] }),
  ];
  const answers = (index: MatchIndex) =>
    questions.flatMap((question) => [index.match(question), index.match(question, { cityFirst: false })]);

  it('answers like a rebuild, and has the same digest, after any sequence of changes', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 15 }), (changes) => {
        const live = new MatchIndex(maskCatalogue);
        for (const firm of ['x', 'y', 'z']) live.putSupplier(supplier(firm));
        const kept = applied(live, changes);
        const rebuilt = new MatchIndex(maskCatalogue);
        for (const one of [...kept.values()].sort((a, b) => (a.id < b.id ? -1 : 1))) rebuilt.putOffer(one);
        for (const firm of ['z', 'y', 'x']) rebuilt.putSupplier(supplier(firm));
        expect(live.size).toBe(kept.size);
        expect(live.digest()).toBe(rebuilt.digest());
        expect(answers(live)).toEqual(answers(rebuilt));
      }),
    );
  });

  it('gives backwards exactly the match it gives forwards', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 15 }), (changes) => {
        const index = new MatchIndex(maskCatalogue);
        for (const firm of ['x', 'y', 'z']) index.putSupplier(supplier(firm));
        const offers = changes.map(offerOf);
        for (const one of offers) index.putOffer(one);
        const everywhere = { tiers: ['district', 'city', 'circle', 'province'] as const };
        for (const question of questions) {
          const forward = index.match(question, everywhere).matches;
          for (const match of forward) {
            const one = offers.findLast(({ id }) => id === match.offerId);
            expect(one && index.matchOffer(one, question)).toEqual(match);
          }
        }
      }),
    );
  });

  it('forgets a firm with all its offers', () => {
    const index = indexOf(offer('a'), offer('b', { organisationId: 'firm-a' }));
    index.removeSupplier('firm-a');
    expect(index.size).toBe(0);
    expect(index.digest()).toBe(new MatchIndex(maskCatalogue).digest());
  });

  it('learns products that are added while it runs', () => {
    const index = indexOf(offer('a', { productId: 'film', productText: '薄膜' }));
    index.addProducts(
      [{ id: 'film', name: '薄膜', aliases: [], unit: null, source: 'hand', junk: false }],
      [
        {
          fromId: 'film',
          toId: 'meltblown',
          kind: 'kind-of',
          quantity: null,
          quantityUnit: null,
          weight: 1,
          source: 'test',
        },
      ],
    );
    expect(index.match(demand()).matches).toHaveLength(1);
    expect(index.lexicon.find('要薄膜')).toHaveLength(1);
  });
});
