import {
  type DraftBody,
  type DraftDevice,
  dropDraft,
  keepDraft,
  readDraft,
} from '@zhitong/contract/needs/draft-contract';
import { inContext } from '#platform/context';
import { jsonColumn, wordColumn } from '#platform/json-column';
import type { Routes } from '#platform/route';
import { contextOf } from '#platform/viewer';
import type { CaseDeps } from './case-deps.ts';
import { deleteDraft, findDraft, writeDraft } from './draft-store.ts';

/** Drafts never die: what somebody writes is kept for that person alone, whichever device it sits at next. */
export function draftRoutes(routes: Routes, { database, effects }: CaseDeps): void {
  routes.for('need.draft', readDraft, (_call, viewer) =>
    inContext(database, contextOf(viewer), async (tx) => {
      const found = await findDraft(tx, viewer);
      if (!found) return { draft: null };
      const { body, device, device_key: deviceKey, updated_at: at } = found;
      const draft = { deviceKey, device: wordColumn<DraftDevice>(device), at: at.toISOString() };
      return { draft: { ...draft, body: jsonColumn<DraftBody>(body) } };
    }),
  );

  routes.for('need.draft', keepDraft, ({ body }, viewer) =>
    inContext(database, contextOf(viewer), async (tx) => {
      const at = effects.now();
      await writeDraft(tx, viewer, { ...body, at });
      return { at: at.toISOString() };
    }),
  );

  routes.for('need.draft', dropDraft, (_call, viewer) =>
    inContext(database, contextOf(viewer), async (tx) => ({ dropped: await deleteDraft(tx, viewer) })),
  );
}
