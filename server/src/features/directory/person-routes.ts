import { addPerson as addPersonContract, listPeople } from '@zhitong/contract/directory/person-contract';
import { changePostRole, endPost as endPostContract, listPostDuties } from '@zhitong/contract/directory/post-contract';
import type { Routes } from '#platform/route';
import { addPerson } from './person-service.ts';
import { viewPeople, viewPostDuties } from './person-views.ts';
import type { PostDeps } from './post-desk.ts';
import { changeRole, endPost } from './post-service.ts';

/** People and their posts. */
export function personRoutes(routes: Routes, deps: PostDeps): void {
  routes.for('person.see', listPeople, ({ params, query }, viewer) =>
    viewPeople(deps, viewer, { ...query, ...params }),
  );
  routes.for('person.change', addPersonContract, ({ params, body }, viewer) =>
    addPerson(deps, viewer, { ...body, organisationId: params.id }),
  );
  routes.for('person.change', listPostDuties, ({ params, query }, viewer) =>
    viewPostDuties(deps, viewer, { ...params, ...query }),
  );
  routes.for('person.change', endPostContract, ({ params, body }, viewer) =>
    endPost(deps, viewer, { ...body, postId: params.id }),
  );
  routes.for('person.change', changePostRole, ({ params, body }, viewer) =>
    changeRole(deps, viewer, { ...body, postId: params.id }),
  );
}
