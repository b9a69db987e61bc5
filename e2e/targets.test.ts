import { listChains, listGaps } from '@zhitong/contract/chains/chain-contract';
import { listTargets } from '@zhitong/contract/investment/target-contract';
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

/** A day well ahead, as people type it. */
const inTwoWeeks = new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10);

async function writeDay(page: Page, label: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(inTwoWeeks);
  await page.keyboard.press('Tab');
}

/** A weak link of a demo chain, and the target that has been talked to longest. */
async function demoPlaces(context: BrowserContext) {
  const { chains } = await askApi(context, listChains);
  const chain = chains.find(({ slug }) => slug === 'carbon-fibre');
  if (!chain) throw new Error('the demo city has the chain');
  const { gaps } = await askApi(context, listGaps, { params: { id: chain.id }, query: { class: 'missing' } });
  const { targets } = await askApi(context, listTargets, { query: { stage: 'negotiating' } });
  const wished = targets.find(({ wish }) => wish !== null);
  const [gap] = gaps;
  if (!gap || !wished) throw new Error('the demo city has a gap and a target with a wish');
  return { chain, gap, wished };
}

describe('an investment officer', () => {
  it('goes from a gap to a target, notes a step, and finds it in the funnel; another district joins instead of doubling', async () => {
    const { page, context } = await enter('invest.bureau', { at: '/targets' });
    const { chain, gap } = await demoPlaces(context);
    await page.goto(`/chains/${chain.id}/gaps/${encodeURIComponent(gap.product.id)}`);
    await page.getByRole('heading', { name: '这个缺口的招商线索' }).waitFor();
    await page.getByRole('link', { name: '加线索' }).last().click();
    await page.waitForURL(/\/targets\/new\?gap=/);
    await page.getByText(`针对缺口：${gap.product.name}`).waitFor();
    await page.getByLabel('不在主体库').check({ force: true });
    await page.getByLabel('名称', { exact: true }).fill('大连棹岸新材料有限公司（演示）');
    await page.getByLabel('下一步', { exact: true }).fill('电话约见');
    await writeDay(page, '期限');
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.waitForURL(/\/targets\/[0-9a-f-]{36}$/);
    await page.getByRole('button', { name: '记为已联系' }).click();
    await page.getByLabel('做了什么').fill('与总经理通话，愿意来看');
    await page.getByLabel('下一步', { exact: true }).fill('陪同看地');
    await writeDay(page, '下一步的期限');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText('与总经理通话，愿意来看').waitFor();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await picture(page, 'target');
    const address = page.url();
    await page.goto('/targets?q=棹岸');
    await page.getByRole('row').filter({ hasText: '棹岸' }).getByText('陪同看地').waitFor();
    await page.getByRole('table', { name: '漏斗' }).getByRole('row').filter({ hasText: '已联系' }).waitFor();
    await page.goto(`/chains/${chain.id}/gaps/${encodeURIComponent(gap.product.id)}`);
    await page.getByRole('link', { name: '大连棹岸新材料有限公司（演示）' }).waitFor();

    const district = await enter('invest.rongcheng', { at: '/targets/new' });
    await district.page.getByLabel('不在主体库').check({ force: true });
    await district.page.getByLabel('名称', { exact: true }).fill('大连市棹岸新材料有限公司（演示）');
    await district.page.getByLabel('下一步', { exact: true }).fill('联系');
    await writeDay(district.page, '期限');
    await district.page.getByRole('button', { name: '登记', exact: true }).click();
    await district.page.getByText(/^市投促局 \d+月\d+日 已登记该企业（演示-午）。并入？/).waitFor();
    await picture(district.page, 'target-duplicate');
    await district.page.getByRole('button', { name: '并入，一起推进' }).click();
    await district.page.waitForURL(address);
    await page.goto(address);
    await page.getByText('荣成市投促中心', { exact: true }).waitFor();
  });

  it('meets no obstacle on the pages, on a phone no scrolling sideways, and one language at a time', async () => {
    const officer = await enter('invest.bureau', { at: '/me' });
    const { wished } = await demoPlaces(officer.context);
    const one = `/targets/${wished.id}`;
    const pages = ['/targets', '/targets?view=board', '/targets/new', one, `${one}?do=signed`, '/premises'];
    expect(await obstacles(officer, pages)).toEqual([]);
    for (const path of pages) {
      await officer.page.goto(path);
      await settled(officer.page);
      expect(await latinLeft(officer.page), path).toEqual([]);
    }
    const small = await enter('invest.bureau', { at: '/me', viewport: phone, language: 'en-GB' });
    for (const path of [...pages, '/premises?edit=new', `${one}?do=wish`]) {
      await small.page.goto(path);
      await settled(small.page);
      expect(await small.page.evaluate('document.documentElement.scrollWidth <= innerWidth'), path).toBe(true);
      expect(await chineseLeft(small.page), path).toEqual([]);
    }
  });

  it('takes the filtered list out as an Excel file; a firm finds no such page', async () => {
    const { context } = await enter('invest.bureau', { at: '/targets' });
    const reply = await context.request.get(`${exportPath(listTargets)}?stage=lost&lang=zh`);
    expect([reply.status(), reply.headers()['content-type']]).toEqual([200, expect.stringContaining('spreadsheetml')]);
    const firm = await enter('firm.carbon', { at: '/targets' });
    await firm.page.getByRole('alert').first().waitFor();
    expect(await firm.page.getByRole('table').count()).toBe(0);
  });
});
