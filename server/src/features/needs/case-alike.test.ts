import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { act, enterHrssMatter, submitProblem } from '#testing/case-play';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { bureau, hrss } from '#testing/test-world';

let world: TestApp;
let asBuyer: TestClient;
let asTackle: TestClient;
let asHrss: TestClient;
let asBank: TestClient;
let asBureau: TestClient;
let matter: string;

beforeAll(async () => {
  world = await createTestApp();
  [asBuyer, asTackle, asHrss, asBank, asBureau] = await Promise.all([
    world.signIn('firm.buyer'),
    world.signIn('firm.tackle'),
    world.signIn('handler.hrss'),
    world.signIn('bank.a'),
    world.signIn('bureau'),
  ]);
  matter = await enterHrssMatter(world);
});
afterAll(() => world.close());

const alikeOf = async (client: TestClient, id: string) => (await client.get(`/api/cases/${id}/alike`)).json().alike;

describe('look-alike cases', () => {
  it('are answered ones of the same body and matter, with the last answer the firm got', async () => {
    const earlier = await submitProblem(asTackle, { matter, text: '一名员工想办不定时工作制的批文，要带什么材料' });
    await act(asHrss, earlier.caseId, 'answer', { text: '请先等通知。' });
    await asTackle.post(`/api/needs/${earlier.needId}/confirmation`, { solved: false });
    await act(asHrss, earlier.caseId, 'answer', { text: '请带营业执照和劳动合同。' });
    const open = await submitProblem(asTackle, { matter, text: '不定时工作制的批文要带什么材料，多久能办' });
    const far = await submitProblem(asTackle, { matter, text: '培训补贴怎么还没有到账' });
    await act(asHrss, far.caseId, 'answer', { text: '下周到账。' });

    const { caseId } = await submitProblem(asBuyer, { matter, text: '想办不定时工作制的批文，要带什么材料' });
    const alike = await alikeOf(asHrss, caseId);
    expect(alike).toMatchObject([
      { case: { id: earlier.caseId, status: 'answered' }, answer: '请带营业执照和劳动合同。' },
    ]);
    expect(alike[0].score).toBeGreaterThan(0.5);
    expect(open.caseId).not.toBe(alike[0].case.id);
    expect(await alikeOf(asBureau, caseId)).toHaveLength(1);
  });

  it('of another firm are never shown to a firm, and a stranger finds no case', async () => {
    const { caseId } = await submitProblem(asBuyer, { matter, text: '不定时工作制的批文，要带什么材料呢' });
    expect(await alikeOf(asBuyer, caseId)).toEqual([]);
    expect((await asBank.get(`/api/cases/${caseId}/alike`)).statusCode).toBe(404);
  });
});

describe('the list of cases', () => {
  it('finds those that one body handed back, to another one, whatever became of them', async () => {
    const { caseId } = await submitProblem(asBuyer, { matter });
    await act(asHrss, caseId, 'hand-back', { reason: 'not-our-duty' });
    await act(asBuyer, caseId, 'withdraw');
    const found = async (query: string) =>
      (await asBureau.get(`/api/cases?${query}`)).json().cases.map(({ id }: { id: string }) => id);
    expect(await found(`from=${hrss.id}&to=${bureau.id}&state=any`)).toEqual([caseId]);
    expect(await found(`from=${hrss.id}`)).toEqual([]);
    expect(await found(`from=${bureau.id}&state=any`)).toEqual([]);
  });

  it('tells what a working day is worth, so that what is left can be told in days', async () => {
    expect((await asHrss.get('/api/cases')).json().dayMinutes).toBe(450);
  });
});
