import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { act, enterHrssMatter, submitProblem } from '#testing/case-play';
import { dormitory, draftArticle, publishVersion, signInHead } from '#testing/knowledge-play';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { buyer, hrss, tackle, testCity } from '#testing/test-world';

let world: TestApp;
let asBuyer: TestClient;
let asHrss: TestClient;
let asHead: TestClient;
let asBureau: TestClient;
let asBank: TestClient;
let matter: string;

beforeAll(async () => {
  world = await createTestApp();
  [asBuyer, asHrss, asBureau, asBank] = await Promise.all([
    world.signIn('firm.buyer'),
    world.signIn('handler.hrss'),
    world.signIn('bureau'),
    world.signIn('bank.a'),
  ]);
  asHead = await signInHead(world);
  matter = await enterHrssMatter(world);
});
afterAll(() => world.close());

const read = async (client: TestClient, id: string) => (await client.get(`/api/articles/${id}`)).json().article;
const change = (client: TestClient, id: string, words: object) =>
  client.put(`/api/articles/${id}`, { ...dormitory, ...words });
/** What a firm is shown for these words. */
const shownTo = async (
  client: TestClient,
  text = '员工宿舍用电能不能按居民价计费',
): Promise<{ id: string; text: string }[]> => (await client.post('/api/needs/route', { text })).json().answers;

describe('an article', () => {
  it('is read by its body alone until whoever answers for the body publishes it', async () => {
    const id = await draftArticle(asHrss);
    expect(await read(asHead, id)).toMatchObject({
      state: 'draft',
      version: 1,
      own: true,
      findings: [],
      by: hrss.person.name,
    });
    expect((await asBank.get(`/api/articles/${id}`)).statusCode).toBe(404);
    expect((await asBuyer.get(`/api/articles/${id}`)).statusCode).toBe(404);
    expect(await read(asBureau, id)).toMatchObject({ own: false, caseId: null });
    expect(await shownTo(asBuyer)).toEqual([]);
    expect((await publishVersion(asHrss, id)).statusCode).toBe(403);
    expect((await publishVersion(asBureau, id)).statusCode).toBe(404);
    expect((await publishVersion(asHead, id)).json()).toEqual({ article: { id, publishedVersion: 1 } });
    expect(await shownTo(asBuyer)).toMatchObject([
      {
        id,
        kind: 'article',
        title: dormitory.question,
        text: dormitory.answer,
        source: hrss.name,
        basis: '供电营业规则',
      },
    ]);
    expect((await asHead.post(`/api/articles/${id}/withdrawal`)).statusCode).toBe(200);
  });

  it('keeps every version; firms read the published one until the next is published', async () => {
    const id = await draftArticle(asHrss);
    await publishVersion(asHead, id);
    const changed = await change(asHrss, id, { answer: '可以。现在网上也能申请。', seen: 1 });
    expect(changed.json()).toEqual({ article: { id, version: 2, findings: [] } });
    expect(await read(asHrss, id)).toMatchObject({ state: 'waiting', version: 2, publishedVersion: 1 });
    expect((await shownTo(asBuyer)).map(({ text }) => text)).toEqual([dormitory.answer]);
    await publishVersion(asHead, id, 2);
    expect((await shownTo(asBuyer)).map(({ text }) => text)).toEqual(['可以。现在网上也能申请。']);
    expect((await read(asHrss, id)).versions.map(({ version }: { version: number }) => version)).toEqual([2, 1]);
    await asHead.post(`/api/articles/${id}/withdrawal`);
    expect(await shownTo(asBuyer)).toEqual([]);
    expect(await read(asHrss, id)).toMatchObject({ state: 'taken-back' });
  });

  it('is shown from its first day to the day before its last, and never to a firm after that', async () => {
    const early = await draftArticle(asHrss, { validFrom: '2026-11-24' });
    await publishVersion(asHead, early);
    const short = await draftArticle(asHrss, { answer: '本月底前按旧办法。', validTo: '2026-11-24' });
    await publishVersion(asHead, short);
    expect((await shownTo(asBuyer)).map(({ id }) => id)).toEqual([short]);
    world.effects.pass(86_400_000);
    expect((await shownTo(await world.signInAnew('firm.buyer'))).map(({ id }) => id)).toEqual([early]);
    asHead = await world.signInAnew('head.hrss');
    asHrss = await world.signInAnew('handler.hrss');
    expect(await read(asHead, short)).toMatchObject({ state: 'expired' });
    const over = await publishVersion(asHead, await draftArticle(asHrss, { validTo: '2026-11-24' }));
    expect(over.statusCode).toBe(422);
    expect(over.json().message).toBe('停用日期 2026-11-24 已过，发布了企业也看不到。请先改日期');
    world.effects.pass(-86_400_000);
    for (const id of [early, short]) await asHead.post(`/api/articles/${id}/withdrawal`);
  });

  it('that points to a person or a firm is not published before somebody confirms that it is public', async () => {
    const answer = `请联系${tackle.name}，电话 13800001111，代码 91371000MA3C8XJL7R。`;
    const id = await draftArticle(asHrss, { answer });
    expect((await read(asHrss, id)).findings).toEqual([
      { kind: 'phone', said: '13800001111' },
      { kind: 'credit-code', said: '91371000MA3C8XJL7R' },
      { kind: 'firm-name', said: tackle.name },
    ]);
    const reply = await publishVersion(asHead, id);
    expect(reply.statusCode).toBe(409);
    expect(reply.json()).toMatchObject({ code: 'articles.names-somebody' });
    expect(reply.json().message).toContain('13800001111');
    expect((await publishVersion(asHead, id, 1, { confirmed: true })).statusCode).toBe(200);
    await asHead.post(`/api/articles/${id}/withdrawal`);
  });

  it('is listed for its body by state and words, and for the bureau of the whole city', async () => {
    const id = await draftArticle(asHrss, { question: '怎样办理演示招工备案？' });
    const list = async (client: TestClient, query: string) => (await client.get(`/api/articles?${query}`)).json();
    expect(await list(asHrss, `q=${encodeURIComponent('招工备案')}&state=draft`)).toMatchObject({
      total: 1,
      articles: [{ id }],
    });
    expect(await list(asHrss, `q=${encodeURIComponent('招工备案')}&state=published`)).toMatchObject({ total: 0 });
    expect(await list(asBureau, `q=${encodeURIComponent('招工备案')}`)).toMatchObject({ total: 1 });
    expect(await list(asBank, `q=${encodeURIComponent('招工备案')}`)).toEqual({ total: 0, articles: [] });
    expect(await list(asBuyer, 'q=')).toEqual({ total: 0, articles: [] });
  });

  it('says no, and why', async () => {
    const said = (reply: Awaited<ReturnType<TestClient['post']>>) => [reply.statusCode, reply.json().code];
    const id = await draftArticle(asHrss);
    expect(said(await asBuyer.post('/api/articles', dormitory))).toEqual([409, 'articles.not-a-body']);
    const backwards = { validFrom: '2026-02-01', validTo: '2026-02-01' };
    expect(said(await asHrss.post('/api/articles', { ...dormitory, ...backwards }))).toEqual([422, 'articles.dates']);
    const foreign = await asBank.post('/api/articles', { ...dormitory, dutyId: matter });
    expect(said(foreign)).toEqual([422, 'articles.unknown-matter']);
    expect((await change(asHrss, id, { seen: 1, dutyId: matter })).statusCode).toBe(200);
    expect(said(await change(asHrss, id, { seen: 1 }))).toEqual([409, 'articles.changed']);
    expect(said(await publishVersion(asHead, id, 1))).toEqual([409, 'articles.changed']);
    expect((await publishVersion(asHead, id, 2)).statusCode).toBe(200);
    expect(said(await publishVersion(asHead, id, 2))).toEqual([409, 'articles.published-already']);
    expect((await asHead.post(`/api/articles/${id}/withdrawal`)).statusCode).toBe(200);
    expect(said(await asHead.post(`/api/articles/${id}/withdrawal`))).toEqual([409, 'articles.not-published']);
    expect((await asHrss.post('/api/articles', { ...dormitory, question: ' ' })).statusCode).toBe(400);
    const english = await asBuyer.post('/api/articles', dormitory, { 'accept-language': 'en' });
    expect(english.json().message).toContain('kept by bodies');
  });
});

describe('an article from a case', () => {
  it('is made with one press, without the firm’s words, name, person and numbers, and only once', async () => {
    const { caseId } = await submitProblem(asBuyer, { matter, text: '我厂暗号甲的宿舍电价太高' });
    const early = await asHrss.post(`/api/cases/${caseId}/article`);
    expect([early.statusCode, early.json().code]).toEqual([409, 'articles.not-answered']);
    const text = `${buyer.name}的${buyer.person.name}：可以改，请打 13912345678。`;
    await act(asHrss, caseId, 'answer', { text });
    const made = await asHrss.post(`/api/cases/${caseId}/article`);
    expect(made.statusCode, made.body).toBe(201);
    const { id } = made.json().article;
    const article = await read(asHrss, id);
    expect(article).toMatchObject({
      answer: '贵单位的贵单位：可以改，请打 〔电话〕。',
      caseId,
      matter: { id: matter },
    });
    expect(article.question).toContain('员工宿舍用电价格');
    for (const word of ['暗号甲', buyer.name, buyer.person.name, '13912345678'])
      expect(JSON.stringify(article)).not.toContain(word);
    expect((await asHead.post(`/api/cases/${caseId}/article`)).json().article.id).toBe(id);
    const unwritten = await publishVersion(asHead, id, 1, { confirmed: true });
    expect([unwritten.statusCode, unwritten.json().code]).toEqual([409, 'articles.names-somebody']);
  });

  it('is made by the body that answers for the case and by nobody else', async () => {
    const { caseId } = await submitProblem(asBuyer, { matter });
    await act(asHrss, caseId, 'answer', { text: '可以改。' });
    expect((await asBank.post(`/api/cases/${caseId}/article`)).statusCode).toBe(404);
    expect((await asBureau.post(`/api/cases/${caseId}/article`)).statusCode).toBe(404);
    expect((await asBuyer.post(`/api/cases/${caseId}/article`)).statusCode).toBe(404);
  });

  it('leaves a line in the trail for each step', async () => {
    const id = await draftArticle(asHrss);
    await publishVersion(asHead, id);
    const actions = await inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
      tx
        .selectFrom('audit_entry')
        .select(['action', 'actor_name'])
        .where('city', '=', testCity)
        .where('subject_id', '=', id)
        .orderBy('at')
        .orderBy('id')
        .execute(),
    );
    expect(actions).toEqual([
      { action: 'article.drafted', actor_name: hrss.person.name },
      { action: 'article.published', actor_name: '演示-主' },
    ]);
    await asHead.post(`/api/articles/${id}/withdrawal`);
  });
});
