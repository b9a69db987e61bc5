/** A row of one of our own tables: cells by column name. No quoting: our files use `|` inside a cell and full-width commas. */
export type TableRow = ReadonlyMap<string, string>;

export function parseTable(text: string): TableRow[] {
  const [head = '', ...lines] = text.trimEnd().split('\n');
  const columns = head.split(',');
  return lines.map((line, i) => {
    const cells = line.split(',');
    if (cells.length !== columns.length)
      throw new Error(`Line ${i + 2} has ${cells.length} cells, not ${columns.length}: ${line}`);
    return new Map(columns.map((column, j) => [column, cells[j] ?? '']));
  });
}

export function cell(row: TableRow, column: string): string {
  const value = row.get(column);
  if (value === undefined) throw new Error(`There is no column ${column}.`);
  return value;
}

export function optionalCell(row: TableRow, column: string): string | null {
  return cell(row, column) || null;
}

export function numberCell(row: TableRow, column: string): number {
  return toNumber(cell(row, column));
}

export function optionalNumberCell(row: TableRow, column: string): number | null {
  return cell(row, column) === '' ? null : numberCell(row, column);
}

/** `a|b|c`; an empty cell is an empty list. */
export function listCell(row: TableRow, column: string): string[] {
  const value = cell(row, column);
  return value === '' ? [] : value.split('|');
}

export function listNumbers(row: TableRow, column: string): number[] {
  return listCell(row, column).map(toNumber);
}

export interface Range {
  readonly low: number;
  readonly high: number;
}

/** `low..high` */
export function parseRange(text: string): Range {
  const [low = '', high = ''] = text.split('..');
  return { low: toNumber(low), high: toNumber(high) };
}

function toNumber(text: string): number {
  const value = Number(text);
  if (text === '' || !Number.isFinite(value)) throw new Error(`Not a number: "${text}".`);
  return value;
}
