import { importDefinition } from '@zhitong/domain/directory/import-definition';
import { findingWords } from '@zhitong/domain/directory/import-finding-text';
import { errorColumnWords } from '@zhitong/domain/directory/import-words';
import type { Language } from '@zhitong/domain/language';
import { Refusal } from '@zhitong/domain/refusal';
import { recordAudit } from '#platform/audit-log';
import { inContext } from '#platform/context';
import { longestLink, readLink, signLink } from '#platform/signed-link';
import { getStoredContent, getStoredFile, type StoredFile } from '#platform/stored-file';
import { contextOf, type Viewer } from '#platform/viewer';
import type { ImportDeps } from './import-service.ts';
import { findImport, type ImportJob, type KeptRow, listImportRows } from './import-store.ts';
import { markSheet, type RowMark } from './sheet-marking.ts';

const whatOf = (id: string) => `import-errors:${id}`;

/** The address of the marked file: for its reader only, and for minutes. */
export function errorFileAddress(deps: ImportDeps, viewer: Viewer, id: string): string {
  const until = new Date(deps.effects.now().getTime() + longestLink);
  const link = signLink(deps.secret, { what: whatOf(id), reader: viewer.personId, until, why: 'import' });
  return `/api/imports/${id}/errors?${new URLSearchParams({ link, post: viewer.postId })}`;
}

export interface ErrorFileWish {
  readonly id: string;
  readonly link: string;
  readonly language: Language;
}

/** The same file with its faults marked, to be corrected and sent in again. */
export async function openErrorFile(
  deps: ImportDeps,
  viewer: Viewer,
  { id, link, language }: ErrorFileWish,
): Promise<{ readonly file: StoredFile; readonly content: Buffer }> {
  const use = { what: whatOf(id), reader: viewer.personId, now: deps.effects.now() };
  const found = await inContext(deps.database, contextOf(viewer), async (tx) => {
    const job = await findImport(tx, { city: viewer.city, id });
    if (!job) throw new Refusal('platform.not-found');
    const reading = readLink(deps.secret, link, use);
    if (reading.kind !== 'good') throw new Refusal(`imports.link-${reading.kind}`);
    const file = await getStoredFile(tx, job.fileId);
    await recordAudit(tx, deps.effects, {
      ...{ action: 'import.errors-read', subject: { kind: 'import', id }, why: 'import' },
      after: { file: job.fileName },
    });
    return { job, file, content: await getStoredContent(tx, job.fileId), rows: await listImportRows(tx, job) };
  });
  const { job, file, content, rows } = found;
  const marks = marksOf(job, rows, language);
  const marked = await markSheet({ name: job.fileName, content, language, headingLine: job.headingLine, marks });
  return { file, content: marked };
}

function marksOf(job: ImportJob, rows: readonly KeptRow[], language: Language): readonly RowMark[] {
  const { columns } = importDefinition(job.kind);
  const headings = new Map(columns.map((column) => [column.key, column[language]]));
  return rows.flatMap(({ line, findings }) => {
    if (findings.length === 0) return [];
    const sentences = findings.map((finding) => {
      const heading = headings.get(finding.column) ?? '';
      const remark = finding.severity === 'warning' ? errorColumnWords.remark[language] : '';
      const colon = language === 'zh' ? '：' : ': ';
      return `${remark}${heading && heading + colon}${findingWords(finding, heading, language).row}`;
    });
    const lettersOf = (severe: boolean) =>
      findings
        .filter(({ severity }) => (severity !== 'warning') === severe)
        .flatMap(({ column }) => job.places[column] ?? []);
    return [
      { line, text: sentences.join(language === 'zh' ? '；' : '; '), red: lettersOf(true), yellow: lettersOf(false) },
    ];
  });
}
