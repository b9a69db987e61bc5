import { expect, test } from 'vitest';
import { readName } from './name-parts.ts';
import { newPlaceNames } from './name-places.ts';
import { withoutRemarks } from './name-remarks.ts';

test.each([
  ['《威海宏达渔具有限公司》'],
  ['12、威海宏达渔具有限公司'],
  ['(80)威海宏达渔具有限公司'],
  ['★企业名称:威海宏达渔具有限公司'],
  ['威海宏达渔具有限公司--张经理'],
  ['威海宏达渔具有限公司等3家'],
  ['威海宏达渔具有限公司 hongda fishing tackle co., ltd.'],
  ['威海宏达渔具有限公司(公章)'],
])('%s names 威海宏达渔具有限公司', (written) => {
  expect(withoutRemarks(written)).toBe('威海宏达渔具有限公司');
});

test.each(['360数字安全集团', '58同城', '3m中国有限公司', 'tcl科技集团股份有限公司'])(
  'the number or the letters of %s belong to the name',
  (name) => {
    expect(withoutRemarks(name)).toBe(name);
  },
);

test('a bank is known by its nickname', () => {
  expect(withoutRemarks('工行威海分行')).toBe('中国工商银行威海分行');
});

const places = newPlaceNames([
  { code: '370000', name: '山东省', level: 'province' },
  { code: '370200', name: '青岛市', level: 'prefecture' },
  { code: '370211', name: '黄岛区', level: 'county' },
  { code: '370215', name: '即墨区', level: 'county' },
  { code: '370284', name: '胶南市', level: 'county', replacedBy: '370211' },
]);
const formOf = (name: string) => readName(name, places).form;

test.each([
  ['青岛宏达渔具有限公可', 'limited'],
  ['青岛宏达渔具有线公司', 'limited'],
  ['青岛宏达渔具股分有限公司', 'stock'],
  ['青岛宏达渔具股份份有限公司', 'stock'],
  ['青岛宏达渔具（股份）有限公司', 'stock'],
  ['青岛宏达渔具有限责任', 'limited'],
  ['青岛宏达渔具股份有限', 'stock'],
  ['青岛宏达控股有限公司', 'limited'],
  ['青岛宏达有色公司', 'company'],
])('%s is written with the form %s', (name, form) => {
  expect(formOf(name)).toBe(form);
});

test('a remark behind a whole name is left out, a branch behind it is not', () => {
  expect(readName('青岛宏达渔具有限公司（规上）', places)).toEqual(readName('青岛宏达渔具有限公司', places));
  expect(readName('青岛宏达渔具有限公司（即墨分公司）', places).branch).not.toBe('');
});

test('a county that became a district, and one that is gone, are still places of today', () => {
  const codes = (name: string) => readName(name, places).places.map((place) => place.codes);
  expect(codes('即墨市宏达渔具有限公司')).toEqual([['370215']]);
  expect(codes('胶南市宏达渔具有限公司')).toEqual([['370211']]);
  expect(codes('宏达渔具（即墨）有限公司')).toEqual([['370215']]);
});

test('电子公司 is no 子公司', () => {
  expect(readName('宏达电子公司', places).branch).toBe('');
});
