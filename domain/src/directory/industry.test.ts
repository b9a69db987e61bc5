import { describe, expect, it } from 'vitest';
import { industries, industryOf, readIndustry } from './industry.ts';

describe('the industries of GB/T 4754-2017', () => {
  it('are 20 sections and 97 divisions, each once, divisions in one run', () => {
    const codes = industries.map(({ code }) => code);
    expect(new Set(codes).size).toBe(117);
    expect(codes.filter((code) => /^[A-T]$/.test(code))).toEqual([...'ABCDEFGHIJKLMNOPQRST']);
    const divisions = codes.filter((code) => /^\d\d$/.test(code)).map(Number);
    expect(divisions).toEqual(Array.from({ length: 97 }, (_, place) => place + 1));
  });

  it.each([
    ['27', '27'],
    ['c27', '27'],
    ['Ｃ２７７０', '2770'],
    ['2770', '2770'],
    ['C', 'C'],
    ['A27', undefined],
    ['98', undefined],
    ['27701', undefined],
    ['制造业', undefined],
    ['', undefined],
  ])('reads %s as %s', (text, code) => {
    expect(readIndustry(text)).toBe(code);
  });

  it('name the division of a class', () => {
    expect(industryOf('2770')?.name.zh).toBe('医药制造业');
    expect(industryOf('C')?.name.zh).toBe('制造业');
    expect(industryOf('9999')).toBeUndefined();
  });
});
