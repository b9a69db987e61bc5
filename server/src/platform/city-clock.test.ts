import { describe, expect, it } from 'vitest';
import { cityDate, cityTime } from './city-clock.ts';

describe('the clock of the cities', () => {
  it('is in the next day when it is still evening in Greenwich', () => {
    const evening = new Date('2026-11-23T16:30:00Z');
    expect(cityDate(evening)).toBe('2026-11-24');
    expect(cityTime(evening)).toBe('00:30');
  });

  it('writes the hour with two digits', () => {
    expect(cityTime(new Date('2026-11-23T01:05:00Z'))).toBe('09:05');
  });
});
