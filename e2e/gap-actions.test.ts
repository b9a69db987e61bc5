import { listChains, listGaps } from '@zhitong/contract/chains/chain-contract';
import type { BrowserContext } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { askApi } from './support/api-call.ts';
import { phone, picture } from './support/browser.ts';
import { useCityVisits } from './support/city-visits.ts';
import { chineseLeft } from './support/foreign-words.ts';
import { settled } from './support/page-look.ts';

const { enter } = useCityVisits();

/** A missing link of the carbon-fibre chain, and its list. */
async function missingGap(context: BrowserContext) {
  const { chains } = await askApi(context, listChains);
  const chain = chains.find(({ slug }) => slug === 'carbon-fibre');
  if (!chain) throw new Error('the demo city has the chain');
  const { gaps } = await askApi(context, listGaps, { params: { id: chain.id }, query: {} });
  const gap = gaps.find((one) => one.class !== 'strong');
  if (!gap) throw new Error('the demo chain has a weak link');
  return { list: `/chains/${chain.id}/gaps`, page: `/chains/${chain.id}/gaps/${gap.product.id}`, gap };
}

describe('a gap leads to an action', () => {
  it('a firm posts a need from it, and the page of the gap shows the need', async () => {
    const { page, context } = await enter('firm.carbon', { at: '/me' });
    const found = await missingGap(context);
    await page.goto(found.page);
    await settled(page);
    await page.getByRole('link', { name: '发需求' }).click();
    await page.getByText('这条需求来自产业链弱项').waitFor();
    const field = page.getByLabel('需求原文');
    expect(await field.inputValue()).toContain(found.gap.product.name);
    await page.getByRole('button', { name: /^发布/ }).first().click();
    await page.waitForURL(/\/needs\/[0-9a-f-]{36}/);
    await page.goto(found.page);
    const doings = page.getByRole('region', { name: '已经做了什么' });
    await doings
      .getByRole('link', { name: new RegExp(`求购${found.gap.product.name}`) })
      .first()
      .waitFor();
  });

  it('a chief’s office gives an order, and its light stands on the desk of the bureau and with the body that has it', async () => {
    const { page, context } = await enter('chief.medical', { at: '/me' });
    const found = await missingGap(context);
    await page.goto(found.list);
    await page.getByRole('button', { name: `办理：${found.gap.product.name}` }).click();
    await page.getByRole('menuitem', { name: '立督办' }).click();
    const dialog = page.getByRole('dialog', { name: `立督办：${found.gap.product.name}` });
    await dialog.getByLabel('内容').fill('请十日内拿出补链办法');
    await picture(page, 'gap-order');
    await dialog.getByRole('button', { name: '下达督办' }).click();
    await page.getByText(/承办，.*前办结/).waitFor();
    const bureau = await enter('bureau', { at: '/desk' });
    const row = bureau.page.getByRole('row', { name: /请十日内拿出补链办法/ });
    await row.getByText('正常').waitFor();
    await row.getByRole('link', { name: found.gap.product.name }).click();
    await bureau.page.getByRole('region', { name: '已经做了什么' }).getByText('请十日内拿出补链办法').first().waitFor();
    await picture(bureau.page, 'gap-doings');
  });

  it('fits a phone, in English, without a word left in Chinese but names', async () => {
    const { page, context } = await enter('firm.carbon', { at: '/me', viewport: phone, language: 'en-GB' });
    const found = await missingGap(context);
    await page.goto(found.page);
    await settled(page);
    await page.getByRole('button', { name: /Propose a meeting/ }).click();
    await page.getByRole('dialog').getByLabel('What is to be done').waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    expect(await chineseLeft(page)).toEqual([]);
  });
});
