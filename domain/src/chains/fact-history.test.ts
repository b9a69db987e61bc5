import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Product, ProductRelation } from '../matching/product.ts';
import { capabilityCover, holdingIndex } from './capability-cover.ts';
import type { BuyingFact, MakerFact, RejectionFact } from './chain-facts.ts';
import { diagnoseChain } from './diagnosis.ts';
import { type DemandFacts, FactBook, type KeptNeed } from './fact-book.ts';
import { gapCauseText } from './gap-cause-text.ts';
import { reachOf } from './reach.ts';
import { reachReasonText } from './reach-reason-text.ts';
import { reachTable, relatednessOf, usualTableRules } from './reach-table.ts';

const ids = ['oil', 'resin', 'fibre', 't300', 'prepreg', 'part', 'glass'];
const cities = ['371000', '370600', '370200', '320400', '000000', 'DE'];
const today = '2026-11-29';
const chain = {
  segments: [
    { id: 's', name: 's', nameEn: null, tier: 'upstream' as const, products: ['oil', 'resin', 'fibre', 'gone'] },
    { id: 't', name: 't', nameEn: null, tier: 'downstream' as const, products: ['prepreg', 'part', 't300'] },
  ],
};

const productId = fc.constantFrom(...ids);
const firm = fc.constantFrom('甲', '乙', '丙', '丁', '戊', '己', '庚');
const ring = fc.constantFrom('district', 'city', 'circle', 'province', 'nation', 'abroad', 'unknown');
const day = fc.constantFrom('2026-01-05', '2026-11-29', '2026-12-01');
const quantity = fc.option(
  fc.record({
    amount: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1e15, noNaN: true })),
    unit: fc.constantFrom('吨', '千克', '米', '件', ''),
    per: fc.constantFrom('year', 'month', 'day', 'once'),
  }),
);
const maker: fc.Arbitrary<MakerFact> = fc
  .record({
    ...{ offerId: fc.nat({ max: 9 }).map(String), organisationId: firm, productId, ring, capacity: quantity },
    ...{ city: fc.constantFrom(...cities), certificates: fc.subarray(['ISO 9001', 'CE', 'TS']) },
  })
  .map((one) => ({ ...one, name: one.organisationId, region: null, leadDays: null }));
const bought: fc.Arbitrary<BuyingFact> = fc
  .record({
    ...{ id: fc.nat({ max: 99 }).map(String), organisationId: firm, ring, quantity, asOf: day, productId },
    ...{
      fen: fc.nat({ max: 1_000_000_000_000 }),
      kilometres: fc.option(fc.nat({ max: 3_000 })),
      confirmed: fc.boolean(),
    },
  })
  .map((one) => ({ ...one, source: 'purchase', origin: null }));
const need: fc.Arbitrary<KeptNeed> = fc
  .record({
    organisationId: firm,
    productId,
    quantity,
    state: fc.constantFrom('open', 'over'),
    deadline: fc.option(day),
  })
  .map((one) => ({ ...one, id: 'need', asOf: '2026-11-01' }));
const rejection: fc.Arbitrary<RejectionFact> = fc
  .record({ organisationId: firm, buyerId: firm, productId, code: fc.constantFrom('price', 'capacity'), asOf: day })
  .map((one) => ({ ...one, needId: 'need' }));
const demand: fc.Arbitrary<DemandFacts> = fc.record({
  bought: fc.array(bought, { maxLength: 8 }),
  needs: fc.array(need, { maxLength: 3 }),
  rejections: fc.array(rejection, { maxLength: 3 }),
});

const kind = fc.constantFrom('made-from', 'kind-of', 'substitute');
const relation: fc.Arbitrary<ProductRelation> = fc
  .record({ fromId: productId, toId: productId, kind, weight: fc.constantFrom(0, 1) })
  .map((one) => ({ ...one, quantity: null, quantityUnit: null, source: 'test' }));
const relations = fc.array(relation, { maxLength: 12 });
const products = ids.map((id): Product => ({ id, name: id, aliases: [], unit: null, source: 'hand', junk: false }));

/** An offer published or changed, an offer taken back, or the demand for a product read anew. */
const step = fc.oneof(
  fc.record({ kind: fc.constant('offered' as const), maker }),
  fc.record({ kind: fc.constant('taken back' as const), offerId: fc.nat({ max: 9 }).map(String) }),
  fc.record({ kind: fc.constant('asked' as const), productId, demand }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
const history = fc.array(step, { maxLength: 40 });

const rules = { ...usualTableRules, fewestPlaces: 2, fewestElsewhere: 1, fewestFirms: 1, resamples: 20 };
const kilometres = (city: string) => (city === '370600' ? 60 : null);

/** Everything that is found out about the chain. */
function findings(book: FactBook) {
  const makers = [...book.allMakers()];
  const table = reachTable({ makers, city: '371000', broaderOf: (id) => book.broaderOf(id), rules });
  const index = holdingIndex(makers, []);
  return diagnoseChain(chain, { book, today }).map((gap) => {
    const relatedness = relatednessOf(table, { productId: gap.productId, kin: [] }, rules);
    const { makers: own } = book.factsOf(gap.productId, today);
    const cover = capabilityCover(own, index, { city: '371000', kilometres });
    return { gap, relatedness, cover, reach: reachOf({ gap, relatedness, cover }) };
  });
}

function played(graph: readonly ProductRelation[], steps: readonly Step[]): FactBook {
  const book = new FactBook(products, graph);
  for (const one of steps) play(book, one);
  return book;
}

function play(book: FactBook, one: Step): void {
  if (one.kind === 'offered') book.putMaker(one.maker);
  else if (one.kind === 'taken back') book.removeMaker(one.offerId);
  else book.putDemand(one.productId, one.demand);
}

/** The products a step is about, as the book knows them at this moment. */
function productsOf(book: FactBook, one: Step): string[] {
  if (one.kind === 'asked') return [one.productId];
  const offerId = one.kind === 'offered' ? one.maker.offerId : one.offerId;
  return [...book.allMakers()].filter((maker) => maker.offerId === offerId).map((maker) => maker.productId);
}

/** What is left of a history at its end, offer by offer, in a book that knew nothing before. */
function rebuilt(graph: readonly ProductRelation[], steps: readonly Step[]): FactBook {
  const offers = new Map<string, MakerFact>();
  const asked = new Map<string, DemandFacts>();
  for (const one of steps)
    if (one.kind === 'offered') offers.set(one.maker.offerId, one.maker);
    else if (one.kind === 'taken back') offers.delete(one.offerId);
    else asked.set(one.productId, one.demand);
  const fresh = new FactBook(products, graph);
  for (const [, one] of [...offers].sort(([a], [b]) => (a < b ? -1 : 1))) fresh.putMaker(one);
  for (const [id, one] of asked) fresh.putDemand(id, one);
  return fresh;
}

/** Every number anywhere in a value. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(numbersIn) : [];
}

describe('facts that come one after another', () => {
  it('give the same findings as the same facts read afresh, whatever the history', () => {
    fc.assert(
      fc.property(relations, history, (graph, steps) => {
        expect(findings(played(graph, steps))).toEqual(findings(rebuilt(graph, steps)));
      }),
      { numRuns: 300 },
    );
  });

  it('change no finding of a product they do not touch', () => {
    fc.assert(
      fc.property(relations, history, step, (graph, steps, last) => {
        const book = played(graph, steps);
        const before = diagnoseChain(chain, { book, today });
        const was = productsOf(book, last);
        play(book, last);
        const changed = [...was, ...productsOf(book, last)];
        const touched = book.touchedBy(changed);
        const rest = (gaps: ReturnType<typeof diagnoseChain>) => gaps.filter((gap) => !touched.has(gap.productId));
        expect(rest(diagnoseChain(chain, { book, today }))).toEqual(rest(before));
      }),
      { numRuns: 200 },
    );
  });

  it('never make a number of a finding that is none, nor a sentence that says so', () => {
    fc.assert(
      fc.property(relations, history, (graph, steps) => {
        const named = { nameOf: (id: string) => id, placeOf: (city: string) => city };
        for (const { gap, reach, ...rest } of findings(played(graph, steps))) {
          expect(numbersIn({ gap, reach, rest }).filter((one) => !Number.isFinite(one))).toEqual([]);
          const { low, score, high } = reach ?? { low: 0, score: 0, high: 0 };
          expect([0 <= low, low <= score, score <= high, high <= 1]).toEqual([true, true, true, true]);
          for (const language of ['zh', 'en'] as const) {
            const causes = gap.causes.map((one) => gapCauseText(one, { ...named, language }));
            const reasons = (reach?.reasons ?? []).map((one) => reachReasonText(one, { ...named, language }));
            expect([...causes, ...reasons].join(' ')).not.toMatch(/NaN|Infinity|undefined|null|[{}]/);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
