import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { bureau, buyer, hrss } from '#testing/test-world';

let world: TestApp;
let asBureau: TestClient;
let asHrss: TestClient;
let asBuyer: TestClient;

beforeAll(async () => {
  world = await createTestApp();
  [asBureau, asHrss, asBuyer] = await Promise.all([
    world.signIn('bureau'),
    world.signIn('handler.hrss'),
    world.signIn('firm.buyer'),
  ]);
});
afterAll(() => world.close());

const here = { fact: 'region', op: 'in', values: [buyer.region], text: '在高区' } as const;
const few = { fact: 'employees', op: 'at-most', values: [300], text: '职工不超过 300 人' } as const;
const content = {
  ...{ title: '演示：用工补贴', bodyId: hrss.id, benefit: '每人 1,500 元', basis: '演示文件', conditions: [here] },
  ...{ documentNumber: '演示〔2026〕9 号', validFrom: '2026-01-01', validTo: null },
};

async function draft(more: object = {}, client = asBureau): Promise<string> {
  const reply = await client.post('/api/policies', { ...content, ...more });
  expect(reply.statusCode, reply.body).toBe(201);
  expect(reply.json().policy).toMatchObject({ state: 'draft', edition: 1, version: 0 });
  return reply.json().policy.id;
}
const publish = (id: string, seen: number, client = asBureau) =>
  client.post(`/api/policies/${id}/publication`, { seen });
const change = (id: string, seen: number, more: object = {}) =>
  asBureau.put(`/api/policies/${id}`, { ...content, ...more, seen });
const coded = async (reply: Promise<{ statusCode: number; json: () => { code?: string } }>) => {
  const { statusCode, json } = await reply;
  return [statusCode, json().code];
};
const titles = async (client: TestClient): Promise<string[]> =>
  (await client.get('/api/policies/mine')).json().policies.map(({ title }: { title: string }) => title);

describe('a paper of a policy', () => {
  it('is read by no firm before it is published, and stays in force as published while it is revised', async () => {
    const id = await draft({ title: '演示：甲' });
    expect(await titles(asBuyer)).not.toContain('演示：甲');
    expect((await publish(id, 1)).json().policy).toMatchObject({ state: 'published', edition: 2, version: 1 });
    expect(await titles(asBuyer)).toContain('演示：甲');
    expect((await change(id, 2, { title: '演示：乙' })).json().policy).toMatchObject({ state: 'revised', version: 1 });
    expect(await titles(asBuyer)).not.toContain('演示：乙');
    expect((await publish(id, 3)).json().policy).toMatchObject({ state: 'published', version: 2 });
    expect(await titles(asBuyer)).toContain('演示：乙');
    expect((await asBureau.post(`/api/policies/${id}/ending`, { from: '2026-11-20', seen: 4 })).statusCode).toBe(200);
    expect(await titles(asBuyer)).not.toContain('演示：乙');
    const { paper, history } = (await asBureau.get(`/api/policies/${id}/paper`)).json();
    expect(paper).toMatchObject({ state: 'ended', version: 2, validTo: '2026-11-20', writtenBy: expect.any(String) });
    expect(paper.content).toMatchObject({ documentNumber: '演示〔2026〕9 号', body: { id: hrss.id } });
    expect(history.map(({ deed, title }: { deed: string; title: string }) => `${deed} ${title}`)).toEqual([
      'ended 演示：乙',
      'published 演示：乙',
      'changed 演示：乙',
      'published 演示：甲',
      'drafted 演示：甲',
    ]);
  });

  it('is published once by two who press at once, and the second one reads why', async () => {
    const id = await draft();
    const replies = await Promise.all([publish(id, 1), publish(id, 1, asHrss)]);
    expect(replies.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
    const refused = replies.find(({ statusCode }) => statusCode === 409)?.json();
    expect(refused).toMatchObject({ code: 'policies.published-already', message: expect.stringContaining('第 1 版') });
    expect(await coded(publish(id, 2))).toEqual([409, 'policies.published-already']);
  });

  it('is changed by one of two editors at once; the other is told to read the new text', async () => {
    const id = await draft();
    const replies = await Promise.all([change(id, 1, { title: '演示：一' }), change(id, 1, { title: '演示：二' })]);
    expect(replies.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
    expect(replies.find(({ statusCode }) => statusCode === 409)?.json().code).toBe('policies.changed-meanwhile');
    const english = await asBureau.post(`/api/policies/${id}/publication`, { seen: 1 }, { 'accept-language': 'en' });
    expect(english.json().message).toContain('Somebody else has just changed this policy (edition 2)');
  });

  it('refuses what cannot be answered, an end of what was never published, and any word on an ended one', async () => {
    const id = await draft();
    expect(await coded(change(id, 1, { conditions: [{ ...few, op: 'in' }] }))).toEqual([
      422,
      'policies.condition-unfit',
    ]);
    expect(await coded(change(id, 1, { validTo: '2025-01-01' }))).toEqual([422, 'policies.dates']);
    expect(await coded(asBureau.post(`/api/policies/${id}/ending`, { from: '2026-12-01', seen: 1 }))).toEqual([
      ...[409, 'policies.not-published'],
    ]);
    await publish(id, 1);
    expect(await coded(asBureau.post(`/api/policies/${id}/ending`, { from: '2025-12-01', seen: 2 }))).toEqual([
      ...[422, 'policies.dates'],
    ]);
    await asBureau.post(`/api/policies/${id}/ending`, { from: '2026-12-01', seen: 2 });
    expect(await coded(change(id, 3))).toEqual([409, 'policies.ended']);
    expect(await coded(publish(id, 3))).toEqual([409, 'policies.ended']);
  });

  it('is written by a body for itself and for nobody else, and read by no other body or firm', async () => {
    const own = await draft({}, asHrss);
    const changed = await asHrss.put(`/api/policies/${own}`, { ...content, title: '演示：本单位', seen: 1 });
    expect(changed.statusCode).toBe(200);
    const foreign = { ...content, bodyId: '01900000-0000-7000-8001-000000000001' };
    expect(await coded(asHrss.post('/api/policies', foreign))).toEqual([422, 'policies.unknown-body']);
    const asBank = await world.signIn('bank.a');
    expect((await asBank.get(`/api/policies/${own}/paper`)).statusCode).toBe(404);
    expect((await publish(own, 2, asBank)).statusCode).toBe(404);
    expect((await asBank.get('/api/policies/papers')).json()).toMatchObject({ papers: [], total: 0 });
    expect((await asBuyer.get('/api/policies/papers')).statusCode).toBe(403);
    expect((await asBuyer.get(`/api/policies/${own}/paper`)).statusCode).toBe(403);
    const { papers, total } = (await asHrss.get('/api/policies/papers?state=draft')).json();
    expect(papers).toHaveLength(total);
    expect(papers.map(({ id }: { id: string }) => id)).toContain(own);
  });
});

interface Notice {
  subjectId: string;
  text: string;
}
const noticesOf = async (client: TestClient, id: string): Promise<string[]> =>
  (await client.get('/api/inbox?limit=200'))
    .json()
    .entries.filter(({ subjectId }: Notice) => subjectId === id)
    .map(({ text }: Notice) => text);
const history = async (id: string): Promise<string[]> =>
  (await asBureau.get(`/api/policies/${id}/paper`))
    .json()
    .history.map(({ deed, title, conditions }: { deed: string; title: string; conditions: string[] }) =>
      [deed, title, ...conditions].join(' '),
    );

describe('a paper that is given to another body', () => {
  it('tells the body it was taken from to whom it went, and nothing of what is written there now', async () => {
    const id = await draft({ title: '演示：移交前' });
    await change(id, 1, { title: '演示：移交后', bodyId: bureau.id });
    await expect
      .poll(() => noticesOf(asHrss, id))
      .toEqual(['“演示：移交前”已起草，未发布', `“演示：移交前”改由${bureau.name}办理`]);
    expect((await asHrss.get(`/api/policies/${id}/paper`)).statusCode).toBe(404);
    // back again: the bureau wrote it itself and is told once
    await change(id, 2, { title: '演示：移回' });
    await expect.poll(async () => (await noticesOf(asHrss, id)).at(-1)).toBe('“演示：移回”有修改，未发布');
  });
});

describe('a policy that ends while its next version is being written', () => {
  it('is kept as it was in force; what was never published stays a change in its history', async () => {
    const id = await draft({ title: '演示：生效的' });
    await publish(id, 1);
    await change(id, 2, { title: '演示：没有发布的', validFrom: '2026-06-01', conditions: [few] });
    // by the dates of what is in force, not of the draft
    const ended = await asBureau.post(`/api/policies/${id}/ending`, { from: '2026-03-01', seen: 3 });
    expect(ended.json().policy).toMatchObject({ state: 'ended', version: 1 });
    const { paper } = (await asBureau.get(`/api/policies/${id}/paper`)).json();
    expect(paper).toMatchObject({ title: '演示：生效的', validFrom: '2026-01-01', validTo: '2026-03-01' });
    expect(paper.content.conditions).toEqual([here]);
    expect(await history(id)).toEqual([
      'ended 演示：生效的 在高区',
      'changed 演示：没有发布的 职工不超过 300 人',
      'published 演示：生效的 在高区',
      'drafted 演示：生效的 在高区',
    ]);
    await expect.poll(() => noticesOf(asHrss, id)).toContain('“演示：生效的”已停止');
  });

  it('goes back to the body in whose name it was in force, which alone may end it', async () => {
    const id = await draft({ bodyId: bureau.id });
    await publish(id, 1);
    await change(id, 2, { title: '演示：换单位', bodyId: hrss.id });
    expect(await coded(asHrss.post(`/api/policies/${id}/ending`, { from: '2026-11-20', seen: 3 }))).toEqual([
      ...[422, 'policies.unknown-body'],
    ]);
    expect((await asBureau.post(`/api/policies/${id}/ending`, { from: '2026-11-20', seen: 3 })).statusCode).toBe(200);
    expect((await asBureau.get(`/api/policies/${id}/paper`)).json().paper.body.id).toBe(bureau.id);
    // news is sealed a moment after it was written
    await expect
      .poll(() => noticesOf(asHrss, id))
      .toEqual(['“演示：换单位”有修改，未发布', `“演示：换单位”改由${bureau.name}办理`]);
  });
});

describe('the preview of a policy', () => {
  it('says how many firms qualify, do not and are unknown, and which single fact would decide for most', async () => {
    const reply = await asBureau.post('/api/policies/preview', { conditions: [here, few] });
    expect(reply.statusCode, reply.body).toBe(200);
    const { firms, qualifies, oneMissing, open, no, deciding } = reply.json();
    expect(qualifies + oneMissing + open + no).toBe(firms);
    expect(oneMissing).toBeGreaterThan(0);
    expect(no).toBeGreaterThan(0);
    expect(deciding[0]).toEqual({ fact: 'employees', name: '职工人数', firms: oneMissing });
    await asBuyer.post('/api/policies/facts', { fact: 'employees', value: 12 });
    const after = (await asBureau.post('/api/policies/preview', { conditions: [here, few] })).json();
    expect([after.qualifies - qualifies, after.oneMissing - oneMissing]).toEqual([1, -1]);
    expect((await asBuyer.post('/api/policies/preview', { conditions: [here] })).statusCode).toBe(403);
  });
});
