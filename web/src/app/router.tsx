import type { QueryClient } from '@tanstack/react-query';
import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { Loading } from '#ui/states';
import { directoryPages } from './router-directory.tsx';
import { investmentPages } from './router-investment.tsx';
import { root, shell } from './router-shell.tsx';
import { tradePages } from './router-trade.tsx';

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
const rating = createRoute({
  getParentRoute: () => root,
  path: '/rating',
  component: lazyRouteComponent(() => import('./pages/rating-page.tsx'), 'RatingPage'),
});

const tree = root.addChildren([
  ...[signIn, setPassword, register, registration, invitation, rating],
  shell.addChildren([...tradePages, ...investmentPages, ...directoryPages]),
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
