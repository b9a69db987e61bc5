import type { SheetLimits, SheetTable } from '@zhitong/domain/directory/sheet';
import { Refusal } from '@zhitong/domain/refusal';
import { readCsv } from './sheet-csv.ts';
import { readXlsx } from './sheet-xlsx.ts';

export type SheetFormat = 'xlsx' | 'csv';

export interface SheetFile {
  readonly name: string;
  readonly content: Buffer;
}

/** Reads the rows of a file somebody sent. What it is, its first bytes say; its name must agree. */
export function readSheet(file: SheetFile, limits: SheetLimits): Promise<SheetTable> {
  return sheetFormat(file) === 'xlsx' ? readXlsx(file.content, limits) : readCsv(file.content, limits);
}

export function sheetFormat({ name, content }: SheetFile): SheetFormat {
  const ending = /\.([^.]+)$/.exec(name.toLowerCase())?.[1] ?? '';
  if (content.subarray(0, 8).equals(compound))
    throw new Refusal(isEncrypted(content) ? 'sheet.encrypted' : 'sheet.old-excel');
  if (ending === 'xlsm' || ending === 'xltm' || ending === 'xlam') throw new Refusal('sheet.macros');
  if (ending === 'xlsb') throw new Refusal('sheet.binary-excel');
  const packed = content.subarray(0, 4).equals(zipHead);
  if (ending === 'xlsx' && packed) return 'xlsx';
  if ((ending === 'csv' || ending === 'txt') && !packed) return 'csv';
  // the name promises a workbook and the content is none, or the other way round
  throw new Refusal(ending === 'xlsx' ? 'sheet.damaged' : 'sheet.wrong-ending', { name });
}

const zipHead = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
/** the container of .xls files, and of every Office file under a password */
const compound = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

function isEncrypted(content: Buffer): boolean {
  return content.includes(Buffer.from('EncryptedPackage', 'utf16le'));
}
