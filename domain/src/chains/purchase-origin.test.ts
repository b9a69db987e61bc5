import { describe, expect, it } from 'vitest';
import { countryCodes } from './country-codes.ts';
import { OriginBook } from './purchase-origin.ts';

const region = (code: string, [zh, en]: readonly [string, string], aliases: readonly string[] = []) => ({
  ...{ code, city: `${code.slice(0, 4)}00`, name: { zh, en }, aliases, longitude: null, latitude: null },
});
const book = new OriginBook([
  region('370600', ['烟台市', 'Yantai'], ['烟台']),
  region('370602', ['芝罘区', 'Zhifu']),
  region('320500', ['苏州市', 'Suzhou']),
  region('341300', ['宿州市', 'Suzhou']),
]);
const codeOf = (text: string) => book.read(text)?.code;

describe('an origin', () => {
  it.each([
    ['370600', '370600'],
    ['370600 烟台市', '370600'],
    ['烟台', '370600'],
    [' 烟 台 市 ', '370600'],
    ['yantai', '370600'],
    ['JP', 'JP'],
    ['jp', 'JP'],
    ['JP 日本', 'JP'],
    ['US United States', 'US'],
    ['日本', 'JP'],
    ['Germany', 'DE'],
    ['台湾', 'TW'],
    ['中国香港', 'HK'],
  ])('written as %s is %s', (text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  it.each(['', '芝罘区', '370602', 'Suzhou', '中国', 'CN', 'ZZ', '火星', '999999'])(
    'is not guessed from “%s”: a county, the country itself, a name of two, a place that is none',
    (text) => {
      expect(codeOf(text)).toBeUndefined();
    },
  );

  it('is found by the beginning of its name first, then by what it holds', () => {
    expect(book.search('su', 2).map(({ code }) => code)).toEqual(['320500', '341300']);
    expect(book.search('州', 9).map(({ code }) => code)).toEqual(['320500', '341300']);
    expect(book.search('  ', 9)).toEqual([]);
  });

  it('is every prefecture and every country once, each with a name in both languages', () => {
    const choices = { zh: book.choices('zh'), en: book.choices('en') };
    expect(choices.zh).toHaveLength(3 + countryCodes.length);
    expect(new Set(choices.zh).size).toBe(choices.zh.length);
    for (const code of countryCodes) {
      expect(book.find(code)?.name.zh, code).not.toBe(code);
      expect(book.find(code)?.name.en, code).not.toBe(code);
    }
    for (const choice of [...choices.zh, ...choices.en]) expect(choice.length).toBeLessThanOrEqual(60);
    for (const choice of choices.en) expect(book.read(choice), choice).toBeDefined();
  });
});
