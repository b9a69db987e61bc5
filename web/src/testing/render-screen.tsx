import { QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { act, cleanup, configure, render } from '@testing-library/react';
import type { PostRole } from '@zhitong/domain/directory/organisation';
import { App, ConfigProvider } from 'antd';
import type { ReactNode } from 'react';
import { afterEach } from 'vitest';
import { changeDisplay } from '#platform/display';
import { RoleContext } from '#platform/may';
import { createQueryClient } from '#platform/query';

/** Screens are drawn in Chinese and light unless a test says otherwise, whatever the machine prefers. */
const usual = { language: 'zh', density: 'comfortable', theme: 'light', shortcuts: true } as const;
changeDisplay(usual);
// what is waited for comes later on a busy machine; a screen without it fails all the same
configure({ asyncUtilTimeout: 20_000 });

/** Draws a part of the app as the app would: router, questions, theme; at a given address, in a post of a given role. */
export async function renderScreen(screen: ReactNode, address = '/', role: PostRole = 'manager') {
  const route = createRootRoute({ component: () => screen, notFoundComponent: () => null });
  const router = createRouter({ routeTree: route, history: createMemoryHistory({ initialEntries: [address] }) });
  await router.load();
  const client = createQueryClient();
  const drawn = render(
    <ConfigProvider theme={{ token: { motion: false } }} button={{ autoInsertSpace: false }}>
      <App>
        <QueryClientProvider client={client}>
          <RoleContext value={role}>
            <RouterProvider router={router} />
          </RoleContext>
        </QueryClientProvider>
      </App>
    </ConfigProvider>,
  );
  return { ...drawn, router, client };
}

afterEach(() => {
  cleanup();
  localStorage.clear();
  sessionStorage.clear();
  act(() => changeDisplay(usual));
});
