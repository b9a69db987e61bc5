import {
  actOnDraft,
  beginDraft,
  createChain,
  exportVersion,
  getDraft,
  listDrafts,
  readDraftFile,
  saveDraft,
} from '@zhitong/contract/chains/draft-contract';
import type { Routes } from '#platform/route';
import { sendStoredFile } from '#platform/stored-file';
import { readUpload } from '#platform/upload';
import type { ChainDeps } from './chain-deps.ts';
import { exportVersionFor, mapFileLimit, readDraftFileFor } from './draft-file-service.ts';
import { beginDraftFor, createChainFor, saveDraftFor } from './draft-service.ts';
import { turnDraftFor } from './draft-turn-service.ts';
import { viewDraft, viewDrafts, viewSaved } from './draft-views.ts';

const types = {
  json: 'application/json',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

export function draftRoutes(routes: Routes, deps: ChainDeps): void {
  routes.for('chain.draft', listDrafts, ({ language }, viewer) => viewDrafts(deps, { viewer, language }));

  routes.for('chain.draft', createChain, async ({ body }, viewer) => ({
    chain: await createChainFor(deps, viewer, body),
  }));

  routes.for('chain.draft', beginDraft, async ({ params }, viewer) => ({
    draft: await beginDraftFor(deps, viewer, params.id),
  }));

  routes.for('chain.draft', getDraft, ({ params, language }, viewer) =>
    viewDraft(deps, { viewer, language }, params.id),
  );

  routes.for('chain.draft', saveDraft, async ({ params, body, language }, viewer) =>
    viewSaved(deps, { viewer, language }, await saveDraftFor(deps, viewer, { id: params.id, ...body })),
  );

  routes.for('chain.publish', actOnDraft, async ({ params, body }, viewer) => ({
    version: await turnDraftFor(deps, viewer, { id: params.id, ...body }),
  }));

  routes.for('chain.draft', readDraftFile, async ({ params, language, request, reply }, viewer) => {
    const { name, content } = await readUpload({ request, reply }, { most: mapFileLimit });
    return readDraftFileFor(deps, viewer, { id: params.id, name, content, language });
  });

  routes.for('chain.see', exportVersion, async ({ params, query, language, reply }, viewer) => {
    const wish = { ...params, format: query.format, language: query.lang ?? language };
    const { name, content } = await exportVersionFor(deps, viewer, wish);
    sendStoredFile(reply, { name, type: types[query.format] });
    return content;
  });
}
