import type { CheckedRow } from '@zhitong/domain/directory/import-check';
import type { ImportFinding } from '@zhitong/domain/directory/import-finding';
import type { ImportKind } from '@zhitong/domain/directory/import-kind';
import type { LookAlike } from '@zhitong/domain/directory/import-organisations';
import type { PlacedRow } from '@zhitong/domain/directory/import-placed';
import type { ImportRegion } from '@zhitong/domain/directory/import-region';
import type { ImportState } from '@zhitong/domain/directory/import-state';
import type { ImportGroup, ImportSummary } from '@zhitong/domain/directory/import-summary';
import type { PostRole } from '@zhitong/domain/directory/organisation';
import type { Language } from '@zhitong/domain/language';
import type { RefusalDetails } from '@zhitong/domain/refusal';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import { jsonColumn, wordColumn } from '#platform/json-column';

export interface ImportKey {
  readonly city: string;
  readonly id: string;
}

export interface ImportJob extends ImportKey {
  readonly kind: ImportKind;
  readonly organisationId: string;
  readonly personId: string;
  readonly personName: string;
  /** in which it was sent in */
  readonly role: PostRole;
  readonly fileId: string;
  readonly fileName: string;
  readonly language: Language;
  readonly state: ImportState;
  readonly fixes: readonly string[];
  readonly rows: number;
  readonly done: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly groups: readonly ImportGroup[];
  readonly ignored: readonly string[];
  readonly places: Readonly<Record<string, string>>;
  readonly headingLine: number;
  readonly refusal: { readonly code: string; readonly details: RefusalDetails } | null;
  readonly created: number;
  readonly changed: number;
  readonly kept: number;
  readonly madeAt: Date;
  readonly takenAt: Date | null;
}

const jobColumns = [
  ...(['city', 'id', 'kind', 'organisation_id', 'person_id', 'person_name', 'file_id', 'file_name'] as const),
  ...(['language', 'state', 'fixes', 'rows', 'done', 'accepted', 'rejected', 'groups', 'ignored'] as const),
  ...(['refusal', 'created', 'changed', 'kept', 'made_at', 'taken_at', 'places', 'heading_line', 'role'] as const),
] as const;

export async function insertImport(
  tx: Tx,
  job: Pick<
    ImportJob,
    'city' | 'id' | 'kind' | 'organisationId' | 'personId' | 'personName' | 'role' | 'fileId' | 'fileName'
  > & {
    readonly language: Language;
    readonly at: Date;
  },
): Promise<void> {
  await tx
    .insertInto('import_job')
    .values({
      ...{ city: job.city, id: job.id, kind: job.kind, organisation_id: job.organisationId },
      ...{ person_id: job.personId, person_name: job.personName, file_id: job.fileId, file_name: job.fileName },
      ...{ language: job.language, role: job.role, state: 'checking', made_at: job.at, touched_at: job.at },
    })
    .execute();
}

export async function findImport(tx: Tx, { city, id }: ImportKey): Promise<ImportJob | undefined> {
  const row = await tx
    .selectFrom('import_job')
    .select(jobColumns)
    .where('city', '=', city)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && asJob(row);
}

/** Holds the job: two clicks act one after the other. */
export async function lockImport(tx: Tx, { city, id }: ImportKey): Promise<ImportJob | undefined> {
  const row = await tx
    .selectFrom('import_job')
    .select(jobColumns)
    .where('city', '=', city)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && asJob(row);
}

export async function countChecking(tx: Tx, city: string, organisationId: string): Promise<number> {
  const row = await tx
    .selectFrom('import_job')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('city', '=', city)
    .where('organisation_id', '=', organisationId)
    .where('state', '=', 'checking')
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Jobs whose process has not been heard of for a while: it was stopped in the middle. */
export async function listForsaken(tx: Tx, city: string, untouchedSince: Date): Promise<readonly ImportKey[]> {
  return tx
    .selectFrom('import_job')
    .select(['city', 'id'])
    .where('city', '=', city)
    .where('state', '=', 'checking')
    .where('touched_at', '<', untouchedSince)
    .orderBy('made_at')
    .limit(20)
    .execute();
}

export interface ImportChange {
  readonly state?: ImportState;
  readonly fixes?: readonly string[];
  readonly done?: number;
  readonly rows?: number;
  readonly refusal?: ImportJob['refusal'];
  readonly ignored?: readonly string[];
  readonly places?: Readonly<Record<string, string>>;
  readonly headingLine?: number;
  readonly created?: number;
  readonly changed?: number;
  readonly kept?: number;
  readonly touchedAt?: Date;
  readonly takenAt?: Date;
  readonly endedAt?: Date;
}

export async function changeImport(tx: Tx, { city, id }: ImportKey, change: ImportChange): Promise<void> {
  const { state, done, rows, created, changed, kept } = change;
  const values = {
    ...definedOf({ state, done, rows, created, changed, kept }),
    ...definedOf({ heading_line: change.headingLine }),
    ...definedOf({ touched_at: change.touchedAt, taken_at: change.takenAt, ended_at: change.endedAt }),
    ...(change.fixes && { fixes: [...change.fixes] }),
    ...(change.ignored && { ignored: [...change.ignored] }),
    ...(change.places && { places: JSON.stringify(change.places) }),
    ...(change.refusal !== undefined && { refusal: change.refusal && JSON.stringify(change.refusal) }),
  };
  await tx.updateTable('import_job').set(values).where('city', '=', city).where('id', '=', id).execute();
}

export async function putSummary(tx: Tx, { city, id }: ImportKey, summary: ImportSummary): Promise<void> {
  const { rows, accepted, rejected, groups } = summary;
  await tx
    .updateTable('import_job')
    .set({ rows, done: rows, accepted, rejected, groups: JSON.stringify(groups) })
    .where('city', '=', city)
    .where('id', '=', id)
    .execute();
}

function definedOf<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

export interface KeptRow extends PlacedRow {
  readonly alike: LookAlike | null;
  /** the id of the one it is, or `new` */
  readonly answer: string | null;
}

/** All rows of a job as they were checked. */
export async function listImportRows(tx: Tx, { city, id }: ImportKey): Promise<readonly KeptRow[]> {
  const rows = await tx
    .selectFrom('import_row')
    .select(['line', 'target_id', 'action', 'shown', 'value', 'findings', 'alike', 'answer'])
    .where('city', '=', city)
    .where('job_id', '=', id)
    .orderBy('line')
    .execute();
  return rows.map((row) => ({
    line: row.line,
    shown: jsonColumn<Record<string, string>>(row.shown),
    values: jsonColumn<CheckedRow['values']>(row.value),
    findings: jsonColumn<ImportFinding[]>(row.findings),
    action: wordColumn<PlacedRow['action']>(row.action),
    targetId: row.target_id,
    alike: jsonColumn<LookAlike | null>(row.alike),
    answer: row.answer,
  }));
}

export async function dropImportRows(tx: Tx, { city, id }: ImportKey): Promise<void> {
  await tx.deleteFrom('import_row').where('city', '=', city).where('job_id', '=', id).execute();
}

export async function putAnswer(
  tx: Tx,
  { city, id }: ImportKey,
  given: { line: number; answer: string },
): Promise<void> {
  await tx
    .updateTable('import_row')
    .set({ answer: given.answer })
    .where('city', '=', city)
    .where('job_id', '=', id)
    .where('line', '=', given.line)
    .execute();
}

/** Divisions of the whole country, the abolished ones too. */
export async function listImportRegions(tx: Tx): Promise<readonly ImportRegion[]> {
  const rows = await tx
    .selectFrom('region')
    .select(['code', 'name', 'level', 'aliases', 'valid_to', 'replaced_by'])
    .orderBy('code')
    .execute();
  return rows.map((row) => ({
    ...{ code: row.code, name: row.name, level: row.level, aliases: row.aliases },
    ...{ validTo: row.valid_to, replacedBy: row.replaced_by },
  }));
}

/** Files of imports older than a week, with their bytes. The record of the import and its rows stay. */
export async function dropOldFiles(tx: Tx, city: string, before: Date): Promise<void> {
  const old = sql`city = ${city} and kind = 'import-upload' and stored_at < ${before}`;
  await sql`delete from stored_content where city = ${city} and file_id in (select id from stored_file where ${old})`.execute(
    tx,
  );
  await sql`delete from stored_file where ${old}`.execute(tx);
}

interface JobRow {
  readonly city: string;
  readonly id: string;
  readonly kind: string;
  readonly organisation_id: string;
  readonly person_id: string;
  readonly person_name: string;
  readonly file_id: string;
  readonly file_name: string;
  readonly language: string;
  readonly state: string;
  readonly fixes: string[];
  readonly rows: number;
  readonly done: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly groups: unknown;
  readonly ignored: string[];
  readonly refusal: unknown;
  readonly created: number;
  readonly changed: number;
  readonly kept: number;
  readonly made_at: Date;
  readonly taken_at: Date | null;
  readonly places: unknown;
  readonly heading_line: number;
  readonly role: string;
}

function asJob(row: JobRow): ImportJob {
  const { city, id, fixes, rows, done, accepted, rejected, ignored, created, changed, kept } = row;
  return {
    ...{ city, id, fixes, rows, done, accepted, rejected, ignored, created, changed, kept },
    ...{ organisationId: row.organisation_id, personId: row.person_id, personName: row.person_name },
    ...{ fileId: row.file_id, fileName: row.file_name, madeAt: row.made_at, takenAt: row.taken_at },
    kind: wordColumn<ImportKind>(row.kind),
    role: wordColumn<PostRole>(row.role),
    language: wordColumn<Language>(row.language),
    state: wordColumn<ImportState>(row.state),
    groups: jsonColumn<ImportGroup[]>(row.groups),
    refusal: jsonColumn<ImportJob['refusal']>(row.refusal),
    places: jsonColumn<ImportJob['places']>(row.places),
    headingLine: row.heading_line,
  };
}
