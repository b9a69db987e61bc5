import { describe, expect, it } from 'vitest';
import { containsPattern, prefixPattern, searchText } from './search-text.ts';

describe('what is typed into a search box', () => {
  it('is folded to half width and trimmed', () => {
    expect(searchText('　ＳＭＳ 布 ')).toBe('SMS 布');
  });

  it('takes percent, underscore and backslash as letters', () => {
    expect(containsPattern('50%_\\')).toBe('%50\\%\\_\\\\%');
    expect(prefixPattern('熔喷')).toBe('熔喷%');
  });
});
