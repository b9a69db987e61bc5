import { createHash } from 'node:crypto';
import type { IoSector } from '@zhitong/domain/chains/io-table';
import { type RefusedIoRow, readIoTable } from '@zhitong/domain/chains/io-table-reading';
import { industryPrefixes, readIndustry } from '@zhitong/domain/directory/industry';
import { sheetLimits } from '@zhitong/domain/directory/sheet';
import { recordAudit } from '#platform/audit-log';
import { inContext } from '#platform/context';
import type { Database } from '#platform/database';
import type { Effects } from '#platform/effects';
import { readCsv } from '#platform/sheet-csv';
import { insertIoTable } from './io-table-store.ts';

export interface IoImport {
  readonly file: Buffer;
  readonly source: string;
  /** ISO date */
  readonly asOf: string;
  readonly city: string;
  readonly effects: Effects;
  /** sectors that are written by their name */
  readonly sectors: readonly IoSector[];
  /** GB/T 4754 class of the products of the graph */
  readonly industryOf: ReadonlyMap<string, string>;
}

export type ImportedIo =
  | { readonly kind: 'refused'; readonly rows: readonly RefusedIoRow[] }
  | { readonly kind: 'written' | 'known'; readonly sectors: number; readonly coefficients: number };

/** every pair of the 153 sectors of the long table, and then some */
const limits = { ...sheetLimits, rows: 100_000 };

/** The whole table or nothing of it; a second time changes nothing. */
export async function importIoTable(database: Database, given: IoImport): Promise<ImportedIo> {
  const { file, source, asOf, city, effects, sectors, industryOf } = given;
  const { rows } = await readCsv(file, limits);
  const read = readIoTable(rows, (text) => sectorWritten(text, sectors));
  if (read.kind === 'refused') return read;
  const { table } = read;
  const digest = createHash('sha256')
    .update(JSON.stringify([source, asOf, table, [...industryOf]]))
    .digest('hex');
  const counts = { sectors: table.sectors.length, coefficients: table.coefficients.length };
  return inContext(database, { city, viewer: 'system' }, async (tx) => {
    const at = effects.now();
    const isNew = await insertIoTable(tx, { digest, source, asOf, table, industryOf, at });
    if (!isNew) return { kind: 'known', ...counts };
    await recordAudit(tx, effects, {
      ...{ action: 'io-table.imported', subject: { kind: 'io-table', id: digest.slice(0, 12) } },
      after: { source, asOf, ...counts },
    });
    return { kind: 'written', ...counts };
  });
}

/** By its name in the table of 42 sectors, else by its code of GB/T 4754. */
function sectorWritten(text: string, sectors: readonly IoSector[]): IoSector | undefined {
  const named = sectors.find(({ name }) => name === text.normalize('NFKC').trim() || name === text.trim());
  if (named) return named;
  const code = readIndustry(text);
  return code === undefined ? undefined : { key: code, name: text.trim(), prefixes: industryPrefixes(code) };
}
