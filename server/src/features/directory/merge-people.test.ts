import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { goodQuote, matchOf, meltblownText, newKey, publish, settle } from '#testing/loop-play';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { writeTestDeal } from '#testing/test-deal';
import { buyer, meltblown, spunbond, tackle, testCity } from '#testing/test-world';
import { fillNameParts } from './organisation-name-store.ts';

let house: TestApp;
let office: TestClient;
beforeAll(async () => {
  house = await createTestApp();
  await fillNameParts(house.database, testCity);
  office = await house.signIn('bureau');
});
afterAll(() => house.close());

const system = { city: testCity, viewer: 'system' } as const;
const merge = async (away: string, into: string, more: object = {}) =>
  office.post(`/api/organisations/${away}/merge`, { into, ...more });
const split = (id: string) => office.post(`/api/merges/${id}/split`);
const create = async (name: string) =>
  (await office.post('/api/organisations', { kind: 'enterprise', name })).json().organisation.id as string;

interface Post {
  readonly id: string;
  readonly role: string;
  readonly organisation: { readonly id: string };
}
const postsOf = async (client: TestClient): Promise<readonly Post[]> => (await client.get('/api/session')).json().posts;
const at = async (client: TestClient, organisation: string) => {
  const post = (await postsOf(client)).find((one) => one.organisation.id === organisation);
  return { 'x-zhitong-post': post?.id ?? '' };
};
const notices = async (client: TestClient, type: string, language = 'zh') =>
  (await client.get('/api/inbox', { 'accept-language': language }))
    .json()
    .entries.filter((entry: { type: string }) => entry.type === type)
    .map((entry: { text: string }) => entry.text) as string[];

describe('after a merge', () => {
  let supplier: TestClient;
  let other: TestClient;
  let mergeId: string;
  let openNeed: string;
  beforeAll(async () => {
    [supplier, other] = [await house.signIn('firm.meltblown'), await house.signIn('firm.tackle')];
    openNeed = await publish(await house.signIn('firm.buyer'));
    await settle(house);
    mergeId = (await merge(meltblown.id, tackle.id, { why: '登记了两次' })).json().merge.id;
    house.effects.pass(10_000);
  });
  afterAll(async () => {
    // whoever loses a post acts no more from that moment on: no time passes here
    expect((await split(mergeId)).json().kept).toEqual([]);
    expect(await postsOf(supplier)).toHaveLength(1);
    expect(await postsOf(other)).toHaveLength(1);
  });

  it('the people of both hold their post at both, and begin at the record that stays', async () => {
    const places = async (client: TestClient) => (await postsOf(client)).map(({ organisation }) => organisation.id);
    expect(await places(supplier)).toEqual([tackle.id, meltblown.id]);
    expect(await places(other)).toEqual([tackle.id, meltblown.id]);
  });

  it('the people of the record that stays answer what the other was asked, and nobody else does', async () => {
    const old = await at(other, meltblown.id);
    const { opportunities } = (await other.get('/api/opportunities?limit=100', old)).json();
    const match = opportunities.find((row: { need: { id: string } }) => row.need.id === openNeed).match.id;
    const third = await house.signIn('firm.spunbond');
    expect((await third.post(`/api/matches/${match}/responses`, goodQuote)).statusCode).toBe(404);
    expect((await other.post(`/api/matches/${match}/responses`, goodQuote, old)).statusCode).toBe(201);
  });

  it('new needs and offers are published under the record that stays only, with a sentence that says so', async () => {
    const old = await at(supplier, meltblown.id);
    const need = { kind: 'sourcing', text: meltblownText, idempotencyKey: newKey() };
    const refused = await supplier.post('/api/needs', need, old);
    expect(refused.json()).toMatchObject({
      code: 'merges.stands-now',
      message: expect.stringContaining(`“${tackle.name}”的岗位`),
    });
    const offer = { productText: '熔喷布' };
    expect((await supplier.post('/api/offers', offer, old)).json().code).toBe('merges.stands-now');
    expect((await supplier.post('/api/offers', offer)).statusCode).toBe(201);
    const page = (await office.get(`/api/organisations/${meltblown.id}`)).json();
    const facts = { name: '改名', kind: 'enterprise' };
    const change = await office.put(`/api/organisations/${meltblown.id}`, { version: page.version, facts });
    expect(change.json().code).toBe('merges.stands-now');
    const offers = (await supplier.get('/api/offers')).json().offers;
    const own = offers.find((one: { productText: string }) => one.productText === '熔喷布');
    await supplier.del(`/api/offers/${own.id}`);
  });

  it('who looks for the old name or the old code finds the record that stays, and the old link leads to it', async () => {
    const firm = await house.signIn('firm.buyer');
    const found = async (q: string) =>
      (await firm.get(`/api/organisations?q=${encodeURIComponent(q)}`)).json().organisations;
    expect((await found('净川熔喷')).map(({ id }: { id: string }) => id)).toEqual([tackle.id]);
    const { into } = (await firm.get(`/api/organisations/${meltblown.id}/merged`)).json();
    expect(into).toEqual({ id: tackle.id, name: tackle.name });
    expect((await firm.get(`/api/organisations/${meltblown.id}`)).statusCode).toBe(200);
  });

  it('both are told in their language', async () => {
    await settle(house);
    expect(await notices(supplier, 'organisation.merged')).toEqual([
      `“${meltblown.name}”已并入“${tackle.name}”，今后以后者办理；原有的需求和成交，切换到原岗位继续办`,
    ]);
    expect((await notices(other, 'organisation.merged', 'en'))[0]).toContain('was merged into');
  });
});

describe('a merge is refused', () => {
  it('while the two have a deal with each other, which proves that they are two', async () => {
    await writeTestDeal(house.database, { newId: house.effects.newId, buyer, seller: spunbond });
    const reply = await merge(spunbond.id, buyer.id);
    expect([reply.statusCode, reply.json().code]).toEqual([409, 'merges.deal-between']);
    expect(reply.json().message).toContain('1 笔成交');
    expect((await merge(buyer.id, spunbond.id)).json().code).toBe('merges.deal-between');
  });

  it('to the second of two officers who merge the same pair at once', async () => {
    const [away, into] = [await create('威海双办甲有限公司'), await create('威海双办乙有限公司')];
    const second = await house.signInAnew('bureau');
    const body = { into };
    const both = await Promise.all(
      [office, second].map((client) => client.post(`/api/organisations/${away}/merge`, body)),
    );
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 409]);
    expect(both.find(({ statusCode }) => statusCode === 409)?.json().code).toBe('merges.already');
  });
});

describe('one’s own quote', () => {
  it('cannot be chosen once the two are one', async () => {
    const [asker, seller] = [await house.signIn('firm.tackle'), await house.signIn('firm.meltblown')];
    const needId = await publish(asker);
    const matchId = await matchOf(house, seller, needId);
    const given = await seller.post(`/api/matches/${matchId}/responses`, goodQuote);
    const responseId = given.json().response.id;
    const { id } = (await merge(meltblown.id, tackle.id)).json().merge;
    const reply = await asker.post(`/api/needs/${needId}/choice`, { responseId });
    expect([reply.statusCode, reply.json().code]).toEqual([409, 'matching.own-quote']);
    expect((await split(id)).statusCode).toBe(200);
    expect((await asker.post(`/api/needs/${needId}/choice`, { responseId })).statusCode).toBe(201);
  });
});

describe('a merged record that is merged again', () => {
  it('leads to the last one, whose people hold posts at all three, and is split from the last on', async () => {
    const [first, second, third] = [await create('威海链甲有限公司'), await create('威海链乙有限公司'), buyer.id];
    const firm = await house.signIn('firm.buyer');
    const one = (await merge(first, second)).json().merge.id;
    const two = (await merge(second, third)).json().merge.id;
    house.effects.pass(10_000);
    expect((await postsOf(firm)).map(({ organisation }) => organisation.id)).toEqual([third, first, second]);
    expect((await firm.get(`/api/organisations/${first}/merged`)).json().into.id).toBe(third);
    const away = (await firm.get(`/api/organisations/${third}/merged`)).json().away;
    expect(away.map(({ id }: { id: string }) => id).toSorted()).toEqual([first, second].toSorted());
    expect((await office.get('/api/organisations?q=链甲')).json().organisations[0].id).toBe(third);
    expect((await split(one)).json().code).toBe('merges.later-first');
    expect((await split(two)).json().kept).toEqual([]);
    expect((await split(one)).json().kept).toEqual([]);
    house.effects.pass(10_000);
    expect(await postsOf(firm)).toHaveLength(1);
    expect((await office.get('/api/organisations?q=链甲')).json().organisations[0].id).toBe(first);
  });
});

describe('the history of the record that stays', () => {
  it('says which facts a merge and a split changed, with where they come from; the source goes along and back', async () => {
    const into = await create('威海史留有限公司');
    const away = (
      await office.post('/api/organisations', {
        ...{ kind: 'enterprise', name: '威海史并有限公司', shortName: '史并' },
        ...{ source: '市场监管局', asOf: '2026-10-01', level: 'documented' },
      })
    ).json().organisation.id;
    const { id } = (await merge(away, into, { choices: { shortName: 'merged' }, why: '同一家' })).json().merge;
    const origins = async () => (await office.get(`/api/organisations/${into}`)).json().origins;
    const lines = async () => (await office.get(`/api/organisations/${into}/history`)).json().changes;
    expect(await lines()).toMatchObject([
      {
        ...{ field: 'shortName', before: null, after: '史并', why: '并入“威海史并有限公司”：同一家' },
        ...{ source: '市场监管局', asOf: '2026-10-01', level: 'documented' },
      },
    ]);
    expect(await origins()).toContainEqual(expect.objectContaining({ field: 'shortName', source: '市场监管局' }));
    house.effects.pass(60_000);
    await split(id);
    expect((await lines())[0]).toMatchObject({ field: 'shortName', before: '史并', after: null });
    expect(await origins()).not.toContainEqual(expect.objectContaining({ source: '市场监管局' }));
  });
});

describe('a place in an alliance', () => {
  it('goes along, unless the record that stays has it already; the split puts both back', async () => {
    const [into, away] = [await create('威海盟留有限公司'), await create('威海盟并有限公司')];
    const alliances = await Promise.all(
      ['甲', '乙'].map(async (name) => {
        const body = { kind: 'alliance', name: `威海产业${name}联盟` };
        return (await office.post('/api/organisations', body)).json().organisation.id as string;
      }),
    );
    const [shared = '', single = ''] = alliances;
    const place = (alliance_id: string, member_id: string) => ({
      ...{ city: testCity, id: house.effects.newId(), alliance_id, member_id, source: 'test', as_of: '2026-01-01' },
    });
    const places = [place(shared, into), place(shared, away), place(single, away)];
    await inContext(house.database, system, (tx) => tx.insertInto('alliance_member').values(places).execute());
    const members = async () =>
      inContext(house.database, system, (tx) =>
        tx
          .selectFrom('alliance_member')
          .select(['alliance_id', 'member_id'])
          .where('city', '=', testCity)
          .where('alliance_id', 'in', alliances)
          .orderBy('id')
          .execute(),
      );
    const before = await members();
    const { id } = (await merge(away, into)).json().merge;
    expect(await members()).toEqual([before[0], before[1], { alliance_id: single, member_id: into }]);
    await split(id);
    expect(await members()).toEqual(before);
  });
});

describe('what was worked between a merge and its split', () => {
  let into: string;
  let away: string;
  let id: string;
  let pairs = 0;
  beforeEach(async () => {
    [into, away] = [await create(`威海间留${++pairs}有限公司`), await create(`威海间并${pairs}有限公司`)];
    const person = { name: `演示-间${house.effects.newId().slice(-4)}`, role: 'member' };
    expect((await office.post(`/api/organisations/${away}/people`, person)).statusCode).toBe(201);
    id = (await merge(away, into)).json().merge.id;
  });
  const posts = () =>
    inContext(house.database, system, (tx) =>
      tx
        .selectFrom('post')
        .select(['id', 'organisation_id', 'valid_to'])
        .where('city', '=', testCity)
        .where('organisation_id', 'in', [into, away])
        .execute(),
    );

  it('stays where it was done: a colleague who came to the record that stays remains there', async () => {
    const person = { name: '演示-间来', role: 'manager' };
    expect((await office.post(`/api/organisations/${into}/people`, person)).statusCode).toBe(201);
    expect((await split(id)).json().kept).toEqual([]);
    expect((await posts()).map(({ organisation_id }) => organisation_id).toSorted()).toEqual([into, away].toSorted());
  });

  it('keeps a given post that ended by itself, without the one it was given for, and names it', async () => {
    const given = (await posts()).find(({ organisation_id }) => organisation_id === into);
    await inContext(house.database, system, (tx) =>
      tx
        .updateTable('post')
        .set({ valid_to: '2026-12-31' })
        .where('city', '=', testCity)
        .where('id', '=', given?.id ?? '')
        .execute(),
    );
    expect((await split(id)).json().kept).toEqual([{ table: 'post', key: given?.id, column: '*' }]);
    expect(await posts()).toContainEqual({ ...given, valid_to: '2026-12-31' });
  });
});
