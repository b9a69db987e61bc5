import { findingGroup } from '@zhitong/domain/directory/import-finding';
import type { LookAlike } from '@zhitong/domain/directory/import-organisations';
import type { PlacedRow } from '@zhitong/domain/directory/import-placed';
import { summariseImport } from '@zhitong/domain/directory/import-summary';
import type { BulkConnection } from '#platform/bulk-connection';
import { fillCityTable, listValue } from '#platform/city-table';
import type { Tx } from '#platform/database';
import { dropImportRows, type ImportKey, putSummary } from './import-store.ts';

export interface WrittenRows {
  readonly rows: readonly PlacedRow[];
  readonly lookAlikes: ReadonlyMap<number, LookAlike>;
  readonly answers: ReadonlyMap<number, string>;
}

/** Puts the checked rows of a job in the place of those of an earlier check. System context. */
export async function writeImportRows(
  tx: Tx,
  connection: BulkConnection,
  { key, written }: { readonly key: ImportKey; readonly written: WrittenRows },
): Promise<void> {
  await dropImportRows(tx, key);
  await fillCityTable(tx, connection, {
    table: 'import_row',
    rows: written.rows.map((row) => ({
      ...{ city: key.city, job_id: key.id, line: row.line, target_id: row.targetId, action: row.action },
      also_id: row.action === 'none' ? null : (row.values.alsoId ?? null),
      ...{ shown: row.shown, value: row.values, findings: row.findings },
      groups: listValue([...new Set(row.findings.map(findingGroup))]),
      alike: written.lookAlikes.get(row.line) ?? null,
      answer: written.answers.get(row.line) ?? null,
    })),
  });
  await putSummary(tx, key, summariseImport(written.rows));
}
