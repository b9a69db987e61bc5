import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inContext } from '#platform/context';
import { publish } from '#testing/loop-play';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { hire } from '#testing/test-duties';
import { openWorkbook } from '#testing/test-sheet';
import { bureau, buyer, hrss, meltblown, tackle, testCity } from '#testing/test-world';

let city: TestApp;
let office: TestClient;
const injected = '=HYPERLINK("http://example.com")';

beforeAll(async () => {
  city = await createTestApp();
  office = await city.signIn(bureau.username);
  const origin = { source: 'test', as_of: '2026-11-01', created_at: city.effects.now() };
  await inContext(city.database, { city: testCity, viewer: 'system' }, (tx) =>
    tx
      .insertInto('organisation')
      .values({ city: testCity, id: city.effects.newId(), kind: 'bank', name: injected, ...origin })
      .execute(),
  );
});
afterAll(() => city.close());

async function rowsOf(client: TestClient, url: string): Promise<string[][]> {
  const reply = await client.get(url);
  expect(reply.statusCode, reply.body).toBe(200);
  const [sheet] = (await openWorkbook(reply.rawPayload)).worksheets;
  const rows: string[][] = [];
  sheet?.eachRow((row) => rows.push((Array.isArray(row.values) ? row.values : []).slice(1).map(String)));
  return rows;
}

describe('a list as an Excel file', () => {
  test('has title, unit, date and filter in words on top, then the rows of the screen in its order', async () => {
    const rows = await rowsOf(office, '/api/organisations/export?kind=enterprise&q=演示');
    expect(rows.slice(0, 5)).toEqual([
      ['主体名单'],
      [`制表单位：${bureau.name}`],
      ['制表日期：2026年11月23日'],
      ['筛选：演示，企业'],
      ['名称', '类别', '所在地'],
    ]);
    const { organisations } = (await office.get('/api/organisations?kind=enterprise&q=演示&limit=100')).json();
    expect(rows.slice(5).map(([name]) => name)).toEqual(organisations.map(({ name }: { name: string }) => name));
  });

  test('keeps the filters by industry and by who speaks for it, in words', async () => {
    const rows = await rowsOf(office, '/api/organisations/export?claim=unclaimed&industry=277');
    expect(rows[3]).toEqual(['筛选：未认领，277 卫生材料及医药用品制造']);
  });

  test('lets no cell become a formula', async () => {
    const reply = await office.get('/api/organisations/export?kind=bank');
    const [sheet] = (await openWorkbook(reply.rawPayload)).worksheets;
    const cells: unknown[] = [];
    sheet?.getColumn(1).eachCell((cell) => cells.push(cell.formula ?? cell.value));
    expect(cells).toContain(injected);
    sheet?.eachRow((row) => row.eachCell((cell) => expect(cell.formula).toBeUndefined()));
  });

  test('speaks English, and has the head only where nothing fits the filter', async () => {
    expect(await rowsOf(office, '/api/organisations/export?q=nothing-like-this&lang=en')).toEqual([
      ['Organisations'],
      [`By: ${bureau.name}`],
      ['Date: 2026-11-23'],
      ['Filter: nothing-like-this'],
      ['Name', 'Kind', 'Place'],
    ]);
  });

  test('shows a firm its own needs and offers and nobody else’s, and leaves an entry in the trail', async () => {
    const firm = await city.signIn(buyer.username);
    expect((await rowsOf(firm, '/api/offers/export')).length).toBe(5);
    expect((await rowsOf(firm, '/api/needs/export')).length).toBe(5);
    expect((await rowsOf(office, '/api/duties/export')).length).toBe(5);
    expect((await (await city.signIn(hrss.username)).get('/api/offers/export')).statusCode).toBe(403);
    const entries = await inContext(city.database, { city: testCity, viewer: 'system' }, (tx) =>
      tx
        .selectFrom('audit_entry')
        .select(['action', 'after'])
        .where('city', '=', testCity)
        .where('action', 'like', '%.exported')
        .execute(),
    );
    expect(entries).toContainEqual({ action: 'organisations.exported', after: { filter: '演示，企业', rows: 4 } });
  });
});

describe('every other list as an Excel file', () => {
  const title = async (client: TestClient, url: string) => (await rowsOf(client, url)).map(([first]) => first);

  test.each([
    ['/api/claims/export?status=waiting', '企业认领', '筛选：等待审核', '企业'],
    ['/api/disputes/export?state=open', '异议', '筛选：待答复', '主体'],
    ['/api/duplicates/export?state=later', '疑似重复', '筛选：稍后再看', '主体一'],
    ['/api/merges/export', '合并记录', '筛选：全部', '并入'],
    ['/api/duties/mine/export', '我的职责', `筛选：${bureau.person.name}`, '编号'],
    ['/api/imports/export', '导入记录', '筛选：全部', '文件'],
    ['/api/products/export?q=熔喷', '产品', '筛选：熔喷', '名称'],
  ])('of the bureau: %s has its title, its filter in words and its columns', async (...[url, name, filter, column]) => {
    const first = await title(office, encodeURI(url));
    expect([first[0], first[3], first[4]]).toEqual([name, filter, column]);
  });

  test('shows a supplier the needs that came to it, neither prices nor contacts, and nobody else’s', async () => {
    await publish(await city.signIn(buyer.username));
    const supplier = await city.signIn(meltblown.username);
    const rows = await rowsOf(supplier, '/api/opportunities/export');
    const { opportunities } = (await supplier.get('/api/opportunities')).json();
    expect(rows[4]).toEqual(['需求', '产品', '状态', '买方', '对应供给', '截止日期', '送达日期']);
    expect(rows.slice(5).map(([need]) => need)).toEqual(
      opportunities.map(({ need }: { need: { text: string } }) => need.text),
    );
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.flat().join(' ')).not.toContain(buyer.phone);
    expect((await rowsOf(await city.signIn(tackle.username), '/api/opportunities/export')).length).toBe(5);
    expect((await (await city.signIn(hrss.username)).get('/api/opportunities/export')).statusCode).toBe(403);
  });

  test('shows people of the own organisation without a telephone number, and no other organisation’s', async () => {
    await hire(office, { name: '=1+1', body: buyer.id, role: 'member', phone: '13800000077' });
    const firm = await city.signIn(buyer.username);
    const rows = await rowsOf(firm, `/api/organisations/${buyer.id}/people/export`);
    expect(rows[3]).toEqual([`筛选：${buyer.name}，2026-11-23`]);
    expect(rows.slice(5).map(([name, role]) => [name, role])).toContainEqual(['=1+1', '经办人']);
    expect(rows.flat().join(' ')).not.toContain('0077');
    expect((await firm.get(`/api/organisations/${tackle.id}/people/export`)).statusCode).toBe(403);
  });

  test('shows accounts to the security administrator alone', async () => {
    const security = await city.signIn('secadmin');
    const rows = await rowsOf(security, '/api/accounts/export?q=secadmin&state=active');
    expect(rows.slice(3)).toEqual([
      ['筛选：secadmin，在用'],
      ['用户名', '姓名', '单位与岗位', '状态', '两步验证', '最近登录'],
      ['secadmin', expect.any(String), expect.stringContaining('安全管理员'), '在用', '已开启', expect.any(String)],
    ]);
    expect((await office.get('/api/accounts/export')).statusCode).toBe(403);
  });

  test('leaves an entry in the trail that says what left and under which filter', async () => {
    const entries = await inContext(city.database, { city: testCity, viewer: 'system' }, (tx) =>
      tx.selectFrom('audit_entry').select(['action', 'after']).where('city', '=', testCity).execute(),
    );
    expect(entries).toContainEqual({ action: 'claims.exported', after: { filter: '等待审核', rows: 0 } });
    expect(entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['people.exported', 'accounts.exported', 'opportunities.exported', 'imports.exported']),
    );
  });
});
