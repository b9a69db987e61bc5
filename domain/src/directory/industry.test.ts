import { describe, expect, it } from 'vitest';
import { industries, industryOf, industryPrefixes, readIndustry } from './industry.ts';

describe('the industries of GB/T 4754-2017', () => {
  it('are 20 sections, 97 divisions and 473 groups, each once, divisions in one run', () => {
    const codes = industries.map(({ code }) => code);
    expect(codes).toHaveLength(590);
    expect(new Set(codes).size).toBe(590);
    expect(codes.filter((code) => /^\d{3}$/.test(code))).toHaveLength(473);
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
    ['c276', '276'],
    ['279', undefined],
    ['2790', undefined],
    ['98', undefined],
    ['27701', undefined],
    ['制造业', undefined],
    ['', undefined],
  ])('reads %s as %s', (text, code) => {
    expect(readIndustry(text)).toBe(code);
  });

  it('name the group of a class, in English behind the name of the division', () => {
    expect(industryOf('2770')?.name.zh).toBe('卫生材料及医药用品制造');
    expect(industryOf('277')?.name.en).toBe('Medicines: 卫生材料及医药用品制造');
    expect(industryOf('27')?.name.zh).toBe('医药制造业');
    expect(industryOf('C')?.name.zh).toBe('制造业');
    expect(industryOf('9999')).toBeUndefined();
  });

  it('of a section are all of its divisions, of anything else what begins with its code', () => {
    expect(industryPrefixes('D')).toEqual(['D', '44', '45', '46']);
    expect(industryPrefixes('27')).toEqual(['27']);
  });
});
