import fc from 'fast-check';
import { expect, it } from 'vitest';
import { caseTitle } from './case-title.ts';

it('calls a request by its first sentence', () => {
  expect(caseTitle('员工宿舍用电按商业计价，能否改居民价？我们在荣成，有 80 人。')).toBe(
    '员工宿舍用电按商业计价，能否改居民价？',
  );
});

it('keeps a stop that is all there is', () => {
  expect(caseTitle('。')).toBe('。');
  expect(caseTitle('；')).toBe('；');
});

it('is never longer than forty characters, never cuts one in two, and is never empty when something was said', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      const title = caseTitle(text);
      expect([...title].length).toBeLessThanOrEqual(40);
      expect(title.isWellFormed()).toBe(true);
      expect(title === '').toBe(text.trim() === '');
    }),
  );
});
