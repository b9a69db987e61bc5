import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { inContext } from '#platform/context';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { sendSheet } from '#testing/test-import';
import { openWorkbook, type TestCell, workbookOf } from '#testing/test-sheet';
import { bureau, buyer, hrss, spunbond, testCity } from '#testing/test-world';

let city: TestApp;
let office: TestClient;
let firm: TestClient;
const headings = ['企业', '产品', '年采购额', '金额单位', '年采购量', '计量单位', '来源地', '数据日期', '备注'];

beforeAll(async () => {
  city = await createTestApp();
  office = await city.signIn(bureau.username);
  firm = await city.signIn(buyer.username);
});
afterAll(() => city.close());
afterEach(async () => {
  for (const { id, edition } of await listed(office))
    await office.post(`/api/purchases/${id}/withdrawal`, { seen: edition });
});

interface Listed {
  readonly id: string;
  readonly edition: number;
  readonly fenAYear: number;
}
const listed = async (client: TestClient): Promise<Listed[]> =>
  (await client.get('/api/purchases?limit=200')).json().purchases;

/** A row that can stand, but for what is said otherwise. */
const row = (other: Readonly<Record<string, TestCell>> = {}): readonly TestCell[] => {
  const usual: Readonly<Record<string, TestCell>> = {
    ...{ 企业: null, 产品: '熔喷布', 年采购额: '920', 金额单位: '万元', 年采购量: '300', 计量单位: '吨' },
    ...{ 来源地: '370600 烟台市', 数据日期: '2026-10-01', 备注: '按发票汇总' },
  };
  return headings.map((heading) => ({ ...usual, ...other })[heading] ?? null);
};
const check = async (rows: readonly (readonly TestCell[])[], client = firm) =>
  sendSheet(await workbookOf([headings, ...rows]), { city, client, kind: 'purchases', name: '采购.xlsx' });
const take = async (job: { id: string; accepted: number }, client = firm) =>
  (await client.post(`/api/imports/${job.id}/take`, { rows: job.accepted })).json();

async function said(client: TestClient, job: { id: string; groups: { key: string }[] }): Promise<string> {
  const lists = await Promise.all(
    job.groups.map(({ key }) => client.get(`/api/imports/${job.id}/rows?group=${encodeURIComponent(key)}`)),
  );
  return lists.flatMap((list) => list.json().rows.map(({ message }: { message: string }) => message)).join('\n');
}

describe('a sheet of purchases', () => {
  test('registers what a firm buys, in 万元 or in yuan, as its own word', async () => {
    const job = await check([
      row(),
      row({ 产品: '医用外科口罩', 年采购额: '12345.67', 金额单位: '元', 来源地: '日本' }),
    ]);
    expect(job, JSON.stringify(job.groups)).toMatchObject({ rows: 2, accepted: 2, groups: [] });
    expect(await listed(firm)).toEqual([]);
    expect(await take(job)).toMatchObject({ created: 2, changed: 0 });
    expect(await listed(firm)).toMatchObject([
      {
        ...{ fenAYear: 920_000_000, quantity: 300, unit: '吨', asOf: '2026-10-01', note: '按发票汇总' },
        ...{ level: 'declared', origin: { code: '370600' }, organisation: { id: buyer.id } },
      },
      { fenAYear: 1_234_567, origin: { code: 'JP', name: '日本' }, product: { id: 'surgical-mask' } },
    ]);
  });

  test('says what cannot stand, row by row, as the form does', async () => {
    await firm.post('/api/purchases', { productId: 'pp-meltblown-resin', fenAYear: 100_00, asOf: '2026-10-01' });
    const job = await check([
      row({ 产品: '从未听说的东西' }),
      row({ 来源地: '火星' }),
      row({ 年采购额: '2000000' }),
      row({ 年采购额: '0.001', 金额单位: '元' }),
      row({ 计量单位: null, 数据日期: '2027-10-01' }),
      row({ 数据日期: null }),
      row({ 金额单位: '美元' }),
      row({ 产品: '聚丙烯熔喷专用料', 来源地: null }),
      row({ 企业: spunbond.name }),
      row(),
      row({ 来源地: '烟台市' }),
    ]);
    const words = await said(firm, job);
    for (const part of [
      '产品库里没有“从未听说的东西”',
      '没有“火星”这个来源地',
      '一年超过 100 亿元',
      '要大于 0，现在是 0.001',
      '数量和单位要一起填',
      '2027-10-01 在今天',
      '数据日期必填',
      '“美元”不在列表里',
      '从这个来源地的采购已登记，100 元/年',
      '您只能导入本单位的数据',
      '与第 11 行是同一企业从同一来源地买的同一产品',
    ])
      expect(words).toContain(part);
    expect(job).toMatchObject({ rows: 11, accepted: 1, rejected: 10 });
  });

  test('of the bureau names the firm, and no department', async () => {
    const job = await check([row({ 企业: spunbond.name }), row({ 企业: hrss.name }), row()], office);
    expect(job).toMatchObject({ accepted: 1, rejected: 2 });
    expect(await said(office, job)).toContain(`“${hrss.name}”不是企业`);
    await take(job, office);
    expect(await listed(await city.signIn(spunbond.username))).toMatchObject([{ level: 'declared' }]);
  });

  test('that meets a click in between writes nothing and shows the new figures', async () => {
    const job = await check([row()]);
    const content = { productId: 'meltblown-cloth', fenAYear: 5_00, asOf: '2026-10-01', origin: '370600' };
    expect((await firm.post('/api/purchases', content)).statusCode).toBe(201);
    expect(await take(job)).toMatchObject({ code: 'imports.changed-meanwhile' });
    expect(await listed(firm)).toMatchObject([{ fenAYear: 5_00 }]);
  });

  test('and a click at the very same time make one row', async () => {
    const job = await check([row()]);
    const content = { productId: 'meltblown-cloth', fenAYear: 5_00, asOf: '2026-10-01', origin: '370600' };
    await Promise.all([take(job), firm.post('/api/purchases', content)]);
    expect(await listed(firm)).toHaveLength(1);
  });

  test('comes back with its faults marked', async () => {
    const job = await check([row({ 产品: '从未听说的东西' })]);
    expect(job.errorFile).toContain('/errors');
    const reply = await firm.get(job.errorFile);
    const [sheet] = (await openWorkbook(reply.rawPayload)).worksheets;
    expect(JSON.stringify(sheet?.getRow(2).values)).toContain('产品库里没有“从未听说的东西”');
  });

  test('is taken back within 24 hours, but for what was verified since, and the trail says so', async () => {
    const job = await check([row(), row({ 来源地: '日本' })]);
    await take(job);
    const [first, second] = await listed(firm);
    await office.post(`/api/purchases/${first?.id}/verification`, { seen: 1, evidence: '发票 2026-0912' });
    const undone = await firm.post(`/api/imports/${job.id}/undo`);
    expect(undone.json(), undone.body).toMatchObject({ state: 'undone', kept: 1 });
    expect((await listed(firm)).map(({ id }) => id)).toEqual([first?.id]);
    const trail = await inContext(city.database, { city: testCity, viewer: 'system' }, (tx) =>
      tx
        .selectFrom('audit_entry')
        .select(['action', 'why'])
        .where('city', '=', testCity)
        .where('subject_id', '=', second?.id ?? '')
        .orderBy('at')
        .execute(),
    );
    const why = '导入：采购.xlsx';
    expect(trail).toEqual([
      { action: 'purchase.entered', why },
      { action: 'purchase.withdrawn', why },
    ]);
  });

  test('is found in the template with its places to choose from', async () => {
    const reply = await firm.get('/api/imports/templates/purchases');
    const workbook = await openWorkbook(reply.rawPayload);
    const lists = JSON.stringify(workbook.getWorksheet('_lists')?.getSheetValues());
    for (const choice of ['370600 烟台市', 'JP 日本', '万元']) expect(lists).toContain(choice);
  });
});
