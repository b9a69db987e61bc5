import {
  answerImport as answerContract,
  discardImport as discardContract,
  fixImport as fixContract,
  getImport,
  getImportErrors,
  getImportTemplate,
  listImportRows,
  listImports,
  startImport as startContract,
  takeImport as takeContract,
  undoImport as undoContract,
} from '@zhitong/contract/directory/import-contract';
import { templateName } from '@zhitong/domain/directory/import-words';
import type { Routes } from '#platform/route';
import { sendStoredFile } from '#platform/stored-file';
import { readUpload } from '#platform/upload';
import { answerImport } from './import-answer-service.ts';
import { discardImport, fixImport, type ImportDeps, kindFor, startImport, uploadLimit } from './import-service.ts';
import { showImport, showImportRows, showImports } from './import-showing.ts';
import { takeImport, undoImport } from './import-take-service.ts';
import { openErrorFile } from './sheet-error-service.ts';
import { writeTemplate } from './template-sheet.ts';
import { viewRegionChoices } from './template-views.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export function importRoutes(routes: Routes, deps: ImportDeps): void {
  routes.for('import.run', startContract, async ({ request, reply, language }, viewer) => {
    const { name, content, fields } = await readUpload({ request, reply }, { most: uploadLimit });
    const id = await startImport(deps, viewer, { kind: fields.kind ?? '', fileName: name, content, language });
    return { job: { id } };
  });

  routes.for('import.run', listImports, ({ query, language }, viewer) =>
    showImports(deps, viewer, { ...query, language }),
  );

  routes.for('import.run', getImport, ({ params, language }, viewer) =>
    showImport(deps, viewer, { id: params.id, language }),
  );

  routes.for('import.template', getImportTemplate, async ({ params, query, language, reply }, viewer) => {
    const kind = kindFor(viewer, params.kind);
    const spoken = query.lang ?? language;
    const regions = await viewRegionChoices(deps.database, viewer);
    sendStoredFile(reply, { name: templateName(kind, spoken), type: xlsx });
    const origins = kind === 'purchases' ? deps.purchases.origins().choices(spoken) : [];
    return writeTemplate({ kind, language: spoken, regions, origins });
  });

  routes.for('import.run', getImportErrors, async ({ params, query, language, reply }, viewer) => {
    const wish = { id: params.id, link: query.link, language: query.lang ?? language };
    const { file, content } = await openErrorFile(deps, viewer, wish);
    sendStoredFile(reply, file);
    return content;
  });

  routes.for('import.run', listImportRows, ({ params, query, language }, viewer) =>
    showImportRows(deps, viewer, { ...query, id: params.id, language }),
  );

  routes.for('import.run', fixContract, async ({ params, body, language }, viewer) => {
    await fixImport(deps, viewer, { id: params.id, group: body.group });
    return showImport(deps, viewer, { id: params.id, language });
  });

  routes.for('import.run', answerContract, async ({ params, body, language }, viewer) => {
    await answerImport(deps, viewer, { id: params.id, ...body });
    return showImport(deps, viewer, { id: params.id, language });
  });

  routes.for('import.run', takeContract, async ({ params, body, language }, viewer) => {
    await takeImport(deps, viewer, { id: params.id, rows: body.rows });
    return showImport(deps, viewer, { id: params.id, language });
  });

  routes.for('import.run', discardContract, async ({ params, language }, viewer) => {
    await discardImport(deps, viewer, params.id);
    return showImport(deps, viewer, { id: params.id, language });
  });

  routes.for('import.run', undoContract, async ({ params, language }, viewer) => {
    await undoImport(deps, viewer, params.id);
    return showImport(deps, viewer, { id: params.id, language });
  });
}
