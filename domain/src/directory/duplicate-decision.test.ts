import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decideDuplicate, isOnePublicBody } from './duplicate-decision.ts';
import { type IdentityFacts, newIdentityRecord } from './duplicate-record.ts';
import { duplicateReasonText } from './duplicate-text.ts';
import { newPlaceNames } from './name-places.ts';

const places = newPlaceNames(
  [
    { code: '370000', name: '山东省', level: 'province' },
    { code: '371000', name: '威海市', level: 'prefecture' },
    { code: '371003', name: '文登区', level: 'county' },
    { code: '370600', name: '烟台市', level: 'prefecture' },
  ],
  '371000',
);
const codes = { one: '91371000MA3C00012L', two: '91371000MA3C98765K' };

function firm(name: string, facts: Partial<IdentityFacts> = {}) {
  const all = { id: name, name, shortName: null, creditCode: null, addresses: [], region: '371000', ...facts };
  return newIdentityRecord(all, places);
}

function verdict(a: ReturnType<typeof firm>, b: ReturnType<typeof firm>, count = 1) {
  return decideDuplicate(a, b, () => count).verdict;
}

test.each([
  ['one sound, another character', '威海宏达渔具有限公司', '威海鸿达渔具有限公司'],
  ['two factories of one firm', '威海宏达渔具一分厂', '威海宏达渔具二分厂'],
  ['the firm and its branch', '威海宏达渔具有限公司', '威海宏达渔具有限公司文登分公司'],
  ['the same brand in another city', '威海宏达渔具有限公司', '烟台宏达渔具有限公司'],
  ['another trade', '威海宏达渔具有限公司', '威海宏达食品有限公司'],
  ['the limited and the stock company', '威海宏达集团有限公司', '威海宏达集团股份有限公司'],
])('never joins by itself: %s', (_, one, other) => {
  expect(verdict(firm(one), firm(other))).not.toBe('same');
  const house = { addresses: ['威海市文化西路180号'] };
  expect(verdict(firm(one, house), firm(other, house))).not.toBe('same');
});

test('different credit codes are two bodies, whatever the address says', () => {
  const house = { addresses: ['威海市文化西路180号'] };
  const a = firm('威海宏达渔具有限公司', { ...house, creditCode: codes.one });
  const b = firm('威海宏达渔具科技有限公司', { ...house, creditCode: codes.two });
  expect(verdict(a, b)).toBe('different');
});

test('the same full name under two codes is worth a look', () => {
  const a = firm('威海宏达渔具有限公司', { creditCode: codes.one });
  expect(verdict(a, firm('威海宏达渔具有限公司', { creditCode: codes.two }))).toBe('review');
});

test("another firm's code typed beside a name goes to a person", () => {
  const a = firm('威海宏达渔具有限公司', { creditCode: codes.one });
  expect(verdict(a, firm('文登远洋食品有限公司', { creditCode: codes.one }))).toBe('review');
});

test('a rename keeps its code and is found', () => {
  const a = firm('威海宏达渔具有限公司', { creditCode: codes.one });
  const b = firm('威海宏达控股集团股份有限公司', { creditCode: `${codes.one.slice(0, 2)} ${codes.one.slice(2)}` });
  const decision = decideDuplicate(a, b, () => 1);
  expect(decision.verdict).toBe('same');
  expect(decision.reasons[0]).toMatchObject({ code: 'code.same' });
});

test('the full name written another way is found without a code', () => {
  expect(verdict(firm('威海宏达渔具有限公司'), firm('威海市宏達漁具有限責任公司', { region: null }))).toBe('same');
});

test('a short name alone is asked about when others share it, and found when its house says which', () => {
  const known = firm('威海宏达渔具有限公司', { shortName: '宏达', addresses: ['威海市文化西路180号'] });
  expect(verdict(known, firm('宏达'), 5)).toBe('review');
  expect(verdict(known, firm('宏达', { addresses: ['文化西路１８０号院内'] }), 5)).toBe('same');
});

test('two bureaus of one name in two places are two bodies, the same one entered twice is one', () => {
  const one = (a: string, b: string) => isOnePublicBody(decideDuplicate(firm(a), firm(b), () => 3));
  expect(one('威海市商务局', '威海市文登区商务局')).toBe(false);
  expect(one('威海市商务局', '烟台市商务局')).toBe(false);
  expect(one('威海市商务局', '威海市 商務局')).toBe(true);
});

test('the answer does not depend on which of the two was entered first, and each reason has its sentence', () => {
  const name = fc
    .tuple(
      fc.constantFrom('', '威海', '烟台', '山东', '威海市文登区'),
      fc.constantFrom('宏达', '鸿达', '宏', '光威'),
      fc.constantFrom('', '渔具', '渔具科技', '复材', '集团'),
      fc.constantFrom('', '有限公司', '股份有限公司', '股份', '有限公司文登分公司'),
    )
    .map((parts) => parts.join(''));
  const code = fc.constantFrom(null, codes.one, codes.two, `${codes.one.slice(0, 17)}0`);
  const facts = fc.record({ creditCode: code, addresses: fc.constantFrom([], ['文化路1号'], ['威海文化路2号']) });
  const record = fc.tuple(name, facts).map(([written, known]) => firm(written, known));
  fc.assert(
    fc.property(record, record, (one, other) => {
      const [there, back] = [decideDuplicate(one, other, () => 2), decideDuplicate(other, one, () => 2)];
      expect(back).toEqual(there);
      for (const { code: reason } of there.reasons) expect(duplicateReasonText[reason].zh).not.toBe('');
    }),
  );
});
