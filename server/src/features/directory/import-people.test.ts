import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inContext } from '#platform/context';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { enterMatter, hire } from '#testing/test-duties';
import { sendSheet } from '#testing/test-import';
import { type TestCell, workbookOf } from '#testing/test-sheet';
import { bureau, buyer, hrss, securityAdministrator, tackle, testCity } from '#testing/test-world';

let city: TestApp;
let office: TestClient;
const headings = ['姓名', '手机号', '单位', '角色', '起始日期', '结束日期'];

beforeAll(async () => {
  city = await createTestApp();
  office = await city.signIn(bureau.username);
});
afterAll(() => city.close());

async function check(rows: readonly (readonly TestCell[])[], client = office) {
  return sendSheet(await workbookOf([headings, ...rows]), { city, client, kind: 'people', name: '人员.xlsx' });
}

async function sentences(client: TestClient, job: { id: string; groups: { key: string }[] }): Promise<string[]> {
  const lists = await Promise.all(
    job.groups.map(({ key }) => client.get(`/api/imports/${job.id}/rows?group=${encodeURIComponent(key)}`)),
  );
  return lists.flatMap((list) => list.json().rows.map(({ message }: { message: string }) => message));
}

const peopleOf = (client: TestClient, body: string) => client.get(`/api/organisations/${body}/people`);

async function namesIn(client: TestClient, body: string): Promise<string[]> {
  return (await peopleOf(client, body)).json().posts.map((post: { person: { name: string } }) => post.person.name);
}

async function idIn(body: string, name: string): Promise<string | undefined> {
  const { posts } = (await peopleOf(office, body)).json();
  return posts.find(({ person }: { person: { name: string } }) => person.name === name)?.person.id;
}

describe('a sheet of people and posts', () => {
  test('enters people with their posts at once, one person for one number, and tells the body of each', async () => {
    const job = await check([
      ['演示-一', '13900000001', hrss.name, '承办人', '2026-12-01', null],
      ['演示-一', '139 0000 0001', bureau.name, '经办', null, '2027-01-01'],
      ['演示-二', null, hrss.name, 'Member', null, null],
    ]);
    expect(job, JSON.stringify(job.groups)).toMatchObject({ state: 'checked', rows: 3, accepted: 3, groups: [] });
    const taken = await office.post(`/api/imports/${job.id}/take`, { rows: 3 });
    expect(taken.json(), taken.body).toMatchObject({ state: 'taken', created: 3, changed: 0 });
    const { posts } = (await peopleOf(office, hrss.id)).json();
    expect(posts).toContainEqual(
      expect.objectContaining({
        person: expect.objectContaining({ name: '演示-一' }),
        ...{ role: 'handler', from: '2026-12-01', state: 'planned' },
      }),
    );
    expect(await idIn(hrss.id, '演示-一')).toBe(await idIn(bureau.id, '演示-一'));
    const told = await inContext(city.database, { city: testCity, viewer: 'system' }, (tx) =>
      tx.selectFrom('event').select('payload').where('city', '=', testCity).where('type', '=', 'post.given').execute(),
    );
    expect(told.map(({ payload }) => payload)).toContainEqual(
      expect.objectContaining({ person: '演示-二', role: 'member', from: '2026-11-23' }),
    );
  });

  test('names in the trail who was given which post, and who lost it by the undo', async () => {
    const job = await check([['演示-录', '13900000071', hrss.name, '承办人', null, null]]);
    expect((await office.post(`/api/imports/${job.id}/take`, { rows: 1 })).statusCode).toBe(200);
    expect((await office.post(`/api/imports/${job.id}/undo`, {})).statusCode).toBe(200);
    const lines = await inContext(city.database, { city: testCity, viewer: 'system' }, (tx) =>
      tx
        .selectFrom('audit_entry')
        .select(['action', 'before', 'after', 'why', 'actor_name'])
        .where('city', '=', testCity)
        .where('subject_kind', '=', 'post')
        .orderBy('id')
        .execute(),
    );
    const post = { person: '演示-录', organisation: hrss.name, role: 'handler' };
    const told = { why: '导入：人员.xlsx', actor_name: bureau.person.name };
    expect(lines.filter(({ before, after }) => JSON.stringify([before, after]).includes('演示-录'))).toMatchObject([
      { action: 'post.given', after: { ...post, from: '2026-11-23' }, ...told },
      { action: 'post.ended', before: post, after: { to: '2026-11-23' }, ...told },
    ]);
  });

  test('puts nothing at a merged-away record, and says which one stands', async () => {
    const { organisation } = (
      await office.post('/api/organisations', { kind: 'enterprise', name: '威海并走渔具有限公司（演示）' })
    ).json();
    await office.post(`/api/organisations/${organisation.id}/merge`, { into: tackle.id });
    const job = await check([['演示-并', '13900000074', '威海并走渔具有限公司（演示）', '经办人', null, null]]);
    expect(job).toMatchObject({ rows: 1, accepted: 0 });
    expect(await sentences(office, job)).toEqual([expect.stringContaining(`已并入“${tackle.name}”`)]);
  });

  test('refuses a business post for an administrator while the sheet is checked, not when it is taken', async () => {
    const { person } = securityAdministrator;
    await inContext(city.database, { city: testCity, viewer: 'system' }, (tx) =>
      tx.insertInto('person_phone').values({ city: testCity, person_id: person.id, phone: '13900000072' }).execute(),
    );
    const job = await check([[person.name, '13900000072', hrss.name, '经办人', null, null]]);
    expect(job).toMatchObject({ state: 'checked', rows: 1, accepted: 0 });
    expect(await sentences(office, job)).toEqual([expect.stringContaining('是三员之一，不能再任业务岗位')]);
  });

  test('keeps, when it is undone, the post of somebody with an account, who may have acted in it', async () => {
    const { person } = hrss;
    await inContext(city.database, { city: testCity, viewer: 'system' }, (tx) =>
      tx.insertInto('person_phone').values({ city: testCity, person_id: person.id, phone: '13900000073' }).execute(),
    );
    const job = await check([[person.name, '13900000073', tackle.name, '经办人', null, null]]);
    expect((await office.post(`/api/imports/${job.id}/take`, { rows: 1 })).statusCode).toBe(200);
    expect((await office.post(`/api/imports/${job.id}/undo`, {})).json()).toMatchObject({ state: 'undone', kept: 1 });
    expect(await namesIn(office, tackle.id)).toContain(person.name);
  });

  test('holds every row against the rules of a post given by hand, and says which and what to do', async () => {
    await hire(office, { name: '演示-三', phone: '13900000003' });
    const job = await check([
      ['演示-甲', '13900000009', hrss.name, '系统管理员', null, null],
      ['演示-丑', '13900000010', hrss.name, '平台运营', null, null],
      ['演示-寅', '13900000011', buyer.name, '承办人', null, null],
      ['演示-卯', '13900000012', '没有这个局', '承办人', null, null],
      ['演示-辰', '13900000003', hrss.name, '经办人', null, null],
      ['演示-三', '13900000003', hrss.name, '承办人', null, null],
      ['演示-三', null, hrss.name, '经办人', null, null],
      ['演示-巳', '1390000', hrss.name, '承办人', null, null],
      ['演示-午', '13900000013', hrss.name, '承办人', '2026-11-01', null],
      ['演示-未', '13900000014', hrss.name, '承办人', '2026-12-02', '2026-12-01'],
      ['演示-申', '13900000015', null, '承办人', null, null],
      ['演示-酉', '13900000016', hrss.name, '承办人', null, null],
      ['演示-戌', '13900000016', hrss.name, '经办人', null, null],
      ['演示-亥', null, hrss.name, '承办人', null, null],
      ['演示-亥', null, hrss.name, '经办人', null, null],
    ]);
    expect(job).toMatchObject({ rows: 15, accepted: 2, rejected: 13 });
    const said = (await sentences(office, job)).join('\n');
    for (const part of [
      '“系统管理员”不在列表里',
      '您不能授予“平台运营”',
      `“${buyer.name}”这类单位没有“承办人”`,
      '库里没有“没有这个局”',
      '登记在另一个姓名下',
      '演示-三从 2026-11-23 起已有这个岗位',
      '已在威海市人力资源和社会保障局',
      '不是 11 位手机号',
      '早于今天（2026-11-23）',
      '不晚于 2026-12-02',
      '请填写单位的全称',
      '第 13 行的“演示-酉”也用 13900000016',
      '与第 15 行同单位同名',
    ])
      expect(said).toContain(part);
  });

  test('gives nobody a post to himself', async () => {
    const self = await office.post(`/api/organisations/${bureau.id}/people`, {
      ...{ personId: bureau.person.id, name: bureau.person.name, role: 'member' },
    });
    expect(self.json().code).toBe('directory.post-to-oneself');
    await inContext(city.database, { city: testCity, viewer: 'system' }, (tx) =>
      tx
        .insertInto('person_phone')
        .values({ city: testCity, person_id: bureau.person.id, phone: '13900000099' })
        .execute(),
    );
    const job = await check([[bureau.person.name, '13900000099', hrss.name, '经办人', null, null]]);
    expect(job.accepted).toBe(0);
    expect(await sentences(office, job)).toEqual(['不能给自己加岗位。请由另一位有权限的人导入']);
  });

  test('lets the manager of a firm bring in its own people and nobody else’s', async () => {
    const firm = await city.signIn(buyer.username);
    const job = await check(
      [
        ['演示-采', null, null, '经办人', null, null],
        ['演示-购', null, tackle.name, '经办人', null, null],
      ],
      firm,
    );
    expect(await sentences(firm, job)).toEqual([expect.stringContaining('您只能导入本单位的数据')]);
    const taken = await firm.post(`/api/imports/${job.id}/take`, { rows: 1 });
    expect(taken.json(), taken.body).toMatchObject({ created: 1 });
    expect(await namesIn(firm, buyer.id)).toContain('演示-采');
  });

  test('is taken back within 24 hours, but for posts that answer for a matter by now', async () => {
    const job = await check([
      ['演示-去', '13900000021', hrss.name, '承办人', null, null],
      ['演示-留', '13900000022', hrss.name, '承办人', null, null],
    ]);
    await office.post(`/api/imports/${job.id}/take`, { rows: 2 });
    const { posts } = (await peopleOf(office, hrss.id)).json();
    const stays = posts.find((post: { person: { name: string } }) => post.person.name === '演示-留');
    await enterMatter(city, { ownerPostId: stays.postId });
    const undone = await office.post(`/api/imports/${job.id}/undo`);
    expect(undone.json(), undone.body).toMatchObject({ state: 'undone', kept: 1 });
    const names = await namesIn(office, hrss.id);
    expect([names.includes('演示-留'), names.includes('演示-去')]).toEqual([true, false]);
    const again = await check([['演示-又', '13900000021', hrss.name, '承办人', null, null]]);
    expect(again, 'the number is free again').toMatchObject({ accepted: 1 });
  });

  test('checks once more when it is taken: a number that has become somebody’s is shown first', async () => {
    const job = await check([['演示-先', '13900000031', hrss.name, '承办人', null, null]]);
    await hire(office, { name: '演示-先', phone: '13900000031', role: 'member' });
    const late = await office.post(`/api/imports/${job.id}/take`, { rows: 1 });
    expect([late.statusCode, late.json().code]).toEqual([409, 'imports.changed-meanwhile']);
  });
});
