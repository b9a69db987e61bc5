import { seededRandom } from '@zhitong/algorithms/random/seeded-random';
import { expect, test } from 'vitest';
import { cell, listCell, parseTable } from './csv-table.ts';
import { drawSize, drawStep } from './nice-number.ts';
import { addDays, addMinutes, instantOn } from './seed-clock.ts';
import { seededId } from './seeded-ids.ts';

test('a table with a row too short is refused with its line', () => {
  expect(() => parseTable('a,b\n1,2\n3\n')).toThrow('Line 3');
});

test('a column that is not there is refused, an empty list is empty', () => {
  const [row] = parseTable('id,aliases\nx,\n');
  if (row === undefined) throw new Error('No row.');
  expect(listCell(row, 'aliases')).toEqual([]);
  expect(() => cell(row, 'name')).toThrow('name');
});

test('days pass over the end of a month and a leap day', () => {
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2027-01-01', -1)).toBe('2026-12-31');
  expect(instantOn('2026-11-23', 571)).toBe('2026-11-23T09:31:00+08:00');
  expect(addMinutes('2026-11-23T00:10:00+08:00', -20)).toBe('2026-11-22T23:50:00+08:00');
});

test('ids sort by the instant they were made for', () => {
  const random = seededRandom('ids');
  expect(seededId(random, '2026-01-01T00:00:00+08:00') < seededId(random, '2026-01-01T00:00:01+08:00')).toBe(true);
});

test('a drawn number stays in its range, and is whole where the range is whole and wide', () => {
  for (const [low, high] of [
    [0, 4],
    [3, 900],
    [50, 51_000],
  ] as const) {
    for (let i = 0; i < 300; i++) {
      const value = drawStep(seededRandom(`step ${i}`), { low, high });
      expect(value >= low && value <= high && Number.isInteger(value)).toBe(true);
    }
  }
});

test('where the trade has usual sizes, one of them is drawn', () => {
  const limit = { low: 1, high: 48, usual: [1, 3, 6, 12, 24, 48] };
  const drawn = Array.from({ length: 200 }, (_, i) => drawSize(seededRandom(`tow ${i}`), limit));
  expect(new Set(drawn)).toEqual(new Set(limit.usual));
});
