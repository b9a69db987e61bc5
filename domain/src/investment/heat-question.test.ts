import { describe, expect, it } from 'vitest';
import { Refusal } from '../refusal.ts';
import { readHeatQuestion } from './heat-question.ts';

const chain = '01a227ee-6b95-7ae5-942f-7e5e06e74400';

function codeOf(run: () => unknown): string | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    return error instanceof Refusal ? error.code : undefined;
  }
}

describe('what a heat map is asked about', () => {
  it('is one thing: nothing and two things are refused, and an empty word is nothing', () => {
    expect(codeOf(() => readHeatQuestion({}))).toBe('heat.one-question');
    expect(codeOf(() => readHeatQuestion({ product: 'a', chain }))).toBe('heat.one-question');
    expect(codeOf(() => readHeatQuestion({ product: '', gap: '' }))).toBe('heat.one-question');
    expect(readHeatQuestion({ product: 'a', chain: '' })).toEqual({ kind: 'product', product: 'a' });
  });

  it('names a gap by its chain and its product, which may itself hold a colon', () => {
    expect(readHeatQuestion({ gap: `${chain}:pan-precursor` })).toEqual({
      ...{ kind: 'gap', chain, product: 'pan-precursor' },
    });
    expect(readHeatQuestion({ gap: `${chain}:a:b` })).toMatchObject({ product: 'a:b' });
    for (const gap of ['pan-precursor', `${chain}:`, ':a', `${chain}`, 'x:y'])
      expect([gap, codeOf(() => readHeatQuestion({ gap }))]).toEqual([gap, 'heat.unknown-gap']);
  });
});
