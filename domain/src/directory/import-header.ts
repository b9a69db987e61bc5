import type { ImportColumn } from './import-column.ts';
import type { SheetTable } from './sheet.ts';

/** Which column of the sheet holds which column of the template. */
export interface ImportHeader {
  /** number of the row of headings within the table */
  readonly row: number;
  readonly places: ReadonlyMap<string, number>;
  /** headings that stand for nothing of the template: read past, and said */
  readonly ignored: readonly string[];
  /** required columns that are not there */
  readonly absent: readonly ImportColumn[];
}

/** Headings may stand below title lines, as in every printed table; further down nobody puts them. */
const lookedAt = 20;
/** What an earlier import wrote beside the rows. */
const ownColumns = new Set(['错误', 'errors', '行号', 'row']);

/** Finds the row of headings: the one with most known names. undefined when there is none. */
export function findImportHeader(table: SheetTable, columns: readonly ImportColumn[]): ImportHeader | undefined {
  const names = namesOf(columns);
  let best: ImportHeader | undefined;
  table.rows.slice(0, lookedAt).forEach((_, row) => {
    const header = readHeader(table, row, { names, columns });
    if (header.places.size > (best?.places.size ?? 0)) best = header;
  });
  return best;
}

interface Known {
  readonly names: ReadonlyMap<string, string>;
  readonly columns: readonly ImportColumn[];
}

function readHeader(table: SheetTable, row: number, { names, columns }: Known): ImportHeader {
  const places = new Map<string, number>();
  const ignored: string[] = [];
  table.rows[row]?.cells.forEach(({ text }, place) => {
    const heading = plain(text);
    const key = names.get(heading);
    if (key !== undefined && !places.has(key)) places.set(key, place);
    else if (heading !== '' && !ownColumns.has(heading)) ignored.push(text.trim());
  });
  const absent = columns.filter(({ key, required }) => required && !places.has(key));
  return { row, places, ignored, absent };
}

function namesOf(columns: readonly ImportColumn[]): ReadonlyMap<string, string> {
  return new Map(
    columns.flatMap((column) =>
      [column.zh, column.en, ...(column.also ?? [])].map((name) => [plain(name), column.key]),
    ),
  );
}

/** `*名称（必填）` is 名称. */
function plain(heading: string): string {
  return heading
    .normalize('NFKC')
    .replace(/\(.*?\)|[*:\s]/g, '')
    .toLowerCase();
}
