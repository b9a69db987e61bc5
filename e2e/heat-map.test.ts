import { listChains } from '@zhitong/contract/chains/chain-contract';
import { getHeatMap } from '@zhitong/contract/investment/heat-contract';
import type { BrowserContext } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { askApi } from './support/api-call.ts';
import { phone, picture } from './support/browser.ts';
import { useCityVisits } from './support/city-visits.ts';
import { obstacles } from './support/obstacles.ts';
import { settled } from './support/page-look.ts';

const { enter } = useCityVisits();

/** A weak link of a demo chain that firms of several areas elsewhere would close. */
async function gapWithCandidates(context: BrowserContext) {
  const { chains } = await askApi(context, listChains);
  const chain = chains.find(({ slug }) => slug === 'carbon-fibre');
  if (!chain) throw new Error('the demo city has the chain');
  const { wanted } = await askApi(context, getHeatMap, { query: { chain: chain.id } });
  for (const { gap } of wanted) {
    if (gap === null) continue;
    const found = await askApi(context, getHeatMap, { query: { gap } });
    if (new Set(found.firms.map(({ area }) => area?.code)).size > 1) return { gap, found, chain };
  }
  throw new Error('the demo chain has a weak link with firms in two areas');
}

describe('an investment officer', () => {
  it('opens the map from the menu, chooses chain and weak link, moves in the list, and the map follows', async () => {
    const { page, context } = await enter('invest.bureau', { at: '/me' });
    const { gap, found, chain } = await gapWithCandidates(context);
    await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '热力图' }).click();
    await page.getByRole('combobox', { name: '产业链', exact: true }).selectOption(chain.id);
    await page.getByRole('combobox', { name: '弱项', exact: true }).selectOption(gap);
    await page.waitForURL(`**/heatmap?gap=${encodeURIComponent(gap)}*`);
    const map = page.locator('.zt-heat-canvas[data-drawn]');
    await map.waitFor();
    const rows = page.locator('.zt-heat-firms > li');
    await rows.first().focus();
    expect(await map.getAttribute('data-focus')).toBe(found.firms[0]?.area?.code);
    const other = found.firms.findIndex(({ area }) => area?.code !== found.firms[0]?.area?.code);
    for (let step = 0; step < other; step += 1) await page.keyboard.press('ArrowDown');
    await page.waitForSelector(`.zt-heat-canvas[data-focus="${found.firms[other]?.area?.code}"]`);
    await picture(page, 'heat-map');
    const target = rows.nth(other).getByRole('link', { name: '加线索' });
    const asked = new URLSearchParams((await target.getAttribute('href'))?.split('?')[1]);
    expect([asked.get('gap'), asked.get('organisation')]).toEqual([gap, found.firms[other]?.organisation.id]);
  });

  it('reads the same on a phone: the list first, the map as a sheet, nothing to scroll sideways', async () => {
    const { page, context } = await enter('invest.bureau', { at: '/me', viewport: phone });
    const { gap } = await gapWithCandidates(context);
    await page.goto(`/heatmap?gap=${encodeURIComponent(gap)}`);
    await page.locator('.zt-heat-firms > li').first().waitFor();
    expect(await page.locator('.zt-heat-canvas').count()).toBe(0);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    await page.getByRole('button', { name: '看地图' }).click();
    await page.locator('.zt-heat-canvas[data-drawn]').waitFor();
    await page.getByText('底图未经审核，仅供内部研判，不得公开').waitFor();
    await picture(page, 'heat-map-phone');
  });

  it('meets no obstacle on it, and the policy of the page refuses nothing it draws', async () => {
    const visit = await enter('invest.bureau', { at: '/me' });
    const { gap } = await gapWithCandidates(visit.context);
    const path = `/heatmap?gap=${encodeURIComponent(gap)}`;
    await visit.page.goto(path);
    await visit.page.locator('.zt-heat-canvas[data-drawn]').waitFor();
    await settled(visit.page);
    expect(visit.faults).toEqual([]);
    expect(await obstacles(visit, [path, `${path}&view=areas`, '/heatmap'])).toEqual([]);
  });
});
