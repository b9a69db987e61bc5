import { type ImportColumn, isCodeColumn } from '@zhitong/domain/directory/import-column';
import { importDefinition } from '@zhitong/domain/directory/import-definition';
import type { ImportKind } from '@zhitong/domain/directory/import-kind';
import { importKindWords, templateWords } from '@zhitong/domain/directory/import-words';
import { columnLetters, sheetLimits } from '@zhitong/domain/directory/sheet';
import type { Language } from '@zhitong/domain/language';
import ExcelJS from 'exceljs';

export interface TemplateGiven {
  readonly kind: ImportKind;
  readonly language: Language;
  /** `371002 环翠区`: the divisions of the city */
  readonly regions: readonly string[];
  /** `370600 烟台市`, `JP 日本`: where things are bought */
  readonly origins: readonly string[];
}

const headFill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEEF2F5' } } as const;
const lists = '_lists';

/** An empty sheet with drop-down lists, code columns that stay text, and beside it a sheet that explains every column. */
export async function writeTemplate(given: TemplateGiven): Promise<Buffer> {
  const { kind, language } = given;
  const { columns } = importDefinition(kind);
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(importKindWords[kind][language], { views: [{ state: 'frozen', ySplit: 1 }] });
  const choices = columns.map((column) => choicesOf(column, given));
  columns.forEach((column, place) => {
    const cell = sheet.getCell(1, place + 1);
    cell.value = column.required ? `${column[language]} *` : column[language];
    cell.font = { bold: true };
    cell.fill = headFill;
    cell.note = column.explain[language];
    const whole = sheet.getColumn(place + 1);
    whole.width = Math.max(14, column[language].length * 2 + 4);
    whole.numFmt = isCodeColumn(column) ? '@' : formatOf(column);
    addList(sheet, place + 1, { count: choices[place]?.length ?? 0, language });
  });
  explain(workbook, columns, language);
  writeLists(workbook, choices);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function formatOf({ type }: ImportColumn): string {
  if (type.is === 'date') return 'yyyy-mm-dd';
  return type.is === 'number' ? 'General' : '@';
}

function choicesOf({ type }: ImportColumn, { language, regions, origins }: TemplateGiven): readonly string[] {
  if (type.is === 'choice') return type.choices.map((choice) => choice[language]);
  if (type.is === 'origin') return origins;
  return type.is === 'region' ? regions : [];
}

function addList(sheet: ExcelJS.Worksheet, column: number, given: { count: number; language: Language }): void {
  if (given.count === 0 || !takesLists(sheet)) return;
  const letters = columnLetters(column);
  sheet.dataValidations.add(`${letters}2:${letters}${sheetLimits.rows + 1}`, {
    type: 'list',
    allowBlank: true,
    formulae: [`${lists}!$${letters}$1:$${letters}$${given.count}`],
    showErrorMessage: true,
    errorStyle: 'warning',
    error: templateWords.notInList[given.language],
  });
}

/** The package lists values for whole ranges, but its types do not say so. */
function takesLists(
  sheet: object,
): sheet is { dataValidations: { add(range: string, rule: ExcelJS.DataValidation): void } } {
  return 'dataValidations' in sheet;
}

function explain(workbook: ExcelJS.Workbook, columns: readonly ImportColumn[], language: Language): void {
  const sheet = workbook.addWorksheet(templateWords.sheet[language]);
  sheet.addRow(
    [templateWords.column, templateWords.need, templateWords.how, templateWords.example].map((word) => word[language]),
  ).font = {
    bold: true,
  };
  for (const column of columns) {
    const need = column.required ? templateWords.required : templateWords.optional;
    const row = sheet.addRow([column[language], need[language], column.explain[language], column.example]);
    row.eachCell((cell) => {
      cell.numFmt = '@';
      cell.alignment = { wrapText: true, vertical: 'top' };
    });
  }
  for (const [place, width] of [24, 10, 60, 30].entries()) sheet.getColumn(place + 1).width = width;
  for (const hint of templateWords.hints) sheet.addRow([hint[language]]);
}

/** Long lists do not fit into a rule, so they stand in a sheet of their own that nobody sees. */
function writeLists(workbook: ExcelJS.Workbook, choices: readonly (readonly string[])[]): void {
  const sheet = workbook.addWorksheet(lists, { state: 'veryHidden' });
  choices.forEach((words, place) => {
    words.forEach((word, line) => {
      sheet.getCell(line + 1, place + 1).value = word;
    });
  });
}
