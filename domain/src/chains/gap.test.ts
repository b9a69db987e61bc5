import { describe, expect, it } from 'vitest';
import type { BuyingFact, MakerFact, NeedFact, ProductFacts } from './chain-facts.ts';
import { standsAlone } from './chain-standing.ts';
import { diagnoseLink, type LinkOfChain, usualGapRules } from './gap.ts';

const maker = (name: string, more: Partial<MakerFact> = {}): MakerFact => ({
  ...{ offerId: `offer of ${name}`, organisationId: name, name, productId: 'precursor', city: '371000', region: null },
  ...{ ring: 'city', capacity: null, certificates: [], leadDays: null, ...more },
});
const bought = (firm: string, more: Partial<BuyingFact> = {}): BuyingFact => ({
  ...{ source: 'purchase', id: `purchase of ${firm}`, organisationId: firm, productId: 'precursor', fen: 100_00 },
  ...{
    quantity: null,
    origin: '220200',
    ring: 'nation',
    kilometres: 1_150,
    confirmed: true,
    asOf: '2026-11-01',
    ...more,
  },
});
const need = (firm: string, more: Partial<NeedFact> = {}): NeedFact => ({
  ...{ id: `need of ${firm}`, organisationId: firm, productId: 'precursor', quantity: null, open: true },
  ...{ asOf: '2026-11-20', ...more },
});
const link = (facts: Partial<ProductFacts>, more: Partial<LinkOfChain> = {}): LinkOfChain => ({
  ...{ productId: 'precursor', stops: [], replaceable: false, standing: standsAlone, ...more },
  facts: { makers: [], bought: [], needs: [], rejections: [], users: new Set(), ...facts },
});
const tonnes = (amount: number) => ({ amount, unit: '吨', per: 'year' }) as const;
const codes = (facts: Partial<ProductFacts>, more: Partial<LinkOfChain> = {}) =>
  diagnoseLink(link(facts, more)).causes.map(({ code }) => code);
const classOf = (facts: Partial<ProductFacts>, more: Partial<LinkOfChain> = {}) =>
  diagnoseLink(link(facts, more)).class;

describe('the class of a link', () => {
  it('is unknown, never missing, while nobody is known to need it', () => {
    expect(classOf({})).toBe('unknown');
    expect(codes({})).toEqual(['no-facts']);
    expect(classOf({ makers: [maker('吉林', { ring: 'nation' })] })).toBe('unknown');
  });

  it('is missing where local firms need it and none of the city makes it', () => {
    expect(classOf({ users: new Set(['甲']) })).toBe('missing');
    expect(classOf({ bought: [bought('甲')] })).toBe('missing');
    const gap = diagnoseLink(link({ needs: [need('甲')], users: new Set(['甲', '乙']) }));
    expect(gap.causes).toEqual([
      { code: 'no-maker', params: {} },
      { code: 'unmet-needs', params: { count: 1 } },
    ]);
  });

  it('is single-source with the name of the only maker, however many offers it has', () => {
    const twice = [maker('甲'), maker('甲', { offerId: 'another' })];
    expect(diagnoseLink(link({ makers: twice })).causes).toEqual([{ code: 'single-maker', params: { maker: '甲' } }]);
  });

  it('is short only when every capacity is known and all of them together do not suffice', () => {
    const needs = [need('丙', { quantity: tonnes(100) })];
    const makers = [maker('甲', { capacity: tonnes(30) }), maker('乙', { capacity: tonnes(40) })];
    expect(classOf({ makers, needs })).toBe('short');
    const unsure = [...makers, maker('丁')];
    expect(classOf({ makers: unsure, needs })).toBe('unknown');
    expect(codes({ makers: unsure, needs })).toEqual(['capacity-unknown']);
    expect(classOf({ makers: [...unsure, maker('戊', { capacity: tonnes(50) })], needs })).toBe('strong');
  });

  it('counts a capacity of 0 as known, and a missing one as not known', () => {
    const needs = [need('丙', { quantity: tonnes(1) })];
    const idle = [maker('甲', { capacity: tonnes(0) }), maker('乙', { capacity: tonnes(0) })];
    expect(classOf({ makers: idle, needs })).toBe('short');
  });

  it('says that units do not convert instead of comparing them', () => {
    const needs = [need('丙', { quantity: tonnes(100) })];
    const makers = [maker('甲', { capacity: { amount: 5, unit: '米', per: 'year' } }), maker('乙')];
    expect(codes({ makers, needs })).toEqual(['units-differ']);
  });

  it('is outside-dependent from half of the known purchases on', () => {
    const makers = [maker('甲'), maker('乙'), maker('丙')];
    const mostly = [bought('丁', { fen: 60 }), bought('戊', { fen: 40, ring: 'city' })];
    expect(codes({ makers, bought: mostly })).toEqual(['bought-outside']);
    const less = [bought('丁', { fen: 40 }), bought('戊', { fen: 60, ring: 'district' })];
    expect(classOf({ makers, bought: less })).toBe('strong');
  });

  it('counts a purchase from an unknown place neither as here nor as elsewhere', () => {
    const makers = [maker('甲'), maker('乙')];
    const gap = diagnoseLink(link({ makers, bought: [bought('丁', { ring: 'unknown', kilometres: null })] }));
    expect(gap.class).toBe('strong');
    expect(gap.demand.buyers).toBe(0);
  });

  it('is fragile when few makers hold up many products and nothing can stand in', () => {
    const makers = [maker('甲'), maker('乙')];
    const stops = ['fibre', 'prepreg', 'part'];
    expect(classOf({ makers }, { stops })).toBe('fragile');
    expect(classOf({ makers }, { stops, replaceable: true })).toBe('strong');
    expect(classOf({ makers }, { stops: stops.slice(1) })).toBe('strong');
    expect(classOf({ makers: [...makers, maker('丙')] }, { stops })).toBe('strong');
  });

  it('is fragile when the chain falls apart without it, or when there is no other way', () => {
    const makers = [maker('甲'), maker('乙')];
    const standing = { ...standsAlone, cutOff: 3, run: 5 };
    expect(codes({ makers }, { standing })).toEqual(['splits-chain', 'long-run']);
    expect(classOf({ makers }, { standing })).toBe('fragile');
    expect(codes({ makers }, { standing: { ...standsAlone, onlyWay: 2, example: 'fibre' } })).toEqual(['only-way']);
    expect(classOf({ makers }, { standing: { ...standsAlone, cutOff: 2, onlyWay: 1, example: 'fibre' } })).toBe(
      'strong',
    );
    expect(classOf({ makers }, { standing, replaceable: true })).toBe('strong');
    expect(classOf({ makers: [...makers, maker('丙')] }, { standing })).toBe('strong');
  });

  it('is not fragile for a long run alone', () => {
    expect(classOf({ makers: [maker('甲'), maker('乙')] }, { standing: { ...standsAlone, run: 9 } })).toBe('strong');
  });

  it('is the worst one that has a cause, and keeps the other causes', () => {
    const gap = diagnoseLink(link({ makers: [maker('甲')], bought: [bought('丁')] }, { stops: ['a', 'b', 'c'] }));
    expect(gap.class).toBe('single-source');
    expect(gap.causes.map(({ code }) => code)).toEqual(['single-maker', 'bought-outside', 'stops-others']);
  });

  it('goes by the rules it is given', () => {
    const makers = [maker('甲'), maker('乙')];
    const rules = { ...usualGapRules, stopsFragile: 1 };
    expect(diagnoseLink(link({ makers }, { stops: ['a'] }), rules).class).toBe('fragile');
  });
});

describe('what a link carries', () => {
  it('counts each maker once, in its nearest ring', () => {
    const makers = [
      maker('甲', { ring: 'district' }),
      maker('甲', { ring: 'nation' }),
      maker('乙', { ring: 'circle' }),
      maker('丙', { ring: 'abroad' }),
      maker('丁', { ring: 'unknown' }),
    ];
    const { coverage, unplaced } = diagnoseLink(link({ makers }));
    expect(coverage).toEqual({ city: 1, circle: 1, province: 0, nation: 0, abroad: 1 });
    expect(unplaced).toBe(1);
  });

  it('carries the day of its youngest fact, and none when no fact has a day', () => {
    expect(diagnoseLink(link({ bought: [bought('甲')], needs: [need('乙')] })).asOf).toBe('2026-11-20');
    expect(diagnoseLink(link({ makers: [maker('甲')] })).asOf).toBeNull();
  });
});
