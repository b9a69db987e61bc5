import { errorColumnWords } from '@zhitong/domain/directory/import-words';
import { columnNumber, sheetLimits } from '@zhitong/domain/directory/sheet';
import { Refusal } from '@zhitong/domain/refusal';
import ExcelJS from 'exceljs';
import { openZip } from '#platform/sheet-zip';
import type { MarkTask, RowMark } from './sheet-marking.ts';

const fill = (argb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } }) as const;
const red = fill('FFF8D0CC');
const yellow = fill('FFFFF0C2');
const redInk = { argb: 'FFB4231B' };

/** The workbook as it was sent in, its formats kept: cells at fault in red, warnings in yellow, and a column that says why. */
export async function markWorkbook(task: MarkTask & { content: Buffer }): Promise<Uint8Array> {
  // judged once more before anything is unpacked: this reader knows no limits
  openZip(task.content, sheetLimits);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Uint8Array.from(task.content).buffer).catch(() => {
    throw new Refusal('sheet.damaged');
  });
  const sheet = workbook.worksheets.find(({ state }) => state === 'visible');
  if (!sheet) throw new Refusal('sheet.damaged');
  for (const page of workbook.worksheets) stopFormulas(page);
  const place = clearColumn(sheet, task);
  for (const mark of task.marks) markRow(sheet, mark, place);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** The file goes back to whoever opens it next: what it computed stays as a value, nothing in it computes any more. */
function stopFormulas(sheet: ExcelJS.Worksheet): void {
  sheet.eachRow((row) => {
    row.eachCell((cell) => {
      if (cell.type !== ExcelJS.ValueType.Formula) return;
      const { result } = cell;
      cell.value = typeof result === 'object' && !(result instanceof Date) ? null : (result ?? null);
    });
  });
}

/** The column of an earlier import is used again. */
function clearColumn(sheet: ExcelJS.Worksheet, { headingLine, language }: MarkTask): number {
  const { zh, en } = errorColumnWords.heading;
  const heading = sheet.getRow(headingLine);
  let place = 0;
  let last = 0;
  heading.eachCell((cell, column) => {
    last = column;
    if (cell.text.trim() === zh || cell.text.trim() === en) place = column;
  });
  if (place === 0) place = last + 1;
  else
    sheet.eachRow((row, line) => {
      if (line > headingLine) row.getCell(place).value = null;
    });
  const cell = heading.getCell(place);
  cell.value = errorColumnWords.heading[language];
  cell.font = { bold: true, color: redInk };
  sheet.getColumn(place).width = 60;
  return place;
}

function markRow(sheet: ExcelJS.Worksheet, mark: RowMark, place: number): void {
  const row = sheet.getRow(mark.line);
  for (const letters of mark.yellow) paint(row, letters, yellow);
  for (const letters of mark.red) paint(row, letters, red);
  const cell = row.getCell(place);
  cell.value = mark.text;
  cell.numFmt = '@';
  cell.font = { color: redInk };
  cell.alignment = { wrapText: true, vertical: 'top' };
}

/** Cells share the styles of their column; painted in place, the whole column would turn red. */
function paint(row: ExcelJS.Row, letters: string, colour: ExcelJS.Fill): void {
  const column = columnNumber(letters);
  if (column === undefined) return;
  const cell = row.getCell(column);
  cell.style = { ...cell.style, fill: colour };
}
