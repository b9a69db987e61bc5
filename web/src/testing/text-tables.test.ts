import { describe, expect, it } from 'vitest';
import type { TextTable } from '#platform/text';

const files = import.meta.glob<Record<string, TextTable<Record<string, string>>>>(['../**/*-text.ts'], { eager: true });
const tables = Object.values(files).flatMap((file) => Object.values(file).filter((value) => 'slice' in value));
const placesOf = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted();
const chinese = /[\u4e00-\u9fff]/;
/** The name of a language is written in that language. */
const ownNames = new Set(['中文']);

describe('both languages are complete', () => {
  it('finds the tables', () => {
    expect(tables.length).toBeGreaterThanOrEqual(12);
  });

  it.each(tables)('$slice has every sentence in both languages, with the same places', ({ zh, en }) => {
    const plain = Object.keys(en).filter((key) => !key.endsWith('_one'));
    expect(plain.toSorted()).toEqual(Object.keys(zh).toSorted());
    for (const key of plain) expect(placesOf(en[key] ?? ''), key).toEqual(placesOf(zh[key] ?? ''));
  });

  it.each(tables)('$slice has no Chinese left in English', ({ en }) => {
    const left = Object.values(en).filter((sentence) => chinese.test(sentence) && !ownNames.has(sentence));
    expect(left).toEqual([]);
  });

  it.each(tables)('$slice has no empty sentence and no exclamation mark', ({ zh, en }) => {
    for (const sentence of [...Object.values(zh), ...Object.values(en)]) {
      expect(sentence.trim()).not.toBe('');
      expect(sentence).not.toMatch(/[!！]/);
    }
  });
});
