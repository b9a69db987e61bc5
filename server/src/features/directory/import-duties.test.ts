import { findOrphans } from '@zhitong/domain/directory/duty-orphans';
import { importKinds } from '@zhitong/domain/directory/import-kind';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inContext } from '#platform/context';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { hire } from '#testing/test-duties';
import { sendSheet } from '#testing/test-import';
import { type TestCell, workbookOf } from '#testing/test-sheet';
import { bankA, bureau, buyer, hrss, testCity } from '#testing/test-world';
import { upload } from '#testing/upload';
import { loadWholeTable } from './duty-city.ts';

let city: TestApp;
let office: TestClient;
const headings = ['编号', '事项', '企业常用说法', '清单', '难易', '层级', '依据', '责任单位', 'A角', 'B角', '起始日期'];
const today = '2026-11-23';

beforeAll(async () => {
  city = await createTestApp();
  office = await city.signIn(bureau.username);
  await hire(office, { name: '演示-主' });
  await hire(office, { name: '演示-副' });
  await hire(office, { name: '演示-短', to: '2027-01-01' });
  await hire(office, { name: '演示-同', phone: '13700000001' });
  await hire(office, { name: '演示-同', phone: '13700000002' });
});
afterAll(() => city.close());

async function check(rows: readonly (readonly TestCell[])[]) {
  return sendSheet(await workbookOf([headings, ...rows]), { city, client: office, kind: 'duties', name: '清单.xlsx' });
}

const matter = (
  number: string,
  rest: { owner?: string; deputy?: string | null; body?: string; from?: string | null },
) => {
  const { owner = '演示-主', deputy = null, body = hrss.name, from = null } = rest;
  return [number, `事项${number}`, '电费太贵、用电价格', '问题诉求', '一般', '市级', null, body, owner, deputy, from];
};

const orphans = () =>
  inContext(city.database, { city: testCity, viewer: 'system' }, async (tx) =>
    findOrphans(await loadWholeTable(tx, { city: testCity, since: today }), today),
  );

const numbers = async (): Promise<string[]> =>
  (await office.get('/api/duties?limit=100')).json().duties.map((duty: { number: string }) => duty.number);

describe('a sheet of the duty table', () => {
  test('enters matters with owner and deputy, and not one of them is nobody’s at any instant', async () => {
    const job = await check([
      matter('501', { deputy: '演示-副' }),
      matter('502', { owner: '演示-同 13700000002', from: '2026-12-01' }),
    ]);
    expect(job, JSON.stringify(job.groups)).toMatchObject({ accepted: 2, groups: [] });
    const taken = await office.post(`/api/imports/${job.id}/take`, { rows: 2 });
    expect(taken.json(), taken.body).toMatchObject({ created: 2, changed: 0 });
    const { duties } = (await office.get('/api/duties?q=501')).json();
    expect(duties).toMatchObject([
      {
        ...{ number: '501', title: '事项501', words: ['电费太贵', '用电价格'], list: 'problem', class: 'normal' },
        ...{ body: { id: hrss.id }, owner: { name: '演示-主' }, deputy: { name: '演示-副' }, from: today },
      },
    ]);
    expect(await orphans()).toEqual([]);
  });

  test('refuses whatever would leave a matter to nobody, and says who is missing', async () => {
    const job = await check([
      matter('511', { owner: '演示-无' }),
      matter('512', { owner: '演示-短' }),
      matter('513', { owner: '演示-同' }),
      matter('514', { deputy: '演示-主' }),
      matter('501', {}),
      matter('515', { body: '没有这个局' }),
      matter('516', { from: '2026-11-01' }),
      matter('517', { body: bankA.name }),
      matter('518', {}),
      matter('518', {}),
      ['519', '事项519', '电费、'.repeat(40), '问题诉求', '一般', '市级', null, hrss.name, '演示-主', null, null],
    ]);
    expect(job).toMatchObject({ rows: 11, accepted: 1, rejected: 10 });
    const titles = job.groups
      .map(({ title, advice }: { title: string; advice: string }) => `${title} ${advice}`)
      .join('\n');
    for (const part of [
      '负责人 不在责任单位',
      '从 2027-01-01 起负责人或 B 角不在岗',
      '有几位“演示-同”。请在姓名后加手机号',
      '负责人和 B 角都是“演示-主”',
      '编号 501 已用于“事项501”',
      '库里没有“没有这个局”',
      '早于今天',
      '与第 10 行重复',
      '最多 30 个，每个最多 60 字',
    ])
      expect(titles).toContain(part);
    await office.post(`/api/imports/${job.id}/take`, { rows: 1 });
    expect(await orphans()).toEqual([]);
  });

  test('whose owner has left since the check is shown before anything is written', async () => {
    const leaving = await hire(office, { name: '演示-离' });
    const job = await check([matter('521', { owner: '演示-离' })]);
    expect(job.accepted).toBe(1);
    await office.post(`/api/posts/${leaving.postId}/ending`, { on: today, successors: { each: [] } });
    const late = await office.post(`/api/imports/${job.id}/take`, { rows: 1 });
    expect([late.statusCode, late.json().code], late.body).toEqual([409, 'imports.changed-meanwhile']);
    expect(await numbers()).not.toContain('521');
  });

  test('is taken back within 24 hours, but for matters that were changed since; the number is free again', async () => {
    const job = await check([matter('531', {}), matter('532', {})]);
    await office.post(`/api/imports/${job.id}/take`, { rows: 2 });
    const { duties } = (await office.get('/api/duties?q=532')).json();
    const facts = { number: '532', title: '改过的事项', list: 'problem', class: 'normal', level: 'city' };
    expect((await office.put(`/api/duties/${duties[0].id}`, facts)).statusCode).toBe(200);
    const undone = await office.post(`/api/imports/${job.id}/undo`);
    expect(undone.json(), undone.body).toMatchObject({ state: 'undone', kept: 1 });
    const left = await numbers();
    expect([left.includes('531'), left.includes('532')]).toEqual([false, true]);
    expect((await check([matter('531', {})])).accepted).toBe(1);
    expect(await orphans()).toEqual([]);
  });

  test('is taken back but for matters that have another deputy since', async () => {
    const job = await check([matter('541', { deputy: '演示-副' }), matter('542', { deputy: '演示-副' })]);
    await office.post(`/api/imports/${job.id}/take`, { rows: 2 });
    const [duty] = (await office.get('/api/duties?q=542')).json().duties;
    const other = await hire(office, { name: '演示-副二' });
    const { owner } = (await office.get(`/api/duties/${duty.id}`)).json();
    const wish = { ownerPostId: owner.postId, deputyPostId: other.postId };
    const assigned = await office.post(`/api/duties/${duty.id}/assignment`, wish);
    expect(assigned.statusCode, assigned.body).toBe(200);
    expect((await office.post(`/api/imports/${job.id}/undo`)).json()).toMatchObject({ state: 'undone', kept: 1 });
    const left = await numbers();
    expect([left.includes('541'), left.includes('542')]).toEqual([false, true]);
    expect((await office.get(`/api/duties/${duty.id}`)).json().deputy).toMatchObject({ name: '演示-副二' });
  });

  test('finds another deputy only as another term: the database lets nobody change one in its row', async () => {
    const { postId } = await hire(office, { name: '演示-副三' });
    const change = inContext(city.database, { city: testCity, viewer: 'system' }, (tx) =>
      tx.updateTable('duty_term').set({ deputy_post_id: postId }).where('city', '=', testCity).execute(),
    );
    await expect(change).rejects.toThrow('permission denied');
  });

  test('is for the bureau alone', async () => {
    const file = {
      ...{ url: '/api/imports', name: 'a.xlsx', content: await workbookOf([headings]) },
      fields: { kind: 'duties' },
    };
    const firm = await city.signIn(buyer.username);
    expect((await upload(city, firm, file)).json().code).toBe('imports.kind-not-yours');
    expect((await firm.get('/api/imports/templates/duties')).json().code).toBe('imports.kind-not-yours');
    expect((await firm.get('/api/imports')).json().kinds).toEqual(['people', 'offers', 'purchases']);
    expect((await office.get('/api/imports')).json().kinds).toEqual([...importKinds]);
  });
});
