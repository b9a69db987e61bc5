import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Visit } from './browser.ts';
import { settled } from './page-look.ts';

// axe travels once with each page instead of being sent anew for each question, which took most of the time
const { source } = axe;

/** In the dark the same elements stand in other colours: there only the rules about colour can answer otherwise. */
const looks = [
  { theme: 'light', rules: {} },
  { theme: 'dark', rules: { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } } },
] as const;

const grounds = { light: 'rgb(245, 247, 249)', dark: 'rgb(16, 22, 28)' } as const;

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string }[];
}

/** What axe calls serious or critical on these pages, light and dark, and pages that have not exactly one title. */
export async function obstacles({ page, context }: Visit, paths: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  await context.addInitScript({ content: source });
  // kept on the server for whoever is signed in, and on the device for whoever stands at the door
  await context.request.put('/api/session/preferences', { data: { theme: 'system' } });
  await context.addInitScript({ content: `localStorage.setItem('zhitong.display', '{"theme":"system"}')` });
  for (const path of paths) {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(path);
    await settled(page);
    const titles = await page.locator('h1').count();
    if (titles !== 1) found.push(`${path}: ${titles} titles`);
    for (const { theme, rules } of looks) {
      await page.emulateMedia({ colorScheme: theme });
      await turned(page, theme);
      found.push(...(await violations(page, rules)).map((violation) => `${theme} ${path}: ${violation}`));
    }
  }
  return found;
}

/** The theme has really switched, and no colour is on its way to another. */
async function turned(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.locator(`html[data-theme=${theme}]:not([data-turning])`).waitFor({ state: 'attached' });
  const ground = await page.evaluate<string>(`Promise.all(
    document.getAnimations()
      .filter((animation) => animation instanceof CSSTransition)
      .map(({ finished }) => finished.catch(() => undefined)),
  ).then(() => getComputedStyle(document.body).backgroundColor)`);
  expect(ground, `${theme} ${page.url()}`).toBe(grounds[theme]);
}

async function violations(page: Page, rules: (typeof looks)[number]['rules']): Promise<readonly string[]> {
  const options = JSON.stringify({ ...rules, resultTypes: ['violations'] });
  const { found, asked } = await page.evaluate<{ found: readonly Violation[]; asked: number }>(
    `axe.run(document, ${options}).then((r) => ({ found: r.violations, asked: r.passes.length + r.violations.length }))`,
  );
  if (asked === 0) throw new Error('axe has looked at nothing');
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id} ${nodes
          .slice(0, 3)
          .map(({ html }) => html.slice(0, 160))
          .join(' | ')}`,
    );
}
