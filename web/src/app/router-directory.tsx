import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shell } from './router-shell.tsx';

const organisations = createRoute({
  getParentRoute: () => shell,
  path: '/organisations',
  component: lazyRouteComponent(() => import('./pages/organisations-page.tsx'), 'OrganisationsPage'),
});
const imports = createRoute({
  getParentRoute: () => shell,
  path: '/imports',
  component: lazyRouteComponent(() => import('./pages/imports-page.tsx'), 'ImportsPage'),
});
const oneImport = createRoute({
  getParentRoute: () => shell,
  path: '/imports/$id',
  component: lazyRouteComponent(() => import('./pages/imports-page.tsx'), 'ImportsPage'),
});
const organisation = createRoute({
  getParentRoute: () => shell,
  path: '/organisations/$id',
  component: lazyRouteComponent(() => import('./pages/organisation-page.tsx'), 'OrganisationPage'),
});
const organisationTree = createRoute({
  getParentRoute: () => shell,
  path: '/organisations/tree',
  component: lazyRouteComponent(() => import('./pages/tree-page.tsx'), 'TreePage'),
});
const organisationCreate = createRoute({
  getParentRoute: () => shell,
  path: '/organisations/new',
  component: lazyRouteComponent(() => import('./pages/organisation-create-page.tsx'), 'OrganisationCreatePage'),
});
const organisationEdit = createRoute({
  getParentRoute: () => shell,
  path: '/organisations/$id/edit',
  component: lazyRouteComponent(() => import('./pages/organisation-edit-page.tsx'), 'OrganisationEditPage'),
});
const organisationMerge = createRoute({
  getParentRoute: () => shell,
  path: '/organisations/$id/merge',
  component: lazyRouteComponent(() => import('./pages/organisation-merge-page.tsx'), 'OrganisationMergePage'),
});
const duplicates = createRoute({
  getParentRoute: () => shell,
  path: '/duplicates',
  component: lazyRouteComponent(() => import('./pages/duplicates-page.tsx'), 'DuplicatesPage'),
});
const merges = createRoute({
  getParentRoute: () => shell,
  path: '/merges',
  component: lazyRouteComponent(() => import('./pages/merges-page.tsx'), 'MergesPage'),
});
const disputes = createRoute({
  getParentRoute: () => shell,
  path: '/disputes',
  component: lazyRouteComponent(() => import('./pages/disputes-page.tsx'), 'DisputesPage'),
});
const permissions = createRoute({
  getParentRoute: () => shell,
  path: '/permissions',
  component: lazyRouteComponent(() => import('./pages/permissions-page.tsx'), 'PermissionsPage'),
});
const accounts = createRoute({
  getParentRoute: () => shell,
  path: '/accounts',
  component: lazyRouteComponent(() => import('./pages/accounts-page.tsx'), 'AccountsPage'),
});
const duties = createRoute({
  getParentRoute: () => shell,
  path: '/duties',
  component: lazyRouteComponent(() => import('./pages/duties-page.tsx'), 'DutiesPage'),
});
const duty = createRoute({
  getParentRoute: () => shell,
  path: '/duties/$id',
  component: lazyRouteComponent(() => import('./pages/duties-page.tsx'), 'DutiesPage'),
});
const myDuties = createRoute({
  getParentRoute: () => shell,
  path: '/duties/mine',
  component: lazyRouteComponent(() => import('./pages/my-duties-page.tsx'), 'MyDutiesPage'),
});
const system = createRoute({
  getParentRoute: () => shell,
  path: '/system',
  component: lazyRouteComponent(() => import('./pages/system-page.tsx'), 'SystemPage'),
});
const audit = createRoute({
  getParentRoute: () => shell,
  path: '/audit',
  component: lazyRouteComponent(() => import('./pages/audit-page.tsx'), 'AuditPage'),
});
const claims = createRoute({
  getParentRoute: () => shell,
  path: '/claims',
  component: lazyRouteComponent(() => import('./pages/claims-page.tsx'), 'ClaimsPage'),
});
const claim = createRoute({
  getParentRoute: () => shell,
  path: '/claims/$id',
  component: lazyRouteComponent(() => import('./pages/claims-page.tsx'), 'ClaimsPage'),
});
const reviews = createRoute({
  getParentRoute: () => shell,
  path: '/reviews',
  component: lazyRouteComponent(() => import('./pages/reviews-page.tsx'), 'ReviewsPage'),
});
const review = createRoute({
  getParentRoute: () => shell,
  path: '/reviews/$id',
  component: lazyRouteComponent(() => import('./pages/reviews-page.tsx'), 'ReviewsPage'),
});
const mine = createRoute({
  getParentRoute: () => shell,
  path: '/me',
  component: lazyRouteComponent(() => import('./pages/me-page.tsx'), 'MePage'),
});

/** Pages of organisations, people, rights and running. */
export const directoryPages = [
  organisations,
  imports,
  oneImport,
  organisation,
  organisationTree,
  organisationCreate,
  organisationEdit,
  organisationMerge,
  duplicates,
  merges,
  disputes,
  permissions,
  accounts,
  duties,
  duty,
  myDuties,
  system,
  audit,
  claims,
  claim,
  reviews,
  review,
  mine,
];
