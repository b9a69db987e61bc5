import {
  assignDuty as assignDutyContract,
  changeDuty,
  createDuty,
  endDuty as endDutyContract,
  getDuty,
  listCandidates,
  listDuties,
  listMyDuties,
  moveDuty as moveDutyContract,
} from '@zhitong/contract/directory/duty-contract';
import {
  endLeave as endLeaveContract,
  enterLeave as enterLeaveContract,
  listMyLeaves,
} from '@zhitong/contract/directory/leave-contract';
import type { Routes } from '#platform/route';
import { assignDuty, changeDutyFacts, endDuty, enterDuty, moveDuty } from './duty-service.ts';
import { viewDuties, viewDuty, viewMyDuties } from './duty-views.ts';
import { endLeave, enterLeave } from './leave-service.ts';
import { viewMyLeaves } from './leave-views.ts';
import { viewCandidates } from './person-views.ts';
import type { DutyDeps } from './post-desk.ts';

/** The duty table, who is named for its matters, and who is away. */
export function dutyRoutes(routes: Routes, deps: DutyDeps): void {
  routes.for('duty.see', listDuties, ({ query }, viewer) => viewDuties(deps, viewer, query));
  routes.for('duty.see', listMyDuties, (_, viewer) => viewMyDuties(deps, viewer));
  routes.for('duty.see', getDuty, ({ params, query }, viewer) => viewDuty(deps, viewer, { ...params, ...query }));
  routes.for('duty.assign', listCandidates, ({ params, query }, viewer) =>
    viewCandidates(deps, viewer, { ...params, ...query }),
  );
  routes.for('duty.change', createDuty, ({ body }, viewer) => enterDuty(deps, viewer, body));
  routes.for('duty.change', changeDuty, ({ params, body }, viewer) =>
    changeDutyFacts(deps, viewer, { ...body, ...params }),
  );
  routes.for('duty.assign', assignDutyContract, ({ params, body }, viewer) =>
    assignDuty(deps, viewer, { ...body, ...params }),
  );
  routes.for('duty.change', moveDutyContract, ({ params, body }, viewer) =>
    moveDuty(deps, viewer, { ...body, ...params }),
  );
  routes.for('duty.change', endDutyContract, ({ params, body }, viewer) =>
    endDuty(deps, viewer, { ...body, ...params }),
  );
  routes.for('leave.change', listMyLeaves, (_, viewer) => viewMyLeaves(deps, viewer));
  routes.for('leave.change', enterLeaveContract, ({ body }, viewer) => enterLeave(deps, viewer, body));
  routes.for('leave.change', endLeaveContract, ({ body }, viewer) => endLeave(deps, viewer, body));
}
