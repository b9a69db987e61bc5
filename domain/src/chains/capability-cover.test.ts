import { describe, expect, it } from 'vitest';
import { capabilityCover, type HoldingFact, holdingIndex } from './capability-cover.ts';
import type { MakerFact } from './chain-facts.ts';

const weihai = '371000';
const maker = (organisationId: string, city: string, certificates: readonly string[]): MakerFact => ({
  ...{ offerId: `offer of ${organisationId}`, organisationId, name: organisationId, productId: 'valve', city },
  ...{ region: null, ring: 'nation', capacity: null, leadDays: null, certificates },
});
const registered = (organisationId: string, name: string, kind: HoldingFact['kind'] = 'machine'): HoldingFact => ({
  ...{ organisationId, city: weihai, kind, name },
});
const kilometres = (city: string) => ({ '370600': 60, '320400': 700 })[city] ?? null;
const coverOf = (makers: readonly MakerFact[], others: readonly MakerFact[] = [], held: readonly HoldingFact[] = []) =>
  capabilityCover(makers, holdingIndex([...makers, ...others], held), { city: weihai, kilometres });

describe('what makers of a product usually have', () => {
  const makers = [
    maker('甲', '320400', ['ISO 9001', 'TS 特种设备制造许可证']),
    maker('乙', '370600', ['ISO9001', 'TS 特种设备制造许可证', 'CE']),
    maker('丙', '440300', ['ISO 9001']),
  ];

  it('is what half of them have, and at least two; missing is what no firm of the city has, with the nearest that does', () => {
    const cover = coverOf(makers, [maker('丁', weihai, ['iso 9001'])]);
    expect(cover).toEqual({
      ...{ usual: 2, held: 1 },
      missing: [{ name: 'TS 特种设备制造许可证', nearest: { city: '370600', kilometres: 60 } }],
    });
  });

  it('counts what a firm of the city has registered, whatever it makes', () => {
    const held = [
      registered('丁', 'TS 特种设备制造许可证', 'certificate'),
      registered('丁', 'ISO 9001', 'certificate'),
    ];
    expect(coverOf(makers, [], held)).toEqual({ usual: 2, held: 2, missing: [] });
  });

  it('takes machines of the same name as the same, however many there are', () => {
    const both = [maker('甲', weihai, []), maker('乙', weihai, [])];
    const held = [registered('甲', '熔喷生产线 2 条'), registered('乙', '熔喷生产线 1 条')];
    expect(coverOf(both, [], held)).toEqual({ usual: 1, held: 1, missing: [] });
  });

  it('takes machines of two models for two, and the number of a model for no count', () => {
    const both = [maker('甲', weihai, []), maker('乙', weihai, [])];
    const held = [registered('甲', '数控车床 CK6140 2 台'), registered('乙', '数控车床 CK6180')];
    expect(coverOf(both, [], held)).toBeNull();
    const same = [registered('甲', '数控车床 CK6140 2 台'), registered('乙', '数控车床 CK6140')];
    expect(coverOf(both, [], same)).toEqual({ usual: 1, held: 1, missing: [] });
  });

  it('says no city where none is known how far away', () => {
    const far = [maker('甲', '654000', ['TS']), maker('乙', '654000', ['TS'])];
    expect(coverOf(far)?.missing.map(({ nearest }) => nearest)).toEqual([null]);
  });

  it('is not known of one maker alone, of makers nothing is registered of, and of those with nothing in common', () => {
    expect(coverOf([maker('甲', '320400', ['CE'])])).toBeNull();
    expect(coverOf([maker('甲', '320400', []), maker('乙', '320400', [])])).toBeNull();
    expect(coverOf([maker('甲', '320400', ['CE']), maker('乙', '320400', ['TS'])])).toBeNull();
    expect(coverOf([])).toBeNull();
  });
});
