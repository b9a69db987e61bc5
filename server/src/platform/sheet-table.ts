import type { Language } from '@zhitong/domain/language';
import type ExcelJS from 'exceljs';

/** A column is either words or an amount; the head carries the unit. */
export type SheetColumn<Row> = { readonly zh: string; readonly en: string } & (
  | { readonly text: (row: Row) => string }
  | { readonly number: (row: Row) => number | null }
  /** from 分 */
  | { readonly yuan: (row: Row) => number; readonly unsummed?: true }
  | { readonly tenThousandYuan: (row: Row) => number; readonly unsummed?: true }
);

export interface Sheet<Row> {
  readonly name: string;
  /** title, unit, date, filter: one line each */
  readonly head: readonly string[];
  readonly columns: readonly SheetColumn<Row>[];
  readonly rows: readonly Row[];
  readonly language: Language;
}

const total = { zh: '合计', en: 'Total' };
const money = '#,##0.00';
/** Excel's own mark for text: what stands in the cell is never read as a formula, a number or a date. */
const asText = '@';
const ink = { argb: 'FF1B2733' };
const headFill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEEF2F5' } } as const;

/** One printed table: head lines, column names that repeat on each page, rows, and a total that is the sum of the rows above. */
export function writeSheet<Row>(workbook: ExcelJS.Workbook, sheet: Sheet<Row>): void {
  const { columns, rows, head, language } = sheet;
  const names = head.length + 1;
  const page = workbook.addWorksheet(sheet.name, {
    views: [{ state: 'frozen', ySplit: names }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${names}:${names}`,
    },
  });
  head.forEach((line, index) => {
    writeText(page.getCell(index + 1, 1), line);
    page.getCell(index + 1, 1).font = { bold: index === 0, size: index === 0 ? 16 : 10, color: ink };
  });
  columns.forEach((column, index) => {
    const cell = page.getCell(names, index + 1);
    writeText(cell, column[language]);
    cell.font = { bold: true, color: ink };
    cell.fill = headFill;
    cell.alignment = { wrapText: true, vertical: 'middle' };
    page.getColumn(index + 1).width = widthOf(column, sheet);
  });
  rows.forEach((row, line) => {
    columns.forEach((column, index) => {
      writeCell(page.getCell(names + 1 + line, index + 1), column, row);
    });
  });
  writeTotals(page, sheet, names);
}

function writeCell<Row>(cell: ExcelJS.Cell, column: SheetColumn<Row>, row: Row): void {
  if ('text' in column) {
    writeText(cell, column.text(row));
  } else if ('number' in column) {
    cell.value = column.number(row);
  } else {
    cell.value = amountOf(column, row);
    cell.numFmt = money;
  }
}

/** Characters XML cannot carry are dropped, or the whole file would not open; Excel takes 32,767 in a cell. */
function writeText(cell: ExcelJS.Cell, words: string): void {
  cell.value = words.replace(unprintable, '').slice(0, 32_767);
  cell.numFmt = asText;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the very characters that XML 1.0 forbids
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

function writeTotals<Row>(page: ExcelJS.Worksheet, { columns, rows, language }: Sheet<Row>, names: number): void {
  const line = names + rows.length + 1;
  writeText(page.getCell(line, 1), total[language]);
  page.getRow(line).font = { bold: true, color: ink };
  columns.forEach((column, index) => {
    if ('text' in column || 'number' in column || column.unsummed) return;
    const cell = page.getCell(line, index + 1);
    cell.numFmt = money;
    const result = rows.reduce((sum, row) => sum + fenOf(column, row), 0) / unitOf(column);
    const letter = page.getColumn(index + 1).letter;
    cell.value =
      rows.length === 0 ? 0 : { formula: `SUM(${letter}${names + 1}:${letter}${line - 1})`, result, date1904: false };
  });
}

type AmountColumn<Row> = Extract<SheetColumn<Row>, { unsummed?: true }>;

function amountOf<Row>(column: AmountColumn<Row>, row: Row): number {
  return fenOf(column, row) / unitOf(column);
}

function fenOf<Row>(column: AmountColumn<Row>, row: Row): number {
  return 'yuan' in column ? column.yuan(row) : column.tenThousandYuan(row);
}

/** 分 in a yuan, and in 10,000 yuan */
function unitOf<Row>(column: AmountColumn<Row>): number {
  return 'yuan' in column ? 100 : 1_000_000;
}

/** Wide enough for the longest of the first rows; a Chinese character takes the room of two. */
function widthOf<Row>(column: SheetColumn<Row>, { rows, language }: Sheet<Row>): number {
  const texts = 'text' in column ? rows.slice(0, 200).map(column.text) : [];
  const longest = Math.max(10, column[language].length, ...texts.map(roomOf));
  return Math.min(40, longest + 2);
}

function roomOf(words: string): number {
  return [...words].reduce((room, letter) => room + (letter > '\u2e7f' ? 2 : 1), 0);
}
