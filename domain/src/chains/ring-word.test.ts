import { describe, expect, it } from 'vitest';
import { ringWord } from './drill-words.ts';

describe('the ring of a maker', () => {
  it('is the circle of the city by its own name', () => {
    expect(ringWord('circle', { language: 'zh', circle: '胶东经济圈' })).toBe('胶东经济圈');
    expect(ringWord('circle', { language: 'en', circle: 'Jiaodong city circle' })).toBe('in the Jiaodong city circle');
  });

  it('has the common word where the city is in none, and for every other ring', () => {
    expect(ringWord('circle', { language: 'zh', circle: null })).toBe('都市圈');
    expect(ringWord('province', { language: 'en', circle: 'Jiaodong city circle' })).toBe('in the province');
  });
});
