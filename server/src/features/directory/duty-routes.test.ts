import { findOrphans } from '@zhitong/domain/directory/duty-orphans';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { settle } from '#testing/loop-play';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { enterMatter, hire } from '#testing/test-duties';
import { bankA, bankB, bureau, buyer, hrss, tackle, testCity } from '#testing/test-world';
import { loadWholeTable } from './duty-city.ts';

let world: TestApp;
let bureauClient: TestClient;
let handler: TestClient;
let firm: TestClient;
const owner = hrss.person.postId;
let deputy: string;

beforeAll(async () => {
  world = await createTestApp();
  [bureauClient, handler, firm] = await Promise.all([
    world.signIn(bureau.username),
    world.signIn(hrss.username),
    world.signIn(buyer.username),
  ]);
  deputy = (await hire(bureauClient, { name: '演示-未一' })).postId;
});
afterAll(() => world.close());

const facts = { title: '企业用工招聘', list: 'problem', class: 'simple', level: 'city' };
const read = async (id: string, asOf = '') =>
  (await bureauClient.get(`/api/duties/${id}${asOf && `?asOf=${asOf}`}`)).json();

describe('putting a matter on the duty table', () => {
  it('is refused to everybody but the bureau', async () => {
    const body = { ...facts, number: '1', bodyId: hrss.id, ownerPostId: owner };
    for (const client of [handler, firm]) expect((await client.post('/api/duties', body)).statusCode).toBe(403);
  });

  it('refuses a number that is taken, a body that is none, and an owner from elsewhere', async () => {
    const id = await enterMatter(world, { ownerPostId: owner, title: '占号' });
    const { number } = await read(id);
    const named = { ...facts, bodyId: hrss.id, ownerPostId: owner };
    const taken = await bureauClient.post('/api/duties', { ...named, number });
    expect(taken.json()).toMatchObject({ code: 'directory.duty-number-taken', message: `编号 ${number} 已用于“占号”` });
    const nowhere = { ...named, number: 'n1', bodyId: '01900000-0000-7000-8000-00000000beef' };
    expect((await bureauClient.post('/api/duties', nowhere)).json().code).toBe('directory.body-unknown');
    const stranger = await bureauClient.post('/api/duties', {
      ...named,
      number: 'n2',
      ownerPostId: bankA.person.postId,
    });
    expect([stranger.statusCode, stranger.json().code]).toEqual([409, 'directory.holder-not-there']);
    const twice = await bureauClient.post('/api/duties', { ...named, number: 'n3', deputyPostId: owner });
    expect(twice.json().code).toBe('directory.holder-one-person');
  });

  it('asks who follows when the owner’s post has a last day', async () => {
    const short = await hire(bureauClient, { name: '演示-未二', to: '2026-12-31' });
    const body = { ...facts, number: 'n4', bodyId: hrss.id, ownerPostId: short.postId };
    const refused = await bureauClient.post('/api/duties', body);
    expect(refused.json()).toMatchObject({ code: 'directory.holder-not-there', details: { day: '2026-12-31' } });
    const next = { ownerPostId: deputy, deputyPostId: null };
    const id = (await bureauClient.post('/api/duties', { ...body, next })).json().duty.id;
    expect([(await read(id)).owner.name, (await read(id, '2026-12-31')).owner.name]).toEqual([
      '演示-未二',
      '演示-未一',
    ]);
  });
});

describe('the duty table', () => {
  it('is found by number, title, everyday words and body, and filtered by list', async () => {
    const id = await enterMatter(world, { ownerPostId: owner, deputyPostId: deputy, title: '厂区公交站点' });
    const { number } = await read(id);
    const find = async (query: string) =>
      (await handler.get(`/api/duties?${query}`)).json().duties.map((duty: { id: string }) => duty.id);
    for (const q of [number, '公交站点', '电费太贵', '人力资源']) expect(await find(`q=${q}&limit=100`)).toContain(id);
    expect(await find('q=公交站点&list=funding')).toEqual([]);
    expect(await find(`q=公交站点&body=${bankA.id}`)).toEqual([]);
  });

  it('is read page by page in the order people count in', async () => {
    const all = (await handler.get('/api/duties?limit=100')).json();
    const pages: string[] = [];
    for (let offset = 0; offset < all.total; offset += 2)
      for (const duty of (await handler.get(`/api/duties?limit=2&offset=${offset}`)).json().duties) pages.push(duty.id);
    expect(pages).toEqual(all.duties.map((duty: { id: string }) => duty.id));
  });

  it('shows a day before the matter came as empty, and nothing of it in another city', async () => {
    const before = (await handler.get('/api/duties?asOf=2026-11-22')).json();
    expect(before).toMatchObject({ asOf: '2026-11-22', total: 0, duties: [] });
    const id = await enterMatter(world, { ownerPostId: owner });
    const elsewhere = await world.signIn('firm.yantai');
    expect((await elsewhere.get(`/api/duties/${id}`)).statusCode).toBe(404);
    expect((await elsewhere.get('/api/duties')).json().total).toBe(0);
  });
});

describe('a matter', () => {
  it('moves to another body from a day on, and the old days keep their answer', async () => {
    const id = await enterMatter(world, { ownerPostId: owner, deputyPostId: deputy });
    const move = { bodyId: bankA.id, ownerPostId: bankA.person.postId, from: '2026-12-01', why: '机构职能调整' };
    expect((await handler.post(`/api/duties/${id}/move`, move)).statusCode).toBe(403);
    expect((await bureauClient.post(`/api/duties/${id}/move`, { ...move, ownerPostId: owner })).statusCode).toBe(409);
    expect((await bureauClient.post(`/api/duties/${id}/move`, move)).statusCode).toBe(200);
    expect([(await read(id, '2026-11-30')).body.id, (await read(id, '2026-12-01')).body.id]).toEqual([
      hrss.id,
      bankA.id,
    ]);
    expect((await read(id)).history).toHaveLength(2);
  });

  it('ends by date and cannot be assigned after that', async () => {
    const id = await enterMatter(world, { ownerPostId: owner });
    await bureauClient.post(`/api/duties/${id}/ending`, { on: '2026-12-01' });
    expect((await read(id, '2026-12-02')).inForce).toBe(false);
    const late = { ownerPostId: deputy, from: '2026-12-05' };
    expect((await bureauClient.post(`/api/duties/${id}/assignment`, late)).json().code).toBe('directory.duty-ended');
  });

  it('is assigned by the manager of its body and by no other', async () => {
    const manager = await hire(bureauClient, { name: '演示-申一', body: tackle.id, role: 'member' });
    const own = { bodyId: tackle.id, ownerPostId: tackle.person.postId };
    const id = await enterMatter(world, own);
    const assign = (client: TestClient) => client.post(`/api/duties/${id}/assignment`, { ownerPostId: manager.postId });
    expect((await assign(firm)).statusCode).toBe(403);
    expect((await assign(await world.signIn(tackle.username))).statusCode).toBe(200);
    expect((await read(id)).allowed).toEqual(['assign', 'change']);
  });

  it('changes its words under the same number', async () => {
    const id = await enterMatter(world, { ownerPostId: owner });
    const { number } = await read(id);
    const changed = { ...facts, number, title: '改了名的事项', words: ['招不到人'], basis: '《就业促进法》' };
    expect((await bureauClient.put(`/api/duties/${id}`, changed)).statusCode).toBe(200);
    expect(await read(id)).toMatchObject({ title: '改了名的事项', words: ['招不到人'], basis: '《就业促进法》' });
  });
});

describe('a body', () => {
  it('is not merged away while it is responsible for matters', async () => {
    await enterMatter(world, { bodyId: bankA.id, ownerPostId: bankA.person.postId, title: '并走的事项' });
    const merge = await bureauClient.post(`/api/organisations/${bankA.id}/merge`, { into: bankB.id });
    expect(merge.json()).toMatchObject({ code: 'directory.body-holds-matters' });
    expect(merge.json().details.matters.map(({ title }: { title: string }) => title)).toContain('并走的事项');
  });
});

describe('a leave', () => {
  it('puts the cover, else the deputy, in the owner’s place, and says so on both pages', async () => {
    const id = await enterMatter(world, { ownerPostId: owner, deputyPostId: deputy });
    const leave = { from: '2026-11-23', to: '2026-11-25', coverPostId: deputy };
    const entered = await handler.post('/api/leaves', leave);
    expect(entered.statusCode).toBe(201);
    expect((await read(id)).answering).toMatchObject({
      name: '演示-未一',
      because: 'cover',
      path: ['演示-庚', '演示-未一'],
    });
    expect((await read(id, '2026-11-25')).answering.because).toBe('owner');
    const mine = (await handler.get('/api/duties/mine')).json();
    expect(mine.leave).toMatchObject({ to: '2026-11-25', cover: '演示-未一' });
    expect(mine.matters.find((matter: { id: string }) => matter.id === id)).toMatchObject({
      part: 'away',
      until: '2026-11-25',
    });
    const again = await handler.post('/api/leaves', leave);
    expect(again.json().code).toBe('directory.away-already');
    const back = { leaveId: entered.json().leave.id };
    expect((await firm.post('/api/leaves/return', back)).statusCode).toBe(403);
    expect((await handler.post('/api/leaves/return', back)).statusCode).toBe(200);
    expect((await read(id)).answering.because).toBe('owner');
  });

  it('is refused when it would leave a matter to nobody, also round a circle of covers', async () => {
    const [one, two] = [
      await hire(bureauClient, { name: '演示-酉一' }),
      await hire(bureauClient, { name: '演示-酉二' }),
    ];
    await enterMatter(world, { ownerPostId: one.postId, title: '循环代办' });
    const days = { from: '2026-12-01', to: '2026-12-05' };
    const leave = (postId: string, coverPostId: string | null) =>
      bureauClient.post('/api/leaves', { ...days, postId, coverPostId });
    const alone = await leave(one.postId, null);
    expect(alone.json()).toMatchObject({ code: 'directory.leave-orphans', details: { count: 1, matters: '循环代办' } });
    expect((await leave(one.postId, one.postId)).json().code).toBe('directory.cover-not-there');
    expect((await leave(one.postId, bankA.person.postId)).json().code).toBe('directory.cover-not-there');
    expect((await leave(one.postId, two.postId)).statusCode).toBe(201);
    expect((await leave(two.postId, one.postId)).json().code).toBe('directory.leave-orphans');
    expect((await leave(two.postId, deputy)).statusCode).toBe(201);
  });

  it('is not entered by a colleague, nor for days that are over', async () => {
    const days = { from: '2026-12-10', to: '2026-12-12' };
    expect((await handler.post('/api/leaves', { ...days, postId: deputy })).statusCode).toBe(403);
    expect((await handler.post('/api/leaves', { from: '2026-11-01', to: '2026-11-20' })).json().code).toBe(
      'directory.leave-days',
    );
  });
});

describe('the check of the whole table', () => {
  it('finds nothing as long as everything went through the desk, and names what was tampered with', async () => {
    const check = () =>
      inContext(world.database, { city: testCity, viewer: 'system' }, async (tx) =>
        findOrphans(await loadWholeTable(tx, { city: testCity, since: '2026-11-23' }), '2026-11-23'),
      );
    expect(await check()).toEqual([]);
    const id = await enterMatter(world, { ownerPostId: owner, title: '被截断的事项' });
    await inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
      sql`update duty_term set valid_to = '2026-12-01' where city = ${testCity} and duty_id = ${id}`.execute(tx),
    );
    expect(await check()).toMatchObject([{ matter: { title: '被截断的事项' }, day: '2026-12-01', cause: 'no-term' }]);
  });
});

describe('the body', () => {
  it('is told who answers from when', async () => {
    const id = await enterMatter(world, { ownerPostId: owner, title: '通知谁负责' });
    await settle(world);
    const { entries } = (await handler.get('/api/inbox?limit=200')).json();
    const told = entries.find((entry: { subjectId: string }) => entry.subjectId === id);
    expect(told).toMatchObject({ type: 'duty.assigned', link: `/duties/${id}` });
    expect(told.text).toMatch(/“通知谁负责”自11月23日起由演示-庚负责/);
  });
});
