import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inContext } from '#platform/context';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { openWorkbook } from '#testing/test-sheet';
import { bureau, buyer, hrss, testCity } from '#testing/test-world';

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
