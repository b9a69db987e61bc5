import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberPattern, readNumber } from './parse-number.ts';

/** Writes a whole number below a hundred million the way a clerk does. */
function inChinese(value: number): string {
  if (value >= 10_000) {
    const rest = value % 10_000;
    const gap = rest > 0 && rest < 1000 ? '零' : '';
    return `${inChinese(Math.floor(value / 10_000))}万${rest > 0 ? gap + inChinese(rest) : ''}`;
  }
  const figures = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
  const units = ['', '十', '百', '千'];
  const written = [...String(value)]
    .map((digit, at, all) => (digit === '0' ? '零' : `${figures[Number(digit)]}${units[all.length - 1 - at]}`))
    .join('');
  return value === 0 ? '零' : written.replace(/零+/g, '零').replace(/零$/, '');
}

describe('reading a figure', () => {
  it('is not a number where nothing is written', () => {
    expect(readNumber('千岛')).toBeNaN();
  });

  it.each([
    ['五', '', 5],
    ['十二', '', 12],
    ['两', '万', 20_000],
    ['五万', '', 50_000],
    ['三千', '', 3000],
    ['三万五千', '', 35_000],
    ['一亿二千万', '', 120_000_000],
    ['百', '', 100],
    ['半', '', 0.5],
    ['两万半', '', 25_000],
    ['二点五', '万', 25_000],
    ['2.5', '万', 25_000],
    ['1,200', '', 1200],
    ['3', '百万', 3_000_000],
    ['1e308', '', 1e308],
  ])('%s%s is %d', (written, multiplier, value) => {
    expect(readNumber(written, multiplier)).toBe(value);
  });

  it('reads back every number a clerk can write', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (value) => {
        expect(readNumber(inChinese(value))).toBe(value);
      }),
    );
  });

  it('stays quick on a wall of digits', () => {
    const started = performance.now();
    for (const wall of ['9'.repeat(20_000), '万'.repeat(20_000), '1,'.repeat(10_000)])
      [...wall.matchAll(new RegExp(`${numberPattern}吨`, 'g'))];
    expect(performance.now() - started).toBeLessThan(500);
  });
});
