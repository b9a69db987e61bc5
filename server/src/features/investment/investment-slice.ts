import type { Routes } from '#platform/route';
import type { HeatDeps } from './heat-deps.ts';
import { heatRoutes } from './heat-routes.ts';
import { premisesRoutes } from './premises-routes.ts';
import type { TargetDeps } from './target-deps.ts';
import { targetRoutes } from './target-routes.ts';

/** Registers the slice: where firms are that a chain lacks, targets, and the land and plants where they could settle. */
export function investmentSlice(routes: Routes, deps: TargetDeps & HeatDeps): void {
  heatRoutes(routes, deps);
  targetRoutes(routes, deps);
  premisesRoutes(routes, deps);
}
