import { readFileSync } from 'node:fs';

/** Rows of an RFC 4180 file by column name. Quoted cells may hold commas, quotes and line breaks. */
export function readCsv<Column extends string>(file: string, columns: readonly Column[]): Record<Column, string>[] {
  const [head = [], ...rows] = splitCells(readFileSync(file, 'utf8'));
  const places = columns.map((column) => ({ column, at: head.indexOf(column) }));
  const absent = places.find(({ at }) => at < 0);
  if (absent !== undefined) throw new Error(`${file} has no column ${absent.column}`);
  return rows.map((row) => {
    const cells: Partial<Record<Column, string>> = {};
    for (const { column, at } of places) cells[column] = row[at] ?? '';
    return cells as Record<Column, string>;
  });
}

function splitCells(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end !== ',') rows.push([]);
  }
  return rows.filter((row) => row.length > 1);
}
