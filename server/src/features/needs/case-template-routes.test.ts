import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enterHrssMatter } from '#testing/case-play';
import { signInHead } from '#testing/knowledge-play';
import { listenLive, openPort } from '#testing/live-listener';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';

let world: TestApp;
let asHrss: TestClient;
let asHead: TestClient;
let asBank: TestClient;
let asBuyer: TestClient;
let asBureau: TestClient;

beforeAll(async () => {
  world = await createTestApp();
  [asHrss, asBank, asBuyer, asBureau] = await Promise.all([
    world.signIn('handler.hrss'),
    world.signIn('bank.a'),
    world.signIn('firm.buyer'),
    world.signIn('bureau'),
  ]);
  asHead = await signInHead(world);
});
afterAll(() => world.close());

const words = { text: '{企业名称}：{事项}请带身份证到窗口办理，{办结期限}前答复。' };
const add = (client: TestClient, title: string, more: object = {}) =>
  client.post('/api/case-templates', { ...words, title, ...more });
const templatesOf = async (
  client: TestClient,
): Promise<{ id: string; title: string; version: number; matter: string | null }[]> =>
  (await client.get('/api/case-templates')).json().templates;
const titlesOf = async (client: TestClient) => (await templatesOf(client)).map(({ title }) => title);
const said = (reply: Awaited<ReturnType<typeof add>>) => [reply.statusCode, reply.json().code];

describe('answers a body keeps to use again', () => {
  it('are there for everybody of the body, by title, and for nobody else', async () => {
    const matter = await enterHrssMatter(world);
    expect((await add(asHead, ' 社保转移 ', { dutyId: matter })).statusCode).toBe(201);
    await add(asHead, '公租房', { list: 'problem' });
    expect(await titlesOf(asHrss)).toEqual(['公租房', '社保转移']);
    expect((await templatesOf(asHrss))[1]).toMatchObject({ title: '社保转移', matter: '员工宿舍用电价格', version: 1 });
    expect(await titlesOf(asBank)).toEqual([]);
    expect(await titlesOf(asBureau)).toEqual([]);
    expect(await titlesOf(asBuyer)).toEqual([]);
  });

  it('are kept by whoever answers for the body: a handler reads them', async () => {
    expect((await add(asHrss, '我的')).statusCode).toBe(403);
    expect(said(await add(asBuyer, '企业的'))).toEqual([409, 'articles.not-a-body']);
    expect((await (await world.signIn('sysadmin')).get('/api/case-templates')).statusCode).toBe(403);
  });

  it('are changed on what was seen last, and removed once', async () => {
    const { id } = (await add(asHead, '临时')).json().template;
    const address = `/api/case-templates/${id}`;
    const changed = await asHead.put(address, { ...words, title: '临时二', seen: 1 });
    expect(changed.json()).toEqual({ template: { id, version: 2 } });
    expect(said(await asHead.put(address, { ...words, title: '临时三', seen: 1 }))).toEqual([
      409,
      'case-templates.changed',
    ]);
    expect((await asBureau.put(address, { ...words, title: '别人的', seen: 2 })).statusCode).toBe(404);
    expect((await asBureau.del(address)).statusCode).toBe(404);
    expect((await asHead.del(address)).json()).toEqual({ template: { id } });
    expect((await asHead.del(address)).statusCode).toBe(404);
    expect(await titlesOf(asHrss)).not.toContain('临时二');
  });

  it('need a title of their own, words, a matter of the own body, and places that a case can fill', async () => {
    expect((await add(asHead, ' ')).statusCode).toBe(400);
    expect((await add(asHead, '空', { text: ' ' })).statusCode).toBe(400);
    await add(asHead, '同名');
    expect(said(await add(asHead, '同名'))).toEqual([409, 'case-templates.title-taken']);
    const place = await add(asHead, '地方', { text: '{联系电话}请打' });
    expect(said(place)).toEqual([422, 'case-templates.unknown-place']);
    expect(place.json().message).toBe('“{联系电话}”填不出来。可以用的有：{企业名称}、{事项}、{办结期限}');
    const foreign = await enterHrssMatter(world);
    expect(said(await add(asBureau, '别人的事项', { dutyId: foreign }))).toEqual([422, 'articles.unknown-matter']);
  });

  it('have one title each also when two write it at once: one is kept, the other one reads why', async () => {
    const replies = await Promise.all([add(asHead, '两人同写'), add(asHead, '两人同写')]);
    expect(replies.map(said).toSorted()).toEqual([
      [201, undefined],
      [409, 'case-templates.title-taken'],
    ]);
    const ids = await Promise.all(['甲稿', '乙稿'].map(async (title) => (await add(asHead, title)).json().template.id));
    const renamed = ids.map((id) => asHead.put(`/api/case-templates/${id}`, { ...words, title: '定稿', seen: 1 }));
    expect((await Promise.all(renamed)).map(said).toSorted()).toEqual([
      [200, undefined],
      [409, 'case-templates.title-taken'],
    ]);
  });

  it('are seen to change by whoever has them open at the body, and by nobody else; news in the inbox they are not', async () => {
    const port = await openPort(world.app);
    const [colleague, firm] = await Promise.all([listenLive(port, asHrss), listenLive(port, asBuyer)]);
    const { unread } = (await asHrss.get('/api/inbox')).json();
    const { id } = (await add(asHead, '同事看见')).json().template;
    await asHead.put(`/api/case-templates/${id}`, { ...words, title: '同事看见了', seen: 1 });
    await asHead.del(`/api/case-templates/${id}`);
    const heard = () => colleague.frames.filter(({ data }) => data.subjectId === id).map(({ event }) => event);
    await expect.poll(heard).toEqual(Array(3).fill('case-template.changed'));
    expect(firm.frames.filter(({ data }) => data.subjectId === id)).toEqual([]);
    const inbox = (await asHrss.get('/api/inbox?limit=200')).json();
    expect(inbox.unread).toBe(unread);
    expect(inbox.entries.find(({ subjectId }: { subjectId: string }) => subjectId === id)).toMatchObject({
      ...{ text: expect.stringContaining('新增了答复模板“同事看见”'), link: '/templates' },
    });
    for (const stream of [colleague, firm]) stream.close();
  });

  it('stop at two hundred, with what to do', async () => {
    for (let at = 0; at < 199; at += 1) expect((await add(asBureau, `第 ${at} 条`)).statusCode).toBe(201);
    const last = await Promise.all([add(asBureau, '第 199 条'), add(asBureau, '同时的第 199 条')]);
    expect(last.map(said).toSorted()).toEqual([
      [201, undefined],
      [409, 'case-templates.full'],
    ]);
    const reply = await add(asBureau, '多一条');
    expect(reply.statusCode).toBe(409);
    expect(reply.json()).toMatchObject({ code: 'case-templates.full', message: '答复模板最多 200 条。请先删去不用的' });
  });
});
