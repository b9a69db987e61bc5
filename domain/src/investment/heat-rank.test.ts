import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heatAreas } from './heat-areas.ts';
import { tellingFits } from './heat-broader.ts';
import { type FitTable, gatherFirms, type OfferFact, placeOf } from './heat-candidate.ts';
import { tooManyBroader } from './heat-fit.ts';
import { type Candidate, rankCandidates, rankOrder } from './heat-rank.ts';
import { heatReasons } from './heat-reason-text.ts';

const fits = ['exact', 'kind', 'broader'] as const;
const candidate = fc.record({
  organisationId: fc.uuid(),
  name: fc.constantFrom('甲', '乙', '丙'),
  code: fc.constant(null),
  registeredCity: fc.constant('370600'),
  place: fc.constant({
    ...{ city: '370600', region: null, working: 'known' as const, registeredElsewhere: null, registeredOnly: false },
  }),
  size: fc.constantFrom('大型', '小型', null),
  covers: fc.array(
    fc.record({
      wanted: fc.constantFrom('a', 'b', 'c'),
      fit: fc.constantFrom(...fits),
      productText: fc.constant('x'),
      note: fc.constant(null),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  certificates: fc.array(fc.constantFrom('A', 'B'), { maxLength: 2 }),
  asOf: fc.constant('2026-01-01'),
  suppliesLeader: fc.boolean(),
  buyersHere: fc.integer({ min: 0, max: 2 }),
  kilometres: fc.option(fc.integer({ min: 1, max: 3 })),
});

/** The order once more, as one long key that is compared as text. */
function keyOf(one: Candidate): string {
  const digits = (count: number) => String(9_999 - count).padStart(5, '0');
  const count = (fit: string) => one.covers.filter((covered) => covered.fit === fit).length;
  const size = { 大型: 4, 中型: 3, 小型: 2, 微型: 1 }[one.size ?? ''] ?? 0;
  const distance = one.kilometres === null ? '99999' : String(one.kilometres).padStart(5, '0');
  return [
    ...[digits(count('exact')), digits(count('kind')), digits(Number(one.suppliesLeader)), digits(one.buyersHere)],
    ...[digits(size), digits(one.certificates.length), distance, one.name, one.organisationId],
  ].join(' ');
}

describe('the order of the candidates', () => {
  it('is that of their facts one after the other, found by sorting long keys', () => {
    fc.assert(
      fc.property(fc.array(candidate, { maxLength: 30 }), (given) => {
        const expected = given.map(keyOf).sort();
        expect(rankCandidates(given).map(keyOf)).toEqual(expected);
      }),
    );
  });

  it('does not depend on the order they came in', () => {
    fc.assert(
      fc.property(fc.array(candidate, { maxLength: 20 }), (given) => {
        expect(rankCandidates(given.toReversed()).map(keyOf)).toEqual(rankCandidates(given).map(keyOf));
        for (const one of given) expect(rankOrder(one, one)).toBe(0);
      }),
    );
  });

  it('gives every candidate a reason, in both languages', () => {
    fc.assert(
      fc.property(candidate, (one) => {
        const words = { productName: (id: string) => id, placeName: (code: string) => code, leader: null };
        for (const language of ['zh', 'en'] as const) {
          const reasons = heatReasons(one, { ...words, language });
          expect(reasons.length).toBeGreaterThan(0);
          for (const { text } of reasons) expect(text).not.toMatch(/[{}]|undefined|null|NaN/);
        }
      }),
    );
  });
});

const offer = (more: Partial<OfferFact> = {}): OfferFact => ({
  ...{ organisationId: 'f', name: '甲', code: null, city: '370600', region: '370602', workingRegion: null },
  ...{ registeredOnly: false, size: null, productId: 'a', productText: '甲品', certificates: [], source: 'declared' },
  asOf: '2026-01-01',
  ...more,
});
const countsAs = (productId: string, as: 'exact' | 'kind' | 'broader', note: string | null = null) => ({
  ...{ productId, fit: as, note, wanted: 'w', name: '甲品' },
});
const table = (...rows: ReturnType<typeof countsAs>[]): FitTable => Map.groupBy(rows, ({ productId }) => productId);

describe('a firm on the map', () => {
  it('stands once, with the best of its offers, its valid certificates and its youngest day', () => {
    const own = [
      offer({ productId: 'b', asOf: '2026-03-01', certificates: [{ name: 'ISO 9001', validUntil: '2025-01-01' }] }),
      offer({ certificates: [{ name: 'AS9100', validUntil: '2027-01-01' }] }),
    ];
    const [firm, ...more] = gatherFirms(own, table(countsAs('a', 'exact'), countsAs('b', 'broader')), '2026-06-01');
    expect(more).toEqual([]);
    expect(firm?.covers.map((one) => one.fit)).toEqual(['exact']);
    expect([firm?.certificates, firm?.asOf]).toEqual([['AS9100'], '2026-03-01']);
  });

  it('is not there without an offer that counts', () => {
    expect(gatherFirms([offer({ productId: 'z' })], table(countsAs('a', 'exact')), '2026-06-01')).toEqual([]);
  });

  it('counts where it works; registered only, or nowhere, it counts in no area', () => {
    expect(placeOf(offer({ workingRegion: '210105' }))).toMatchObject({
      ...{ city: '210100', region: '210105', working: 'known', registeredElsewhere: '370600' },
    });
    expect(placeOf(offer())).toMatchObject({ city: '370600', working: 'unknown', registeredElsewhere: null });
    expect(placeOf(offer({ registeredOnly: true })).city).toBeNull();
    expect(placeOf(offer({ city: '000000', region: null })).city).toBeNull();
    const firms = gatherFirms([offer({ registeredOnly: true })], table(countsAs('a', 'exact')), '2026-06-01');
    expect(heatAreas(firms, 'city')).toEqual([]);
  });

  it('directly under a province stands for itself, and areas come with most firms first', () => {
    const firms = gatherFirms(
      [
        offer({ organisationId: '1', city: '469000', region: '469023' }),
        offer({ organisationId: '2', productId: 'b' }),
        offer({ organisationId: '3', workingRegion: '370602' }),
      ],
      table(countsAs('a', 'exact'), countsAs('b', 'broader')),
      '2026-06-01',
    );
    expect(heatAreas(firms, 'city')).toEqual([
      { code: '370600', firms: 2, value: 1, unknownWorking: 1, asOf: '2026-01-01' },
      { code: '469023', firms: 1, value: 1, unknownWorking: 1, asOf: '2026-01-01' },
    ]);
    expect(heatAreas(firms, 'province').map(({ code }) => code)).toEqual(['370000', '460000']);
  });
});

describe('a broader word', () => {
  it('that too many firms use tells nothing, unless the catalogue says why it counts', () => {
    const many = Array.from({ length: tooManyBroader + 1 }, (_, at) => offer({ organisationId: String(at) }));
    const rows = table(countsAs('a', 'broader'), countsAs('b', 'exact'));
    expect(tellingFits(rows, many).get('a')).toEqual([]);
    expect(tellingFits(rows, many.slice(1)).get('a')).toHaveLength(1);
    expect(tellingFits(table(countsAs('a', 'broader', '有依据')), many).get('a')).toHaveLength(1);
  });
});
