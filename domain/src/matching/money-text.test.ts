import { describe, expect, it } from 'vitest';
import { moneyText, priceText } from './money-text.ts';

describe('money in words', () => {
  it.each([
    [860_000, '8,600 元', '¥8,600'],
    [86_500_000, '86.5 万元', '¥865 K'],
    [12_400_000_000, '1.24 亿元', '¥124 M'],
    [0, '0 元', '¥0'],
    [-1_050_000, '−1.05 万元', '−¥10.5 K'],
  ])('says %i fen in a unit a person speaks', (fen, zh, en) => {
    expect(moneyText(fen, 'zh')).toBe(zh);
    expect(moneyText(fen, 'en')).toBe(en);
  });

  it('never rounds a price that was quoted', () => {
    expect(priceText(2_100_000, '吨', 'zh')).toBe('2.1 万元/吨');
    expect(priceText(2_105_550, '吨', 'zh')).toBe('2.10555 万元/吨');
    expect(priceText(2_105_550, '吨', 'en')).toBe('¥21.0555 K/t');
    expect(priceText(1_850, '只', 'en')).toBe('¥18.5/pcs');
  });
});
