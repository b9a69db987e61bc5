import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { codeOf, sendRows } from '#testing/test-import';
import { bureau, buyer } from '#testing/test-world';

let house: TestApp;
let office: TestClient;
beforeAll(async () => {
  house = await createTestApp();
  office = await house.signIn(bureau.username);
});
afterAll(() => house.close());

async function enter(name: string, more: object = {}): Promise<string> {
  const reply = await office.post('/api/organisations', { kind: 'enterprise', name, ...more });
  expect(reply.statusCode, reply.body).toBe(201);
  return reply.json().organisation.id;
}

async function mergedPair(away: string, kept: string, more: object = {}) {
  const ids = { away: await enter(away, more), kept: await enter(kept, more) };
  const reply = await office.post(`/api/organisations/${ids.away}/merge`, { into: ids.kept });
  expect(reply.statusCode, reply.body).toBe(201);
  return { ...ids, merge: reply.json().merge.id as string };
}

/** With nothing in the body, not even `{}`. */
const splitBare = (id: string) =>
  house.app.inject({
    ...{ method: 'POST', url: `/api/merges/${id}/split` },
    headers: { origin: 'http://localhost', host: 'localhost', cookie: office.cookie },
  });

describe('the split of a merge', () => {
  it('needs no body', async () => {
    const { merge } = await mergedPair('威海无体甲有限公司', '威海有体乙有限公司');
    const reply = await splitBare(merge);
    expect(reply.statusCode, reply.body).toBe(200);
  });
});

describe('a record that was merged away', () => {
  const namesOn = async (parent: string, day?: string) =>
    (await office.get(`/api/organisations/tree?below=${parent}${day ? `&asOf=${day}` : ''}`))
      .json()
      .nodes.map((node: { organisation: { name: string } }) => node.organisation.name);

  it('stands in the tree of the days before the merge, not from that day on, and again after the split', async () => {
    const parentId = await enter('威海树上控股集团');
    const { merge } = await mergedPair('威海树下甲有限公司', '威海树枝乙有限公司', { parentId });
    const [today, before] = ['2026-11-23', '2026-11-22'];
    expect(await namesOn(parentId)).toEqual(['威海树枝乙有限公司']);
    expect(await namesOn(parentId, today)).toEqual(['威海树枝乙有限公司']);
    expect(await namesOn(parentId, before)).toHaveLength(2);
    expect((await splitBare(merge)).statusCode).toBe(200);
    expect(await namesOn(parentId, today)).toHaveLength(2);
  });

  it('is no place to invite to: the refusal names the one that stands for both', async () => {
    const { away, kept } = await mergedPair('威海邀约甲有限公司', '威海受约乙有限公司');
    const invite = (id: string) =>
      office.post(`/api/organisations/${id}/invitations`, { role: 'member', forWhom: '演示-邀' });
    expect((await invite(away)).json()).toMatchObject({
      code: 'merges.stands-for-both',
      message: expect.stringContaining('威海受约乙有限公司'),
    });
    expect((await invite(kept)).statusCode).toBe(201);
  });

  it('is no parent of a new organisation, nor of one that moves', async () => {
    const { away } = await mergedPair('威海上级甲有限公司', '威海承接乙有限公司');
    const below = await office.post('/api/organisations', {
      kind: 'enterprise',
      name: '威海其下有限公司',
      parentId: away,
    });
    expect(below.json()).toMatchObject({
      code: 'merges.stands-for-both',
      details: { name: '威海上级甲有限公司', into: '威海承接乙有限公司' },
    });
    const { version, name, kind } = (await office.get(`/api/organisations/${buyer.id}`)).json();
    const moved = await office.put(`/api/organisations/${buyer.id}`, {
      version,
      facts: { name, kind, parentId: away },
    });
    expect(moved.json().code).toBe('merges.stands-for-both');
  });

  it('is not offered as a look-alike of a row of a sheet', async () => {
    const { merge } = await mergedPair('威海表格丙精密铸造有限公司', '威海留存丁木业有限公司');
    const row = ['威海表格丙精密铸造有限责任公司', codeOf(901), '企业', null, '371002', null, null, null, null];
    const alike = async () => {
      const job = await sendRows([row], { city: house, client: office });
      return job.groups.filter(({ severity }: { severity: string }) => severity === 'question').length;
    };
    expect(await alike()).toBe(0);
    const named = ['威海表格丙精密铸造有限公司', null, '企业', null, '371002', null, null, null, null];
    const below = ['威海表格丙分厂', null, '企业', '威海表格丙精密铸造有限公司', '371002', null, null, null, null];
    const { accepted, groups } = await sendRows([named, below], { city: house, client: office });
    expect(accepted).toBe(0);
    expect(groups.map(({ key }: { key: string }) => key)).toEqual([
      'name|library.merged-away',
      'parent|library.merged-away',
    ]);
    await splitBare(merge);
    expect(await alike()).toBe(1);
  });
});
