import { describe, expect, it } from 'vitest';
import type { MakerFact } from './chain-facts.ts';
import { reachTable, relatednessOf, usualTableRules } from './reach-table.ts';

const weihai = '371000';
const yantai = '370600';
const changzhou = '320400';

let count = 0;
const firms = (city: string, productId: string, many: number): MakerFact[] =>
  Array.from({ length: many }, () => {
    count += 1;
    return {
      ...{ offerId: `offer ${count}`, organisationId: `firm ${count}`, name: `firm ${count}`, productId, city },
      ...{ region: null, ring: 'nation', capacity: null, leadDays: null, certificates: [] },
    };
  });

/**
 * Worked by hand; one firm, one product. Presence (share here ≥ share everywhere, of 18 firms 6 make cloth, 5 mask, 5 resin, 2 wire):
 *
 *                 cloth  mask  resin  wire            cloth  mask  resin  wire
 *     Weihai        4     2      0     0                x     x      ·     ·
 *     Yantai        2     2      2     0                x     x      x     ·
 *     Changzhou     0     1      3     2                ·     ·      x     x
 *
 * Nearness: cloth–mask 2/2, cloth–resin 1/2, mask–resin 1/2, resin–wire 1/2, all others 0. The province has cloth 1, mask 1, resin 1/2,
 * wire 0. With a strength of 6 the six firms of Weihai weigh 1/2.
 *
 * Around wire, near resin alone: Weihai 0, the province 1/2, together 1/4. Around resin (cloth, mask and wire, 1/2 each): Weihai 2/3,
 * the province 2/3. On average Weihai has (1 + 1 + 1/4 + 0) / 4 = 9/16.
 */
const makers = [
  ...firms(weihai, 'cloth', 4),
  ...firms(weihai, 'mask', 2),
  ...firms(yantai, 'cloth', 2),
  ...firms(yantai, 'mask', 2),
  ...firms(yantai, 'resin', 2),
  ...firms(changzhou, 'mask', 1),
  ...firms(changzhou, 'resin', 3),
  ...firms(changzhou, 'wire', 2),
];
const rules = { ...usualTableRules, strength: 6, fewestPlaces: 3, fewestElsewhere: 1 };
const none = () => [];
const table = (of: readonly MakerFact[] = makers, broaderOf: (id: string) => string[] = none) =>
  reachTable({ makers: of, city: weihai, broaderOf, rules });
const near = (productId: string, of = table(), kin: readonly string[] = []) =>
  relatednessOf(of, { productId, kin }, rules);

describe('how near a product is to what the city makes', () => {
  it('is what the hand computed, drawn to the province', () => {
    expect(table().average).toBeCloseTo(9 / 16, 12);
    const [wire, resin] = [near('wire'), near('resin')];
    if (wire.kind !== 'known' || resin.kind !== 'known') throw new Error('both are known');
    expect(wire.density).toBeCloseTo(1 / 4, 12);
    expect(resin.density).toBeCloseTo(2 / 3, 12);
    for (const { low, density, high } of [wire, resin])
      expect(0 <= low && low <= density && density <= high && high <= 1).toBe(true);
  });

  it('is the same in whatever order the makers are told, and in every run', () => {
    expect(near('resin', table(makers.toReversed()))).toEqual(near('resin'));
  });

  it('is not known of a product nobody makes, or too few elsewhere, or in a table of few places', () => {
    expect(near('felt').kind).toBe('unknown');
    expect(relatednessOf(table(), { productId: 'wire', kin: [] }, { ...rules, fewestElsewhere: 2 }).kind).toBe(
      'unknown',
    );
    expect(relatednessOf(table(), { productId: 'resin', kin: [] }, { ...rules, fewestPlaces: 4 }).kind).toBe('unknown');
  });

  it('is not known where the city has too few firms, or none', () => {
    const elsewhere = makers.filter(({ city }) => city !== weihai);
    expect(near('resin', table([...elsewhere, ...firms(weihai, 'cloth', 2)])).kind).toBe('unknown');
    expect(near('resin', table(elsewhere)).kind).toBe('unknown');
    expect(near('resin', table([])).kind).toBe('unknown');
  });

  it('leaves out what the product is a kind of, which is near it by definition', () => {
    const broaderOf = (id: string) => (id === 'resin' ? ['polymer'] : []);
    const withKinds = table(makers, broaderOf);
    // of 23 counts the cloth of Yantai, 2 of 8, is now less than its share: mask and wire are near resin, 1/2 each
    const [known, withKin] = [near('resin', withKinds, ['polymer']), near('resin', withKinds)];
    if (known.kind !== 'known' || withKin.kind !== 'known') throw new Error('both are known');
    expect(known.density).toBeCloseTo(1 / 2, 12);
    // polymer would be near by 1: (1/2) / 2 of Weihai, (1/2 + 1/2) / 2 of the province
    expect(withKin.density).toBeCloseTo(3 / 8, 12);
    expect(near('polymer', withKinds, ['resin']).kind).toBe('known');
  });

  it('leaves out makers abroad and of unknown place, and counts a firm once however many offers it has', () => {
    const twice = makers.map((maker) => ({ ...maker, offerId: `${maker.offerId} again` }));
    const away = [...firms('DE', 'resin', 9), ...firms('000000', 'resin', 9)];
    expect(near('resin', table([...makers, ...twice, ...away]))).toEqual(near('resin'));
  });
});
