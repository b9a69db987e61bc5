import {
  answerImport as answerContract,
  discardImport as discardContract,
  fixImport as fixContract,
  getImport,
  getImportErrors,
  getImportTemplate,
  type Import,
  listImportRows,
  listImports,
  startImport as startContract,
  takeImport as takeContract,
  undoImport as undoContract,
} from '@zhitong/contract/directory/import-contract';
import { importRefusals } from '@zhitong/domain/directory/import-refusals';
import { templateName } from '@zhitong/domain/directory/import-words';
import { sheetRefusals } from '@zhitong/domain/directory/sheet-refusals';
import type { Language } from '@zhitong/domain/language';
import { fillIn, Refusal, type RefusalRow } from '@zhitong/domain/refusal';
import { inContext } from '#platform/context';
import { platformRefusals } from '#platform/platform-refusals';
import type { Routes } from '#platform/route';
import { sendStoredFile } from '#platform/stored-file';
import { readUpload } from '#platform/upload';
import { contextOf, type Viewer } from '#platform/viewer';
import { answerImport } from './import-answer-service.ts';
import { discardImport, fixImport, type ImportDeps, kindFor, startImport, uploadLimit } from './import-service.ts';
import { takeImport, undoImport } from './import-take-service.ts';
import { type ImportReader, viewImport, viewImportRows, viewImports } from './import-views.ts';
import { errorFileAddress, openErrorFile } from './sheet-error-service.ts';
import { writeTemplate } from './template-sheet.ts';
import { viewRegionChoices } from './template-views.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const refusals = { ...platformRefusals, ...sheetRefusals, ...importRefusals };

export function importRoutes(routes: Routes, deps: ImportDeps): void {
  routes.for('import.run', startContract, async ({ request, reply, language }, viewer) => {
    const { name, content, fields } = await readUpload({ request, reply }, { most: uploadLimit });
    const id = await startImport(deps, viewer, { kind: fields.kind ?? '', fileName: name, content, language });
    return { job: { id } };
  });

  routes.for('import.run', listImports, ({ query, language }, viewer) =>
    inContext(deps.database, contextOf(viewer), (tx) => viewImports(tx, readerOf(deps, viewer, language), query)),
  );

  routes.for('import.run', getImport, ({ params, language }, viewer) =>
    view(deps, viewer, { id: params.id, language }),
  );

  routes.for('import.template', getImportTemplate, async ({ params, query, language, reply }, viewer) => {
    const kind = kindFor(viewer, params.kind);
    const spoken = query.lang ?? language;
    const regions = await viewRegionChoices(deps.database, viewer);
    sendStoredFile(reply, { name: templateName(kind, spoken), type: xlsx });
    return writeTemplate({ kind, language: spoken, regions });
  });

  routes.for('import.run', getImportErrors, async ({ params, query, language, reply }, viewer) => {
    const wish = { id: params.id, link: query.link, language: query.lang ?? language };
    const { file, content } = await openErrorFile(deps, viewer, wish);
    sendStoredFile(reply, file);
    return content;
  });

  routes.for('import.run', listImportRows, ({ params, query, language }, viewer) =>
    inContext(deps.database, contextOf(viewer), async (tx) => {
      const reader = readerOf(deps, viewer, language);
      const job = await viewImport(tx, reader, params.id);
      if (!job) throw new Refusal('platform.not-found');
      return viewImportRows(tx, reader, { ...query, id: job.id, kind: job.kind });
    }),
  );

  routes.for('import.run', fixContract, async ({ params, body, language }, viewer) => {
    await fixImport(deps, viewer, { id: params.id, group: body.group });
    return view(deps, viewer, { id: params.id, language });
  });

  routes.for('import.run', answerContract, async ({ params, body, language }, viewer) => {
    await answerImport(deps, viewer, { id: params.id, ...body });
    return view(deps, viewer, { id: params.id, language });
  });

  routes.for('import.run', takeContract, async ({ params, body, language }, viewer) => {
    await takeImport(deps, viewer, { id: params.id, rows: body.rows });
    return view(deps, viewer, { id: params.id, language });
  });

  routes.for('import.run', discardContract, async ({ params, language }, viewer) => {
    await discardImport(deps, viewer, params.id);
    return view(deps, viewer, { id: params.id, language });
  });

  routes.for('import.run', undoContract, async ({ params, language }, viewer) => {
    await undoImport(deps, viewer, params.id);
    return view(deps, viewer, { id: params.id, language });
  });
}

async function view(
  deps: ImportDeps,
  viewer: Viewer,
  { id, language }: { id: string; language: Language },
): Promise<Import> {
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

function sentenceOf({ code, details }: Refusal, language: Language): string {
  const rows: Readonly<Record<string, RefusalRow>> = refusals;
  return fillIn((rows[code] ?? platformRefusals['platform.failure'])[language], details);
}

function readerOf({ effects }: ImportDeps, viewer: Viewer, language: Language): ImportReader {
  return { viewer, language, now: effects.now(), refusals };
}
