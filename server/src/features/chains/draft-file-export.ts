import type { ChainContent } from '@zhitong/domain/chains/chain-map';
import { sheetsOf } from '@zhitong/domain/chains/draft-sheet';
import type { Language } from '@zhitong/domain/language';
import ExcelJS from 'exceljs';
import type { NamedProducts } from './chain-names.ts';

/** What a JSON file of a map says it is. */
export const mapFormat = 'zhitong-chain';

/** Everything of a version, to be read in again; the names of the products stand beside, for who reads it by eye. */
export function writeMapJson(content: ChainContent, nameOf: NamedProducts): Buffer {
  const products = content.segments.flatMap((segment) => segment.products);
  const names = Object.fromEntries(products.map((id) => [id, nameOf(id)]));
  return Buffer.from(`${JSON.stringify({ format: mapFormat, content, names }, null, 2)}\n`);
}

/** The map and its lists as sheets. Every cell is text: nothing in it computes, and no id loses digits. */
export async function writeMapWorkbook(
  content: ChainContent,
  spoken: { language: Language; nameOf: NamedProducts },
): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  for (const { name, columns, rows } of sheetsOf(content, spoken)) {
    const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
    sheet.columns = columns.map((column) => ({ width: Math.max(20, column.length * 2 + 4), style: { numFmt: '@' } }));
    sheet.addRow(columns).font = { bold: true };
    for (const row of rows) sheet.addRow(row.map(plain));
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** Characters XML cannot carry would keep the whole file from opening. */
const plain = (text: string): string => text.replace(unprintable, '');

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the very characters that XML 1.0 forbids
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
