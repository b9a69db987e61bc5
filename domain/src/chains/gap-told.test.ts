import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BuyingFact, MakerFact, NeedFact, ProductFacts, RejectionFact } from './chain-facts.ts';
import { standsAlone } from './chain-standing.ts';
import { diagnoseLink } from './gap.ts';
import { gapCauseText } from './gap-cause-text.ts';
import type { GapCause } from './gap-class.ts';

const tonnes = (amount: number) => ({ amount, unit: '吨', per: 'year' }) as const;
const maker = (firm: string, capacity: number | null = null): MakerFact => ({
  ...{ offerId: firm, organisationId: firm, name: firm, productId: 'precursor', city: '371000', region: null },
  ...{ ring: 'city', capacity: capacity === null ? null : tonnes(capacity), certificates: [], leadDays: null },
});
const bought = (firm: string, more: Partial<BuyingFact> = {}): BuyingFact => ({
  ...{ source: 'purchase', id: firm, organisationId: firm, productId: 'precursor', fen: 100_00, quantity: null },
  ...{ origin: '220200', ring: 'nation', kilometres: 1_150, confirmed: true, asOf: '2026-11-01', ...more },
});
const need = (firm: string, amount: number): NeedFact => ({
  ...{ id: firm, organisationId: firm, productId: 'precursor', quantity: tonnes(amount), open: true },
  asOf: '2026-11-20',
});
const rejected = (supplier: string, buyerId: string, code = 'price'): RejectionFact => ({
  ...{ needId: 'need', buyerId, organisationId: supplier, productId: 'precursor', code, asOf: '2026-10-01' },
});
const gapOf = (facts: Partial<ProductFacts>) =>
  diagnoseLink({
    ...{ productId: 'precursor', stops: [], replaceable: false, standing: standsAlone },
    facts: { makers: [], bought: [], needs: [], rejections: [], users: new Set(), ...facts },
  });
const causesOf = (facts: Partial<ProductFacts>): readonly GapCause[] => gapOf(facts).causes;
const spoken = (cause: GapCause | undefined) =>
  cause && (['zh', 'en'] as const).map((language) => gapCauseText(cause, { language, nameOf: (id) => id })).join(' ');
const firms = ['甲', '乙', '丙', '丁', '戊', '己'];
const makers = [maker('子', 60), maker('丑', 60)];

describe('what a cause tells of the demand', () => {
  it('is no quantity of a single buyer, in no language', () => {
    const [short] = causesOf({ makers, bought: [bought('甲', { quantity: tonnes(437) })] });
    expect(short).toEqual({ code: 'capacity-short', params: {} });
    expect(spoken(short)).not.toMatch(/\d/);
  });

  it('is a quantity in steps from five firms on, buyers and askers together', () => {
    const facts = {
      makers,
      bought: firms.slice(0, 4).map((firm) => bought(firm, { quantity: tonnes(110) })),
      needs: [need('戊', 95), need('甲', 9_000)],
    };
    expect(causesOf(facts)).toContainEqual({
      code: 'capacity-short',
      params: { capacity: 120, demand: 600, unit: '吨' },
    });
    expect(spoken(causesOf(facts)[0])).toContain('约 600 吨/年');
  });

  it('is no quantity that rounds to no more than can be made, nor one with a kind of too few firms in it', () => {
    const all = firms.slice(0, 5).map((firm) => bought(firm, { quantity: tonnes(24.2) }));
    expect(causesOf({ makers, bought: all })[0]).toEqual({ code: 'capacity-short', params: {} });
    const more = firms.slice(0, 5).map((firm) => bought(firm, { quantity: tonnes(100) }));
    const kind = bought('己', { quantity: tonnes(437), productId: 't300' });
    expect(causesOf({ makers, bought: [...more, kind] })[0]).toEqual({ code: 'capacity-short', params: {} });
  });

  it('is no count of fewer than five users', () => {
    const four = causesOf({ bought: firms.slice(0, 4).map((firm) => bought(firm)) });
    expect(four).toEqual([{ code: 'no-maker', params: {} }]);
    expect(spoken(four[0])).toContain('不足 5 家');
    expect(causesOf({ users: new Set(firms) })).toEqual([{ code: 'no-maker', params: { users: 6 } }]);
  });
});

describe('what a cause tells of purchases elsewhere', () => {
  const here = (firm: string, fen: number) => bought(firm, { fen, ring: 'city' });

  it('is no share by which a rival could be reckoned', () => {
    const [cause] = causesOf({ makers, bought: [here('甲', 300), bought('乙', { fen: 900 })] });
    expect(cause).toEqual({ code: 'bought-outside', params: {} });
    expect(spoken(cause)).not.toMatch(/\d/);
    const oneHere = [...firms.slice(0, 5).map((firm) => bought(firm)), here('己', 300)];
    expect(causesOf({ makers, bought: oneHere })[0]?.params).toEqual({});
  });

  it('is a share of what is told of the amounts from five firms on, on both sides', () => {
    const away = firms.slice(0, 5).map((firm) => bought(firm, { fen: 900 }));
    const near = firms.slice(0, 5).map((firm) => here(firm, 190));
    expect(causesOf({ makers, bought: [...away, ...near] })[0]?.params).toEqual({ percent: 83 });
    expect(causesOf({ makers, bought: away })[0]?.params).toEqual({ percent: 100 });
  });

  it('is no reason that fewer than five suppliers heard, or from fewer than five buyers', () => {
    const all = { makers, bought: [bought('甲')] };
    const reasons = (rejections: readonly RejectionFact[]) =>
      causesOf({ ...all, rejections }).filter(({ code }) => code === 'not-chosen');
    const five = firms.slice(0, 5);
    expect(reasons([rejected('子', '甲')])).toEqual([]);
    expect(reasons(five.map((buyer) => rejected('子', buyer)))).toEqual([]);
    expect(reasons(five.map((supplier) => rejected(supplier, '甲')))).toEqual([]);
    expect(reasons([...five.map((firm) => rejected(firm, firm)), rejected('子', '甲', 'capacity')])).toEqual([
      { code: 'not-chosen', params: { count: 5, reason: 'price' } },
    ]);
  });
});

describe('whoever reads a link of which fewer than five firms buy, ask and use', () => {
  it('finds in its causes and its price no figure of theirs, whatever they do', () => {
    const firm = fc.constantFrom('甲', '乙', '丙', '丁');
    const quantity = fc.option(fc.integer({ min: 1, max: 9_999 }).map(tonnes));
    const buying = fc
      .record({
        firm,
        quantity,
        fen: fc.integer({ min: 1, max: 1e9 }),
        ring: fc.constantFrom('city', 'nation', 'abroad'),
      })
      .map(({ firm: of, ...more }) => bought(of, more));
    const asking = fc.tuple(firm, fc.integer({ min: 1, max: 9_999 })).map(([of, amount]) => need(of, amount));
    const turnedDown = fc.tuple(fc.constantFrom('子', '丑', '寅', '卯', '辰'), firm);
    fc.assert(
      fc.property(
        fc.array(buying, { maxLength: 12 }),
        fc.array(asking, { maxLength: 6 }),
        fc.array(turnedDown, { maxLength: 20 }),
        (purchases, needs, rows) => {
          const rejections = rows.map(([supplier, buyer]) => rejected(supplier, buyer));
          for (const local of [[], makers]) {
            const { causes, demand } = gapOf({ makers: local, bought: purchases, needs, rejections });
            const telling = causes.filter(({ code }) => code !== 'unmet-needs' && code !== 'several-makers');
            expect(telling.flatMap(({ params }) => Object.values(params))).toEqual([]);
            expect([demand.confirmedFen, demand.declaredFen, demand.kilometres]).toEqual([null, null, null]);
          }
        },
      ),
    );
  });
});
