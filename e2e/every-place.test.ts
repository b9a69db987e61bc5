import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Visit } from './support/browser.ts';
import { useCityVisits } from './support/city-visits.ts';
import { chineseLeft, latinLeft } from './support/foreign-words.ts';
import { administratorPages, bureauPages, buyerPages, supplierPages } from './support/page-list.ts';
import { settled } from './support/page-look.ts';
import { addPerson } from './support/people.ts';

const { enter } = useCityVisits();

/** Managers of the kinds of organisation the demo has no manager of. */
const newcomers = {
  'place.department': '荣成市财政局',
  'place.bank': '华夏银行股份有限公司威海分行（演示）',
  'place.university': '哈尔滨工业大学（威海）',
  'place.alliance': '威海医疗防护创新联合体（演示）',
} as const;

/** Each kind of organisation and each role, in groups: so many pages at once keep two cores busy. */
const everybody = [
  [...Object.keys(newcomers)],
  ['firm.buyer', 'firm.meltblown', 'bureau'],
  ['handler.hrss', 'bank.a', 'univ.a', 'centre.a'],
  ['chief.medical', 'invest.bureau', 'emergency.desk'],
  ['sysadmin', 'secadmin', 'auditadmin'],
];

beforeAll(async () => {
  for (const [username, organisation] of Object.entries(newcomers)) await addPerson(username, organisation);
});

describe('every place of the menu', () => {
  it.each(everybody.map((people) => ({ people })))(
    'leads $people to a page and to no refusal, in one language at a time',
    async ({ people }) => {
      const found = await Promise.all(
        people.map(async (username) => walk(username, await enter(username, { at: '/me' }))),
      );
      expect(found.flat()).toEqual([]);
    },
  );
});

/** What is wrong on the places of this person’s menu, and on the pages behind them. */
async function walk(username: string, { page, context }: Visit): Promise<readonly string[]> {
  const found: string[] = [];
  page.on('response', (answer) => {
    if (answer.status() >= 400) found.push(`${username} ${page.url()}: ${answer.status()} ${answer.url()}`);
  });
  await settled(page);
  const menu = await page.getByRole('navigation', { name: '主菜单' }).locator('a').all();
  const places = await Promise.all(menu.map((link) => link.getAttribute('href')));
  expect(places.length).toBeGreaterThan(1);
  for (const path of new Set([...places, ...(await more(username, context)), '/me'])) {
    await page.goto(path ?? '/');
    await settled(page);
    if ((await page.locator('main .zt-refused').count()) > 0) found.push(`${username} ${path}: refused`);
    // read as it opens, then in the other language; the next page opens in that one
    for (const left of [await wordsLeft(page), await turnLanguage(page).then(() => wordsLeft(page))])
      found.push(...left.map((words) => `${path}: ${words}`));
  }
  return found;
}

async function more(username: string, context: Visit['context']): Promise<readonly string[]> {
  if (username === 'firm.buyer') return buyerPages(context);
  if (username === 'firm.meltblown') return supplierPages(context);
  if (username === 'bureau') return [...bureauPages, '/duplicates', '/merges', '/disputes'];
  return Object.entries(administratorPages).find(([name]) => name === username)?.[1] ?? [];
}

const languageOf = (page: Page) => page.evaluate<string>('document.documentElement.lang');

async function wordsLeft(page: Page): Promise<readonly string[]> {
  const language = await languageOf(page);
  const left = language === 'en' ? await chineseLeft(page) : await latinLeft(page);
  return left.map((words) => `${language} ${words.slice(0, 60)}`);
}

async function turnLanguage(page: Page): Promise<void> {
  const next = (await languageOf(page)) === 'en' ? 'zh-CN' : 'en';
  const kept = page.waitForResponse((answer) => answer.url().endsWith('/api/session/preferences'));
  // a panel may lie over the header: the button itself is told
  await page.locator('.zt-header-tools button[lang]:not(.zt-name)').dispatchEvent('click');
  await kept;
  await page.locator(`html[lang="${next}"]`).waitFor({ state: 'attached' });
  await settled(page);
}
