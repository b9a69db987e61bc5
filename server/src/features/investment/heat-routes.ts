import { exportHeatPicture, getBaseMap, getBoundaries, getHeatMap } from '@zhitong/contract/investment/heat-contract';
import { exportOf } from '@zhitong/contract/list-export';
import { sendList } from '#platform/list-export';
import type { Routes } from '#platform/route';
import type { HeatDeps } from './heat-deps.ts';
import { heatExport } from './heat-export.ts';
import { approvedOf, exportPicture, viewBaseMap } from './heat-service.ts';
import { listRankedFirms, viewHeatMap } from './heat-views.ts';

export function heatRoutes(routes: Routes, deps: HeatDeps): void {
  routes.for('heat.see', getHeatMap, ({ query, language }, viewer) => viewHeatMap(deps, { viewer, language }, query));

  routes.for('heat.see', exportOf(getHeatMap), async ({ query, language, reply }, viewer) => {
    const spoken = query.lang ?? language;
    const found = await listRankedFirms(deps, { viewer, language: spoken }, query);
    return sendList({ ...deps, viewer, language: spoken, reply }, heatExport(found, spoken));
  });

  routes.for('heat.see', getBaseMap, ({ language }, viewer) => viewBaseMap(deps, { viewer, language }));

  routes.for('heat.see', getBoundaries, async () => approvedOf(deps.baseMap).geoJson);

  routes.for('heat.export', exportHeatPicture, ({ body }, viewer) => exportPicture(deps, viewer, body));
}
