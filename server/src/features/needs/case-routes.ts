import { listAlikeCases } from '@zhitong/contract/needs/case-alike-contract';
import {
  actOnCase,
  confirmNeed,
  getCase,
  getClock,
  listCases,
  needTimeline,
} from '@zhitong/contract/needs/case-contract';
import type { Routes } from '#platform/route';
import { viewAlikeCases } from './case-alike-view.ts';
import { viewClock } from './case-clock-view.ts';
import type { CaseDeps } from './case-deps.ts';
import { viewCase } from './case-detail-views.ts';
import { viewCases } from './case-list-views.ts';
import { actOn, confirmCase } from './case-service.ts';

export function caseRoutes(routes: Routes, deps: CaseDeps): void {
  routes.for('case.list', listCases, ({ query }, viewer) => viewCases(deps, viewer, query));

  routes.for('case.see', getCase, async ({ params, language }, viewer) => ({
    case: await viewCase(deps, { viewer, language }, { id: params.id }),
  }));

  routes.for('case.see', listAlikeCases, ({ params }, viewer) => viewAlikeCases(deps.database, viewer, params.id));

  routes.for('case.see', getClock, ({ params }, viewer) => viewClock(deps, viewer, params.caseId));

  routes.for('case.see', needTimeline, async ({ params, language }, viewer) => {
    const shown = await viewCase(deps, { viewer, language }, { needId: params.id });
    const { lead: body, holder: person, since } = shown;
    return { ...shown, case: { id: shown.id }, holder: { body, person, since } };
  });

  routes.for('case.act', actOnCase, async ({ params, body }, viewer) => {
    const { id, state, lead, seq } = await actOn(deps, viewer, { id: params.id, ask: body });
    return { case: { id, status: state.status, lead, seq } };
  });

  routes.for('case.confirm', confirmNeed, async ({ params, body }, viewer) => {
    const { id, state } = await confirmCase(deps, viewer, { needId: params.id, ...body, text: body.text });
    return { case: { id, status: state.status } };
  });
}
