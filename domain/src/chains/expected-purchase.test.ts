import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ExpectedFacts, expectedPurchases, leastTurnoverFen, type UsingFirm } from './expected-purchase.ts';
import type { IoTable } from './io-table.ts';

const sectors = [
  { key: 'chemicals', name: '化学产品', prefixes: ['26', '28'] },
  { key: 'resin', name: '合成材料', prefixes: ['265'] },
  { key: 'textiles', name: '纺织品', prefixes: ['17'] },
];
const table: IoTable = {
  sectors,
  coefficients: [
    ['resin', 'textiles', 0.1],
    ['chemicals', 'textiles', 0.02],
    ['textiles', 'textiles', 0],
  ],
};
const industryOf = new Map([
  ['pp', '2651'],
  ['pe', '2651'],
  ['dye', '2645'],
  ['yarn', '1721'],
]);
const firm = (id: string, more: Partial<UsingFirm> = {}): UsingFirm => ({
  ...{ id, industry: '1781', size: '小型', uses: ['pp'], ...more },
});
const five = ['a', 'b', 'c', 'd', 'e'].map((id) => firm(id));
const facts = (firms: readonly UsingFirm[], more: Partial<ExpectedFacts> = {}): ExpectedFacts => ({
  ...{ table, industryOf, firms, isDeclared: () => false, ...more },
});

describe('what firms that declared nothing are expected to buy', () => {
  it('is the coefficient times the least turnover of their size: five small textile firms, 0.1 of 3 M yuan each', () => {
    expect(expectedPurchases(facts(five)).get('pp')).toEqual({ fen: 150_000_000, firms: 5, unknown: 0 });
  });

  it('is split evenly over the products of one sector a firm is known to use, not over those of another', () => {
    const firms = five.map((one) => ({ ...one, uses: ['pp', 'pe', 'dye'] }));
    const found = expectedPurchases(facts(firms));
    expect(found.get('pp')?.fen).toBe(75_000_000);
    expect(found.get('dye')?.fen).toBe(30_000_000);
  });

  it('takes the most precise sector of the table that holds a code', () => {
    expect(expectedPurchases(facts(five.map((one) => ({ ...one, uses: ['dye'] })))).get('dye')?.fen).toBe(30_000_000);
  });

  it('is told by nobody of fewer than five firms', () => {
    expect(expectedPurchases(facts(five.slice(1))).get('pp')).toEqual({ fen: null, firms: null, unknown: 0 });
  });

  it('leaves out who has declared what it buys, and counts apart of whom too little is known', () => {
    const [first] = five;
    const isDeclared = (id: string) => id === first?.id;
    expect(expectedPurchases(facts(five, { isDeclared })).get('pp')?.fen).toBeNull();
    const more = [firm('f', { size: null }), firm('g', { industry: null }), firm('h', { size: '微型' })];
    const odd = [firm('i', { industry: '5161' }), firm('j', { industry: '3311' })];
    expect(expectedPurchases(facts([...five, ...more, ...odd])).get('pp')).toEqual({
      ...{ fen: 150_000_000, firms: 5, unknown: 5 },
    });
  });

  it('says nothing of a product whose sector is not known, nor of one the table gives nothing of', () => {
    const firms = five.map((one) => ({ ...one, uses: ['glue', 'yarn'] }));
    const found = expectedPurchases(facts(firms));
    expect(found.get('glue')).toBeUndefined();
    expect(found.get('yarn')).toEqual({ fen: null, firms: 0, unknown: 0 });
  });

  it('is what adding up firm by firm and product by product gives', () => {
    const anyFirm = fc.record({
      industry: fc.constantFrom('1781', '2651', '2645', '5161', null),
      size: fc.constantFrom('大型', '中型', '小型', '微型', null),
      uses: fc.uniqueArray(fc.constantFrom('pp', 'pe', 'dye', 'yarn', 'glue')),
    });
    const anyTable = fc.uniqueArray(
      fc.tuple(
        fc.constantFrom('resin', 'chemicals', 'textiles'),
        fc.constantFrom('textiles', 'chemicals'),
        fc.double({ min: 0, max: 0.3, noNaN: true }),
      ),
      { selector: ([from, to]) => `${from} ${to}` },
    );
    fc.assert(
      fc.property(fc.array(anyFirm, { maxLength: 20 }), anyTable, (some, coefficients) => {
        const firms = some.map((one, at) => ({ ...one, id: String(at) }) as UsingFirm);
        const given = facts(firms, { table: { sectors, coefficients } });
        const found = expectedPurchases(given);
        for (const product of ['pp', 'pe', 'dye', 'yarn', 'glue']) {
          const plain = bruteForce(given, product);
          const one = found.get(product);
          expect(one?.firms ?? 0).toBe(plain.firms >= 5 ? plain.firms : 0);
          if (plain.firms >= 5) expect(Math.abs((one?.fen ?? 0) - plain.sum)).toBeLessThanOrEqual(1);
          else expect(one?.fen ?? null).toBeNull();
        }
      }),
    );
  });
});

function plainSector(code: string): string | undefined {
  if (code.startsWith('265')) return 'resin';
  if (/^2[68]/.test(code)) return 'chemicals';
  return code.startsWith('17') ? 'textiles' : undefined;
}

function bruteForce({ table: { coefficients }, firms }: ExpectedFacts, product: string) {
  let [sum, count] = [0, 0];
  for (const { industry, size, uses } of firms) {
    const of = plainSector(industryOf.get(product) ?? '');
    if (!uses.includes(product) || of === undefined || industry === null || size === null) continue;
    const own = plainSector(industry);
    const pair = coefficients.find(([from, to]) => from === of && to === own);
    if (!pair || pair[2] === 0 || leastTurnoverFen[size] === 0) continue;
    const same = uses.filter((other) => plainSector(industryOf.get(other) ?? '') === of).length;
    sum += (pair[2] * leastTurnoverFen[size]) / same;
    count += 1;
  }
  return { sum, firms: count };
}
