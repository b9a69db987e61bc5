import {
  columnLetters,
  emptyCell,
  longestCell,
  type SheetCell,
  type SheetLimits,
  type SheetRow,
  type SheetTable,
} from '@zhitong/domain/directory/sheet';
import { Refusal } from '@zhitong/domain/refusal';
import { parse } from 'csv-parse';

export const csvEncodings = ['utf-8', 'utf-16le', 'gb18030'] as const;
export type CsvEncoding = (typeof csvEncodings)[number];

export interface CsvText {
  readonly text: string;
  readonly encoding: CsvEncoding;
  readonly separator: string;
}

/** Reads a CSV file: UTF-8 with or without its mark, GBK and GB18030, Excel's "Unicode text"; comma, tab or semicolon. */
export async function readCsv(file: Buffer, limits: SheetLimits): Promise<SheetTable> {
  const rows: SheetRow[] = [];
  const decoded = decodeCsv(file);
  refuseEndlessLine(decoded, limits);
  for await (const { record, line } of csvRecords(decoded)) {
    const cells = record.map(csvCell);
    while (cells.at(-1)?.kind === 'empty') cells.pop();
    if (cells.length === 0) continue;
    if (cells.length > limits.columns)
      throw new Refusal('sheet.too-many-columns', { limit: limits.columns, column: columnLetters(cells.length) });
    if (rows.length >= limits.rows + 20) throw new Refusal('sheet.too-many-rows', { limit: limits.rows });
    rows.push({ line, cells });
  }
  return { rows };
}

/** More than any cell holds in quotes: a line with so many separators is no row, and no time is spent on taking it apart. */
const mostSeparators = 10_000;

function refuseEndlessLine({ text, separator }: CsvText, { columns }: SheetLimits): void {
  let inLine = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\n') inLine = 0;
    else if (text[at] === separator && ++inLine > mostSeparators)
      throw new Refusal('sheet.too-many-columns', { limit: columns, column: columnLetters(inLine) });
  }
}

/** The records as they stand, each with the number Excel gives its row: a record of several lines is one row. */
export async function* csvRecords({ text, separator }: CsvText): AsyncGenerator<{ record: string[]; line: number }> {
  const parser = parse({ delimiter: separator, relax_quotes: true, relax_column_count: true, skip_empty_lines: false });
  parser.end(text);
  let line = 0;
  try {
    for await (const record of parser) {
      line += 1;
      yield { record: record as string[], line };
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw Object.assign(new Refusal('sheet.damaged'), { cause: error });
  }
}

export function decodeCsv(file: Buffer): CsvText {
  const encoding = encodingOf(file);
  const text = new TextDecoder(encoding).decode(file).replaceAll('\u0000', '').toWellFormed();
  return { text, encoding, separator: separatorOf(text) };
}

/** Chinese text in GBK is hardly ever valid UTF-8 by chance, so what decodes as UTF-8 is UTF-8. */
function encodingOf(file: Buffer): CsvEncoding {
  if (file[0] === 0xff && file[1] === 0xfe) return 'utf-16le';
  // a text has no zero bytes; a program or a picture has
  if (!file.includes(0))
    for (const encoding of ['utf-8', 'gb18030'] as const) if (decodes(file, encoding)) return encoding;
  throw new Refusal('sheet.unreadable-text');
}

function decodes(file: Buffer, encoding: CsvEncoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(file);
    return true;
  } catch {
    return false;
  }
}

/** The one that stands most often in the first lines outside quotes. */
function separatorOf(text: string): string {
  const head = text.slice(0, 8_192).replace(/"[^"]*"/g, '');
  const counts = [',', '\t', ';'].map((separator) => ({ separator, count: head.split(separator).length }));
  return counts.reduce((most, next) => (next.count > most.count ? next : most)).separator;
}

/** `="0631"` is how a CSV keeps a code from becoming a number in Excel. */
function csvCell(text: string): SheetCell {
  const plain = /^="([^"]*)"$/.exec(text.trim())?.[1] ?? text.replace(/^'(?=[=+\-@])/, '');
  return plain.trim() === '' ? emptyCell : { kind: 'text', text: plain.slice(0, longestCell + 1) };
}
