import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { untilWaiting } from '#testing/lock-waiting';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { enterMatter, hire } from '#testing/test-duties';
import { testHasher } from '#testing/test-hasher';
import {
  auditAdministrator,
  bureau,
  dataBureau,
  emergencyBureau,
  hrss,
  securityAdministrator,
  testCity,
  testWorldPassword,
} from '#testing/test-world';
import { lockSecurityAdministrators } from './post-store.ts';
import { createAccount } from './public.ts';

let world: TestApp;
let office: TestClient;
let security: TestClient;
beforeEach(async () => {
  world = await createTestApp();
  [office, security] = await Promise.all([world.signIn(bureau.username), world.signIn(securityAdministrator.username)]);
});
afterEach(() => world.close());

const people = (organisation: { id: string }) => `/api/organisations/${organisation.id}/people`;
const codeOf = (reply: { statusCode: number; json: () => { code: string } }) => [reply.statusCode, reply.json().code];
const end = (by: TestClient, postId: string, body: object = {}) => by.post(`/api/posts/${postId}/ending`, body);
let names = 0;

/** A second security administrator, entered beside the application, who has signed in unless told. */
async function appoint(given: { from?: string; to?: string; body?: string; signsIn?: boolean } = {}) {
  const { from = '2026-01-01', to = null, body = dataBureau.id, signsIn = true } = given;
  const { newId } = world.effects;
  const [personId, postId, username] = [newId(), newId(), `secadmin.${++names}`];
  await inContext(world.database, { city: testCity, viewer: 'system' }, async (tx) => {
    await tx
      .insertInto('person')
      .values({ city: testCity, id: personId, name: `演示-安${names}`, demo: true })
      .execute();
    await sql`insert into post (city, id, person_id, organisation_id, role, valid_from, valid_to)
      values (${testCity}, ${postId}, ${personId}, ${body}, 'security-administrator', ${from}, ${to})`.execute(tx);
  });
  const account = { username, password: testWorldPassword, city: testCity, personId, hasher: testHasher };
  await createAccount(world.database, world.effects, account);
  const client = signsIn ? await world.signIn(username) : undefined;
  return { personId, postId, username, client };
}

async function accountOf(username: string): Promise<string> {
  return (await security.get(`/api/accounts?q=${username}`)).json().accounts[0].id;
}

describe('whoever becomes an administrator', () => {
  it('is known by a mobile number, so that one human does not become two of them', async () => {
    const wish = { name: '演示-双', role: 'audit-administrator' };
    expect(codeOf(await security.post(people(dataBureau), wish))).toEqual([422, 'directory.administrator-phone']);
    expect((await security.post(people(dataBureau), { ...wish, phone: '13800000041' })).statusCode).toBe(201);
    const again = { ...wish, role: 'security-administrator', phone: '13800000041' };
    expect(codeOf(await security.post(people(dataBureau), again))).toEqual([409, 'directory.administrators-apart']);
  });

  it('is told from every namesake of the city by an explicit word, which stands in the trail', async () => {
    const wish = { name: '演示-名', role: 'audit-administrator', phone: '13800000042' };
    await security.post(people(dataBureau), wish);
    const twice = { ...wish, role: 'security-administrator', phone: '13800000043' };
    const refused = await security.post(people(hrss), twice);
    expect(codeOf(refused)).toEqual([409, 'directory.administrator-namesake']);
    expect(refused.json().message).toContain('已有 1 位叫“演示-名”的人');
    expect((await security.post(people(hrss), { ...twice, anotherPerson: true })).statusCode).toBe(201);
    const trail = await inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
      tx.selectFrom('audit_entry').select('after').where('action', '=', 'post.given').execute(),
    );
    expect(trail.filter(({ after }) => JSON.stringify(after).includes('"anotherPerson":true'))).toHaveLength(1);
  });

  it('needs both also when another role is changed into an administrator’s', async () => {
    const plain = await hire(office, { name: '演示-改' });
    const numbered = await hire(office, { name: '演示-改', phone: '13800000044' });
    const become = (postId: string, body: object = {}) =>
      security.post(`/api/posts/${postId}/role`, { role: 'system-administrator', ...body });
    expect(codeOf(await become(plain.postId))).toEqual([422, 'directory.administrator-phone']);
    expect(codeOf(await become(numbered.postId))).toEqual([409, 'directory.administrator-namesake']);
    expect((await become(numbered.postId, { anotherPerson: true })).statusCode).toBe(200);
  });

  it('takes no part in the city’s business on any day, whoever gives the posts and in whatever order', async () => {
    const { id: personId, name } = auditAdministrator.person;
    const wish = { name, personId, role: 'handler' };
    expect(codeOf(await office.post(people(hrss), wish))).toEqual([409, 'directory.administrator-and-business']);
    const worker = await hire(office, { name: '演示-业', phone: '13800000045', to: '2027-01-01' });
    const rise = (from: string) =>
      security.post(people(dataBureau), {
        ...{ name: '演示-业', personId: worker.personId, role: 'system-administrator', from },
      });
    expect(codeOf(await rise('2026-12-31'))).toEqual([409, 'directory.administrator-and-business']);
    expect((await rise('2027-01-01')).statusCode).toBe(201);
  });

  it('is kept out of the business by the database too, also when two give a post in the same moment', async () => {
    const { personId } = await hire(office, { name: '演示-并', phone: '13800000046', to: '2026-12-01' });
    const wish = { name: '演示-并', personId, from: '2026-12-01' };
    const replies = await Promise.all([
      office.post(people(hrss), { ...wish, role: 'handler' }),
      security.post(people(dataBureau), { ...wish, role: 'system-administrator' }),
    ]);
    expect(replies.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 409]);
    const byHand = inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
      sql`insert into post (city, id, person_id, organisation_id, role, valid_from)
        values (${testCity}, ${world.effects.newId()}, ${auditAdministrator.person.id}, ${hrss.id}, 'member', '2026-01-01')`.execute(
        tx,
      ),
    );
    await expect(byHand).rejects.toThrow('post_administrator_apart');
  });
});

describe('the last security administrator', () => {
  const own = securityAdministrator.person.postId;

  it('stays until another one has signed in', async () => {
    const other = await appoint({ signsIn: false });
    const third = await appoint();
    await end(security, third.postId);
    expect(codeOf(await end(security, own))).toEqual([409, 'directory.last-security-administrator']);
    await world.signIn(other.username);
    // now it is no longer the last one, but nobody takes away rights of its own
    expect(codeOf(await end(security, own))).toEqual([403, 'directory.own-post']);
  });

  it('is ended by another one, never by itself, and not changed into another role by itself', async () => {
    const { client = security } = await appoint();
    const refused = await end(security, own);
    expect(codeOf(refused)).toEqual([403, 'directory.own-post']);
    expect(refused.json().message).toContain('请由另一位安全管理员办理');
    expect(codeOf(await security.post(`/api/posts/${own}/role`, { role: 'system-administrator' }))).toEqual([
      ...[403, 'directory.post-to-oneself'],
    ]);
    expect((await end(client, own)).statusCode).toBe(200);
  });

  it('stays when the others leave later, with the day on which nobody would be there', async () => {
    const { client = security } = await appoint({ to: '2027-03-01' });
    const refused = await end(client, own, { on: '2026-12-31' });
    expect(codeOf(refused)).toEqual([409, 'directory.last-security-administrator']);
    expect(refused.json().message).toContain('从 2027-03-01 起');
    await appoint({ from: '2027-03-01' });
    expect((await end(client, own, { on: '2026-12-31' })).statusCode).toBe(200);
  });

  it('stays when the others begin too late', async () => {
    await appoint({ from: '2027-01-01', signsIn: false });
    const { client = security, postId } = await appoint({ to: '2026-12-15' });
    expect(codeOf(await end(client, own))).toEqual([409, 'directory.last-security-administrator']);
    expect((await end(security, postId)).statusCode).toBe(200);
  });

  it('is not one whose account is locked, and is not locked out itself', async () => {
    const other = await appoint({ to: '2027-03-01' });
    const lock = async (by: TestClient, username: string) =>
      by.post(`/api/accounts/${await accountOf(username)}/lock`, { why: '演示' });
    expect(codeOf(await lock(other.client ?? security, securityAdministrator.username))).toEqual([
      ...[409, 'directory.last-security-administrator'],
    ]);
    const third = await appoint();
    expect((await lock(security, third.username)).statusCode).toBe(200);
    expect(codeOf(await end(other.client ?? security, own))).toEqual([409, 'directory.last-security-administrator']);
  });

  it('is one of two that end each other at the same moment, also from two bodies', async () => {
    const other = await appoint({ body: emergencyBureau.id });
    const replies = await Promise.all([end(security, other.postId), end(other.client ?? security, own)]);
    // the one who comes second is told that nobody would be left, or has lost the post it would have acted in
    const codes = replies.flatMap((reply) => (reply.statusCode === 200 ? [] : [reply.json().code]));
    expect(codes).toHaveLength(1);
    expect(['directory.last-security-administrator', 'directory.no-post']).toContain(codes[0]);
  });

  it('is one of two that lock each other at the same moment', async () => {
    const other = await appoint();
    const ids = [await accountOf(other.username), await accountOf(securityAdministrator.username)];
    const lockEach = [
      async () => security.post(`/api/accounts/${ids[0]}/lock`, { why: '演示' }),
      async () => (other.client ?? security).post(`/api/accounts/${ids[1]}/lock`, { why: '演示' }),
    ];
    // both are let in before either is written: whoever is locked already is told to sign in
    const replies = await inContext(world.database, { city: testCity, viewer: 'system' }, async (tx) => {
      await lockSecurityAdministrators(tx, testCity);
      const both = lockEach.map((begin) => begin());
      await untilWaiting(world.database, 2);
      return { both };
    }).then(({ both }) => Promise.all(both));
    expect(replies.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
  });
});

describe('somebody whose post ends', () => {
  it('acts no more from that moment on, on a page that was open', async () => {
    const colleague = world.signIn(hrss.username);
    const client = await colleague;
    expect((await client.get('/api/home')).statusCode).toBe(200);
    expect((await end(office, hrss.person.postId)).statusCode).toBe(200);
    expect(codeOf(await client.get('/api/home'))).toEqual([403, 'directory.no-post']);
  });

  it('acts in another role from the moment it is given', async () => {
    const client = await world.signIn(hrss.username);
    expect((await client.post(people(hrss), { name: '演示-早', role: 'handler' })).statusCode).toBe(403);
    await office.post(`/api/posts/${hrss.person.postId}/role`, { role: 'manager' });
    expect((await client.post(people(hrss), { name: '演示-早', role: 'handler' })).statusCode).toBe(201);
  });
});

describe('a matter that is to move to another body', () => {
  it('is given to somebody else by its own body only until that day', async () => {
    const [boss, next] = [
      await hire(office, { name: '演示-科', role: 'manager' }),
      await hire(office, { name: '演示-员' }),
    ];
    const there = emergencyBureau.person.postId;
    const duty = await enterMatter(world, { ownerPostId: boss.postId });
    const move = { bodyId: emergencyBureau.id, ownerPostId: there, from: '2027-01-01' };
    expect((await office.post(`/api/duties/${duty}/move`, move)).statusCode).toBe(200);
    await createAccount(world.database, world.effects, {
      ...{ username: 'boss.hrss', password: testWorldPassword, city: testCity },
      ...{ personId: boss.personId, hasher: testHasher },
    });
    const manager = await world.signIn('boss.hrss');
    const reply = await manager.post(`/api/duties/${duty}/assignment`, { ownerPostId: next.postId });
    expect(reply.statusCode, reply.body).toBe(200);
    const on = async (day: string) => (await office.get(`/api/duties/${duty}?asOf=${day}`)).json();
    expect((await on('2026-12-31')).owner.name).toBe('演示-员');
    expect((await on('2027-01-01')).owner.name).toBe(emergencyBureau.person.name);
    const late = await manager.post(`/api/duties/${duty}/assignment`, { ownerPostId: next.postId, from: '2027-02-01' });
    expect(late.statusCode).toBe(403);
  });
});
