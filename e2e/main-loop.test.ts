import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { picture } from './support/browser.ts';
import { useCityVisits } from './support/city-visits.ts';
import { matchOf } from './support/loop-calls.ts';
import { idOf, pasteNeed, publish, quote } from './support/need-steps.ts';
import { addPerson } from './support/people.ts';

const { enter } = useCityVisits();
const text = '急需熔喷布 5 吨/天，BFE≥95，克重≤25，本周交货，送到临港';
const seller = '威海絮川熔喷材料有限公司（演示）';

const cardOf = (page: Page, firm: string) => page.locator('.zt-match', { hasText: firm });

describe('from a pasted paragraph to a deal both sides have confirmed', () => {
  it('reaches the suppliers without a reload, compares their quotes, says why, and counts only what both have signed', async () => {
    const buyer = await enter('firm.buyer');
    const supplier = await enter('firm.meltblown');
    await supplier.page.goto('/opportunities');
    await supplier.page.getByText('实时', { exact: true }).waitFor();
    // the same words may have come in another journey a moment ago
    const rows = supplier.page.locator('.zt-opportunity-row');
    await rows.first().waitFor();
    const before = await rows.count();

    await pasteNeed(buyer.page, text);
    for (const chip of ['熔喷布', '5 吨/天', 'BFE', '克重', '临港'])
      await buyer.page.locator('.zt-chip', { hasText: chip }).first().waitFor();
    await picture(buyer.page, 'composer');
    const needId = await publish(buyer.page);

    await rows.nth(before).waitFor();
    await rows.first().filter({ hasText: '刚刚' }).filter({ hasText: '熔喷布 5 吨/天' }).click();
    await quote(supplier.page, { price: 2.1, days: 4 });
    const rivalFirm = await firstOther(buyer.page);
    await addPerson('firm.rival', rivalFirm);
    const rival = await enter('firm.rival');
    await rival.page.goto(`/opportunities/${await matchOf(rival, needId)}`);
    await quote(rival.page, { price: 2.35, days: 9 });

    const own = cardOf(buyer.page, seller);
    await own.getByText('报价 2.1 万元/吨').waitFor();
    await cardOf(buyer.page, rivalFirm).getByText('报价 2.35 万元/吨').waitFor();
    await expectPartsSumToScore(buyer.page, own.getByRole('button', { name: '为什么' }));

    await cardOf(buyer.page, rivalFirm)
      .getByRole('button', { name: /^不选，说明原因/ })
      .click();
    await buyer.page.getByRole('menuitem', { name: '交货期' }).click();
    await cardOf(buyer.page, rivalFirm).getByText('未选原因：交货期').waitFor();
    await buyer.page.locator('h1').scrollIntoViewIfNeeded();
    await picture(buyer.page, 'need-with-answers');

    await own.getByRole('button', { name: '选定这家' }).click();
    await buyer.page.getByRole('button', { name: '确认选定' }).click();
    await buyer.page.waitForURL(/\/deals\/[0-9a-f-]{36}/);
    const dealId = idOf(buyer.page);
    await rival.page.locator('.zt-notice').getByText('未选原因：交货期').waitFor();

    await writeStep(buyer.page, { kind: '订单', yuan: 105_000, quantity: 5 });
    await supplier.page.goto(`/deals/${dealId}`);
    await confirmStep(supplier.page);
    await expectCounted(buyer.page, '0 元 · 已签订单 10.5 万元');
    await writeStep(supplier.page, { kind: '交货', yuan: 105_000, quantity: 5 });
    await expectCounted(buyer.page, '0 元 · 已签订单 10.5 万元 · 单方 10.5 万元');
    await picture(buyer.page, 'deal-one-sided');
    await confirmStep(buyer.page);
    await expectCounted(supplier.page, '10.5 万元 · 已签订单 10.5 万元');
    await picture(supplier.page, 'deal-confirmed');
    await expectExport(buyer.page);

    const bureau = await enter('bureau');
    await bureau.page.goto(`/needs/${needId}`);
    await bureau.page.getByRole('heading', { level: 1, name: /熔喷布 5 吨\/天/ }).waitFor();
    await bureau.page.goto(`/deals/${dealId}`);
    await expectCounted(bureau.page, '10.5 万元 · 已签订单 10.5 万元');
  });

  it('does not exist for a firm it was not sent to', async () => {
    const buyer = await enter('firm.buyer');
    await pasteNeed(buyer.page, '求购熔喷布 4 吨/天，BFE≥95，送到临港');
    const needId = await publish(buyer.page);

    const foreign = await enter('firm.carbon');
    await foreign.page.goto(`/needs/${needId}`);
    await foreign.page.getByText('没有这条记录，或者您不在可见范围内').waitFor();
    expect(await foreign.page.textContent('body')).not.toContain('BFE');
    const json = await foreign.context.request.get(`/api/needs/${needId}`);
    expect(json.status()).toBe(404);
    expect(await json.text()).not.toContain('熔喷布');
  });
});

/** The best supplier beside the seller: the one who will be declined. */
async function firstOther(page: Page): Promise<string> {
  const names = await page.locator('.zt-match h2').allTextContents();
  return names.find((name) => name !== seller) ?? '';
}

/** The newest opportunity of this supplier. */
async function expectPartsSumToScore(page: Page, why: ReturnType<Page['locator']>): Promise<void> {
  await why.click();
  const table = page.locator('.zt-score-table');
  const points = await table.locator('tbody td.zt-right').allTextContents();
  const sum = points.reduce((total, cell) => total + Number(cell.split('/')[0]), 0);
  const shown = Number(await table.locator('tfoot strong').textContent());
  expect(sum).toBeCloseTo(shown, 1);
  await picture(page, 'why');
  await page.keyboard.press('Escape');
  await table.waitFor({ state: 'hidden' });
}

interface Step {
  readonly kind: string;
  readonly yuan: number;
  readonly quantity: number;
}

async function writeStep(page: Page, { kind, yuan, quantity }: Step): Promise<void> {
  // the first step's form stands open; later ones wait behind a button
  const next = page.getByRole('button', { name: '登记下一步' });
  await next.or(page.locator('.zt-step-form')).first().waitFor();
  if (await next.isVisible()) await next.click();
  await page.locator('.zt-step-form label', { hasText: kind }).first().click();
  await page.getByLabel('金额（元）').fill(String(yuan));
  await page.getByLabel('数量').fill(String(quantity));
  await page.getByRole('button', { name: `登记${kind}` }).click();
  await page.getByText('已登记，等对方确认').waitFor();
}

async function confirmStep(page: Page): Promise<void> {
  await page.locator('.zt-deal-steps').getByRole('button', { name: '确认' }).click();
  const dialog = page.getByRole('dialog', { name: /^确认/ });
  await dialog.getByText(/确认后不能撤回，只能冲正/).waitFor();
  await dialog.getByRole('button', { name: '确认' }).click();
  await page.getByText('已确认', { exact: true }).waitFor();
}

/** The amount of the open deal; it follows by itself what the other side does. */
async function expectCounted(page: Page, words: string): Promise<void> {
  await page.locator('.zt-deal dd', { hasText: new RegExp(`^${words}$`) }).waitFor();
}

async function expectExport(page: Page): Promise<void> {
  await page.goto('/deals');
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByText('导出 Excel').click()]);
  expect(file.suggestedFilename()).toMatch(/\.xlsx$/);
  const bytes = readFileSync(await file.path());
  expect(bytes.subarray(0, 2).toString('latin1')).toBe('PK');
  expect(bytes.includes('xl/workbook.xml')).toBe(true);
}
