import { readFileSync } from 'node:fs';
import { decideClaim, makeClaim } from '@zhitong/contract/directory/claim-contract';
import { listDuties } from '@zhitong/contract/directory/duty-contract';
import { mergeOrganisation, splitMerge } from '@zhitong/contract/directory/merge-contract';
import { getOrganisation, listOrganisations } from '@zhitong/contract/directory/organisation-contract';
import { listPeople } from '@zhitong/contract/directory/person-contract';
import { endPost } from '@zhitong/contract/directory/post-contract';
import { getSession } from '@zhitong/contract/directory/session-contract';
import { describe, expect, it } from 'vitest';
import { askApi, callApi } from './support/api-call.ts';
import { picture, type Visit } from './support/browser.ts';
import { useCityVisits } from './support/city-visits.ts';
import { settled } from './support/page-look.ts';

const { enter } = useCityVisits();

describe('a post that answers for matters', () => {
  it('is not vacated before somebody takes them over, and the duty table never has an orphan', async () => {
    const office = await enter('bureau', { at: '/me' });
    const { page, context } = office;
    const body = await organisationCalled(office, '威海市水务集团');
    const { posts } = await askApi(context, listPeople, { params: { id: body } });
    const owner = posts.find(({ owns }) => owns > 0);
    if (!owner) throw new Error('Nobody owns a matter here.');
    const refused = await callApi(context, endPost, { params: { id: owner.postId }, body: {} });
    expect(refused.status).toBe(409);

    await page.goto(`/organisations/${body}?tab=people`);
    const row = page.getByRole('row', { name: new RegExp(owner.person.name) });
    await row.getByRole('button', { name: '结束岗位' }).click();
    await page.getByText(`${owner.person.name}还负责`).waitFor();
    await page.getByLabel('全部交给').click();
    await page.locator('.ant-select-item-option').first().click();
    await picture(page, 'vacating-a-post');
    await page.getByRole('dialog').getByRole('button', { name: '结束岗位' }).click();
    await page.getByText(/已结束，移交 \d+ 件事项/).waitFor();

    const { duties } = await askApi(context, listDuties, { query: { body } });
    expect(duties.length).toBeGreaterThan(1);
    expect(duties.map((duty) => duty.owner.name)).not.toContain(owner.person.name);
  });
});

describe('a sheet with mistakes', () => {
  it('shows them before anything is written, gives the file back in red, and takes the good rows', async () => {
    const office = await enter('bureau', { at: '/imports' });
    const { page, context } = office;
    await page.locator('input[type=file]').setInputFiles({
      name: '企业名单.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(sheet),
    });
    await page.getByText('可导入 2，有错 2').waitFor();
    expect(await found(office, '礁湾')).toEqual([]);
    await settled(page);
    await picture(page, 'import-checked');
    const waiting = page.waitForEvent('download');
    await page.getByRole('link', { name: '下载标红的原文件' }).click();
    const marked = readFileSync(await (await waiting).path());
    expect(marked.length).toBeGreaterThan(200);

    await page.getByRole('button', { name: '只导入 2 行' }).click();
    await page.getByText(/已导入 2 行/).waitFor();
    expect(await found(office, '礁湾')).toHaveLength(2);
    expect(
      (await callApi(context, { method: 'GET', path: '/api/organisations' }, { query: { q: '失号' } })).body,
    ).toMatchObject({ total: 0 });
  });
});

describe('a firm that is claimed', () => {
  it('speaks through its new manager once the bureau has approved, and not before', async () => {
    const claimant = await enter('firm.garment', { at: '/me' });
    const office = await enter('bureau', { at: '/me' });
    const firm = await unclaimedFirm(office);
    const { claim } = await askApi(claimant.context, makeClaim, {
      params: { id: firm },
      body: { words: '本公司新收购的工厂（演示）' },
    });
    const posts = async () =>
      (await askApi(claimant.context, getSession)).posts.map(({ organisation }) => organisation.id);
    expect(await posts()).not.toContain(firm);
    const silent = await callApi(office.context, decideClaim, {
      params: { id: claim.id },
      body: { decision: 'approved' },
    });
    expect(silent.status).toBe(422);
    const approval = { decision: 'approved', words: '已打电话核实（演示）' };
    await askApi(office.context, decideClaim, { params: { id: claim.id }, body: approval });
    expect(await posts()).toContain(firm);
  });
});

describe('one firm entered twice', () => {
  it('is merged by the bureau and split again, each record as it was before', async () => {
    const office = await enter('bureau', { at: '/me' });
    const [again] = (await askApi(office.context, listOrganisations, { query: { q: '（集团）' } })).organisations;
    if (!again) throw new Error('No firm was entered twice.');
    const first = await organisationCalled(office, again.name.replace('（集团）', ''));
    const both = async () => [await factsOf(office, first), await factsOf(office, again.id)];
    const before = await both();
    const { merge } = await askApi(office.context, mergeOrganisation, {
      params: { id: again.id },
      body: { into: first, why: '同一家企业登记了两次（演示）' },
    });
    // who looks for the old name finds the record that stands for both
    expect(await found(office, again.name)).toEqual([first]);
    await askApi(office.context, splitMerge, { params: { id: merge.id }, body: {} });
    expect(await found(office, again.name)).toEqual([again.id]);
    expect(await both()).toEqual(before);
  });
});

/** What a page says of an organisation, but for how often and when it was changed. */
async function factsOf({ context }: Visit, id: string) {
  const { status, body } = await callApi(context, getOrganisation, { params: { id } });
  if (status !== 200 || typeof body !== 'object') return { status };
  return { ...body, version: undefined, changedAt: undefined, changedBy: undefined };
}

/** Two good rows, a code that Excel has turned into a number, and a kind nobody knows. */
const sheet = [
  '名称,统一社会信用代码,类别,行政区划',
  '威海礁湾测控有限公司（演示）,,企业,371002',
  '文登礁湾阀门有限公司（演示）,,企业,371003',
  '威海失号机械有限公司（演示）,9.13502E+17,企业,371002',
  '威海失号工具有限公司（演示）,,城堡,371002',
].join('\n');

async function organisationCalled({ context }: Visit, name: string): Promise<string> {
  const { organisations } = await askApi(context, listOrganisations, { query: { q: name } });
  const match = organisations.find((organisation) => organisation.name === name);
  if (!match) throw new Error(`There is no ${name}.`);
  return match.id;
}

async function found({ context }: Visit, q: string): Promise<readonly string[]> {
  return (await askApi(context, listOrganisations, { query: { q } })).organisations.map(({ id }) => id);
}

/** An invented maker of fishing tackle nobody speaks for yet. */
async function unclaimedFirm({ context }: Visit): Promise<string> {
  const { organisations } = await askApi(context, listOrganisations, { query: { q: '渔具', kind: 'enterprise' } });
  const firm = organisations.find(({ name }) => name.endsWith('有限公司（演示）'));
  if (!firm) throw new Error('There is no such firm.');
  return firm.id;
}
