import type { Routes } from '#platform/route';
import { premisesRoutes } from './premises-routes.ts';
import type { TargetDeps } from './target-deps.ts';
import { targetRoutes } from './target-routes.ts';

/** Registers the slice: targets, and the land and plants where they could settle. */
export function investmentSlice(routes: Routes, deps: TargetDeps): void {
  targetRoutes(routes, deps);
  premisesRoutes(routes, deps);
}
