import { isAccepted } from '@zhitong/domain/directory/import-placed';
import { Refusal } from '@zhitong/domain/refusal';
import { recordAudit } from '#platform/audit-log';
import { withBulkConnection } from '#platform/bulk-connection';
import { asSystem } from '#platform/context';
import type { Tx } from '#platform/database';
import { contextOf, type Viewer } from '#platform/viewer';
import { answersOf, placeAgain } from './import-placing.ts';
import { writeImportRows } from './import-row-writing.ts';
import { act, type ImportDeps, placingOf } from './import-service.ts';
import { type ImportJob, listImportRows, putAnswer } from './import-store.ts';

export interface ImportAnswer {
  readonly id: string;
  readonly line: number;
  readonly answer: 'same' | 'new';
}

/** The person has looked at a row: it is the one in the library, or it is another. */
export function answerImport(deps: ImportDeps, viewer: Viewer, given: ImportAnswer): Promise<void> {
  return withBulkConnection(deps.database, async (connection) => {
    const answer = async (tx: Tx, job: ImportJob) => {
      const row = (await listImportRows(tx, job)).find(({ line }) => line === given.line);
      if (!row?.alike) throw new Refusal('platform.not-found');
      await putAnswer(tx, job, { line: given.line, answer: given.answer === 'new' ? 'new' : row.alike.id });
      const rows = await listImportRows(tx, job);
      const placed = await placeAgain(tx, rows, placingOf(deps, viewer, job));
      const lookAlikes = new Map(rows.flatMap(({ line, alike }) => (alike === null ? [] : [[line, alike] as const])));
      const written = { rows: placed, lookAlikes, answers: answersOf(rows) };
      await asSystem(tx, contextOf(viewer), () => writeImportRows(tx, connection, { key: job, written }));
      await recordAudit(tx, deps.effects, {
        ...{ action: 'import.answered', subject: { kind: 'import', id: job.id } },
        after: {
          line: given.line,
          answer: given.answer,
          alike: row.alike.name,
          good: placed.filter(isAccepted).length,
        },
      });
    };
    await act({ ...deps, database: connection.database }, viewer, { id: given.id, action: 'answer', run: answer });
  });
}
