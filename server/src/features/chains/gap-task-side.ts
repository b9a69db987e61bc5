import type { GapTaskSide } from '@zhitong/domain/chains/gap-task';
import type { Viewer } from '#platform/viewer';
import type { StoredGapTask } from './gap-task-reading.ts';

/** As what somebody stands to a task: the bureau stands in for whoever gave it, so that none waits for an office that stands empty. */
export function sidesOf(
  { organisationId, role }: Pick<Viewer, 'organisationId' | 'role'>,
  { giver, body }: Pick<StoredGapTask, 'giver' | 'body'>,
): GapTaskSide[] {
  const gives = giver.id === organisationId || role === 'operator';
  return [...(body.id === organisationId ? (['body'] as const) : []), ...(gives ? (['giver'] as const) : [])];
}
