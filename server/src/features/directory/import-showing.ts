import type { Import } from '@zhitong/contract/directory/import-contract';
import { importRefusals } from '@zhitong/domain/directory/import-refusals';
import { sheetRefusals } from '@zhitong/domain/directory/sheet-refusals';
import type { Language } from '@zhitong/domain/language';
import { fillIn, Refusal, type RefusalRow } from '@zhitong/domain/refusal';
import { inContext } from '#platform/context';
import { platformRefusals } from '#platform/platform-refusals';
import { contextOf, type Viewer } from '#platform/viewer';
import type { ImportDeps } from './import-service.ts';
import { type GroupPage, type ImportReader, viewImport, viewImportRows, viewImports } from './import-views.ts';
import { errorFileAddress } from './sheet-error-service.ts';

const refusals = { ...platformRefusals, ...sheetRefusals, ...importRefusals };

interface Shown {
  readonly id: string;
  readonly language: Language;
}

/** One import with what keeps it waiting, and where its marked file is to be had. */
export async function showImport(deps: ImportDeps, viewer: Viewer, { id, language }: Shown): Promise<Import> {
  const reader = readerOf(deps, viewer, language);
  const job = await inContext(deps.database, contextOf(viewer), (tx) => viewImport(tx, reader, id));
  if (!job) throw new Refusal('platform.not-found');
  const faults = job.state !== 'refused' && job.groups.length > 0;
  const trouble = job.state === 'checking' ? deps.runner.troubleOf(id) : undefined;
  return {
    ...job,
    ...(faults && { errorFile: errorFileAddress(deps, viewer, id) }),
    ...(trouble && { refusal: { code: trouble.code, message: sentenceOf(trouble, language) } }),
  };
}

export function showImports(
  deps: ImportDeps,
  viewer: Viewer,
  { language, ...page }: { readonly language: Language; readonly limit: number; readonly offset: number },
) {
  const reader = readerOf(deps, viewer, language);
  return inContext(deps.database, contextOf(viewer), (tx) => viewImports(tx, reader, page));
}

/** The rows of one group of an import. */
export function showImportRows(
  deps: ImportDeps,
  viewer: Viewer,
  { language, ...page }: Omit<GroupPage, 'kind'> & { readonly language: Language },
) {
  const reader = readerOf(deps, viewer, language);
  return inContext(deps.database, contextOf(viewer), async (tx) => {
    const job = await viewImport(tx, reader, page.id);
    if (!job) throw new Refusal('platform.not-found');
    return viewImportRows(tx, reader, { ...page, kind: job.kind });
  });
}

function sentenceOf({ code, details }: Refusal, language: Language): string {
  const rows: Readonly<Record<string, RefusalRow>> = refusals;
  return fillIn((rows[code] ?? platformRefusals['platform.failure'])[language], details);
}

function readerOf({ effects }: ImportDeps, viewer: Viewer, language: Language): ImportReader {
  return { viewer, language, now: effects.now(), refusals };
}
