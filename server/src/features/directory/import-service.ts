import { type ImportKind, importKinds, importKindsOf } from '@zhitong/domain/directory/import-kind';
import { allowedImportActions, type ImportAction, undoUntil } from '@zhitong/domain/directory/import-state';
import { sheetLimits } from '@zhitong/domain/directory/sheet';
import type { Language } from '@zhitong/domain/language';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { Refusal } from '@zhitong/domain/refusal';
import { recordAudit } from '#platform/audit-log';
import { inContext } from '#platform/context';
import type { Database, Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import { sheetFormat } from '#platform/sheet-reader';
import { storeFile } from '#platform/stored-file';
import { contextOf, type Viewer } from '#platform/viewer';
import type { ImportRunner } from './import-runner.ts';
import { changeImport, countChecking, type ImportJob, insertImport, lockImport } from './import-store.ts';
import type { OfferIntake } from './offer-intake.ts';
import type { OrganisationDeps } from './organisation-service.ts';
import type { PurchaseIntake } from './purchase-intake.ts';

export interface ImportDeps {
  readonly database: Database;
  readonly effects: Effects;
  readonly runner: ImportRunner;
  readonly secret: string;
  readonly renameSupplier: OrganisationDeps['renameSupplier'];
  readonly offers: OfferIntake;
  readonly purchases: PurchaseIntake;
}

export interface ImportUpload {
  readonly kind: string;
  readonly fileName: string;
  readonly content: Buffer;
  readonly language: Language;
}

/** Checks running for one organisation at a time; more would make everybody else wait. */
const mostChecking = 3;
const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
};

/** Keeps the file and has it checked. Nothing of it is written anywhere before the person says so. */
export async function startImport(deps: ImportDeps, viewer: Viewer, upload: ImportUpload): Promise<string> {
  const kind = kindFor(viewer, upload.kind);
  const { fileName, content, language } = upload;
  const type = types[sheetFormat({ name: fileName, content })];
  const { city, organisationId, personId, personName, role } = viewer;
  const id = deps.effects.newId();
  await inContext(deps.database, contextOf(viewer), async (tx) => {
    const checking = await countChecking(tx, city, organisationId);
    if (checking >= mostChecking) throw new Refusal('imports.busy', { count: checking });
    const file = await storeFile(tx, deps.effects, {
      ...{ kind: 'import-upload', name: fileName, type, content, personId, organisationId },
    });
    const at = deps.effects.now();
    const who = { organisationId, personId, personName, role };
    const facts = { city, id, kind, ...who, fileId: file.id, fileName, language, at };
    await insertImport(tx, facts);
    await recordAudit(tx, deps.effects, {
      action: 'import.started',
      subject: { kind: 'import', id },
      after: { kind, file: fileName, bytes: content.length },
    });
  });
  deps.runner.begin({ city, id });
  return id;
}

export const uploadLimit = sheetLimits.fileBytes;

export function kindFor(viewer: Viewer, word: string): ImportKind {
  const kind = importKinds.find((known) => known === word);
  if (kind === undefined) throw new Refusal('platform.invalid-input', { count: 1, fields: 'kind' });
  if (!importKindsOf(viewer.role).includes(kind)) throw new Refusal('imports.kind-not-yours');
  return kind;
}

/** Mends every row of a group as proposed: the file is checked again with that in mind. */
export async function fixImport(deps: ImportDeps, viewer: Viewer, given: { id: string; group: string }): Promise<void> {
  const mend = async (tx: Tx, job: ImportJob) => {
    const group = job.groups.find(({ key }) => key === given.group);
    if (group?.example.fix === undefined) throw new Refusal('imports.unknown-group');
    const at = deps.effects.now();
    await changeImport(tx, job, { state: 'checking', done: 0, fixes: [...job.fixes, group.key], touchedAt: at });
    await recordAudit(tx, deps.effects, {
      ...{ action: 'import.mended', subject: { kind: 'import', id: job.id } },
      after: { column: group.example.column, value: group.example.params.value, mended: group.example.fix },
    });
  };
  await act(deps, viewer, { id: given.id, action: 'fix', run: mend });
  deps.runner.begin({ city: viewer.city, id: given.id });
}

/** Writes nothing, now or later; ends a check that is under way. Discarding again changes nothing. */
export async function discardImport(deps: ImportDeps, viewer: Viewer, id: string): Promise<void> {
  const discard = async (tx: Tx, job: ImportJob) => {
    await changeImport(tx, job, { state: 'discarded', endedAt: deps.effects.now() });
    await recordAudit(tx, deps.effects, { action: 'import.discarded', subject: { kind: 'import', id } });
  };
  await act(deps, viewer, { id, action: 'discard', settled: 'discarded', run: discard });
  deps.runner.stop(id);
}

export interface Acting<T> {
  readonly id: string;
  readonly action: ImportAction;
  /** the state that says it has been done already: doing it twice is no fault */
  readonly settled?: ImportJob['state'];
  readonly run: (tx: Tx, job: ImportJob) => Promise<T>;
}

/** Runs a step on a job that is held meanwhile, if the job is one's own and the step is allowed now. */
export function act<T>(deps: ImportDeps, viewer: Viewer, acting: Acting<T>): Promise<T | undefined> {
  return inContext(deps.database, contextOf(viewer), async (tx) => {
    const job = await lockImport(tx, { city: viewer.city, id: acting.id });
    if (!job) throw new Refusal('platform.not-found');
    if (!importKindsOf(viewer.role).includes(job.kind)) throw new Refusal('imports.kind-not-yours');
    if (job.state === acting.settled) return undefined;
    const now = deps.effects.now();
    if (acting.action === 'undo' && job.takenAt !== null && now >= undoUntil(job.takenAt))
      throw new Refusal('imports.undo-over');
    if (!allowedImportActions(job, now).includes(acting.action)) throw new Refusal('imports.not-now');
    return acting.run(tx, job);
  });
}

/** Rows are held against the library in the name of whoever acts now. */
export function placingOf({ effects, offers, purchases }: ImportDeps, viewer: Viewer, { kind, city }: ImportJob) {
  const { role, personId, organisationId } = viewer;
  const importer = { role, personId, organisationId };
  return { kind, city, newId: effects.newId, today: cityDay(effects.now()), importer, offers, purchases };
}
