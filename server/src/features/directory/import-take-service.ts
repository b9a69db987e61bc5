import { isAccepted } from '@zhitong/domain/directory/import-placed';
import type { Sentence } from '@zhitong/domain/language';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { Refusal } from '@zhitong/domain/refusal';
import { recordAudit } from '#platform/audit-log';
import type { Tx } from '#platform/database';
import type { Viewer } from '#platform/viewer';
import { hasMoved, placeAgain } from './import-placing.ts';
import { act, type ImportDeps, placingOf } from './import-service.ts';
import { changeImport, type ImportJob, listImportRows } from './import-store.ts';
import { importWriters } from './import-writers.ts';
import type { Writing } from './import-writing.ts';

type Outcome =
  | { readonly kind: 'taken' }
  | { readonly kind: 'changed'; readonly before: number; readonly after: number };

/**
 * Writes all good rows in one transaction, or nothing. The library is asked once more: where it has changed since the check, the
 * person is shown the new figures first. A second click finds the job taken and changes nothing.
 */
export async function takeImport(deps: ImportDeps, viewer: Viewer, given: { id: string; rows: number }): Promise<void> {
  const outcome = await act<Outcome>(deps, viewer, {
    ...{ id: given.id, action: 'take', settled: 'taken' },
    run: (tx, job) => take(tx, { deps, viewer, job, rows: given.rows }),
  });
  if (outcome?.kind !== 'changed') return;
  deps.runner.begin({ city: viewer.city, id: given.id });
  throw new Refusal('imports.changed-meanwhile', { before: outcome.before, after: outcome.after });
}

interface Taking {
  readonly deps: ImportDeps;
  readonly viewer: Viewer;
  readonly job: ImportJob;
  readonly rows: number;
}

async function take(tx: Tx, { deps, viewer, job, rows }: Taking): Promise<Outcome> {
  const { effects } = deps;
  const before = await listImportRows(tx, job);
  const now = await placeAgain(tx, before, placingOf(deps, viewer, job));
  const good = now.filter(isAccepted).length;
  const moved = before.some((row, index) => hasMoved(row, now[index]));
  if (moved || good !== rows) {
    await changeImport(tx, job, { state: 'checking', done: 0, touchedAt: effects.now() });
    return { kind: 'changed', before: rows, after: good };
  }
  const counts = await importWriters[job.kind].take(tx, writingOf({ deps, viewer, job }));
  // the rows written so far must not stay, so this one leaves by the way that rolls back
  if (!counts) throw new Refusal('imports.changed-meanwhile', { before: rows, after: rows - 1 });
  await changeImport(tx, job, { state: 'taken', ...counts, takenAt: effects.now() });
  await recordAudit(tx, effects, {
    ...{ action: 'import.taken', subject: { kind: 'import', id: job.id } },
    after: { kind: job.kind, file: job.fileName, rows: good, ...counts },
  });
  return { kind: 'taken' };
}

/** Takes an import back. What others have built on meanwhile stays, and is counted. */
export async function undoImport(deps: ImportDeps, viewer: Viewer, id: string): Promise<void> {
  await act(deps, viewer, {
    ...{ id, action: 'undo', settled: 'undone' },
    run: async (tx, job) => {
      const { effects } = deps;
      const { kept } = await importWriters[job.kind].undo(tx, writingOf({ deps, viewer, job }));
      await changeImport(tx, job, { state: 'undone', kept, endedAt: effects.now() });
      await recordAudit(tx, effects, {
        ...{ action: 'import.undone', subject: { kind: 'import', id } },
        after: { kind: job.kind, file: job.fileName, kept },
      });
    },
  });
}

const sourceWord: Sentence = { zh: '导入：', en: 'Import: ' };

function writingOf({ deps, viewer, job }: Omit<Taking, 'rows'>): Writing {
  const at = deps.effects.now();
  const { personId, personName } = viewer;
  const source = `${sourceWord[job.language]}${job.fileName}`.slice(0, 100);
  const origin = { personId, personName, source, today: cityDay(at), at };
  return {
    key: job,
    viewer,
    newId: deps.effects.newId,
    origin,
    renameSupplier: deps.renameSupplier,
    offers: deps.offers,
    purchases: deps.purchases,
  };
}
