import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { writeTestDeal } from '#testing/test-deal';
import { bureau, buyer, spunbond, tackle } from '#testing/test-world';

let city: TestApp;
let buys: TestClient;
const injected = '=cmd|calc!A1';
const both = ['buyer', 'seller'] as const;

beforeAll(async () => {
  city = await createTestApp();
  buys = await city.signIn(buyer.username);
  const { newId } = city.effects;
  await writeTestDeal(city.database, {
    newId,
    steps: [
      { kind: 'order', amountFen: 100_000_033, by: both },
      { kind: 'delivery', amountFen: 100_000_033, by: both },
      { kind: 'delivery', amountFen: 9_999, by: ['seller'] },
      { kind: 'reversal', amountFen: 1, by: both },
    ],
  });
  await writeTestDeal(city.database, {
    newId,
    seller: spunbond,
    product: injected,
    createdAt: '2026-11-21T09:00:00+08:00',
    steps: [{ kind: 'delivery', amountFen: 8_650_007, by: both }],
  });
});
afterAll(() => city.close());

async function open(client: TestClient, query = ''): Promise<ExcelJS.Workbook> {
  const reply = await client.get(`/api/deals/export.xlsx${query}`);
  expect(reply.statusCode, reply.body).toBe(200);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Uint8Array.from(reply.rawPayload).buffer);
  return workbook;
}

interface Table {
  readonly head: string[];
  readonly names: string[];
  readonly rows: ExcelJS.CellValue[][];
  readonly totals: ExcelJS.CellValue[];
}

/** Reads a sheet back as a person does: head lines down to the row of column names, rows, and the last line with the totals. */
function read(workbook: ExcelJS.Workbook, name: string): Table {
  const lines = (workbook.getWorksheet(name)?.getSheetValues() ?? [])
    .slice(1)
    .map((line) => (Array.isArray(line) ? line.slice(1) : []));
  const at = lines.findIndex((line) => line.length > 1);
  return {
    head: lines.slice(0, at).map((line) => String(line[0])),
    names: (lines[at] ?? []).map(String),
    rows: lines.slice(at + 1, -1),
    totals: lines.at(-1) ?? [],
  };
}

function column(table: Table, name: string): ExcelJS.CellValue[] {
  const index = table.names.indexOf(name);
  expect(index, name).toBeGreaterThanOrEqual(0);
  return table.rows.map((row) => row[index]);
}

const fenOf = (yuan: ExcelJS.CellValue) => Math.round(Number(yuan) * 100);

describe('the ledger as an Excel file', () => {
  test('has a Chinese name, a title, the unit, the date, the filter in words and the word that it is a demo', async () => {
    const reply = await buys.get('/api/deals/export.xlsx?state=confirmed&q=布');
    expect(reply.headers['content-type']).toContain('spreadsheetml');
    expect(reply.headers['content-disposition']).toContain(
      `filename*=UTF-8''${encodeURIComponent('成交台账 2026-11-23.xlsx')}`,
    );
    const { head } = read(await open(buys, '?state=confirmed&q=布'), '成交台账');
    expect(head).toEqual([
      '成交台账',
      expect.stringContaining('单位：'),
      '制表日期：2026年11月23日',
      '筛选：双方已确认交货，含“布”',
      '演示数据',
    ]);
  });

  test('adds up to the same 分 as the list on the screen', async () => {
    const list = (await buys.get('/api/deals')).json();
    const deals = read(await open(buys), '成交台账');
    const sum = (name: string) => column(deals, name).reduce<number>((fen, yuan) => fen + fenOf(yuan), 0);
    expect(sum('计入成交额（元）')).toBe(list.confirmed.fen);
    expect(sum('单方金额（元，不计入）')).toBe(list.oneSided.fen);
    expect(sum('已签订单金额（元，不计入）')).toBe(100_000_033);
    expect(list.confirmed.fen).toBe(100_000_032 + 8_650_007);
    const total = deals.totals[deals.names.indexOf('计入成交额（元）')];
    expect(total).toMatchObject({ formula: expect.stringMatching(/^SUM\(/), result: list.confirmed.fen / 100 });
    expect(column(deals, '计入成交额（万元）')).toEqual([8.650007, 100.000032]);
  });

  test('lists every step with the seal of each side, and what it adds to the counted amount', async () => {
    const steps = read(await open(buys), '步骤与确认');
    expect(column(steps, '步骤')).toEqual(['交货', '订单', '交货', '交货', '冲正']);
    expect(column(steps, '计入成交额（元）').map(fenOf)).toEqual([8_650_007, 0, 100_000_033, 0, -1]);
    expect(column(steps, '买方确认')[3]).toBe('待确认');
    expect(column(steps, '卖方确认')[3]).toBe('2026-11-20 09:00');
  });

  test('keeps ids as text and never lets a cell become a formula', async () => {
    const workbook = await open(buys);
    const deals = read(workbook, '成交台账');
    expect(column(deals, '需求')).toEqual([injected, '熔喷布']);
    const sheet = workbook.getWorksheet('成交台账');
    const cell = sheet?.getCell(deals.head.length + 2, deals.names.indexOf('需求') + 1);
    expect([cell?.type, cell?.numFmt]).toEqual([ExcelJS.ValueType.String, '@']);
    for (const id of column(deals, '成交编号')) expect(id).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('holds the rows of the filter and no others', async () => {
    expect(read(await open(buys, '?state=one-sided'), '成交台账').rows).toHaveLength(1);
    expect(read(await open(buys, '?q=nothing-like-this'), '成交台账').rows).toHaveLength(0);
    const other = await city.signIn(tackle.username);
    expect(read(await open(other), '成交台账').rows).toHaveLength(0);
    expect(read(await open(await city.signIn(bureau.username)), '成交台账').rows).toHaveLength(2);
  });

  test('speaks English to who asks in English', async () => {
    const { names, head } = read(await open(buys, '?lang=en'), 'Deals');
    expect(head[0]).toBe('Deal ledger');
    expect(names.join(' ')).toMatch(/^[\x20-\x7e]+$/);
  });
});
