import { describe, expect, it } from 'vitest';
import { rateText, unitText } from './unit-words.ts';

describe('units in the reader’s language', () => {
  it.each([
    ['吨', 't'],
    ['公斤', 'kg'],
    ['平方米', 'm²'],
    ['只', 'pcs'],
    ['卷', 'rolls'],
    ['万只', '×10k pcs'],
  ])('%s reads %s in English and stays as written in Chinese', (unit, english) => {
    expect(unitText(unit, 'en')).toBe(english);
    expect(unitText(unit, 'zh')).toBe(unit);
  });

  it('leaves a unit nobody knows as the firm wrote it', () => {
    expect(unitText('标箱', 'en')).toBe('标箱');
    expect(unitText('万标箱', 'en')).toBe('万标箱');
    expect(unitText('g/m²', 'en')).toBe('g/m²');
    expect(unitText(null, 'en')).toBe('');
  });

  it('says the period in full words, and none for a one-off lot', () => {
    expect(rateText('吨', 'day', 'zh')).toBe('吨/天');
    expect(rateText('吨', 'day', 'en')).toBe('t/day');
    expect(rateText('只', 'quarter', 'en')).toBe('pcs/quarter');
    expect(rateText('吨', 'once', 'en')).toBe('t');
  });
});
