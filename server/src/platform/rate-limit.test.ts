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

  it('is not reset for somebody who keeps coming by a flood of new names', () => {
    const limit = new RateLimit(2);
    const greedy = () => limit.take('greedy', 0);
    greedy();
    greedy();
    for (let n = 0; n < 120_000; n++) {
      limit.take(`new ${n}`, 0);
      if (n % 1000 === 0) expect(greedy()).toBeGreaterThan(0);
    }
  });

  it('does not mind a clock that goes back', () => {
    const limit = new RateLimit(1);
    expect(limit.take('a', 60_000)).toBe(0);
    expect(limit.take('a', 0)).toBeGreaterThan(0);
  });
});
