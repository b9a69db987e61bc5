import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { Loading } from '#ui/states';
import { MissingPage } from './missing-page.tsx';
import { Shell } from './shell.tsx';

interface RouteContext {
  readonly client: QueryClient;
}

const root = createRootRouteWithContext<RouteContext>()({ notFoundComponent: MissingPage });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('./pages/sign-in-page.tsx'), 'SignInPage'),
});

const setPassword = createRoute({
  getParentRoute: () => root,
  path: '/set-password',
  component: lazyRouteComponent(() => import('./pages/set-password-page.tsx'), 'SetPasswordPage'),
});

const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: Shell });

const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  component: lazyRouteComponent(() => import('./pages/home-page.tsx'), 'HomePage'),
});
const needs = createRoute({
  getParentRoute: () => shell,
  path: '/needs',
  component: lazyRouteComponent(() => import('./pages/needs-page.tsx'), 'NeedsPage'),
});
const newNeed = createRoute({
  getParentRoute: () => shell,
  path: '/needs/new',
  component: lazyRouteComponent(() => import('./pages/new-need-page.tsx'), 'NewNeedPage'),
});
const need = createRoute({
  getParentRoute: () => shell,
  path: '/needs/$id',
  component: lazyRouteComponent(() => import('./pages/need-page.tsx'), 'NeedPage'),
});
const cases = createRoute({
  getParentRoute: () => shell,
  path: '/cases',
  component: lazyRouteComponent(() => import('./pages/cases-page.tsx'), 'CasesPage'),
});
const oneCase = createRoute({
  getParentRoute: () => shell,
  path: '/cases/$id',
  component: lazyRouteComponent(() => import('./pages/cases-page.tsx'), 'CasesPage'),
});
const desk = createRoute({
  getParentRoute: () => shell,
  path: '/desk',
  component: lazyRouteComponent(() => import('./pages/desk-page.tsx'), 'DeskPage'),
});
const opportunities = createRoute({
  getParentRoute: () => shell,
  path: '/opportunities',
  component: lazyRouteComponent(() => import('./pages/opportunities-page.tsx'), 'OpportunitiesPage'),
});
const opportunity = createRoute({
  getParentRoute: () => shell,
  path: '/opportunities/$id',
  component: lazyRouteComponent(() => import('./pages/opportunities-page.tsx'), 'OpportunitiesPage'),
});
const offers = createRoute({
  getParentRoute: () => shell,
  path: '/offers',
  component: lazyRouteComponent(() => import('./pages/offers-page.tsx'), 'OffersPage'),
});
const deals = createRoute({
  getParentRoute: () => shell,
  path: '/deals',
  component: lazyRouteComponent(() => import('./pages/deals-page.tsx'), 'DealsPage'),
});
const deal = createRoute({
  getParentRoute: () => shell,
  path: '/deals/$id',
  component: lazyRouteComponent(() => import('./pages/deals-page.tsx'), 'DealsPage'),
});
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
const products = createRoute({
  getParentRoute: () => shell,
  path: '/products',
  component: lazyRouteComponent(() => import('./pages/products-page.tsx'), 'ProductsPage'),
});
const product = createRoute({
  getParentRoute: () => shell,
  path: '/products/$id',
  component: lazyRouteComponent(() => import('./pages/product-page.tsx'), 'ProductPage'),
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
const register = createRoute({
  getParentRoute: () => root,
  path: '/register',
  component: lazyRouteComponent(() => import('./pages/register-page.tsx'), 'RegisterPage'),
});
const registration = createRoute({
  getParentRoute: () => root,
  path: '/registration',
  component: lazyRouteComponent(() => import('./pages/registration-page.tsx'), 'RegistrationPage'),
});
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => import('./pages/invitation-page.tsx'), 'InvitationPage'),
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

const pages = [
  home,
  needs,
  newNeed,
  need,
  cases,
  oneCase,
  desk,
  opportunities,
  opportunity,
  offers,
  deals,
  deal,
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
  duties,
  myDuties,
  duty,
  claims,
  claim,
  reviews,
  review,
];
const tree = root.addChildren([
  signIn,
  setPassword,
  register,
  registration,
  invitation,
  shell.addChildren([...pages, products, product, system, audit, permissions, accounts, mine]),
]);

export function createAppRouter(client: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { client },
    // addresses stay as readable as they were typed: plain words, no JSON
    parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
    stringifySearch,
    defaultPreload: 'intent',
    defaultPendingComponent: Loading,
    scrollRestoration: true,
  });
}

function stringifySearch(search: Record<string, unknown>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) if (value !== undefined) query.set(name, String(value));
  const text = query.toString();
  return text ? `?${text}` : '';
}
