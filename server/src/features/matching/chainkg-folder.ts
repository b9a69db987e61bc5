import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ChainkgRefusalCode } from '@zhitong/domain/matching/chainkg-refusals';
import {
  type ChainkgFile,
  type ChainkgRows,
  chainkgColumns,
  chainkgFiles,
} from '@zhitong/domain/matching/chainkg-rows';
import { Refusal, type RefusalDetails } from '@zhitong/domain/refusal';
import { CsvError, parse } from 'csv-parse/sync';

/** All rows of the folder; the whole of it is checked before anything is written. Refuses with file and line. */
export function readChainkgFolder(folder: string, onFile: (file: ChainkgFile) => void = () => undefined): ChainkgRows {
  refuseWrongFolder(folder);
  const read = <File extends ChainkgFile>(file: File) => {
    onFile(file);
    return readTable(folder, file);
  };
  return {
    companies: read('companies'),
    company_region: read('company_region'),
    industries: read('industries'),
    company_industry: read('company_industry'),
    products: read('products'),
    company_product: read('company_product'),
    product_relations: read('product_relations'),
  };
}

function refuseWrongFolder(folder: string): void {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw refusal('chainkg.folder-missing', { folder });
  const missing = chainkgFiles.filter((file) => !existsSync(join(folder, `${file}.csv`)));
  const files = missing.map((file) => `${file}.csv`).join(', ');
  if (missing.length === chainkgFiles.length) throw refusal('chainkg.wrong-folder', { folder, files });
  if (missing.length > 0) throw refusal('chainkg.file-missing', { files });
}

function readTable<File extends ChainkgFile>(folder: string, name: File): ChainkgRows[File] {
  const file = `${name}.csv`;
  const wanted: readonly string[] = chainkgColumns[name];
  const [header, ...lines] = parseCsv(readText(join(folder, file), file), file);
  if (header === undefined || lines.length === 0) throw refusal('chainkg.file-empty', { file });
  const places = wanted.map((column) => header.indexOf(column));
  const columns = wanted.filter((_, at) => places[at] === -1).join(', ');
  if (columns !== '')
    throw refusal('chainkg.column-missing', { file, columns, found: header.join(', ').slice(0, 100) });
  const rows = lines.map((line) =>
    Object.fromEntries(wanted.map((column, at) => [column, line[places[at] ?? -1] ?? ''])),
  );
  return rows as unknown as ChainkgRows[File]; // the columns were just checked: the rows are what their type says
}

function readText(path: string, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    if (error instanceof TypeError) throw refusal('chainkg.not-utf8', { file });
    throw refusal('chainkg.folder-missing', { folder: path });
  }
}

/** RFC 4180: values in quotation marks may hold line breaks. Every row has as many fields as the first. */
function parseCsv(text: string, file: string): string[][] {
  try {
    return parse(text, { skip_empty_lines: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? error.lines : 0;
    throw refusal('chainkg.broken-csv', { file, line, what: error.message.slice(0, 120) });
  }
}

function refusal(code: ChainkgRefusalCode, details: RefusalDetails): Refusal {
  return new Refusal(code, details);
}
