import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute } from '@tanstack/react-router';
import { MissingPage } from './missing-page.tsx';
import { Shell } from './shell.tsx';

interface RouteContext {
  readonly client: QueryClient;
}

export const root = createRootRouteWithContext<RouteContext>()({ notFoundComponent: MissingPage });

/** Everything behind the sign-in. */
export const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: Shell });
