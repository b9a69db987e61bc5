import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { submitProblem } from '#testing/case-play';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { enterMatter } from '#testing/test-duties';
import { bureau, buyer, chainOffice, emergencyBureau, hrss, tackle, testCity } from '#testing/test-world';
import { answersForMatter } from './district-bodies.ts';

let world: TestApp;
let asBuyer: TestClient;
let asTackle: TestClient;
let loan: string;
let cityLoan: string;

beforeAll(async () => {
  world = await createTestApp();
  [asBuyer, asTackle] = await Promise.all([world.signIn('firm.buyer'), world.signIn('firm.tackle')]);
  const of = { bodyId: hrss.id, ownerPostId: hrss.person.postId, list: 'funding' };
  loan = await enterMatter(world, { ...of, title: '抽贷断贷协调', level: 'district' });
  cityLoan = await enterMatter(world, { ...of, title: '上市后备企业培育' });
  // the buyer's district has a finance desk of its own; the other firm's has none
  await inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
    tx
      .insertInto('district_body')
      .values({
        ...{ city: testCity, list: 'funding', body_id: hrss.id, region: buyer.region, source: 'test' },
        district_body_id: emergencyBureau.id,
      })
      .execute(),
  );
});
afterAll(() => world.close());

const ask = async (client: TestClient, wish: { matter?: string; body?: string; text: string }) => {
  const { caseId, needId } = await submitProblem(client, { kind: 'funding', ...wish });
  const { lead } = (await client.get(`/api/cases/${caseId}`)).json().case;
  const zh = (await client.get(`/api/needs/${needId}/timeline`)).json().events.at(0).text;
  const en = (await client.get(`/api/needs/${needId}/timeline`, { 'accept-language': 'en' })).json().events.at(0).text;
  return { lead: lead.id, zh, en };
};

describe('a request for money that districts handle', () => {
  it('goes to the finance desk of the firm’s own district, whether its matter was named or found', async () => {
    const named = await ask(asBuyer, { matter: loan, text: '贷款到期银行要抽贷，请协调' });
    expect(named.lead).toBe(emergencyBureau.id);
    expect(named.zh).toContain(`由${emergencyBureau.name}办理（企业所在区市的单位）`);
    const found = await ask(asBuyer, { text: '请帮忙做抽贷断贷协调' });
    expect(found.lead).toBe(emergencyBureau.id);
  });

  it('goes to it also when no matter was found: the desk of the list is that of the district', async () => {
    expect((await ask(asBuyer, { text: 'qwerty' })).lead).toBe(emergencyBureau.id);
  });

  it('stays with the city’s body where the district has none, and the firm reads why in both languages', async () => {
    expect(tackle.region).not.toBe(buyer.region);
    const { lead, zh, en } = await ask(asTackle, { matter: loan, text: '银行说要压贷，帮忙协调' });
    expect(lead).toBe(hrss.id);
    expect(zh).toContain('企业所在区市没有对应的单位，由市里的单位办理');
    expect(en).toContain('the firm’s district has no such body');
  });

  it('stays with the city’s body for a firm that names no district, and says so', async () => {
    await inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
      tx
        .updateTable('organisation')
        .set({ region: null })
        .where('city', '=', testCity)
        .where('id', '=', tackle.id)
        .execute(),
    );
    const { lead, zh } = await ask(asTackle, { matter: loan, text: '又来问银行压贷的事' });
    expect([lead, zh.includes('企业没有登记所在区市')]).toEqual([hrss.id, true]);
  });

  it('that the city decides itself, or that the firm addressed to a body, is not moved', async () => {
    const decided = await ask(asBuyer, { matter: cityLoan, text: '想进上市后备库' });
    expect([decided.lead, decided.zh.includes('区市')]).toEqual([hrss.id, false]);
    expect((await ask(asBuyer, { body: chainOffice.id, text: '请链办看看贷款' })).lead).toBe(chainOffice.id);
  });

  it('is shown in the form with the body it will go to', async () => {
    const route = await asBuyer.post('/api/needs/route', { text: '抽贷断贷协调' });
    expect(route.json().candidates[0].body).toEqual({ id: emergencyBureau.id, name: emergencyBureau.name });
  });
});

describe('the matter of a body of the city', () => {
  it('may be answered for, in articles and templates, by the body of a district in its place too, and by no other', async () => {
    const may = (organisationId: string) =>
      inContext(world.database, { city: testCity, viewer: 'organisation', organisation: organisationId }, (tx) =>
        answersForMatter(tx, { viewer: { city: testCity, organisationId }, dutyId: loan, day: '2026-11-23' }),
      );
    expect(await Promise.all([hrss.id, emergencyBureau.id, chainOffice.id].map(may))).toEqual([true, true, false]);
  });
});

describe('a list chosen by hand', () => {
  const unsure = '想问问退役军人创业担保贷款贴息的事';

  it('decides among its own matters where the text is unsure, in the form and when it is sent', async () => {
    const problem = await enterMatter(world, {
      ...{ bodyId: chainOffice.id, ownerPostId: chainOffice.person.postId, title: '退役军人创业担保贷款贴息申领' },
    });
    await enterMatter(world, {
      ...{
        bodyId: bureau.id,
        ownerPostId: bureau.person.postId,
        title: '退役军人创业担保贷款贴息备案',
        list: 'funding',
      },
    });
    const open = (await asBuyer.post('/api/needs/route', { text: unsure })).json();
    expect(open.confident).toBe(false);
    const chosen = (await asBuyer.post('/api/needs/route', { text: unsure, list: 'problem' })).json();
    expect(chosen).toMatchObject({ list: 'problem', confident: true, candidates: [{ duty: { id: problem } }] });
    const left = await submitProblem(asBuyer, { text: unsure });
    expect((await asBuyer.get(`/api/cases/${left.caseId}`)).json().case.lead.id).toBe(bureau.id);
    const byHand = await submitProblem(asBuyer, { text: `${unsure}，`, listBy: 'person' });
    expect((await asBuyer.get(`/api/cases/${byHand.caseId}`)).json().case).toMatchObject({
      ...{ lead: { id: chainOffice.id }, matter: { id: problem } },
    });
  });
});
