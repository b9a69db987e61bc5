import { inContext } from '#platform/context';
import type { Database } from '#platform/database';
import { contextOf, type Viewer } from '#platform/viewer';
import { putMark } from './inbox-store.ts';
import { countUnread } from './inbox-views.ts';

/** Everything up to the cursor has been read; a mark never goes back. */
export async function readInboxUpTo(database: Database, viewer: Viewer, cursor: number): Promise<number> {
  return inContext(database, contextOf(viewer), async (tx) => {
    await putMark(tx, { city: viewer.city, organisationId: viewer.organisationId, position: cursor });
    return countUnread(tx, viewer);
  });
}
