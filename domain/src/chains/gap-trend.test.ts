import { describe, expect, it } from 'vitest';
import { gapDirection } from './gap-trend.ts';

describe('the trend of a link', () => {
  it('is better where the class is less grave than before, and worse where it is graver', () => {
    expect(gapDirection({ before: 'missing', class: 'single-source' })).toBe('better');
    expect(gapDirection({ before: 'strong', class: 'fragile' })).toBe('worse');
  });

  it('is unclear from or to unknown: facts came or went, not makers', () => {
    expect(gapDirection({ before: 'unknown', class: 'missing' })).toBe('unclear');
    expect(gapDirection({ before: 'strong', class: 'unknown' })).toBe('unclear');
  });

  it('is none where it has been so since the first diagnosis', () => {
    expect(gapDirection({ before: null, class: 'missing' })).toBe('first');
  });
});
