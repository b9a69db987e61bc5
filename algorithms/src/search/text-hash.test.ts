import { describe, expect, it } from 'vitest';
import { textHash } from './text-hash.ts';

describe('the hash of a text', () => {
  it('is sixteen hexadecimal digits and never changes', () => {
    expect(textHash('')).toMatch(/^[0-9a-f]{16}$/);
    expect(textHash('熔喷布')).toBe(textHash('熔喷布'));
  });

  it('tells 200,000 short, similar names apart, in both halves together', () => {
    const names = Array.from({ length: 200_000 }, (_, number) => `布${number.toString(36)}料`);
    expect(new Set(names.map(textHash)).size).toBe(names.length);
  });

  it('spreads its first half: collisions stay near what chance gives', () => {
    const halves = new Set(Array.from({ length: 200_000 }, (_, number) => textHash(`品${number}`).slice(0, 8)));
    expect(200_000 - halves.size).toBeLessThan(30);
  });

  it('sees order, case and width', () => {
    expect(new Set(['AB', 'BA', 'ab', 'ＡＢ'].map(textHash)).size).toBe(4);
  });
});
