import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enterHrssMatter } from '#testing/case-play';
import { signInHead } from '#testing/knowledge-play';
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

  it('stop at two hundred, with what to do', async () => {
    for (let at = 0; at < 200; at += 1) expect((await add(asBureau, `第 ${at} 条`)).statusCode).toBe(201);
    const reply = await add(asBureau, '多一条');
    expect(reply.statusCode).toBe(409);
    expect(reply.json()).toMatchObject({ code: 'case-templates.full', message: '答复模板最多 200 条。请先删去不用的' });
  });
});
