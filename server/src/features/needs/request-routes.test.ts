import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { act, submitProblem } from '#testing/case-play';
import { newKey } from '#testing/loop-play';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { enterMatter } from '#testing/test-duties';
import { bankA, bureau, hrss } from '#testing/test-world';

let world: TestApp;
let asBuyer: TestClient;
let asBureau: TestClient;
let asHrss: TestClient;
let dormitory: string;
let subsidy: string;

beforeAll(async () => {
  world = await createTestApp();
  [asBuyer, asBureau, asHrss] = await Promise.all([
    world.signIn('firm.buyer'),
    world.signIn('bureau'),
    world.signIn('handler.hrss'),
  ]);
  dormitory = await enterMatter(world, {
    ownerPostId: bankA.person.postId,
    bodyId: bankA.id,
    title: '员工宿舍用电价格',
  });
  subsidy = await enterMatter(world, { ownerPostId: hrss.person.postId, title: '吸纳毕业生就业补贴' });
});
afterAll(() => world.close());

const route = async (text: string, client = asBuyer, headers = {}) =>
  (await client.post('/api/needs/route', { text }, headers)).json();

describe('a request in the firm’s own words', () => {
  it('is proposed its matter and body with reasons in words of the request, in both languages', async () => {
    const reply = await route('员工宿舍用电价格太高，能不能降');
    expect(reply).toMatchObject({ list: 'problem', confident: true, desk: null });
    expect(reply.candidates[0]).toMatchObject({
      ...{ body: { id: bankA.id, name: bankA.name }, matter: '员工宿舍用电价格', duty: { id: dormitory } },
    });
    expect(reply.candidates[0].reasons[0]).toMatch(/^事项名称里有“/);
    const english = await route('员工宿舍用电价格太高，能不能降', asBuyer, { 'accept-language': 'en' });
    expect(english.candidates[0].reasons[0]).toMatch(/in the name of the matter$/);
  });

  it('that names nothing goes to the desk with a sentence, and is taken all the same', async () => {
    const reply = await route('qwerty 12345');
    expect(reply).toMatchObject({ list: null, candidates: [], confident: false });
    expect(reply.desk).toContain('由调度单位人工分派');
    const { caseId } = await submitProblem(asBuyer, { text: 'qwerty 12345' });
    expect((await asBuyer.get(`/api/cases/${caseId}`)).json().case.lead.id).toBe(bureau.id);
  });

  it('goes straight to the body of the likeliest matter when routing is sure', async () => {
    const { caseId } = await submitProblem(asBuyer, { text: '新招了毕业生，想申请吸纳毕业生就业补贴' });
    expect((await asHrss.get(`/api/cases/${caseId}`)).json().case).toMatchObject({
      ...{ lead: { id: hrss.id }, matter: { id: subsidy } },
      candidates: [{ duty: { id: subsidy } }],
    });
  });

  it('is routed by what a clerk corrected before, at once', async () => {
    const said = '绿皮书盖章卡住了';
    expect((await route(said)).candidates).toEqual([]);
    const { caseId } = await submitProblem(asBuyer, { text: said, body: bureau.id });
    await act(asBureau, caseId, 'transfer', { matter: subsidy });
    const { candidates } = await route('绿皮书盖章还是卡住');
    expect(candidates[0]).toMatchObject({ duty: { id: subsidy } });
    expect(candidates[0].reasons.join()).toContain('以前有类似的诉求归这一项');
  });

  it('shows the firm’s own open request that reads alike, and the answer it had before', async () => {
    const text = '我们厂的工伤认定材料交了三个月没有回音';
    const { needId, caseId } = await submitProblem(asBuyer, { text, body: hrss.id });
    const open = await route('工伤认定材料交了三个月还没有回音');
    expect(open.similar).toMatchObject([{ need: { id: needId }, lead: hrss.name }]);
    await act(asHrss, caseId, 'answer', { text: '认定书已寄出。' });
    await asBuyer.post(`/api/needs/${needId}/confirmation`, { solved: true });
    const later = await route('工伤认定材料交了三个月还没有回音');
    expect(later.similar).toEqual([]);
    expect(later.answers).toMatchObject([{ text: '认定书已寄出。', source: hrss.name, link: `/needs/${needId}` }]);
    const asTackle = await world.signIn('firm.tackle');
    expect(await route('工伤认定材料交了三个月还没有回音', asTackle)).toMatchObject({ similar: [], answers: [] });
  });

  it('follows the duty table when a matter is moved to another body', async () => {
    await asBureau.post(`/api/duties/${dormitory}/move`, { bodyId: hrss.id, ownerPostId: hrss.person.postId });
    expect((await route('员工宿舍用电价格太高')).candidates[0].body.id).toBe(hrss.id);
  });

  it('of script, SQL, 20,000 characters or none is answered and changes nothing', async () => {
    for (const text of ['<script>alert(1)</script>', "'; drop table need; --", '宿舍'.repeat(10_000), '', '😀'])
      expect((await asBuyer.post('/api/needs/route', { text })).statusCode).toBe(200);
    expect((await asBuyer.post('/api/needs/route', { text: '字'.repeat(20_001) })).statusCode).toBe(413);
  });

  it('is composed by firms and the bureau, and nobody else', async () => {
    expect((await asHrss.post('/api/needs/route', { text: '你好' })).statusCode).toBe(403);
    expect(
      (await asHrss.post('/api/needs', { kind: 'problem', text: '你好', idempotencyKey: newKey() })).statusCode,
    ).toBe(403);
  });
});
