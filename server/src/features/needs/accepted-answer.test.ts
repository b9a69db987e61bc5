import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { act, enterHrssMatter, submitProblem } from '#testing/case-play';
import { dormitory, draftArticle, publishVersion, signInHead } from '#testing/knowledge-play';
import { newKey, settle } from '#testing/loop-play';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { hrss } from '#testing/test-world';

let world: TestApp;
let asBuyer: TestClient;
let asTackle: TestClient;
let asHrss: TestClient;
let asHead: TestClient;
let asBureau: TestClient;
let matter: string;

beforeAll(async () => {
  world = await createTestApp();
  [asBuyer, asTackle, asHrss, asBureau] = await Promise.all([
    world.signIn('firm.buyer'),
    world.signIn('firm.tackle'),
    world.signIn('handler.hrss'),
    world.signIn('bureau'),
  ]);
  asHead = await signInHead(world);
  matter = await enterHrssMatter(world);
});
afterAll(() => world.close());

const accept = (client: TestClient, body: object) =>
  client.post('/api/needs/accepted-answers', { kind: 'article', idempotencyKey: newKey(), ...body });
const atOnce = async () => (await asBureau.get('/api/supervision/answered-at-once')).json();
const answersTo = async (client: TestClient, text: string) =>
  (await client.post('/api/needs/route', { text })).json().answers as {
    kind: string;
    id: string;
    text: string;
    link: string | null;
  }[];

describe('an answer found before anything is sent', () => {
  it('counts as answered at once when the firm says so, once however often it is pressed, and makes no case', async () => {
    const id = await draftArticle(asHrss);
    await publishVersion(asHead, id);
    const before = await atOnce();
    const idempotencyKey = newKey();
    const first = await accept(asBuyer, { id, idempotencyKey });
    expect(first.statusCode, first.body).toBe(201);
    expect(first.json().accepted).toMatchObject({ title: dormitory.question, body: { id: hrss.id } });
    expect((await accept(asBuyer, { id, idempotencyKey })).json()).toEqual(first.json());
    await submitProblem(asTackle, { matter });
    const after = await atOnce();
    expect([after.accepted - before.accepted, after.submitted - before.submitted]).toEqual([1, 1]);
    expect(after.answers).toMatchObject([{ kind: 'article', id, times: 1, body: { id: hrss.id } }]);
    expect((await asHrss.get(`/api/articles/${id}`)).json().article.accepted).toBe(1);
    expect((await asBuyer.get('/api/needs')).json().total).toBe(0);
  });

  it('may be what the firm was told before, and a policy in force; each says its kind', async () => {
    const { needId, caseId } = await submitProblem(asTackle, {
      matter,
      text: '不定时工作制的批文要带什么材料，多久能办',
    });
    await act(asHrss, caseId, 'answer', { text: '请带营业执照和劳动合同。' });
    const written = {
      ...{ title: '不定时工作制企业用工补贴', bodyId: hrss.id, benefit: '每人 500 元', basis: '演示文件第 1 号' },
      ...{ validFrom: '2026-01-01', conditions: [{ fact: 'employees', op: 'at-least', values: [1], text: '有职工' }] },
    };
    const policy = await asBureau.post('/api/policies', written);
    const { id: policyId } = policy.json().policy;
    await asBureau.post(`/api/policies/${policyId}/publication`, { seen: 1 });
    const answers = await answersTo(asTackle, '不定时工作制的批文要带什么材料，有补贴吗');
    expect(answers).toMatchObject([
      { kind: 'policy', id: policyId, link: '/policies', text: '每人 500 元' },
      { kind: 'own-case', id: needId, text: '请带营业执照和劳动合同。', link: `/needs/${needId}` },
    ]);
    for (const { kind, id } of answers) expect((await accept(asTackle, { kind, id })).statusCode).toBe(201);
    expect((await answersTo(asBuyer, '不定时工作制的批文要带什么材料')).map(({ kind }) => kind)).not.toContain(
      'own-case',
    );

    await asBureau.put(`/api/policies/${policyId}`, { ...written, benefit: '每人 800 元', seen: 2 });
    await asBureau.post(`/api/policies/${policyId}/publication`, { seen: 3 });
    const [anew] = await answersTo(asTackle, '不定时工作制的批文要带什么材料，有补贴吗');
    expect(anew).toMatchObject({ kind: 'policy', id: policyId, text: '每人 800 元' });
  });

  it('is refused when it was just taken back, when it never was an answer to this firm, and to whoever is no firm', async () => {
    const id = await draftArticle(asHrss);
    const said = (reply: Awaited<ReturnType<typeof accept>>) => [reply.statusCode, reply.json().code];
    expect(said(await accept(asBuyer, { id }))).toEqual([409, 'articles.no-such-answer']);
    const { needId, caseId } = await submitProblem(asTackle, { matter });
    expect(said(await accept(asTackle, { kind: 'own-case', id: needId }))).toEqual([409, 'articles.no-such-answer']);
    await act(asHrss, caseId, 'answer', { text: '可以改。' });
    expect(said(await accept(asBuyer, { kind: 'own-case', id: needId }))).toEqual([409, 'articles.no-such-answer']);
    expect((await accept(asHrss, { id })).statusCode).toBe(403);
    expect((await asBuyer.get('/api/supervision/answered-at-once')).statusCode).toBe(403);
    expect((await asHrss.get('/api/supervision/answered-at-once')).statusCode).toBe(403);
  });

  it('tells the body that kept it, without the name of the firm', async () => {
    const id = await draftArticle(asHrss, { question: '演示的招工备案怎么办？' });
    await publishVersion(asHead, id);
    await accept(asBuyer, { id });
    await settle(world);
    const inbox = await asHrss.get('/api/inbox');
    expect(inbox.body).toContain('一家企业提交前看到“演示的招工备案怎么办？”，已得到答案');
  });
});
