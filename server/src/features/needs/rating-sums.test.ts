import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { act, enterHrssMatter, submitProblem } from '#testing/case-play';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { bureau, hrss } from '#testing/test-world';

let world: TestApp;
let asBuyer: TestClient;
let asHrss: TestClient;
let asBureau: TestClient;
let matter: string;
const hour = 3_600_000;

beforeAll(async () => {
  // nobody is signed out by the clock that this file moves on
  world = await createTestApp({ settings: { limits: { idleMinutes: 100_000, absoluteHours: 5_000 } } });
  [asBuyer, asHrss, asBureau] = await Promise.all([
    world.signIn('firm.buyer'),
    world.signIn('handler.hrss'),
    world.signIn('bureau'),
  ]);
  matter = await enterHrssMatter(world);
});
afterAll(() => world.close());

/** A request answered by a body, said to be solved, and graded. */
async function graded(grade: number, by: TestClient = asHrss): Promise<void> {
  const { needId, caseId } = await submitProblem(asBuyer, by === asHrss ? { matter } : { body: bureau.id });
  await act(by, caseId, 'answer', { text: '可以改。' });
  await asBuyer.post(`/api/needs/${needId}/confirmation`, { solved: true });
  const { token } = (await asBuyer.post(`/api/needs/${needId}/rating-link`)).json();
  await world.stranger.post(`/api/ratings/${token}`, { grade });
}

/** What stands in the cells, row by row. */
async function readSheetRows(bytes: Uint8Array): Promise<readonly (readonly string[])[]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Uint8Array.from(bytes).buffer);
  const rows: string[][] = [];
  workbook.worksheets[0]?.eachRow((row) => rows.push(Array.isArray(row.values) ? row.values.slice(1).map(String) : []));
  return rows;
}

describe('the sum of grades of a period', () => {
  const sum = async (query: string) => (await asHrss.get(`/api/ratings/sum?${query}`)).json();
  const byBody = (query: string, by = asBureau) => by.get(`/api/ratings/bodies${query}`);

  it('adds up the cases that ended in it, is hidden below five, and no two periods tell one grade', async () => {
    const day = world.effects.now().toISOString().slice(0, 10);
    for (let more = 0; more < 4; more += 1) await graded(5);
    const today = `period=days&from=${day}&to=${day}`;
    expect(await sum(today)).toEqual({ count: 4, grades: null });
    await graded(4);
    expect((await sum(today)).grades.slice(0, 2)).toEqual([
      { grade: 5, count: 4 },
      { grade: 4, count: 1 },
    ]);
    world.effects.pass(24 * hour);
    await graded(3);
    const [days, all] = [await sum('period=days&from=2026-01-01&to=2027-12-31'), await sum('period=all')];
    expect(days).toEqual(all);
    // the grade of the next day is no batch of its own: with or without that day, it cannot be told
    expect((await sum(today)).grades).toBeNull();
    expect((await sum('period=three-months')).count).toBeGreaterThanOrEqual(6);
    const { bodies } = (await byBody(`?${today}`)).json();
    expect(bodies).toEqual([{ body: { id: hrss.id, name: hrss.name }, asked: 5, count: 5, grades: null }]);
  });

  it('refuses half a stretch of days and one that runs backwards, in both languages', async () => {
    const half = await byBody('?period=days&from=2026-11-01');
    expect([half.statusCode, half.json().code]).toEqual([422, 'ratings.days-missing']);
    const back = await byBody('?period=days&from=2026-11-02&to=2026-11-01');
    expect([back.statusCode, back.json().code]).toEqual([422, 'ratings.days-backwards']);
    expect(back.json().message).toBe('起始日 2026-11-02 晚于截止日 2026-11-01。请调换');
    expect((await asHrss.get('/api/ratings/sum?period=days')).json().code).toBe('ratings.days-missing');
    expect((await byBody('?period=week')).statusCode).toBe(400);
  });

  it('goes out as an Excel file with the same rows, hiding what the screen hides, to the bureau alone', async () => {
    await graded(3, asBureau);
    const file = await asBureau.get('/api/ratings/bodies/export?period=year&lang=zh');
    const sheet = await readSheetRows(file.rawPayload);
    expect(sheet[0]).toEqual(['评价汇总']);
    expect(sheet[3]?.[0]).toContain('筛选：本年');
    expect(sheet[4]).toEqual([
      ...['单位', '可评', '已评', '满意（含基本满意）'],
      ...['非常满意', '满意', '基本满意', '不满意', '非常不满意'],
    ]);
    const { bodies } = (await byBody('?period=year')).json();
    expect(sheet.slice(5).map(([name]) => name)).toEqual(
      bodies.map(({ body }: { body: { name: string } }) => body.name),
    );
    const office = sheet.find(([name]) => name === bureau.name);
    expect(office?.slice(3)).toEqual(['不足 5 个，不显示', '—', '—', '—', '—', '—']);
    for (const client of [asHrss, asBuyer])
      expect((await client.get('/api/ratings/bodies/export')).statusCode).toBe(403);
  });
});
