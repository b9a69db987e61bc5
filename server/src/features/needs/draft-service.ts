import type { DraftBody, DraftDevice } from '@zhitong/contract/needs/draft-contract';
import { inContext } from '#platform/context';
import { jsonColumn, wordColumn } from '#platform/json-column';
import { contextOf, type Viewer } from '#platform/viewer';
import type { CaseDeps } from './case-deps.ts';
import { deleteDraft, findDraft, writeDraft } from './draft-store.ts';

export function readDraftOf({ database }: CaseDeps, viewer: Viewer) {
  return inContext(database, contextOf(viewer), async (tx) => {
    const found = await findDraft(tx, viewer);
    if (!found) return { draft: null };
    const { body, device, device_key: deviceKey, updated_at: at } = found;
    const draft = { deviceKey, device: wordColumn<DraftDevice>(device), at: at.toISOString() };
    return { draft: { ...draft, body: jsonColumn<DraftBody>(body) } };
  });
}

export function keepDraftOf(
  { database, effects }: CaseDeps,
  viewer: Viewer,
  given: { body: DraftBody; device: DraftDevice; deviceKey: string },
) {
  const at = effects.now();
  return inContext(database, contextOf(viewer), async (tx) => {
    await writeDraft(tx, viewer, { ...given, at });
    return { at: at.toISOString() };
  });
}

export function dropDraftOf({ database }: CaseDeps, viewer: Viewer) {
  return inContext(database, contextOf(viewer), async (tx) => ({ dropped: await deleteDraft(tx, viewer) }));
}
