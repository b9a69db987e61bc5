import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shell } from './router-shell.tsx';

const targets = createRoute({
  getParentRoute: () => shell,
  path: '/targets',
  component: lazyRouteComponent(() => import('./pages/targets-page.tsx'), 'TargetsPage'),
});
const newTarget = createRoute({
  getParentRoute: () => shell,
  path: '/targets/new',
  component: lazyRouteComponent(() => import('./pages/new-target-page.tsx'), 'NewTargetPage'),
});
const target = createRoute({
  getParentRoute: () => shell,
  path: '/targets/$id',
  component: lazyRouteComponent(() => import('./pages/target-page.tsx'), 'TargetPage'),
});
const premises = createRoute({
  getParentRoute: () => shell,
  path: '/premises',
  component: lazyRouteComponent(() => import('./pages/premises-page.tsx'), 'PremisesPage'),
});

/** Pages of those who look for firms elsewhere. */
export const investmentPages = [targets, newTarget, target, premises];
