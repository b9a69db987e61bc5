import { getSystemStatus } from '@zhitong/contract/directory/system-contract';
import type { Routes } from '#platform/route';
import { type SystemDeps, viewSystem } from './system-views.ts';

export function systemRoutes(routes: Routes, deps: SystemDeps): void {
  routes.for('system.see', getSystemStatus, ({ language }, viewer) => viewSystem(deps, viewer.city, language));
}
