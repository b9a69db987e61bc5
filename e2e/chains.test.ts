import { getChain, listChains, listGaps } from '@zhitong/contract/chains/chain-contract';
import { exportPath } from '@zhitong/contract/list-export';
import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { askApi } from './support/api-call.ts';
import { phone, picture } from './support/browser.ts';
import { useCityVisits } from './support/city-visits.ts';
import { chineseLeft, latinLeft } from './support/foreign-words.ts';
import { obstacles } from './support/obstacles.ts';
import { settled } from './support/page-look.ts';

const { enter } = useCityVisits();

/** The addresses of one chain, and its greatest gap. */
async function chainPages(context: BrowserContext) {
  const { chains } = await askApi(context, listChains);
  const chain = chains.find(({ slug }) => slug === 'carbon-fibre');
  if (!chain) throw new Error('the demo city has the chain');
  const map = `/chains/${chain.id}`;
  const { gaps } = await askApi(context, listGaps, { params: { id: chain.id }, query: { sort: 'demand' } });
  const { largest } = await askApi(context, getChain, { params: { id: chain.id } });
  if (!largest || !gaps[0]) throw new Error('the demo chain has a gap');
  return {
    id: chain.id,
    name: chain.name,
    map,
    list: `${map}/gaps`,
    largest,
    gap: `${map}/gaps/${largest.product.id}`,
  };
}

describe('the office of a chain chief', () => {
  it('opens a chain, finds the greatest gap with its price, opens it, and sees who makes it', async () => {
    const { page, context } = await enter('chief.medical', { at: '/chains' });
    const { name, largest, id } = await chainPages(context);
    await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '产业链' }).waitFor();
    await page.getByRole('link', { name, exact: true }).click();
    await page.getByText(/16 个环节/).waitFor();
    await page.locator('.zt-page-finding').getByText('最大缺口').waitFor();
    await picture(page, 'chains-map');
    await page.getByRole('link', { name: '弱项清单' }).click();
    await page.getByRole('button', { name: /^外购/ }).click();
    await page.waitForURL(/sort=demand/);
    const first = page.locator('tbody tr').first();
    await first.getByText(largest.product.name, { exact: true }).waitFor();
    await first.getByText(largest.product.name, { exact: true }).click();
    await page.waitForURL(`**/chains/${id}/gaps/${encodeURIComponent(largest.product.id)}`);
    await page.getByText('家本地企业从外地采购').waitFor();
    await page.getByRole('table', { name: '谁能做' }).locator('tbody tr').first().waitFor();
    await picture(page, 'chains-gap');
    await page.getByRole('table', { name: '谁能做' }).getByRole('link').first().click();
    await page.waitForURL(/\/organisations\//);
  });

  it('walks the map by keyboard: one Tab stop in, arrows on, Enter opens, Esc leads back, t is the table', async () => {
    const { page, context } = await enter('chief.medical', { at: '/me' });
    const { map } = await chainPages(context);
    await page.goto(map);
    await settled(page);
    expect(await page.locator('.zt-segment[tabindex="0"]').count()).toBe(1);
    await page.locator('.zt-segment[tabindex="0"]').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    const here = await page.evaluate<string>('document.activeElement.textContent');
    await page.keyboard.press('Enter');
    await page
      .getByRole('dialog')
      .getByText(/查看全部 \d+ 个产品/)
      .waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await page.evaluate<string>('document.activeElement.textContent')).toBe(here);
    await page.keyboard.press('t');
    await page.waitForURL(/view=table/);
    expect(await page.getByRole('table').locator('tbody tr').count()).toBe(16);
  });

  it('prints each map on one page, landscape, in both languages, from the dark as from the light', async () => {
    const { page, context } = await enter('chief.medical', { at: '/me', theme: 'dark' });
    const { chains } = await askApi(context, listChains);
    for (const language of ['zh', 'en']) {
      await context.request.put('/api/session/preferences', { data: { language } });
      for (const { id } of chains) {
        await page.goto(`/chains/${id}`);
        await page.locator('.zt-map').waitFor();
        const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
        expect(paper.match(/\/Type\s*\/Page\b(?!s)/g), `${language} ${id}`).toHaveLength(1);
        const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(paper) ?? [];
        expect(Number(width)).toBeGreaterThan(Number(height));
      }
    }
  });

  it('takes the list along as an Excel file under the filter of the screen', async () => {
    const { page, context } = await enter('chief.medical', { at: '/me' });
    const { list, id } = await chainPages(context);
    await page.goto(`${list}?class=single-source`);
    const address = await page.getByRole('link', { name: '导出 Excel' }).getAttribute('href');
    expect(address).toContain(exportPath(listGaps).replace(':id', id));
    const file = await context.request.get(address ?? '');
    expect(file.status()).toBe(200);
    expect(file.headers()['content-type']).toContain('spreadsheetml');
    expect((await file.body()).subarray(0, 2).toString()).toBe('PK');
  });
});

describe('the screens of the chains', () => {
  it('fit a phone without sideways scroll, where the map is a list that opens', async () => {
    const { page, context } = await enter('chief.medical', { viewport: phone, at: '/me' });
    const { map, list, gap } = await chainPages(context);
    for (const path of ['/chains', map, `${map}?compare=1`, list, gap])
      for (const width of [390, 320]) {
        await page.setViewportSize({ width, height: 844 });
        await page.goto(path);
        await settled(page);
        expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), path).toBeLessThanOrEqual(0);
      }
    await page.goto(map);
    await page.locator('.zt-tier-list .zt-segment').first().tap();
    await page
      .getByRole('dialog')
      .getByText(/查看全部/)
      .waitFor();
    await picture(page, 'chains-phone');
  });

  it('say everything in one language at a time', async () => {
    const { page, context } = await enter('invest.bureau', { at: '/me' });
    const { map, list, gap } = await chainPages(context);
    const pages = ['/chains', `${map}?compare=1`, `${map}?view=table`, list, gap];
    const left = async (words: (of: Page) => Promise<readonly string[]>) => {
      const found: string[] = [];
      for (const path of pages) {
        await page.goto(path);
        await settled(page);
        found.push(...(await words(page)).map((word) => `${path}: ${word}`));
      }
      return found;
    };
    // sources of the lists are quoted as they were given
    const isSource = (words: string) => /来源：/.test(words);
    expect((await left(latinLeft)).filter((words) => !isSource(words))).toEqual([]);
    await context.request.put('/api/session/preferences', { data: { language: 'en' } });
    expect(await left(chineseLeft)).toEqual([]);
    expect(await page.evaluate('document.documentElement.lang')).toBe('en');
  });

  it('put no serious obstacle before somebody who reads with a screen reader, light or dark', async () => {
    const bureau = await enter('bureau', { at: '/me' });
    const { map, list, gap } = await chainPages(bureau.context);
    const pages = ['/chains', map, `${map}?compare=1`, `${map}?view=table`, `${map}?segment=fibre`, list, gap];
    expect(await obstacles(bureau, pages)).toEqual([]);
  });
});
