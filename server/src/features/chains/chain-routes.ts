import {
  compareChain,
  findInChains,
  getChain,
  getGap,
  listChains,
  listGaps,
} from '@zhitong/contract/chains/chain-contract';
import { drillChain } from '@zhitong/contract/chains/drill-contract';
import { exportOf } from '@zhitong/contract/list-export';
import type { Routes } from '#platform/route';
import type { GapDeps } from './chain-deps.ts';
import { searchChains } from './chain-search-views.ts';
import { viewChain, viewChains, viewComparison } from './chain-views.ts';
import { viewDrill } from './drill-views.ts';
import { gapExport } from './gap-export.ts';
import { viewGap, viewGaps } from './gap-views.ts';

export function chainRoutes(routes: Routes, deps: GapDeps): void {
  routes.for('chain.see', listChains, ({ query, language }, viewer) => viewChains(deps, { viewer, language }, query));

  routes.for('chain.see', findInChains, ({ query, language }, viewer) =>
    searchChains(deps, { viewer, language }, query),
  );

  routes.for('chain.see', getChain, ({ params, query, language }, viewer) =>
    viewChain(deps, { viewer, language }, { id: params.id, ...query }),
  );

  routes.for('chain.see', compareChain, ({ params, query, language }, viewer) =>
    viewComparison(deps, { viewer, language }, { id: params.id, ...query }),
  );

  routes.for('chain.see', listGaps, ({ params, query, language }, viewer) =>
    viewGaps(deps, { viewer, language }, { id: params.id, query }),
  );

  routes.for('chain.see', exportOf(listGaps), async ({ params, query, language, reply }, viewer) => {
    const spoken = query.lang ?? language;
    const found = await viewGaps(deps, { viewer, language: spoken }, { id: params.id, query });
    return gapExport({ ...deps, viewer, language: spoken, reply }, found, { query, spoken });
  });

  routes.for('chain.see', getGap, ({ params, query, language }, viewer) =>
    viewGap(deps, { viewer, language }, { ...params, at: query.at }),
  );

  routes.for('chain.see', drillChain, ({ params, language }, viewer) =>
    viewDrill(deps, { viewer, language }, params.id),
  );
}
