import { expect, test } from 'vitest';
import { decideDuplicate } from './duplicate-decision.ts';
import { type IdentityFacts, newIdentityRecord } from './duplicate-record.ts';
import { newPlaceNames } from './name-places.ts';

const places = newPlaceNames([
  { code: '370000', name: '山东省', level: 'province' },
  { code: '370200', name: '青岛市', level: 'prefecture' },
  { code: '370215', name: '即墨区', level: 'county' },
  { code: '371000', name: '威海市', level: 'prefecture' },
  { code: '371082', name: '荣成市', level: 'county' },
]);
const code = '91371000MA3C00012L';
const house = { addresses: ['威海市文化西路180号'] };
const otherHouse = { addresses: ['威海市海滨路7号'] };

function verdict(
  one: readonly [string, Partial<IdentityFacts>?],
  other: readonly [string, Partial<IdentityFacts>?],
  count = 1,
) {
  const read = ([name, facts]: readonly [string, Partial<IdentityFacts>?]) =>
    newIdentityRecord(
      { id: name, name, shortName: null, creditCode: null, addresses: [], region: null, ...facts },
      places,
    );
  return decideDuplicate(read(one), read(other), () => count).verdict;
}

test('荣成 without 市 is a place beside a name that says so', () => {
  expect(verdict(['荣成市宏达渔具有限公司'], ['荣成宏达渔具有限公司'])).toBe('same');
});

test('a slip in the trade is believed at the same house, elsewhere a person looks', () => {
  const [right, wrong] = ['威海宏达数控机床有限公司', '威海宏达数空机床有限公司'];
  expect(verdict([right, house], [wrong, house])).toBe('same');
  expect(verdict([right, house], [wrong, otherHouse])).not.toBe('same');
});

test('two known trades, or one more character behind the brand, are no slip', () => {
  expect(verdict(['威海宏达电子有限公司', house], ['威海宏达电器有限公司', house])).not.toBe('same');
  expect(verdict(['威海宏达渔具有限公司', house], ['威海宏达海渔具有限公司', house])).not.toBe('same');
});

test('a slip in the brand at the same house is shown to a person', () => {
  expect(verdict(['威海宏达渔具有限公司', house], ['威海鸿达渔具有限公司', house])).toBe('review');
});

test('an office is known by its short name in its own place only', () => {
  const full = '威海市人力资源和社会保障局';
  expect(verdict([full], ['威海市人社局'])).toBe('same');
  expect(verdict([full], ['荣成市人社局'])).not.toBe('same');
  expect(verdict([full], ['荣成市人力资源和社会保障局'])).not.toBe('same');
});

test('a name said shorter at the same house is the firm, one that says another trade is not', () => {
  const full = ['威海宏达精密机械有限公司', house] as const;
  expect(verdict(full, ['宏达精密', house])).toBe('same');
  expect(verdict(full, ['宏达精密', otherHouse])).not.toBe('same');
  expect(verdict(full, ['威海宏达渔具', house])).not.toBe('same');
});

test('山东 and 青岛 in two names with two addresses may be two firms', () => {
  expect(verdict(['山东宏达渔具有限公司', house], ['宏达渔具（青岛）有限公司', otherHouse])).toBe('review');
});

test.each([
  ['behind its label', `统一社会信用代码：${code}`],
  ['as 组织机构代码', 'MA3C0001-2'],
  ['with a character lost', '9137000MA3C00012L'],
])('a code %s still tells whose record it is', (_, written) => {
  const known = ['威海宏达渔具有限公司', { creditCode: code }] as const;
  expect(verdict(known, ['威海宏达控股集团股份有限公司', { creditCode: written }])).toBe('same');
});

test('a campus and the university in brackets are one, the university elsewhere is not', () => {
  expect(verdict(['山东大学（威海）'], ['山东大学威海校区'])).toBe('same');
  expect(verdict(['山东大学（威海）'], ['山东大学'])).not.toBe('same');
});
