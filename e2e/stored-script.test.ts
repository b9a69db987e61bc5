import { makeClaim } from '@zhitong/contract/directory/claim-contract';
import { addEvidence } from '@zhitong/contract/directory/evidence-contract';
import { getImport, startImport } from '@zhitong/contract/directory/import-contract';
import { listOrganisations } from '@zhitong/contract/directory/organisation-contract';
import { createOrganisation } from '@zhitong/contract/directory/organisation-edit-contract';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { askApi } from './support/api-call.ts';
import { picture, type Visit } from './support/browser.ts';
import { type CityClient, clientOf, fileForm } from './support/city-client.ts';
import { useCityVisits } from './support/city-visits.ts';
import { matchOf, publishedNeed } from './support/loop-calls.ts';

const { enter, visit } = useCityVisits();

/** What would run where somebody put words into a page as HTML. A visit fails too when a page breaks its content policy. */
const code = `<img src=x onerror="document.title='hit'"><script>document.title='hit'</script>`;
const pdf = '%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n';

/** The words stand on the page letter by letter, or not at all; nothing of them has become part of it. */
async function expectWords(page: Page, path: string, shown: 'shown' | 'not shown' = 'shown'): Promise<void> {
  await page.goto(path);
  // a page that could not be opened says so and has no title
  await page.locator('h1, [role=alert]').first().waitFor();
  await page.locator('[aria-busy=true], .zt-stale').first().waitFor({ state: 'detached' });
  if (shown === 'shown') await page.getByText('<img src=x').first().waitFor({ state: 'attached' });
  expect(await page.locator('img[src="x"]').count(), path).toBe(0);
  expect(await page.title(), path).not.toBe('hit');
}

describe('script that somebody stored', () => {
  it('in the name of a firm and in the words of a need is read as words by buyer, supplier, bureau and auditor', async () => {
    const [office, buyer, supplier] = [await enter('bureau'), await enter('firm.buyer'), await enter('firm.meltblown')];
    const body = { name: `${code}（演示）`, kind: 'enterprise', source: code, asOf: '2026-09-30' };
    const { organisation } = await askApi(office.context, createOrganisation, { body });
    const need = await publishedNeed(buyer, `采购熔喷布 3 吨，BFE≥95，送到临港 ${code}`);
    await expectWords(office.page, `/organisations/${organisation.id}`);
    await picture(office.page, 'stored-script');
    await expectWords(office.page, `/organisations?q=${encodeURIComponent('<img src')}`);
    await expectWords(office.page, `/organisations/${organisation.id}/edit`, 'not shown');
    await expectWords(office.page, '/needs', 'not shown');
    for (const tab of ['', '?tab=timeline', '?tab=original'])
      await expectWords(buyer.page, `/needs/${need}${tab}`, tab === '?tab=original' ? 'shown' : 'not shown');
    await expectWords(supplier.page, '/opportunities', 'not shown');
    await expectWords(supplier.page, `/opportunities/${await matchOf(supplier, need)}`);
    const auditor = await enter('auditadmin');
    await expectWords(auditor.page, '/audit', 'not shown');
  });

  it('in the name of a file, in the words of a claim and in a cell of a sheet is read as words by the bureau', async () => {
    const office = await enter('bureau');
    const [firm, bureau] = [await clientOf(inject('city'), 'firm.garment'), await clientOf(inject('city'), 'bureau')];
    const claim = await claimWith(firm, office);
    await expectWords(office.page, `/reviews/${claim}`);
    const sheet = `名称,类别,行政区划,来源,数据日期\n"${code.replaceAll('"', '""')}",${'<img src=x onerror=1>'},环翠区,演示,2026-09-30\n`;
    const form = fileForm(`${'<img src=x onerror=1>'}.csv`, `\uFEFF${sheet}`, { kind: 'organisations' });
    const { job } = await bureau.ask(startImport, { form });
    await expect
      .poll(async () => (await bureau.ask(getImport, { params: { id: job.id } })).state, { timeout: 30_000 })
      .toBe('checked');
    await expectWords(office.page, `/imports/${job.id}`);
    await expectWords(office.page, '/imports');
  });
});

describe('script in an address', () => {
  it('is not taken into the page, nor followed after signing in', async () => {
    const { page } = await visit();
    const office = await enter('bureau');
    const words = encodeURIComponent(code);
    for (const path of [`/organisations?q=${words}`, `/needs?q=${words}`, `/needs/${words}`, `/no-such-page${words}`])
      await expectWords(office.page, path, 'not shown');
    for (const path of [
      `/sign-in?next=${words}`,
      '/sign-in?next=javascript:document.title=1',
      '/sign-in?next=//evil.example/',
    ])
      await expectWords(page, path, 'not shown');
    expect(new URL(page.url()).origin).toBe(new URL(inject('city').url).origin);
  });
});

/** A firm nobody speaks for, claimed with a paper of that name and with those words. */
async function claimWith(firm: CityClient, { context }: Visit): Promise<string> {
  const { organisations } = await askApi(context, listOrganisations, { query: { q: '渔具', kind: 'enterprise' } });
  const free = organisations.findLast(({ name }) => name.endsWith('有限公司（演示）'));
  const { id } = await firm.ask(addEvidence, { form: fileForm('<img src=x onerror=1>.pdf', pdf) });
  const body = { evidence: [id], words: code };
  return (await firm.ask(makeClaim, { params: { id: free?.id ?? '' }, body })).claim.id;
}
