import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { codeOf, headings, sendSheet, writeAbolishedRegion } from '#testing/test-import';
import { openWorkbook, workbookOf } from '#testing/test-sheet';
import { bureau } from '#testing/test-world';

let city: TestApp;
let office: TestClient;

beforeAll(async () => {
  city = await createTestApp();
  office = await city.signIn(bureau.username);
  await writeAbolishedRegion(city);
});
afterAll(() => city.close());

describe('the file that goes back', () => {
  const rows = [
    ['2026 年企业名录'],
    headings,
    ['威海辰公司', codeOf(20), '企业', null, '371002', null, null, null, null],
    ['威海巳公司', '9.13502E+17', '企业', null, '371081', null, null, null, null],
    [
      '威海午公司',
      `${codeOf(21).slice(0, 17)}${codeOf(21).endsWith('1') ? '2' : '1'}`,
      '企业',
      null,
      '371002',
      null,
      null,
      null,
      null,
    ],
  ];

  test('is the same workbook with the faults in red and a column that says why, and can be sent in again', async () => {
    const job = await sendSheet(await workbookOf(rows), { city, client: office });
    expect(job).toMatchObject({ rows: 3, accepted: 2, rejected: 1 });
    const reply = await office.get(job.errorFile);
    expect(reply.statusCode, reply.body).toBe(200);
    expect(reply.headers['content-disposition']).toContain(encodeURIComponent('企业名录.xlsx'));
    const sheet = (await openWorkbook(reply.rawPayload)).getWorksheet('Sheet1');
    expect(sheet?.getCell('J2').value).toBe('错误');
    expect(sheet?.getCell('J3').value).toBeNull();
    expect(sheet?.getCell('J4').value).toMatch(/变成了数字.*；.*371003/);
    expect(sheet?.getCell('J5').value).toMatch(/^提醒：/);
    expect(sheet?.getCell('B4').fill).toMatchObject({ fgColor: { argb: 'FFF8D0CC' } });
    expect(sheet?.getCell('B3').fill?.type).not.toBe('pattern');
    expect(sheet?.getCell('A1').value).toBe('2026 年企业名录');
    const again = await sendSheet(reply.rawPayload, { city, client: office });
    expect(again).toMatchObject({ rows: 3, accepted: 2, rejected: 1, ignored: [] });
    expect((await office.get(again.errorFile)).statusCode).toBe(200);
  });

  test('is a CSV again when it came as one in GBK, and no cell of it becomes a formula', async () => {
    const gbk = Buffer.from('c3fbb3c62cc0e0b1f02cd0d0d5fec7f8bbae0a3d636d647c2c2c3337313030320a', 'hex');
    const job = await sendSheet(gbk, { city, client: office, name: '名录.csv' });
    expect(job).toMatchObject({ rows: 1, rejected: 1 });
    const reply = await office.get(job.errorFile);
    expect(reply.body).toBe("\ufeff名称,类别,行政区划,错误\r\n'=cmd|,,371002,类别：类别必填。请补上\r\n");
  });

  test('opens to its reader only, and for minutes', async () => {
    const job = await sendSheet(await workbookOf(rows), { city, client: office });
    expect((await office.get(`/api/imports/${job.id}/errors?link=x.y`)).json().code).toBe('imports.link-wrong');
    city.effects.pass(6 * 60_000);
    expect((await office.get(job.errorFile)).json().code).toBe('imports.link-expired');
  });
});

describe('a template', () => {
  test('has drop-down lists, code columns that stay text and a sheet of explanations, in both languages', async () => {
    const chinese = await openWorkbook((await office.get('/api/imports/templates/organisations')).rawPayload);
    const sheet = chinese.getWorksheet('主体');
    expect(sheet?.getRow(1).values).toContain('统一社会信用代码');
    expect(sheet?.getColumn(2).numFmt).toBe('@');
    expect(sheet?.getCell('C2').dataValidation).toMatchObject({ type: 'list', formulae: ['_lists!$C$1:$C$6'] });
    expect(chinese.getWorksheet('填写说明')?.getCell('A2').value).toBe('名称');
    const lists = chinese.getWorksheet('_lists');
    expect([lists?.state, lists?.getCell('C1').value, lists?.getCell('F1').value]).toEqual([
      'veryHidden',
      '部门',
      '371002 环翠区',
    ]);
    const english = await openWorkbook((await office.get('/api/imports/templates/organisations?lang=en')).rawPayload);
    expect(english.getWorksheet('Organisations')?.getCell('A1').value).toBe('Name *');
  });

  test('that was filled in reads without a word of complaint', async () => {
    const workbook = await openWorkbook((await office.get('/api/imports/templates/organisations?lang=en')).rawPayload);
    workbook
      .getWorksheet('Organisations')
      ?.addRow(['威海未公司', codeOf(30), 'Enterprise', null, null, '371002 环翠区']);
    const job = await sendSheet(new Uint8Array(await workbook.xlsx.writeBuffer()), { city, client: office });
    expect(job).toMatchObject({ rows: 1, accepted: 1, groups: [], ignored: [] });
  });
});
