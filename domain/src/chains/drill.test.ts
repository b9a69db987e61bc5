import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BookGiven, bookOf, bought, maker } from '../testing/chain-facts.ts';
import { type ChainDrill, drillChain } from './drill.ts';
import type { DrillRules } from './drill-rules.ts';
import { sourceKey } from './drill-source.ts';

const today = '2026-11-29';
const rules: DrillRules = {
  ...{ stockDays: 7, stockDaysOf: {} },
  qualifyDays: { city: 10, circle: 15, province: 20, nation: 30, abroad: 90, none: 180 },
};
const chain = ['acrylonitrile', 'precursor', 'fibre', 'part'];
const madeFrom = [
  ['precursor', 'acrylonitrile'],
  ['fibre', 'precursor'],
  ['part', 'fibre'],
] as const;
const segments = chain.map((id, at) => ({
  ...{ id, name: id, nameEn: null, products: [id] },
  tier: at === chain.length - 1 ? ('downstream' as const) : ('upstream' as const),
}));

function drill(facts: Omit<BookGiven, 'products' | 'madeFrom'>, more: Partial<DrillRules> = {}): ChainDrill {
  const book = bookOf({ products: [...chain, 'pan'], madeFrom, ...facts });
  return drillChain({ segments, leaderId: '光纤' }, { book, today, rules: { ...rules, ...more } });
}
const leader = maker('光纤', 'fibre');
const without = (found: ChainDrill, id: string) => {
  const outcome = found.outcomes.find(({ taken }) => taken.id === id);
  if (!outcome) throw new Error(`nothing is lost without ${id}`);
  return outcome;
};

describe('the drill of a chain', () => {
  it('sets the days until the leader stops against the days until another maker delivers', () => {
    const away = maker('吉林', 'precursor', { ring: 'nation', city: '220200', leadDays: 15 });
    const outcome = without(drill({ makers: [leader, maker('甲', 'precursor'), away], bought: [] }), '甲');
    expect(outcome).toMatchObject({
      ...{ taken: { kind: 'firm', id: '甲' }, target: 'leader', verdict: 'red', buyers: null },
      ...{ survive: { productId: 'fibre', days: 7 }, recover: { days: 45, certain: true } },
      stops: [
        { productId: 'fibre', days: 7 },
        { productId: 'part', days: 14 },
      ],
    });
  });

  it('takes out each outside place that local firms buy from as well', () => {
    const away = maker('吉林', 'precursor', { ring: 'nation', city: '220200', leadDays: 15 });
    const other = maker('江苏', 'precursor', { ring: 'nation', city: '320100', leadDays: 20 });
    const found = drill({ makers: [leader, away, other], bought: [bought('光纤', 'precursor')] });
    expect(found).toMatchObject({ firms: 1, regions: 1 });
    const of = { taken: { kind: 'region', id: '220200' }, buyers: 1, recover: { days: 50 } };
    expect(without(found, '220200')).toMatchObject(of);
  });

  it('loses nothing where a product has a second known source', () => {
    expect(drill({ makers: [maker('甲', 'precursor'), maker('乙', 'precursor')], bought: [] }).outcomes).toEqual([]);
    expect(drill({ makers: [maker('甲', 'precursor')], bought: [bought('光纤', 'precursor')] }).outcomes).toEqual([]);
  });

  it('says at least where a lead time is not known, and whether that is enough to know that it stops', () => {
    const away = maker('吉林', 'precursor', { ring: 'nation', city: '220200' });
    const makers = [leader, maker('甲', 'precursor'), away];
    const usual = without(drill({ makers, bought: [] }), '甲');
    expect(usual).toMatchObject({ verdict: 'red', recover: { days: 30, certain: false } });
    const patient = drill({ makers, bought: [] }, { stockDaysOf: { precursor: 60 } });
    expect(without(patient, '甲')).toMatchObject({ verdict: 'unknown', survive: { days: 60 } });
  });

  it('holds where another maker delivers before the stock is used up', () => {
    const near = maker('乙', 'precursor', { ring: 'circle', city: '370600', leadDays: 3 });
    const found = drill({ makers: [leader, maker('甲', 'precursor'), near], bought: [] }, { stockDays: 18 });
    expect(without(found, '甲')).toMatchObject({
      verdict: 'holds',
      survive: { days: 18 },
      recover: { days: 18, certain: true },
    });
  });

  it('goes on where something registered can stand in', () => {
    const makers = [leader, maker('甲', 'precursor'), maker('乙', 'pan')];
    const found = drill({ makers, bought: [], substitutes: [['precursor', 'pan']] });
    expect(without(found, '甲')).toMatchObject({ verdict: 'unaffected', survive: null, recover: null, stops: [] });
    expect(without(found, '甲').lost).toMatchObject([{ productId: 'precursor', sourceless: [] }]);
  });

  it('does not take a substitute for one that is to be had: not what nobody makes, nor what is gone as well', () => {
    const nobody = [leader, maker('甲', 'precursor')];
    for (const makers of [nobody, [...nobody, maker('甲', 'pan')]]) {
      const found = drill({ makers, bought: [], substitutes: [['precursor', 'pan']] });
      expect(without(found, '甲')).toMatchObject({ verdict: 'red', survive: { productId: 'fibre', days: 7 } });
      expect(without(found, '甲').lost).toMatchObject([{ productId: 'precursor', sourceless: ['pan'] }]);
    }
  });

  it('takes a substitute that is bought from another place for one that is to be had', () => {
    const facts = { makers: [leader, maker('甲', 'precursor')], bought: [bought('光纤', 'pan')] };
    expect(without(drill({ ...facts, substitutes: [['precursor', 'pan']] }), '甲').verdict).toBe('unaffected');
  });

  it('asks without the leader, or where a chain has none, for the first downstream product', () => {
    const outcome = without(drill({ makers: [leader], bought: [] }), '光纤');
    expect(outcome).toMatchObject({
      taken: { id: '光纤' },
      target: 'downstream',
      survive: { productId: 'part', days: 7 },
    });
    const none = drill({ makers: [maker('甲', 'part')], bought: [] });
    expect(without(none, '甲')).toMatchObject({ target: 'downstream', survive: { productId: 'part', days: 0 } });
  });

  it('says which products no source is known of, and nothing about them', () => {
    expect(
      drill({ makers: [leader], bought: [bought('光纤', 'precursor', { origin: null, ring: 'unknown' })] }),
    ).toMatchObject({
      unsourced: ['acrylonitrile', 'precursor', 'part'],
    });
  });
});

const products = ['a', 'b', 'c', 'd', 'e', 'f'];
const one = fc.constantFrom(...products);
const pairs = fc.array(fc.tuple(one, one), { maxLength: 8 });
const world = fc.record({
  madeFrom: pairs,
  substitutes: fc.array(fc.tuple(one, one), { maxLength: 3 }),
  makers: fc.array(
    fc.record({
      firm: fc.constantFrom('甲', '乙', '丙', '丁'),
      product: one,
      ring: fc.constantFrom('city', 'city', 'nation'),
      leadDays: fc.option(fc.integer({ min: 0, max: 40 })),
    }),
    { maxLength: 10 },
  ),
  bought: fc.array(fc.record({ product: one, origin: fc.constantFrom('220200', '320100') }), { maxLength: 4 }),
  stock: fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 6, maxLength: 6 }),
});
type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

function factsIn({ makers, bought: buying, ...rest }: World, without = '') {
  return {
    ...rest,
    makers: makers
      .map(({ firm, product, ring, leadDays }) =>
        maker(firm, product, { ring, leadDays, city: ring === 'city' ? '371000' : '220200' }),
      )
      .filter(({ organisationId }) => `firm ${organisationId}` !== without),
    bought: buying
      .map(({ product, origin }) => bought('买方', product, { origin }))
      .filter(({ origin }) => `region ${origin}` !== without),
  };
}

/** Day by day: what has no stock left of a material stops, until nothing changes for longer than any stock lasts. */
function playedOut(
  { madeFrom: made, substitutes, stock }: World,
  { lost, unsourced }: { readonly lost: readonly string[]; readonly unsourced: ReadonlySet<string> },
): ReadonlyMap<string, number> {
  const stopped = new Map(lost.map((id) => [id, 0]));
  const coverOf = (id: string) => stock[products.indexOf(id)] ?? 0;
  const isOut = (id: string, day: number) => {
    const at = stopped.get(id);
    return at !== undefined && at + coverOf(id) <= day;
  };
  for (let day = 0; day <= 140; day += 1)
    // several products may stop within one day where a stock is none
    for (let round = 0; round < products.length; round += 1)
      for (const [user, material] of made) {
        if (user === material || stopped.has(user) || !isOut(material, day)) continue;
        const standIns = substitutes
          .filter(([from, to]) => from === material && to !== from && !unsourced.has(to))
          .map(([, to]) => to);
        if (standIns.every((id) => isOut(id, day))) stopped.set(user, day);
      }
  return stopped;
}

describe('every outcome of a drill', () => {
  it('is what a book written without that source says, played out day by day', () => {
    fc.assert(
      fc.property(world, (given) => {
        const stockDaysOf = Object.fromEntries(products.map((id, at) => [id, given.stock[at] ?? 0]));
        const content = {
          segments: products.map((id) => ({ id, name: id, nameEn: null, tier: 'downstream' as const, products: [id] })),
          leaderId: null,
        };
        const all = (without?: string) => {
          const book = bookOf({ products, ...factsIn(given, without) });
          const drilled = drillChain(content, { book, today, rules: { ...rules, stockDaysOf } });
          return new Set(drilled.unsourced);
        };
        const book = bookOf({ products, ...factsIn(given) });
        const found = drillChain(content, { book, today, rules: { ...rules, stockDaysOf } });
        const before = all();
        const keys = new Set([
          ...given.makers.filter(({ ring }) => ring === 'city').map(({ firm }) => `firm ${firm}`),
          ...given.bought.map(({ origin }) => `region ${origin}`),
        ]);
        expect(found.firms + found.regions).toBe(keys.size);
        for (const key of keys) {
          const lost = [...all(key)].filter((id) => !before.has(id));
          const outcome = found.outcomes.find(({ taken }) => sourceKey(taken) === key);
          expect(new Set(outcome?.lost.map(({ productId }) => productId) ?? [])).toEqual(new Set(lost));
          const played = playedOut(given, { lost, unsourced: before });
          const stops = new Map(outcome?.stops.map(({ productId, days }) => [productId, days]) ?? []);
          expect(stops).toEqual(new Map([...played].filter(([id]) => !lost.includes(id))));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('recovers on the first day on which what is not replaced yet stops the target no more', () => {
    fc.assert(
      fc.property(world, (given) => {
        const stockDaysOf = Object.fromEntries(products.map((id, at) => [id, given.stock[at] ?? 0]));
        const content = {
          segments: products.map((id) => ({
            ...{ id, name: id, nameEn: null, products: [id] },
            tier: id === 'a' ? ('downstream' as const) : ('upstream' as const),
          })),
          leaderId: null,
        };
        const book = bookOf({ products, ...factsIn(given) });
        const found = drillChain(content, { book, today, rules: { ...rules, stockDaysOf } });
        const unsourced = new Set(found.unsourced);
        const goneOn = (day: number, { lost }: (typeof found.outcomes)[number]) =>
          lost.filter(({ replacement }) => replacement.days > day).map(({ productId }) => productId);
        for (const outcome of found.outcomes) {
          const { recover, lost, survive } = outcome;
          const isStopped = (day: number) => playedOut(given, { lost: goneOn(day, outcome), unsourced }).has('a');
          const all = lost.map(({ productId }) => productId);
          expect(survive?.days).toBe(playedOut(given, { lost: all, unsourced }).get('a'));
          if (recover === null) continue;
          expect(isStopped(recover.days)).toBe(false);
          expect(recover.days === 0 || isStopped(recover.days - 1)).toBe(true);
          expect(Number.isFinite(recover.days)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });
});
