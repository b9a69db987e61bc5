import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { phone, picture } from './support/browser.ts';
import { useCityVisits } from './support/city-visits.ts';
import { chineseLeft, latinLeft } from './support/foreign-words.ts';
import { obstacles } from './support/obstacles.ts';
import { settled } from './support/page-look.ts';

const { enter } = useCityVisits();

/** Types into a list and takes what is offered, by keyboard alone. */
async function pick(page: Page, label: string, { words, take }: { words: string; take: string }): Promise<void> {
  await page.getByLabel(label, { exact: true }).focus();
  await page.keyboard.type(words);
  const offered = page.locator('.ant-select-item-option', { hasText: take }).first();
  await offered.waitFor();
  while (!((await offered.getAttribute('class')) ?? '').includes('ant-select-item-option-active'))
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

describe('a firm', () => {
  it('registers what it buys by keyboard; the bureau verifies it, and the firm’s open page says so by itself', async () => {
    const firm = await enter('firm.carbon', { at: '/purchases?edit=new' });
    await pick(firm.page, '产品', { words: '熔喷', take: '熔喷布' });
    await firm.page.getByLabel('年采购额（万元）').fill('99000.5');
    await pick(firm.page, '来源地', { words: '大连', take: '大连市' });
    await firm.page.getByRole('button', { name: '登记', exact: true }).press('Enter');
    const row = firm.page.getByRole('row').filter({ hasText: '大连市' }).filter({ hasText: '99,000.50' });
    await row.getByText('企业自述').waitFor();

    const bureau = await enter('bureau', { at: '/purchases' });
    const greatest = bureau.page.locator('tbody tr').first();
    await greatest.getByText('99,000.50').waitFor();
    await greatest.getByRole('button', { name: '核实' }).press('Enter');
    await bureau.page.getByLabel('凭据').fill('增值税发票 2026-0912（演示）');
    await bureau.page.keyboard.press('Enter');
    await greatest.getByText(/增值税发票 2026-0912（演示）/).waitFor();
    await row.getByText('已核实').waitFor();
    await picture(firm.page, 'purchases-verified');
  });

  it('meets no obstacle on the page and in its form, on a phone no scrolling sideways, in English no Chinese but names', async () => {
    const firm = await enter('firm.carbon', { at: '/purchases' });
    expect(await obstacles(firm, ['/purchases', '/purchases?edit=new'])).toEqual([]);
    const small = await enter('firm.carbon', { at: '/purchases', viewport: phone, language: 'en-GB' });
    for (const path of ['/purchases', '/purchases?edit=new']) {
      await small.page.goto(path);
      await settled(small.page);
      expect(await small.page.evaluate('document.documentElement.scrollWidth <= innerWidth'), path).toBe(true);
      expect(await chineseLeft(small.page), path).toEqual([]);
    }
  });
});

describe('the list of purchases', () => {
  it('is read by the bureau in one language at a time, down to who verified what', async () => {
    const { page } = await enter('bureau', { at: '/purchases' });
    await page.locator('tbody tr').first().waitFor();
    expect(await latinLeft(page)).toEqual([]);
    const english = await enter('bureau', { at: '/purchases', language: 'en-GB' });
    await english.page.locator('tbody tr').first().waitFor();
    expect(await chineseLeft(english.page)).toEqual([]);
    await english.page.getByRole('button', { name: 'Verify' }).first().click();
    await english.page.getByLabel('Evidence').waitFor();
    expect(await chineseLeft(english.page)).toEqual([]);
    await picture(english.page, 'purchases-english');
  });
});
