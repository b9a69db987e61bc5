import { putPreferences, signIn } from '@zhitong/contract/directory/session-contract';
import { getDemoCode, giveSecondFactor } from '@zhitong/contract/directory/session-factor-contract';
import { dropDraft } from '@zhitong/contract/needs/draft-contract';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { askApi, callApi } from './api-call.ts';
import { demoPassword, openBrowser, picture, type Visit, type VisitOptions, visit } from './browser.ts';
import { keepSignIn, resumeSignIn } from './kept-sign-ins.ts';

export interface EnterOptions extends Omit<VisitOptions, 'url'> {
  readonly url?: string;
  /** where to stand after signing in */
  readonly at?: string;
  /** signs in anew, as on a device of its own, though the same person is signed in already */
  readonly apart?: boolean;
}

export interface CityVisits {
  /** somebody who has not signed in */
  readonly visit: (options?: EnterOptions) => Promise<Visit>;
  /** somebody signed in, with the language and the theme of the options kept as their own */
  readonly enter: (username: string, options?: EnterOptions) => Promise<Visit>;
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
      await Promise.all(
        visits.flatMap(({ context }) => context.pages()).map((page, place) => lastSight(page, task.name, place)),
      );
    const faults = visits.flatMap((made) => made.faults);
    await Promise.all(visits.map(({ context }) => context.close()));
    visits = [];
    expect(faults).toEqual([]);
  });
  afterAll(() => browser?.close());

  const open = async ({ at, ...options }: EnterOptions = {}) => {
    if (!browser) throw new Error('A visit is made inside a test.');
    const made = await visit(browser, { url: inject('city').url, ...options });
    visits.push(made);
    if (at !== undefined) await made.page.goto(at);
    return made;
  };
  return {
    visit: open,
    enter: async (username, { at = '/', ...options } = {}) => {
      const made = await open(options);
      await enterCity(made, username, options);
      await made.page.goto(at);
      return made;
    },
    newTab: async ({ context }, path) => {
      const page = await context.newPage();
      await page.goto(path);
      return page;
    },
  };
}

/** Signs in without the sign-in page, which has its own journeys; nobody inherits the settings, nor the draft, of the journey before. */
export async function enterCity(
  { context }: Visit,
  username: string,
  { url, apart, language, theme = 'light' }: EnterOptions = {},
): Promise<void> {
  // another city than that of the run keeps its own sign-ins
  const kept = url === undefined && !apart;
  if (!(kept && (await resumeSignIn(context, username)))) {
    const { status } = await askApi(context, signIn, { body: { username, password: demoPassword } });
    if (status === 'second-factor') await giveDemoCode(context);
    if (kept) await keepSignIn(context, username);
  }
  const body = { language: language === 'en-GB' ? 'en' : 'zh', theme, density: 'comfortable', shortcuts: true };
  await askApi(context, putPreferences, { body });
  // most have none, and may have none
  await callApi(context, dropDraft);
}

/** A code is good once: where several journeys sign in as one administrator within seconds, the later one waits for the next. */
async function giveDemoCode(context: BrowserContext): Promise<void> {
  for (let tries = 0; tries < 8; tries++) {
    const { code } = await askApi(context, getDemoCode);
    const { status } = await callApi(context, giveSecondFactor, { body: { code } });
    if (status === giveSecondFactor.status) return;
    await new Promise((later) => setTimeout(later, 5_000));
  }
  throw new Error('the code of the phone was not taken');
}

/** What somebody saw when the journey went wrong. */
async function lastSight(page: Page, journey: string, place: number): Promise<void> {
  const name = `failed-${journey.replaceAll(/\W+/g, '-').slice(0, 60)}-${place + 1}`;
  await picture(page, name);
  // the picture stays on the machine of the run; these words reach whoever reads its log
  const words = await page
    .locator('body')
    .ariaSnapshot({ timeout: 1_000 })
    .catch(() => 'no page');
  process.stdout.write(`${name} at ${page.url()}\n${words}\n`);
}
