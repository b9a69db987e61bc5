import ExcelJS from 'exceljs';

export type TestCell = string | number | boolean | Date | null | { formula: string; result?: string | number };

/** A workbook as a clerk would make one: one sheet, headings in the first row. */
export async function workbookOf(rows: readonly (readonly TestCell[])[], sheetName = 'Sheet1'): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(sheetName);
  for (const row of rows) sheet.addRow([...row]);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

export async function openWorkbook(content: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Uint8Array.from(content).buffer);
  return workbook;
}
