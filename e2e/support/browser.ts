import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The machine's Chromium. `npm test` looks for it (and installs it where it may) and names it in CHROMIUM. */
export function openBrowser(): Promise<Browser> {
  const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
    (path) => path !== undefined && existsSync(path),
  );
  if (executablePath === undefined)
    throw new Error('No Chromium on this machine: run `npm test`, which installs it, or set CHROMIUM.');
  return chromium.launch({ executablePath, args: quiet });
}

export const desktop = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** errors of scripts and refused resources the page has met */
  readonly faults: readonly string[];
}

export interface VisitOptions {
  readonly url: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly language?: 'zh-CN' | 'en-GB';
  readonly theme?: 'light' | 'dark';
}

/** A person of their own at a screen of their own: separate cookies, separate storage. */
export async function visit(browser: Browser, options: VisitOptions): Promise<Visit> {
  const viewport = options.viewport ?? desktop;
  const context = await browser.newContext({
    baseURL: options.url,
    viewport,
    ...(viewport.width <= phone.width && { isMobile: true, hasTouch: true }),
    locale: options.language ?? 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: options.theme ?? 'light',
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy|Refused to/.test(message.text()))
      faults.push(message.text());
  });
  return { page, context, faults };
}

export const demoPassword = 'Zhitong-2026';

/** Signs in through the sign-in page, as a person would, with the code of the phone where the account asks for one. */
export async function signIn(page: Page, username: string): Promise<void> {
  await page.goto('/sign-in');
  await page.locator('input[autocomplete="username"]').fill(username);
  await page.locator('input[autocomplete="current-password"]').fill(demoPassword);
  await page.locator('button[type="submit"]').click();
  const code = page.getByRole('button', { name: /填入演示验证码|Fill in the demo code/ });
  const isIn = page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  await Promise.race([isIn, code.click()]);
  await isIn;
}

/** A picture for human eyes; kept outside the repository. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = join(import.meta.dirname, '..', 'results');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
