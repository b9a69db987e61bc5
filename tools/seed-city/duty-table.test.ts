import { expect, test } from 'vitest';
import { cell, listCell } from './csv-table.ts';
import { demoFiles } from './demo-fixture.ts';

const matters = demoFiles.duties;
const offices = (scope: string) =>
  new Set(demoFiles.departments.filter((row) => cell(row, 'scope') === scope).map((row) => cell(row, 'short_name')));

test('the duty table covers 260 matters and more, of every body of the city', () => {
  expect(matters.length).toBeGreaterThanOrEqual(260);
  expect(new Set(matters.map((row) => cell(row, 'body')))).toEqual(offices('city'));
});

test('matters are numbered from one without a gap, and no two can be confused', () => {
  expect(matters.map((row) => cell(row, 'number'))).toEqual(matters.map((_, i) => String(i + 1)));
  const distinct = (texts: readonly string[]) => expect(new Set(texts).size).toBe(texts.length);
  distinct(matters.map((row) => cell(row, 'matter')));
  distinct(matters.map((row) => cell(row, 'description')));
  distinct(matters.flatMap((row) => listCell(row, 'words')));
});

test('no two matters of different bodies share most of their letter pairs', () => {
  const pairs = matters.map((row) => ({ row, pairs: letterPairs(cell(row, 'matter') + cell(row, 'description')) }));
  const alike = pairs.flatMap((a, i) =>
    pairs
      .slice(i + 1)
      .filter((b) => overlap(a.pairs, b.pairs) > 0.5)
      .map((b) => [cell(a.row, 'matter'), cell(b.row, 'matter')]),
  );
  expect(alike).toEqual([]);
});

test('each matter is told in the words of firms, two ways at least', () => {
  expect(matters.filter((row) => listCell(row, 'words').length < 2).map((row) => cell(row, 'matter'))).toEqual([]);
});

test('what districts decide has a body of the same kind in every county, and zones name theirs or leave it to the city', () => {
  const bodies = new Map(demoFiles.districtBodies.map((row) => [cell(row, 'body'), row]));
  const county = offices('county');
  const zone = offices('zone').add('');
  for (const matter of matters.filter((row) => cell(row, 'level') === 'district')) {
    const row = bodies.get(cell(matter, 'body'));
    if (row === undefined) throw new Error(`No district body for ${cell(matter, 'body')}.`);
    expect(county.has(cell(row, 'county'))).toBe(true);
    expect(zone.has(cell(row, 'zone'))).toBe(true);
  }
});

function letterPairs(text: string): Set<string> {
  const letters = [...text.replaceAll(/[、，（）]/g, '')];
  return new Set(letters.slice(1).map((letter, i) => `${letters[i]}${letter}`));
}

/** Shared pairs as a part of the smaller set. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return [...a].filter((pair) => b.has(pair)).length / Math.min(a.size, b.size);
}
