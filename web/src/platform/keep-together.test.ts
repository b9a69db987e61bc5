import { describe, expect, it } from 'vitest';
import { keepTogether } from './keep-together.ts';

describe('a number and the word it counts', () => {
  it('stay on one line in both languages; nothing else is bound', () => {
    expect(keepTogether('链主 6 天后停产；换供方要 45 天')).toBe('链主 6\u00a0天后停产；换供方要 45\u00a0天');
    expect(keepTogether('stops after 6 days, 12 % of it')).toBe('stops after 6\u00a0days, 12 % of it');
  });
});
