import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/parts.css';
import '../ui/form.css';
import '../features/directory/directory.css';
import '../features/directory/organisation.css';
import '../ui/table.css';
import '../features/needs/needs.css';
import '../features/needs/funding.css';
import '../features/needs/request.css';
import '../features/matching/matching.css';
import '../features/matching/match.css';
import '../features/matching/opportunity.css';
import '../features/matching/deal.css';
import './shell.css';
import './header.css';
import './layers.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useLayoutEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { useDisplay } from '#platform/display';
import { darkQuery, stillQuery, useMedia, usePhone } from '#platform/media';
import { giveNonceToStyles, styleNonce } from '#platform/nonce';
import { createQueryClient } from '#platform/query';
import { turnTheme } from '#platform/theme-turn';
import { themeOf } from '#ui/theme';
import { createAppRouter } from './router.tsx';

/** Puts the app into the page. */
export function startApp(element: HTMLElement): void {
  const nonce = styleNonce();
  if (nonce) giveNonceToStyles(nonce);
  createRoot(element).render(<AppRoot nonce={nonce} />);
}

const client = createQueryClient();
const router = createAppRouter(client);

function AppRoot({ nonce }: { nonce: string | undefined }) {
  const display = useDisplay();
  const systemDark = useMedia(darkQuery);
  const phone = usePhone();
  const still = useMedia(stillQuery);
  const dark = display.theme === 'dark' || (display.theme === 'system' && systemDark);
  useLayoutEffect(() => turnTheme(dark ? 'dark' : 'light'), [dark]);
  return (
    <ConfigProvider
      theme={themeOf({ dark, phone, still, density: display.density })}
      locale={display.language === 'zh' ? zhCN : enUS}
      button={{ autoInsertSpace: false }}
      {...(nonce && { csp: { nonce } })}
    >
      <App component={false}>
        <QueryClientProvider client={client}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  );
}
