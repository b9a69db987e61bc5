import {
  findFirms,
  findPlaces,
  getTarget,
  listGapTargets,
  listTargets,
  nameTarget,
  registerTarget,
  viewFunnel,
} from '@zhitong/contract/investment/target-contract';
import {
  enterTarget,
  giveTarget,
  joinTarget,
  loseTarget,
  stepTarget,
  wishTarget,
} from '@zhitong/contract/investment/target-step-contract';
import { exportOf } from '@zhitong/contract/list-export';
import { sendList } from '#platform/list-export';
import type { Routes } from '#platform/route';
import { viewFunnelOf } from './funnel-view.ts';
import { searchPlaces } from './place-book.ts';
import type { TargetDeps } from './target-deps.ts';
import { viewTarget } from './target-detail-views.ts';
import { targetExport } from './target-export.ts';
import { joinFor } from './target-joining.ts';
import { registerFor } from './target-register.ts';
import { enterFor, giveFor, loseFor, stepFor, wishFor } from './target-service.ts';
import type { StoredTarget } from './target-store.ts';
import { viewFirms, viewSubject } from './target-subject-view.ts';
import { viewGapTargets, viewTargets } from './target-views.ts';

/** Firms and institutions the city wants to win. */
export function targetRoutes(routes: Routes, deps: TargetDeps): void {
  routes.for('target.see', listTargets, ({ query, language }, viewer) =>
    viewTargets(deps, { viewer, language }, query),
  );

  routes.for('target.see', exportOf(listTargets), ({ query, language, reply }, viewer) => {
    const spoken = query.lang ?? language;
    const list = targetExport(deps, { viewer, language: spoken }, query);
    return sendList({ ...deps, viewer, language: spoken, reply }, list);
  });

  routes.for('target.see', viewFunnel, ({ query }, viewer) => viewFunnelOf(deps, viewer, query));

  routes.for('target.register', findFirms, ({ query, language }, viewer) =>
    viewFirms(deps, { viewer, language }, query),
  );

  routes.for('target.register', findPlaces, async ({ query, language }) => ({
    places: searchPlaces(deps, { ...query, language }),
  }));

  routes.for('target.register', nameTarget, ({ query, language }, viewer) =>
    viewSubject(deps, { viewer, language }, query),
  );

  routes.for('target.register', registerTarget, ({ body }, viewer) => registerFor(deps, viewer, body));

  routes.for('target.see', getTarget, ({ params, language }, viewer) =>
    viewTarget(deps, { viewer, language }, params.id),
  );

  routes.for('target.change', stepTarget, async ({ params, body }, viewer) =>
    writtenOf(await stepFor(deps, viewer, { ...body, id: params.id })),
  );

  routes.for('target.change', loseTarget, async ({ params, body }, viewer) =>
    writtenOf(await loseFor(deps, viewer, { ...body, id: params.id })),
  );

  routes.for('target.change', giveTarget, async ({ params, body }, viewer) =>
    writtenOf(await giveFor(deps, viewer, { ...body, id: params.id })),
  );

  routes.for('target.register', enterTarget, async ({ params, body }, viewer) =>
    writtenOf(await enterFor(deps, viewer, { ...body, id: params.id })),
  );

  routes.for('target.change', joinTarget, async ({ params, body }, viewer) =>
    writtenOf(await joinFor(deps, viewer, { ...body, id: params.id })),
  );

  routes.for('target.change', wishTarget, async ({ params, body }, viewer) =>
    writtenOf(await wishFor(deps, viewer, { ...body, id: params.id })),
  );

  routes.for('target.see', listGapTargets, ({ params, query, language }, viewer) =>
    viewGapTargets(deps, { viewer, language }, { gap: params.id, limit: query.limit }),
  );
}

const writtenOf = ({ id, state, seq }: StoredTarget) => ({ id, status: state.status, seq });
