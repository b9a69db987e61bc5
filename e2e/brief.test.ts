import { listBriefs } from '@zhitong/contract/chains/brief-contract';
import { describe, expect, it } from 'vitest';
import { askApi } from './support/api-call.ts';
import { phone, picture } from './support/browser.ts';
import { useCityVisits } from './support/city-visits.ts';
import { obstacles } from './support/obstacles.ts';
import { settled } from './support/page-look.ts';

const { enter } = useCityVisits();

describe('the page of a chief', () => {
  it('opens from the page over all chains, fits on one page of A4, and leads down to the drill', async () => {
    const { page, context } = await enter('chief.medical', { at: '/chains/brief' });
    const { rows } = await askApi(context, listBriefs);
    const [row] = rows.toSorted((a, b) => b.red - a.red);
    if (!row) throw new Error('the demo city has chains');
    await page.getByRole('link', { name: row.chain.name, exact: true }).click();
    await page.waitForURL(`**/chains/${row.chain.id}/brief`);
    await page.getByRole('region', { name: '一、五句话' }).waitFor();
    await settled(page);
    await picture(page, 'brief');
    const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(paper.match(/\/Type\s*\/Page[^s]/gu)).toHaveLength(1);
    await page.getByRole('link', { name: /断供，/ }).click();
    await page.waitForURL(`**/chains/${row.chain.id}/drill`);
    await page.getByText('来不及换').first().waitFor();
    await page.getByText(/假设（不是实测）/).waitFor();
    await settled(page);
    await picture(page, 'drill');
  });

  it('is one page of A4 for every chain, in both languages, and so is the page over all of them', async () => {
    const { page, context } = await enter('chief.medical', { at: '/me' });
    const { rows } = await askApi(context, listBriefs);
    const pages = ['/chains/brief', ...rows.map(({ chain }) => `/chains/${chain.id}/brief`)];
    for (const language of ['zh', 'en']) {
      await context.request.put('/api/session/preferences', { data: { language } });
      for (const path of pages) {
        await page.goto(path);
        await settled(page);
        const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
        expect(paper.match(/\/Type\s*\/Page[^s]/gu), `${language} ${path}`).toHaveLength(1);
        const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(paper) ?? [];
        expect([Math.round(Number(width)), Math.round(Number(height))], path).toEqual([595, 842]);
      }
    }
  });

  it('leads from each figure of the page over all chains down to what it counts', async () => {
    const { page, context } = await enter('chief.medical', { at: '/chains/brief' });
    const { rows } = await askApi(context, listBriefs);
    const [row] = rows.toSorted((a, b) => b.decisions - a.decisions);
    if (!row) throw new Error('the demo city has chains');
    const line = page.getByRole('row', { name: row.chain.name });
    await line.waitFor();
    expect(await line.getByRole('link').count()).toBe(9);
    await line.getByRole('link', { name: '逾期' }).click();
    await page.waitForURL('**/orders?orderLight=red');
    await page.goBack();
    await line
      .getByRole('link', { name: String(row.decisions), exact: true })
      .last()
      .click();
    await page.waitForURL(`**/chains/${row.chain.id}/brief#decisions`);
    await page.getByRole('region', { name: '二、只有您能定的事' }).waitFor();
  });

  it('is signed by the bureau: the tasks with body and date are shown first, then stand among the promises', async () => {
    const { page, context } = await enter('bureau', { at: '/chains/brief' });
    const { rows } = await askApi(context, listBriefs);
    const row = rows.find(({ decisions }) => decisions > 0);
    if (!row) throw new Error('a chain of the demo city has something to decide');
    await page.goto(`/chains/${row.chain.id}/brief`);
    const box = page.getByRole('checkbox').first();
    await box.check();
    await page.getByRole('button', { name: '签批 1 项' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/前反馈/).waitFor();
    await picture(page, 'brief-sign');
    const words = await dialog.getByRole('textbox').inputValue();
    expect(words).toMatch(/^请/u);
    await dialog.getByRole('button', { name: '签批并下达 1 项任务' }).click();
    await page.getByText('已下达 1 项任务').waitFor();
    await expect
      .poll(
        async () => (await askApi(context, listBriefs)).rows.find(({ chain }) => chain.id === row.chain.id)?.promises,
      )
      .toEqual({
        ...row.promises,
        green: row.promises.green + 1,
      });
  });

  it('is read on a phone without scrolling sideways, and so is the drill', async () => {
    const { page, context } = await enter('chief.medical', { viewport: phone, language: 'en-GB' });
    const { rows } = await askApi(context, listBriefs);
    for (const place of ['/chains/brief', `/chains/${rows[0]?.chain.id}/brief`, `/chains/${rows[0]?.chain.id}/drill`]) {
      await page.goto(place);
      await settled(page);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), place).toBeLessThanOrEqual(0);
    }
  });

  it('has nothing in the way of who cannot see or use a mouse, light and dark', async () => {
    const visit = await enter('bureau', { at: '/me' });
    const { rows } = await askApi(visit.context, listBriefs);
    const pages = ['brief', 'drill'].map((name) => `/chains/${rows[0]?.chain.id}/${name}`);
    expect(await obstacles(visit, ['/chains/brief', ...pages])).toEqual([]);
  });
});
