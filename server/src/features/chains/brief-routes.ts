import { getBrief, listBriefs, signBrief } from '@zhitong/contract/chains/brief-contract';
import type { Routes } from '#platform/route';
import { signBriefFor } from './brief-service.ts';
import { viewBrief, viewBriefs } from './brief-views.ts';
import type { ChainDeps } from './chain-deps.ts';

/** The chief’s page: read by who answers for the chains, signed by who may give orders. */
export function briefRoutes(routes: Routes, deps: ChainDeps): void {
  routes.for('chain.brief', listBriefs, ({ language }, viewer) => viewBriefs(deps, { viewer, language }));

  routes.for('chain.brief', getBrief, ({ params, language }, viewer) =>
    viewBrief(deps, { viewer, language }, params.id),
  );

  routes.for('order.issue', signBrief, ({ params, body }, viewer) =>
    signBriefFor(deps, viewer, { id: params.id, orders: body.orders }),
  );
}
