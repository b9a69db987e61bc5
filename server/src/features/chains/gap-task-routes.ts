import {
  actOnGapTask,
  getGapDoings,
  giveGapTask,
  listGapTasks,
  wishMeeting,
} from '@zhitong/contract/chains/gap-task-contract';
import type { Routes } from '#platform/route';
import type { ChainDeps } from './chain-deps.ts';
import { viewGapDoings } from './gap-doings-views.ts';
import { actOnGapTaskFor, giveGapTaskFor, type WrittenGapTask } from './gap-task-service.ts';
import { viewGapTasks } from './gap-task-views.ts';

/** What is done about the gaps of a chain. */
export function gapTaskRoutes(routes: Routes, deps: ChainDeps): void {
  routes.for('gap-task.see', listGapTasks, ({ query, language }, viewer) =>
    viewGapTasks(deps, { viewer, language }, query),
  );

  routes.for('chain.see', getGapDoings, ({ params, language }, viewer) =>
    viewGapDoings(deps, { viewer, language }, params),
  );

  routes.for('gap-task.give', giveGapTask, async ({ params, body }, viewer) =>
    written(await giveGapTaskFor(deps, viewer, { ...params, ...body })),
  );

  routes.for('gap-task.wish-meeting', wishMeeting, async ({ params, body }, viewer) =>
    written(await giveGapTaskFor(deps, viewer, { ...params, ...body, kind: 'meeting' })),
  );

  routes.for('gap-task.act', actOnGapTask, async ({ params, body }, viewer) =>
    written(await actOnGapTaskFor(deps, viewer, { ...params, ...body })),
  );
}

const written = ({ id, status, seq }: WrittenGapTask) => ({ task: { id, status, seq } });
