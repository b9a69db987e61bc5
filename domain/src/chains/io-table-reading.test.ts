import { describe, expect, it } from 'vitest';
import type { SheetRow } from '../directory/sheet.ts';
import type { IoSector } from './io-table.ts';
import { readIoTable, refusedIoText } from './io-table-reading.ts';

const known: Readonly<Record<string, IoSector>> = {
  化学产品: { key: '化学产品', name: '化学产品', prefixes: ['26', '28'] },
  '26': { key: '26', name: '26', prefixes: ['26'] },
  '265': { key: '265', name: '265', prefixes: ['265'] },
  '17': { key: '17', name: '17', prefixes: ['17'] },
};
const sheet = (...lines: readonly string[]): SheetRow[] =>
  lines.map((text, at) => ({
    line: at + 1,
    cells: text.split(',').map((cell) => ({ kind: 'text' as const, text: cell })),
  }));
const read = (...lines: readonly string[]) =>
  readIoTable(sheet('from_sector,to_sector,coefficient', ...lines), (text) => known[text]);
const refused = (...lines: readonly string[]) => {
  const found = read(...lines);
  return found.kind === 'refused' ? found.rows.map(({ line, code }) => [line, code]) : [];
};

describe('a file of input-output coefficients', () => {
  it('is read by names and by codes, a code within another one too', () => {
    expect(read('化学产品,17,0.2', '265,17,.1')).toMatchObject({
      ...{ kind: 'read' },
      table: {
        coefficients: [
          ['化学产品', '17', 0.2],
          ['265', '17', 0.1],
        ],
      },
    });
  });

  it('is refused row by row: unknown, no number, below 0, above 1, twice, more than one in all', () => {
    expect(
      refused('煤,17,0.2', '17,17,很多', '17,17,-0.1', '17,17,1.2', '26,17,0.4', '26,17,0.1', '265,17,0.7', '17,,0.1'),
    ).toEqual([
      [2, 'unknown-sector'],
      [3, 'not-a-number'],
      [4, 'negative'],
      [5, 'above-one'],
      [7, 'duplicate'],
      [8, 'column-above-one'],
      [9, 'unknown-sector'],
    ]);
  });

  it('writes one code in one way', () => {
    expect(refused('化学产品,17,0.2', '26,17,0.1')).toEqual([[3, 'overlap']]);
  });

  it('takes a column that comes to exactly one, whatever binary fractions make of it', () => {
    expect(refused('26,17,0.1', '265,17,0.2', '17,17,0.7')).toEqual([]);
  });

  it('is refused without its head, and without rows', () => {
    expect(readIoTable(sheet('a,b,c'), () => undefined)).toMatchObject({ rows: [{ line: 1, code: 'header' }] });
    expect(readIoTable([], () => undefined)).toMatchObject({ rows: [{ code: 'header' }] });
    expect(refused()).toEqual([[1, 'empty']]);
  });

  it('says in both languages what is wrong', () => {
    const [row] = [{ line: 3, code: 'duplicate', params: { from: '26', to: '17', line: 2 } } as const];
    expect(refusedIoText(row, 'zh')).toBe('26 → 17 与第 2 行重复');
    expect(refusedIoText(row, 'en')).toBe('26 → 17 stands in row 2 already');
  });
});
