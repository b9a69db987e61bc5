import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { openBrowser, picture, signIn, type Visit, type VisitOptions, visit } from './browser.ts';

type Options = Omit<VisitOptions, 'url'> & { readonly url?: string };

export interface CityVisits {
  /** somebody who has not signed in */
  readonly visit: (options?: Options) => Promise<Visit>;
  /** somebody who has signed in through the sign-in page and stands where it led */
  readonly enter: (username: string, options?: Options) => Promise<Visit>;
  /** one more tab of the same person */
  readonly newTab: (of: Visit, path: string) => Promise<Page>;
}

/** A browser for the tests of one file. Whatever a journey does, no page may fail or break the content policy on the way. */
export function useCityVisits(): CityVisits {
  let browser: Browser | undefined;
  let visits: Visit[] = [];

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail')
      await Promise.all(visits.map(({ page }, place) => lastSight(page, task.name, place)));
    const faults = visits.flatMap((made) => made.faults);
    await Promise.all(visits.map(({ context }) => context.close()));
    visits = [];
    expect(faults).toEqual([]);
  });
  afterAll(() => browser?.close());

  const open = async (options: Options = {}) => {
    if (!browser) throw new Error('A visit is made inside a test.');
    const made = await visit(browser, { url: inject('city').url, ...options });
    visits.push(made);
    return made;
  };
  return {
    visit: open,
    enter: async (username, options) => {
      const made = await open(options);
      await signIn(made.page, username);
      return made;
    },
    newTab: async ({ context }, path) => {
      const page = await context.newPage();
      await page.goto(path);
      return page;
    },
  };
}

/** What somebody saw when the journey went wrong. */
async function lastSight(page: Page, journey: string, place: number): Promise<void> {
  await picture(page, `failed-${journey.replaceAll(/\W+/g, '-').slice(0, 60)}-${place + 1}`);
}
