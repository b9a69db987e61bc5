import type { Import, ImportRow, listImports } from '@zhitong/contract/directory/import-contract';
import type { ImportDefinition } from '@zhitong/domain/directory/import-definition';
import { importDefinition } from '@zhitong/domain/directory/import-definition';
import { findingGroup, type ImportFinding } from '@zhitong/domain/directory/import-finding';
import { findingWords } from '@zhitong/domain/directory/import-finding-text';
import { type ImportKind, importKindsOf } from '@zhitong/domain/directory/import-kind';
import type { LookAlike } from '@zhitong/domain/directory/import-organisations';
import { allowedImportActions, type ImportState, undoUntil } from '@zhitong/domain/directory/import-state';
import type { ImportGroup } from '@zhitong/domain/directory/import-summary';
import type { Language } from '@zhitong/domain/language';
import { fillIn, type RefusalDetails, type RefusalRow } from '@zhitong/domain/refusal';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '#platform/database';
import { jsonColumn, wordColumn } from '#platform/json-column';
import type { Viewer } from '#platform/viewer';

export interface ImportReader {
  readonly viewer: Viewer;
  readonly language: Language;
  readonly now: Date;
  /** the sentences of all refusals a file can meet */
  readonly refusals: Readonly<Record<string, RefusalRow>>;
}

const columns = [
  ...(['id', 'kind', 'file_name', 'person_name', 'state', 'rows', 'done', 'accepted', 'rejected'] as const),
  ...(['groups', 'ignored', 'refusal', 'created', 'changed', 'kept', 'made_at', 'taken_at'] as const),
] as const;

/** One import as its page shows it; undefined when this viewer has none such. */
export async function viewImport(tx: Tx, reader: ImportReader, id: string): Promise<Import | undefined> {
  const row = await tx
    .selectFrom('import_job')
    .select(columns)
    .where('city', '=', reader.viewer.city)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const definition = importDefinition(wordColumn<ImportKind>(row.kind));
  const groups = jsonColumn<ImportGroup[]>(row.groups);
  return { ...briefOf(row, reader), groups: groups.map((group) => groupReply(group, definition, reader.language)) };
}

type Brief = z.input<typeof listImports.reply>['imports'][number];

/** The imports of the viewer's own organisation, newest first. */
export async function viewImports(
  tx: Tx,
  reader: ImportReader,
  page: { readonly limit: number; readonly offset: number },
): Promise<z.input<typeof listImports.reply>> {
  const { city, organisationId, role } = reader.viewer;
  const rows = await tx
    .selectFrom('import_job')
    .select(columns)
    .select(sql<number>`count(*) over ()`.as('total'))
    .where('city', '=', city)
    .where('organisation_id', '=', organisationId)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return {
    total: rows[0]?.total ?? 0,
    kinds: [...importKindsOf(role)],
    imports: rows.map((row) => briefOf(row, reader)),
  };
}

interface JobRow {
  readonly id: string;
  readonly kind: string;
  readonly file_name: string;
  readonly person_name: string;
  readonly state: string;
  readonly rows: number;
  readonly done: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly ignored: string[];
  readonly refusal: unknown;
  readonly created: number;
  readonly changed: number;
  readonly kept: number;
  readonly made_at: Date;
  readonly taken_at: Date | null;
}

function briefOf(row: JobRow, { now, language, refusals }: ImportReader): Brief {
  const { id, rows, done, accepted, rejected, ignored, created, changed, kept } = row;
  const state = wordColumn<ImportState>(row.state);
  const refusal = jsonColumn<{ code: string; details: RefusalDetails } | null>(row.refusal);
  const takenAt = row.taken_at;
  return {
    ...{ id, rows, done, accepted, rejected, ignored, created, changed, kept, state },
    ...{ kind: wordColumn<ImportKind>(row.kind), fileName: row.file_name, by: row.person_name },
    allowed: [...allowedImportActions({ state, accepted, takenAt }, now)],
    madeAt: row.made_at.toISOString(),
    ...(takenAt && { takenAt: takenAt.toISOString(), undoUntil: undoUntil(takenAt).toISOString() }),
    ...(state === 'refused' &&
      refusal && {
        refusal: { code: refusal.code, message: sentence(refusals[refusal.code], refusal.details, language) },
      }),
  };
}

function sentence(row: RefusalRow | undefined, details: RefusalDetails, language: Language): string {
  return row ? fillIn(row[language], details) : '';
}

function groupReply(group: ImportGroup, definition: ImportDefinition, language: Language): Import['groups'][number] {
  const { example, key, rows, alike } = group;
  const heading = headingOf(definition, example.column, language);
  const words = findingWords(example, heading, language);
  const { fix } = example;
  return {
    ...{ key, rows, severity: example.severity, title: words.title, column: heading },
    advice: alike ? words.row : '',
    ...(fix !== undefined && { fix }),
  };
}

export interface GroupPage {
  readonly id: string;
  readonly kind: ImportKind;
  readonly group: string;
  readonly limit: number;
  readonly offset: number;
}

/** The rows of one group: where, what stands there, what is wrong with it, what to do. */
export async function viewImportRows(
  tx: Tx,
  reader: ImportReader,
  page: GroupPage,
): Promise<{ total: number; rows: ImportRow[] }> {
  const definition = importDefinition(page.kind);
  const letters = await findPlaces(tx, reader, page.id);
  const rows = await tx
    .selectFrom('import_row')
    .select(['line', 'shown', 'findings', 'alike', 'answer'])
    .select(sql<number>`count(*) over ()`.as('total'))
    .where('city', '=', reader.viewer.city)
    .where('job_id', '=', page.id)
    .where(sql<boolean>`${page.group} = any(groups)`)
    .orderBy('line')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.flatMap((row) => {
      const finding = jsonColumn<ImportFinding[]>(row.findings).find((one) => findingGroup(one) === page.group);
      if (!finding) return [];
      const shown = jsonColumn<Record<string, string>>(row.shown);
      const alike = jsonColumn<LookAlike | null>(row.alike);
      const heading = headingOf(definition, finding.column, reader.language);
      return [
        {
          ...{ line: row.line, value: shown[finding.column] ?? '', name: nameOf(shown, definition) },
          ...(letters[finding.column] && { column: letters[finding.column] }),
          message: findingWords(finding, heading, reader.language).row,
          ...(alike && finding.code === 'library.look-alike' && { lookAlike: alike }),
        },
      ];
    }),
  };
}

async function findPlaces(tx: Tx, { viewer }: ImportReader, id: string): Promise<Readonly<Record<string, string>>> {
  const row = await tx
    .selectFrom('import_job')
    .select('places')
    .where('city', '=', viewer.city)
    .where('id', '=', id)
    .executeTakeFirst();
  return jsonColumn<Record<string, string>>(row?.places ?? {});
}

function headingOf({ columns: known }: ImportDefinition, key: string, language: Language): string {
  return known.find((column) => column.key === key)?.[language] ?? '';
}

/** The first column of a template names the row. */
function nameOf(shown: Readonly<Record<string, string>>, { columns: known }: ImportDefinition): string {
  const [first] = known;
  return first ? (shown[first.key] ?? '') : '';
}
