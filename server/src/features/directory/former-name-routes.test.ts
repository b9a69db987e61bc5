import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { buyer, spunbond } from '#testing/test-world';

let house: TestApp;
let office: TestClient;
let firm: TestClient;
beforeAll(async () => {
  house = await createTestApp();
  [office, firm] = await Promise.all([house.signIn('bureau'), house.signIn('firm.buyer')]);
});
afterAll(() => house.close());

const versionOf = async (id: string) => (await office.get(`/api/organisations/${id}`)).json().version;
const found = async (q: string) =>
  (await office.get(`/api/organisations?q=${encodeURIComponent(q)}`))
    .json()
    .organisations.map(({ name }: { name: string }) => name);
const statesOf = async (id: string) => (await office.get(`/api/organisations/${id}/history`)).json().states;
const add = async (client: TestClient, id: string, body: object) =>
  client.post(`/api/organisations/${id}/former-names`, { version: await versionOf(id), ...body });
const old = { name: '文登鹤羽纺织厂', from: '2001-01-01', until: '2010-06-01' };

describe('a former name', () => {
  it('stands in the history by day, and the organisation is found by it and by the first letters of its sound', async () => {
    expect(await found('鹤羽')).toEqual([]);
    expect((await add(office, spunbond.id, { ...old, source: '工商档案' })).statusCode).toBe(201);
    expect(await found('鹤羽')).toEqual([spunbond.name]);
    expect(await found('wdhyfzc')).toEqual([spunbond.name]);
    expect(await statesOf(spunbond.id)).toMatchObject([
      { from: old.until, to: null, name: spunbond.name, byHand: false },
      { from: old.from, to: old.until, name: old.name, byHand: true },
    ]);
    const tree = await office.get('/api/organisations/tree?below=kind:enterprise/371003&asOf=2005-01-01');
    expect(tree.body).toContain(old.name);
  });

  it('is refused where the days are taken, lie ahead or end before they begin, and when it is the present name', async () => {
    const overlapping = { name: '文登另名厂', from: '2009-01-01', until: '2010-01-01' };
    expect((await add(office, spunbond.id, overlapping)).json().code).toBe('organisations.overlap');
    expect((await add(office, buyer.id, { name: '康护旧厂', until: '2030-01-01' })).json().code).toBe(
      'organisations.future-date',
    );
    expect(
      (await add(office, buyer.id, { name: '康护旧厂', from: '2020-01-01', until: '2019-01-01' })).json().code,
    ).toBe('organisations.period-empty');
    expect((await add(office, buyer.id, { name: buyer.name, until: '2019-01-01' })).json().code).toBe(
      'organisations.former-name-present',
    );
    expect((await add(office, buyer.id, { name: '厂', until: '2019-01-01' })).json().code).toBe(
      'organisations.name-missing',
    );
  });

  it('entered by hand is taken back by hand, and the history keeps that it stood there', async () => {
    await add(firm, buyer.id, { name: '康护卫材厂', until: '2015-01-01' });
    expect(await found('康护卫材')).toEqual([buyer.name]);
    const taken = await firm.post(`/api/organisations/${buyer.id}/former-names/removal`, {
      ...{ version: await versionOf(buyer.id), until: '2015-01-01', why: '填错了' },
    });
    expect(taken.statusCode).toBe(200);
    expect(await found('康护卫材')).toEqual([]);
    const [line] = (await office.get(`/api/organisations/${buyer.id}/history`)).json().changes;
    expect(line).toMatchObject({
      ...{ field: 'formerName', before: { name: '康护卫材厂', from: null, until: '2015-01-01' }, after: null },
      why: '填错了',
    });
  });

  it('taken back puts back since when the present name holds, after one and after two', async () => {
    const made = await office.post('/api/organisations', { name: '威海始于今日有限公司', kind: 'enterprise' });
    const { id } = made.json().organisation;
    const since = async () => (await statesOf(id)).find(({ to }: { to: string | null }) => to === null).from;
    const takeBack = async (until: string) =>
      office.post(`/api/organisations/${id}/former-names/removal`, { version: await versionOf(id), until });
    const begin = await since();
    const [later, earlier] = [
      { name: '威海始于甲厂', from: '2010-01-01', until: '2015-01-01' },
      { name: '威海始于乙厂', from: '2005-01-01', until: '2009-01-01' },
    ];
    expect((await add(office, id, later)).statusCode).toBe(201);
    expect(await since()).toBe(later.until);
    expect((await takeBack(later.until)).statusCode).toBe(200);
    expect(await since()).toBe(begin);
    for (const one of [later, earlier]) expect((await add(office, id, one)).statusCode).toBe(201);
    expect((await takeBack(later.until)).statusCode).toBe(200);
    expect(await since()).toBe(earlier.until);
    expect((await takeBack(earlier.until)).statusCode).toBe(200);
    expect(await since()).toBe(begin);
  });

  it('left behind by a change stays, whoever asks', async () => {
    const made = await office.post('/api/organisations', { name: '威海换名前有限公司', kind: 'enterprise' });
    const { id } = made.json().organisation;
    const facts = { name: '威海换名后有限公司', kind: 'enterprise' };
    await office.put(`/api/organisations/${id}`, { version: 1, facts, effective: '2024-01-01' });
    expect(await found('换名前')).toEqual(['威海换名后有限公司']);
    const asked = await office.post(`/api/organisations/${id}/former-names/removal`, {
      ...{ version: await versionOf(id), until: '2024-01-01' },
    });
    expect(asked.json().code).toBe('organisations.former-name-kept');
  });

  it('is entered by the firm’s manager or the bureau, by nobody else', async () => {
    for (const username of ['firm.spunbond', 'firm.tackle', 'handler.hrss'])
      expect((await add(await house.signIn(username), buyer.id, old)).statusCode).toBe(403);
  });
});
