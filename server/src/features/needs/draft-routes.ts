import { dropDraft, keepDraft, readDraft } from '@zhitong/contract/needs/draft-contract';
import type { Routes } from '#platform/route';
import type { CaseDeps } from './case-deps.ts';
import { dropDraftOf, keepDraftOf, readDraftOf } from './draft-service.ts';

/** Drafts never die: what somebody writes is kept for that person alone, whichever device it sits at next. */
export function draftRoutes(routes: Routes, deps: CaseDeps): void {
  routes.for('need.draft', readDraft, (_call, viewer) => readDraftOf(deps, viewer));
  routes.for('need.draft', keepDraft, ({ body }, viewer) => keepDraftOf(deps, viewer, body));
  routes.for('need.draft', dropDraft, (_call, viewer) => dropDraftOf(deps, viewer));
}
