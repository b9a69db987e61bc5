import {
  askReview,
  getCascade,
  listKeptNeeds,
  ruleOnNeed,
  steerCascade,
} from '@zhitong/contract/needs/cascade-contract';
import type { Routes } from '#platform/route';
import { steer } from './cascade-service.ts';
import { viewCascade } from './cascade-views.ts';
import { askReviewOf, ruleOn } from './kept-service.ts';
import { viewKeptNeeds } from './kept-views.ts';
import type { NeedDeps } from './publish-service.ts';

/** How far a sourcing need is asked, and what was kept back. */
export function cascadeRoutes(routes: Routes, deps: NeedDeps): void {
  routes.for('need.see', getCascade, ({ params }, viewer) => viewCascade(deps, viewer, params.id));

  routes.for('cascade.steer', steerCascade, ({ params, body }, viewer) =>
    steer(deps, viewer, { id: params.id, steering: body }),
  );

  routes.for('need.change', askReview, ({ params, body }, viewer) =>
    askReviewOf(deps, viewer, { id: params.id, text: body.text }),
  );

  routes.for('need.rule', listKeptNeeds, ({ query }, viewer) => viewKeptNeeds(deps.database, viewer, query));

  routes.for('need.rule', ruleOnNeed, ({ params, body }, viewer) =>
    ruleOn(deps, viewer, { id: params.id, ruling: body.ruling, text: body.text ?? null }),
  );
}
