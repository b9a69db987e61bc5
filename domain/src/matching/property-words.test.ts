import { describe, expect, it } from 'vitest';
import { evidenceText, propertyText } from './property-words.ts';

describe('properties and what proves them, in the reader’s language', () => {
  it('says the usual ones in English and keeps an abbreviation', () => {
    expect(propertyText('过滤阻力', 'en')).toBe('filter resistance');
    expect(propertyText('BFE', 'en')).toBe('BFE');
    expect(evidenceText('出厂自检', 'en')).toBe('factory test');
    expect(evidenceText('客户验收单', 'en')).toBe('customer acceptance');
  });

  it('stays as written in Chinese, and where no table knows it', () => {
    expect(propertyText('过滤阻力', 'zh')).toBe('过滤阻力');
    expect(propertyText('吃铅量', 'en')).toBe('吃铅量');
    expect(evidenceText('检测报告', 'zh')).toBe('检测报告');
    expect(evidenceText(null, 'en')).toBe('');
  });
});
