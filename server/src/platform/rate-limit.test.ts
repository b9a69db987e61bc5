import { describe, expect, it } from 'vitest';
import { RateLimit } from './rate-limit.ts';

describe('a rate limit', () => {
  it('lets a burst through, then asks to wait, and forgives with time', () => {
    const limit = new RateLimit(60);
    for (let n = 0; n < 60; n++) expect(limit.take('a', 0)).toBe(0);
    expect(limit.take('a', 0)).toBe(1);
    expect(limit.take('b', 0), 'another one is not made to wait').toBe(0);
    expect(limit.take('a', 1000)).toBe(0);
    expect(limit.take('a', 1000)).toBe(1);
  });

  it('does not mind a clock that goes back', () => {
    const limit = new RateLimit(1);
    expect(limit.take('a', 60_000)).toBe(0);
    expect(limit.take('a', 0)).toBeGreaterThan(0);
  });
});
