import { listNeeds } from '@zhitong/contract/needs/need-contract';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { askApi } from './support/api-call.ts';
import { picture } from './support/browser.ts';
import { useCityVisits } from './support/city-visits.ts';
import { matchesOf, matchOf, publishedNeed, quoted } from './support/loop-calls.ts';
import { fillQuote, idOf, publish } from './support/need-steps.ts';

const { enter, newTab } = useCityVisits();
const field = (page: Page) => page.getByLabel('需求原文');

describe('the same thing done twice', () => {
  it('makes one need of the same words from two tabs, and leads the second tab to it', async () => {
    const buyer = await enter('firm.buyer', { at: '/needs/new' });
    const second = await newTab(buyer, '/needs/new');
    const text = '求购熔喷布 2 吨/天，BFE≥95，送到临港，两个标签页';
    for (const page of [buyer.page, second]) {
      await field(page).fill(text);
      await page
        .getByText(/将送达 \d+ 家/)
        .first()
        .waitFor();
    }
    const needId = await publish(buyer.page);
    await second.getByRole('button', { name: /^发布并通知/ }).click();
    await second.getByText(/分钟前发过同样的需求/).waitFor();
    await picture(second, 'two-tabs-same-need');
    await second.getByRole('link', { name: '打开它' }).click();
    await second.waitForURL(/\/needs\/[0-9a-f-]{36}/);
    expect(idOf(second)).toBe(needId);
    const { needs } = await askApi(buyer.context, listNeeds, { query: { q: '两个标签页' } });
    expect(needs).toHaveLength(1);
  });

  it('makes one need of an impatient double click', async () => {
    const buyer = await enter('firm.buyer', { at: '/needs/new' });
    await field(buyer.page).fill('求购熔喷布 3 吨/天，BFE≥95，送到临港，连点两次');
    await buyer.page.getByRole('button', { name: /^发布并通知/ }).dblclick();
    await buyer.page.waitForURL(/\/needs\/[0-9a-f-]{36}/);
    const { needs } = await askApi(buyer.context, listNeeds, { query: { q: '连点两次' } });
    expect(needs).toHaveLength(1);
  });

  it('takes one answer when a firm answers in two browsers at once, and tells the other in place', async () => {
    const needId = await publishedNeed(await enter('firm.buyer'), '求购熔喷布 4 吨/天，BFE≥95，送到临港，同时报价');
    const [left, right] = [await enter('firm.meltblown'), await enter('firm.meltblown', { apart: true })];
    const address = `/opportunities/${await matchOf(left, needId)}`;
    for (const [{ page }, price] of [
      [left, 2.1],
      [right, 2.2],
    ] as const) {
      await page.goto(address);
      await fillQuote(page, { price, days: 4 });
    }
    await together('**/responses', [left.page, right.page], (page) =>
      page.getByRole('button', { name: '发送报价' }).click(),
    );
    const outcomes = await Promise.all([left.page, right.page].map(outcomeOfQuote));
    expect(outcomes.toSorted()).toEqual(['refused', 'sent']);
    await picture(outcomes[0] === 'refused' ? left.page : right.page, 'two-tabs-second-quote');
  });

  it('begins one deal when a buyer chooses in two browsers at once, and tells the other in place', async () => {
    const [left, right] = [await enter('firm.buyer'), await enter('firm.buyer', { apart: true })];
    const needId = await publishedNeed(left, '采购无纺布 5 吨/天，克重 25，送到临港，同时选定');
    await quoted(await enter('firm.meltblown'), needId, 1_900_000);
    await quoted(await enter('firm.spunbond'), needId, 1_700_000);
    for (const [{ page }, firm] of [
      [left, '絮川'],
      [right, '栩泊'],
    ] as const) {
      await page.goto(`/needs/${needId}`);
      await page.locator('.zt-match', { hasText: firm }).getByRole('button', { name: '选定这家' }).click();
      const dialog = page.getByRole('dialog', { name: '选定供应商' });
      await dialog.locator('label', { hasText: '价格' }).click();
    }
    await together('**/choice', [left.page, right.page], (page) =>
      page.getByRole('button', { name: '确认选定' }).click(),
    );
    const outcomes = await Promise.all([left.page, right.page].map(outcomeOfChoice));
    expect(outcomes.toSorted()).toEqual(['deal', 'refused']);
    const { page } = outcomes[0] === 'refused' ? left : right;
    await picture(page, 'two-tabs-second-choice');
    await page.getByRole('dialog').getByText('关闭', { exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(idOf(page)).toBe(needId);
    const rejected = (await matchesOf(left, needId)).filter(({ response, rejection }) => response && rejection);
    expect(rejected).toHaveLength(1);
  });
});

/** Both presses are made before the server hears of either. */
async function together(url: string, pages: readonly Page[], press: (page: Page) => Promise<void>): Promise<void> {
  let release: () => void = () => undefined;
  const both = new Promise<void>((done) => {
    release = done;
  });
  let waiting = 0;
  for (const page of pages)
    await page.route(url, async (route) => {
      waiting += 1;
      if (waiting === pages.length) release();
      await both;
      await route.continue();
    });
  await Promise.all(pages.map(press));
}

async function outcomeOfQuote(page: Page): Promise<'sent' | 'refused'> {
  const refused = page.getByText(/您已于 .* 报价/);
  await refused
    .or(page.getByText(/已送达 \d/))
    .first()
    .waitFor();
  return (await refused.count()) > 0 ? 'refused' : 'sent';
}

/** Led to the deal, or told in the dialog, where the reason still stands once the page behind it knows of the deal. */
async function outcomeOfChoice(page: Page): Promise<'deal' | 'refused'> {
  const dialog = page.getByRole('dialog', { name: '选定供应商' });
  const outcome = await Promise.race([
    page.waitForURL(/\/deals\//).then(() => 'deal' as const),
    dialog
      .getByRole('link', { name: '查看已建立的订单' })
      .waitFor()
      .then(() => 'refused' as const),
  ]);
  if (outcome === 'refused') await dialog.getByRole('alert').waitFor();
  return outcome;
}
