import { listClaims, makeClaim } from '@zhitong/contract/directory/claim-contract';
import { listOrganisations } from '@zhitong/contract/directory/organisation-contract';
import { createOrganisation } from '@zhitong/contract/directory/organisation-edit-contract';
import { respond } from '@zhitong/contract/matching/match-contract';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { askApi } from './support/api-call.ts';
import { picture, type Visit } from './support/browser.ts';
import { useCityVisits } from './support/city-visits.ts';
import { matchOf, publishedNeed } from './support/loop-calls.ts';
import { settled } from './support/page-look.ts';

const { enter } = useCityVisits();

const script = '<script>window.ran=1</script>';
const image = '<img src=x onerror="window.ran=1">';
const link = 'javascript:window.ran=1';
/** turns what follows around, and a sign nobody sees */
const turned = '\u202Egnp.exe\u200B';

describe('a script that somebody has stored', () => {
  it('stands as the words it is in a name, in every place the name is shown to another person', async () => {
    const office = await enter('bureau', { at: '/me' });
    const name = `演示${image}${turned}（演示）`;
    const { organisation } = await askApi(office.context, createOrganisation, { body: { name, kind: 'enterprise' } });

    const { page } = await enter('firm.carbon');
    await page.goto(`/organisations?q=${encodeURIComponent('演示<img')}`);
    await showsText(page, image);
    await page.goto(`/organisations/${organisation.id}`);
    await showsText(page, image);
    await picture(page, 'script-in-a-name');
    await page.goto('/');
    await settled(page);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('演示<img');
    await page.getByRole('option').first().waitFor();
    await showsText(page, image);

    await office.page.goto('/organisations/tree');
    await expectQuiet(office.page);
    const auditor = await enter('auditadmin');
    await auditor.page.goto(`/audit?subject=${organisation.id}`);
    await settled(auditor.page);
    await auditor.page.locator('main tbody button, main tbody a').first().click();
    await showsText(auditor.page, image);
    await picture(auditor.page, 'script-in-the-trail');
  });

  it('stands as the words it is in a need and in the note of a quote, in lists, pages and notices', async () => {
    const buyer = await enter('firm.buyer');
    const needId = await publishedNeed(buyer, `急需熔喷布 7 吨/天，送到临港 ${script} ${link} ${turned}`);
    const supplier = await enter('firm.meltblown');
    const matchId = await matchOf(supplier, needId);
    for (const path of ['/opportunities', `/opportunities/${matchId}`]) {
      await supplier.page.goto(path);
      await expectQuiet(supplier.page);
    }
    await supplier.page.locator('summary', { hasText: '原文' }).click();
    await showsText(supplier.page, script);
    await supplier.page.getByRole('button', { name: /^通知/ }).click();
    await supplier.page.locator('.zt-notice, .zt-notices, [role=dialog]').first().waitFor();
    await expectQuiet(supplier.page);

    const body = { priceFen: 1_900_000, unit: '吨', quantity: 5, leadDays: 3, note: `${image}${link}` };
    await askApi(supplier.context, respond, { params: { id: matchId }, body });
    for (const path of [
      '/needs',
      `/needs/${needId}`,
      `/needs/${needId}?tab=original`,
      `/needs/${needId}?tab=timeline`,
    ]) {
      await buyer.page.goto(path);
      await expectQuiet(buyer.page);
    }
    await buyer.page.goto(`/needs/${needId}`);
    await showsText(buyer.page, image);
    const office = await enter('bureau');
    await office.page.goto(`/needs?q=${encodeURIComponent('window.ran')}`);
    await expectQuiet(office.page);
  });

  it('stands as the words it is in the names of files and in the cells of a sheet', async () => {
    const claimant = await enter('firm.garment', { at: '/me' });
    const office = await enter('bureau', { at: '/imports' });
    const evidence = await handIn(claimant, `${image}${turned}.pdf`);
    const firm = await unclaimedFirm(office);
    const words = `${script}${link}`;
    const { claim } = await askApi(claimant.context, makeClaim, {
      params: { id: firm },
      body: { words, evidence: [evidence] },
    });
    expect((await askApi(office.context, listClaims)).claims.map(({ id }) => id)).toContain(claim.id);

    await office.page.locator('input[type=file]').setInputFiles({
      name: '<img src=x onerror=window.ran=1>.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        ['名称,统一社会信用代码,类别,行政区划', `"威海${script}有限公司（演示）",,${link},371002`].join('\n'),
      ),
    });
    await office.page
      .getByText(/有错 1/)
      .first()
      .waitFor();
    await expectQuiet(office.page);
    await showsText(office.page, link);
    await picture(office.page, 'script-in-a-sheet');
    await office.page.goto('/imports');
    await expectQuiet(office.page);
    await office.page.goto(`/reviews/${claim.id}`);
    await showsText(office.page, script);
    await picture(office.page, 'script-in-a-claim');
  });
});

/** The words are there to be read, and nothing of them has become more than words. */
async function showsText(page: Page, words: string): Promise<void> {
  await page.getByText(words).first().waitFor();
  await expectQuiet(page);
}

async function expectQuiet(page: Page): Promise<void> {
  await settled(page);
  const alive = await page.evaluate<readonly unknown[]>(`[
    window.ran,
    document.querySelectorAll('body script:not([src]), img[src="x"], [onerror], [onload], a[href^="javascript:" i]').length,
    [...document.querySelectorAll('body *')]
      .filter((element) => [...element.childNodes].some(({ nodeType, data }) => nodeType === 3 && data.includes('\\u202E')))
      .filter((element) => {
        const { display, unicodeBidi } = getComputedStyle(element);
        return display.startsWith('inline') && !unicodeBidi.startsWith('isolate');
      }).length,
  ]`);
  expect(alive, page.url()).toEqual([undefined, 0, 0]);
}

const pdf = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);

async function handIn({ context }: Visit, name: string): Promise<string> {
  const multipart = { file: { name, mimeType: 'application/pdf', buffer: pdf } };
  const answer = await context.request.post('/api/evidence', { multipart });
  if (!answer.ok()) throw new Error(await answer.text());
  return (await answer.json()).id;
}

async function unclaimedFirm({ context }: Visit): Promise<string> {
  const { organisations } = await askApi(context, listOrganisations, { query: { q: '渔具', kind: 'enterprise' } });
  const firm = organisations.findLast(({ name }) => name.endsWith('有限公司（演示）'));
  if (!firm) throw new Error('There is no such firm.');
  return firm.id;
}
