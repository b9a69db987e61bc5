import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inContext } from '#platform/context';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import {
  checkedImport,
  codeOf,
  headings,
  organisationNamed,
  sendRows,
  sendSheet,
  writeAbolishedRegion,
} from '#testing/test-import';
import { type TestCell, workbookOf } from '#testing/test-sheet';
import { bureau, buyer, hrss, meltblown, testCity } from '#testing/test-world';
import { upload } from '#testing/upload';

let city: TestApp;
let office: TestClient;

beforeAll(async () => {
  city = await createTestApp();
  office = await city.signIn(bureau.username);
  await writeAbolishedRegion(city);
});
afterAll(() => city.close());

const check = (rows: readonly (readonly TestCell[])[]) => sendRows(rows, { city, client: office });
const organisation = (name: string) => organisationNamed(city, name);

describe('a sheet of organisations', () => {
  test('is checked first, and nothing is written before the bureau says so', async () => {
    const job = await check([
      [
        '威海甲电子有限公司',
        codeOf(1),
        '企业',
        null,
        '371002 环翠区',
        '演示-甲',
        '0631-5200001',
        '市统计局',
        '2026-10-31',
      ],
      ['威海乙电子有限公司', codeOf(2), '企业', '威海甲电子有限公司', '高区', null, null, null, null],
      ['威海丙电子有限公司', '9.13502E+17', '企业', null, '371002', null, null, null, null],
    ]);
    expect(job).toMatchObject({
      state: 'checked',
      rows: 3,
      accepted: 2,
      rejected: 1,
      allowed: ['take', 'discard', 'fix', 'answer'],
    });
    expect(job.groups).toMatchObject([{ severity: 'error', rows: 1, title: '统一社会信用代码被 Excel 变成数字' }]);
    const { rows } = (
      await office.get(`/api/imports/${job.id}/rows?group=${encodeURIComponent(job.groups[0].key)}`)
    ).json();
    expect(rows).toMatchObject([
      {
        line: 4,
        column: 'B',
        value: '9.13502E+17',
        message: expect.stringContaining('设为“文本”'),
        name: '威海丙电子有限公司',
      },
    ]);
    expect(await organisation('威海甲电子有限公司')).toBeUndefined();
  });

  test('is taken with all its good rows at once, and a double click takes it once', async () => {
    const job = await check([
      [
        '威海丁机械有限公司',
        codeOf(3),
        '企业',
        '威海戊集团',
        '371003',
        '演示-丁',
        '13800000001',
        '市统计局',
        '2026-10-31',
      ],
      ['威海戊集团', codeOf(4), '企业', bureau.name, '环翠区', null, null, null, null],
    ]);
    const [first, second] = await Promise.all(
      [1, 2].map(() => office.post(`/api/imports/${job.id}/take`, { rows: 2 })),
    );
    expect([first?.statusCode, second?.statusCode], first?.body).toEqual([200, 200]);
    expect(first?.json()).toMatchObject({ state: 'taken', created: 2, changed: 0, allowed: ['undo'] });
    const child = await organisation('威海丁机械有限公司');
    const parent = await organisation('威海戊集团');
    expect(child).toMatchObject({
      credit_code: codeOf(3),
      parent_id: parent?.id,
      region: '371003',
      source: '市统计局',
      as_of: '2026-10-31',
    });
    expect(parent).toMatchObject({ parent_id: bureau.id, source: '导入：企业名录.xlsx', as_of: '2026-11-23' });
  });

  test('changes what the library knows by its code, keeps the old name in the history, and gives it back when undone', async () => {
    const first = await check([
      ['威海己材料厂', codeOf(5), '企业', null, '371002', '演示-己', '0631-5200005', null, null],
    ]);
    await office.post(`/api/imports/${first.id}/take`, { rows: 1 });
    const again = await check([
      ['威海己材料有限公司', codeOf(5), '企业', null, '371003', '演示-庚', '0631-5200006', '市监局', null],
    ]);
    expect(again.groups).toMatchObject([{ severity: 'warning', title: expect.stringContaining('更名') }]);
    const taken = await office.post(`/api/imports/${again.id}/take`, { rows: 1 });
    expect(taken.json(), taken.body).toMatchObject({ created: 0, changed: 1 });
    const renamed = await organisation('威海己材料有限公司');
    expect(renamed).toMatchObject({ region: '371003', version: 2, changed_by: bureau.person.name });
    const undone = await office.post(`/api/imports/${again.id}/undo`);
    expect(undone.json(), undone.body).toMatchObject({ state: 'undone', kept: 0 });
    expect(await organisation('威海己材料厂')).toMatchObject({ id: renamed?.id, region: '371002' });
  });

  test('is taken away again within 24 hours, but for what others have built on', async () => {
    const job = await check([
      ['威海庚公司', codeOf(6), '企业', null, '371002', '演示-庚', '0631-5200007', null, null],
      ['威海辛公司', codeOf(7), '企业', null, '371002', null, null, null, null],
      ['威海辛公司二分部', null, '企业', '威海辛公司', '371002', null, null, null, null],
    ]);
    await office.post(`/api/imports/${job.id}/take`, { rows: 3 });
    const used = await organisation('威海辛公司二分部');
    await inContext(city.database, { city: testCity, viewer: 'system' }, (tx) =>
      tx
        .insertInto('post')
        .values({
          city: testCity,
          id: city.effects.newId(),
          person_id: buyer.person.id,
          organisation_id: used?.id ?? '',
          role: 'member',
          valid_from: '2026-11-23',
        })
        .execute(),
    );
    const undone = await office.post(`/api/imports/${job.id}/undo`);
    expect(undone.json(), undone.body).toMatchObject({ state: 'undone', kept: 2 });
    expect(await organisation('威海庚公司')).toBeUndefined();
    expect(await organisation('威海辛公司')).toBeDefined();
    expect((await check([['威海庚公司', codeOf(6), '企业', null, '371002', null, null, null, null]])).accepted).toBe(1);
  });

  test('mends a code of an abolished district in all rows at one word', async () => {
    const job = await check([
      ['威海壬公司', null, '企业', null, '371081', null, null, null, null],
      ['威海癸公司', null, '企业', null, '371081', null, null, null, null],
    ]);
    expect(job.groups).toMatchObject([
      { rows: 2, fix: '371003 文登区', title: '区划代码 371081 已停用，2014 年起为 371003 文登区' },
    ]);
    const reply = await office.post(`/api/imports/${job.id}/fixes`, { group: job.groups[0].key });
    expect(reply.statusCode, reply.body).toBe(200);
    const mended = await checkedImport(office, job.id);
    expect(mended).toMatchObject({ accepted: 2, groups: [] });
    await office.post(`/api/imports/${job.id}/take`, { rows: 2 });
    expect(await organisation('威海壬公司')).toMatchObject({ region: '371003' });
  });
});

describe('a row that looks like one in the library', () => {
  const known = '威海净川熔喷材料有限公司（演示）';
  const alike = '净川熔喷材料（威海）有限公司（演示）';

  const publishedNames = () =>
    inContext(city.database, { city: testCity, viewer: 'system' }, async (tx) => {
      const rows = await tx
        .selectFrom('offer_search')
        .select('organisation_name')
        .where('city', '=', testCity)
        .execute();
      return rows.map((row) => row.organisation_name);
    });

  test('waits for a word, and is then another or the same', async () => {
    const row = [alike, null, '企业', null, '371071', null, null, null, null];
    const job = await check([row]);
    expect(job).toMatchObject({
      accepted: 0,
      rejected: 1,
      groups: [{ severity: 'question', title: '与库中主体疑似同一家' }],
    });
    const list = await office.get(`/api/imports/${job.id}/rows?group=${encodeURIComponent(job.groups[0].key)}`);
    expect(list.json().rows).toMatchObject([{ line: 2, lookAlike: { id: meltblown.id, name: known } }]);
    const other = await office.post(`/api/imports/${job.id}/answers`, { line: 2, answer: 'new' });
    expect(other.json(), other.body).toMatchObject({ accepted: 1, groups: [] });
    await office.post(`/api/imports/${job.id}/answers`, { line: 2, answer: 'same' });
    const taken = await office.post(`/api/imports/${job.id}/take`, { rows: 1 });
    expect(taken.json(), taken.body).toMatchObject({ created: 0, changed: 1 });
    expect(await organisation(alike)).toMatchObject({ id: meltblown.id });
    expect(await publishedNames()).toContain(alike);
    await office.post(`/api/imports/${job.id}/undo`);
    expect(await organisation(known)).toMatchObject({ id: meltblown.id });
  });

  test('a line that was not asked about takes no answer', async () => {
    const job = await check([['威海申公司', null, '企业', null, '371002', null, null, null, null]]);
    expect((await office.post(`/api/imports/${job.id}/answers`, { line: 2, answer: 'new' })).statusCode).toBe(404);
  });
});

describe('who is told no', () => {
  test('a firm may not import organisations, and a handler nothing at all', async () => {
    const file = {
      url: '/api/imports',
      name: 'a.xlsx',
      content: await workbookOf([headings]),
      fields: { kind: 'organisations' },
    };
    const firm = await upload(city, await city.signIn(buyer.username), file);
    expect([firm.statusCode, firm.json().code]).toEqual([422, 'imports.kind-not-yours']);
    expect((await upload(city, await city.signIn(hrss.username), file)).statusCode).toBe(403);
    expect((await upload(city, city.stranger, file)).statusCode).toBe(401);
  });

  test('the import of the bureau does not exist for a firm', async () => {
    const job = await check([['威海子公司', null, '企业', null, '371002', null, null, null, null]]);
    const firm = await city.signIn(buyer.username);
    for (const reply of [
      await firm.get(`/api/imports/${job.id}`),
      await firm.get(`/api/imports/${job.id}/rows?group=x`),
      await firm.post(`/api/imports/${job.id}/take`, { rows: 1 }),
      await firm.post(`/api/imports/${job.id}/discard`),
      await firm.post(`/api/imports/${job.id}/undo`),
    ])
      expect(reply.statusCode).toBe(404);
  });

  test('what the library learnt after the check is shown before anything is written', async () => {
    const first = await check([['威海丑公司', codeOf(8), '企业', null, '371002', null, null, null, null]]);
    const second = await check([['威海丑有限公司', codeOf(8), '企业', null, '371002', null, null, null, null]]);
    await office.post(`/api/imports/${first.id}/take`, { rows: 1 });
    const late = await office.post(`/api/imports/${second.id}/take`, { rows: 1 });
    expect([late.statusCode, late.json().code]).toEqual([409, 'imports.changed-meanwhile']);
    expect(await organisation('威海丑有限公司')).toBeUndefined();
    expect((await checkedImport(office, second.id)).groups).toMatchObject([{ severity: 'warning' }]);
  });

  test('a discarded import writes nothing any more, and after a day nothing is undone', async () => {
    const job = await check([['威海寅公司', null, '企业', null, '371002', null, null, null, null]]);
    expect((await office.post(`/api/imports/${job.id}/discard`)).json().state).toBe('discarded');
    expect((await office.post(`/api/imports/${job.id}/take`, { rows: 1 })).json().code).toBe('imports.not-now');
    const other = await check([['威海卯公司', null, '企业', null, '371002', null, null, null, null]]);
    await office.post(`/api/imports/${other.id}/take`, { rows: 1 });
    await inContext(city.database, { city: testCity, viewer: 'system' }, (tx) =>
      tx
        .updateTable('import_job')
        .set({ taken_at: '2026-11-22T09:00:00+08:00' })
        .where('city', '=', testCity)
        .where('id', '=', other.id)
        .execute(),
    );
    expect((await office.post(`/api/imports/${other.id}/undo`)).json().code).toBe('imports.undo-over');
  });

  test.each([
    [
      'a sheet without known headings',
      [
        ['甲', '乙'],
        ['1', '2'],
      ],
      'imports.no-headings',
    ],
    [
      'a sheet without a required column',
      [
        ['名称', '来源'],
        ['甲', '乙'],
      ],
      'imports.headings-missing',
    ],
    ['a sheet of headings only', [headings], 'sheet.empty'],
  ])('refuses %s as a whole', async (...[, rows, code]) => {
    const job = await sendSheet(await workbookOf(rows), { city, client: office });
    expect(job).toMatchObject({
      state: 'refused',
      refusal: { code, message: expect.stringMatching(/[。？]|数据行/) },
      allowed: [],
    });
  });
});
