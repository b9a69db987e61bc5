import fc from 'fast-check';
import { expect, it } from 'vitest';
import { alikeFrom, requestLikeness } from './request-likeness.ts';

it('finds the same question in other words, and not another question', () => {
  const asked = '员工宿舍用电按商业计价，能否改成居民电价？';
  expect(requestLikeness(asked, '宿舍用电是商业价，想改居民电价')).toBeGreaterThan(alikeFrom);
  expect(requestLikeness(asked, '新招的应届生有没有补贴')).toBeLessThan(alikeFrom);
});

it('is symmetric, between 0 and 1, and 1 for a text and itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
      const alike = requestLikeness(one, other);
      expect(alike).toBe(requestLikeness(other, one));
      expect(alike).toBeGreaterThanOrEqual(0);
      expect(alike).toBeLessThanOrEqual(1);
      expect([0, 1]).toContain(requestLikeness(one, one));
    }),
  );
});
