import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { enterMatter, hire } from '#testing/test-duties';
import {
  bureau,
  buyer,
  dataBureau,
  hrss,
  secondManager,
  securityAdministrator,
  tackle,
  testCity,
} from '#testing/test-world';

let world: TestApp;
let bureauClient: TestClient;
let manager: TestClient;
let security: TestClient;

beforeAll(async () => {
  world = await createTestApp();
  [bureauClient, manager, security] = await Promise.all([
    world.signIn(bureau.username),
    world.signIn(buyer.username),
    world.signIn(securityAdministrator.username),
  ]);
});
afterAll(() => world.close());

const people = (organisation: { id: string }) => `/api/organisations/${organisation.id}/people`;

describe('giving a post', () => {
  it('gives no post to oneself', async () => {
    const wish = { name: bureau.person.name, personId: bureau.person.id, role: 'manager' };
    const reply = await bureauClient.post(people(hrss), wish);
    expect([reply.statusCode, reply.json().code]).toEqual([403, 'directory.post-to-oneself']);
    const own = { name: 'x', personId: securityAdministrator.person.id, role: 'system-administrator' };
    expect((await security.post(people(dataBureau), own)).json().code).toBe('directory.post-to-oneself');
  });

  it('lets neither the bureau nor a manager make an administrator or somebody above themselves', async () => {
    for (const role of ['system-administrator', 'security-administrator', 'audit-administrator', 'chief-office']) {
      const reply = await bureauClient.post(people(hrss), { name: '演示-辛一', role });
      expect([role, reply.statusCode, reply.json().code]).toEqual([role, 403, 'directory.role-above']);
    }
    expect((await manager.post(people(buyer), { name: '演示-辛一', role: 'operator' })).statusCode).toBe(403);
    expect((await bureauClient.post(people(hrss), { name: '演示-辛一', role: 'operator' })).statusCode).toBe(403);
  });

  it('lets a manager enter people of its own organisation and of no other', async () => {
    expect((await manager.post(people(tackle), { name: '演示-辛二', role: 'member' })).statusCode).toBe(403);
    expect((await manager.post(people(buyer), { name: '演示-辛二', role: 'member' })).statusCode).toBe(201);
  });

  it('knows which roles there are in a firm', async () => {
    const reply = await bureauClient.post(people(buyer), { name: '演示-辛三', role: 'emergency-desk' });
    expect([reply.statusCode, reply.json().code]).toEqual([422, 'directory.role-not-here']);
  });

  it('refuses days that are over, or in the wrong order', async () => {
    const wish = { name: '演示-辛四', role: 'handler' };
    expect((await bureauClient.post(people(hrss), { ...wish, from: '2026-11-22' })).json().code).toBe(
      'directory.post-in-the-past',
    );
    const turned = { ...wish, from: '2026-12-02', to: '2026-12-01' };
    expect((await bureauClient.post(people(hrss), turned)).json().code).toBe('directory.post-days');
  });

  it('keeps a person once in the city, also with two posts: the mobile number tells who it is', async () => {
    const first = await hire(bureauClient, { name: '演示-壬一', phone: '+86 138 0000 0001' });
    const second = await bureauClient.post(people(tackle), {
      name: '演示-壬一',
      phone: '13800000001',
      role: 'manager',
    });
    expect(second.json().person).toEqual({ id: first.personId, known: true });
    const listed = (await bureauClient.get(people(hrss))).json().posts;
    const row = listed.find((post: { postId: string }) => post.postId === first.postId);
    expect(row.person).toEqual({ id: first.personId, name: '演示-壬一', phone: '138****0001', posts: 2 });
    const other = await bureauClient.post(people(tackle), { name: '演示-壬二', phone: '13800000001', role: 'member' });
    expect(other.json().code).toBe('directory.phone-of-another');
  });

  it('notes the number of somebody known in the trail, once, without the number', async () => {
    const known = await hire(bureauClient, { name: '演示-壬三' });
    const wish = { name: '演示-壬三', personId: known.personId, phone: '13800000077' };
    for (const [organisation, role] of [
      [tackle, 'member'],
      [tackle, 'manager'],
    ] as const)
      expect((await bureauClient.post(people(organisation), { ...wish, role })).statusCode).toBe(201);
    const lines = await inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
      tx
        .selectFrom('audit_entry')
        .select(['subject_id', 'actor_name', 'after'])
        .where('city', '=', testCity)
        .where('action', '=', 'person.phone-noted')
        .execute(),
    );
    expect(lines).toEqual([
      { subject_id: known.personId, actor_name: bureau.person.name, after: { person: '演示-壬三' } },
    ]);
  });

  it('takes somebody of the same name without a number for the same person', async () => {
    const reply = await bureauClient.post(people(hrss), { name: hrss.person.name, role: 'handler' });
    expect([reply.statusCode, reply.json().code]).toEqual([409, 'directory.person-there']);
    const again = { name: hrss.person.name, personId: hrss.person.id, role: 'handler' };
    expect((await bureauClient.post(people(hrss), again)).json().code).toBe('directory.post-held-already');
    const stranger = { name: 'x', personId: '01900000-0000-7000-8000-00000000beef', role: 'handler' };
    expect((await bureauClient.post(people(hrss), stranger)).json().code).toBe('directory.person-unknown');
  });
});

describe('the three administrators', () => {
  it('are never two in one person, at no instant', async () => {
    const { personId } = await hire(security, {
      ...{ name: '演示-癸一', body: dataBureau.id, role: 'system-administrator', to: '2027-01-01' },
      phone: '13800000031',
    });
    const give = (role: string, from: string) =>
      security.post(people(dataBureau), { name: '演示-癸一', personId, role, from });
    expect((await give('audit-administrator', '2026-12-31')).json().code).toBe('directory.administrators-apart');
    expect((await give('audit-administrator', '2027-01-01')).statusCode).toBe(201);
    expect((await give('security-administrator', '2027-02-01')).json().code).toBe('directory.administrators-apart');
  });

  it('are not two in one person either when two give a post in the same moment', async () => {
    const wish = { name: '演示-癸二', phone: '13800000032', role: 'member', to: '2026-12-01' };
    const { personId } = await hire(security, { ...wish, body: dataBureau.id });
    const give = (organisation: { id: string }, role: string) =>
      security.post(people(organisation), { name: '演示-癸二', personId, role, from: '2026-12-01' });
    const replies = await Promise.all([give(dataBureau, 'system-administrator'), give(hrss, 'audit-administrator')]);
    expect(replies.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 409]);
  });

  it('keep one who can give rights', async () => {
    const reply = await security.post(`/api/posts/${securityAdministrator.person.postId}/ending`);
    expect(reply.statusCode).toBe(409);
    expect(reply.json().code).toBe('directory.last-security-administrator');
  });
});

describe('a post that begins later', () => {
  it('is ended, or becomes another, before it was ever held', async () => {
    const later = { from: '2027-01-01', role: 'handler' };
    const [gone, other] = [
      await hire(bureauClient, { name: '演示-后一', ...later }),
      await hire(bureauClient, { name: '演示-后二', ...later }),
    ];
    const ended = await bureauClient.post(`/api/posts/${gone.postId}/ending`);
    expect(ended.statusCode, ended.body).toBe(200);
    const changed = await bureauClient.post(`/api/posts/${other.postId}/role`, { role: 'manager' });
    expect(changed.statusCode, changed.body).toBe(200);
    const spans = await inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
      tx
        .selectFrom('post')
        .select(['person_id', 'role', 'valid_from', 'valid_to'])
        .where('city', '=', testCity)
        .where('person_id', 'in', [gone.personId, other.personId])
        .orderBy('person_id')
        .orderBy('id')
        .execute(),
    );
    const never = { role: 'handler', valid_from: '2027-01-01', valid_to: '2027-01-01' };
    expect(spans).toEqual([
      { person_id: gone.personId, ...never },
      { person_id: other.personId, ...never },
      { person_id: other.personId, role: 'manager', valid_from: '2027-01-01', valid_to: null },
    ]);
  });
});

describe('a post that ends', () => {
  it('is refused with the matters in the way, until each has somebody who takes it over', async () => {
    const leaver = await hire(bureauClient, { name: '演示-子一' });
    const [one, two] = [
      await hire(bureauClient, { name: '演示-子二' }),
      await hire(bureauClient, { name: '演示-子三' }),
    ];
    const duties: string[] = [];
    for (const title of ['稳岗返还', '用工招聘', '社保缓缴'])
      duties.push(await enterMatter(world, { title, ownerPostId: leaver.postId, deputyPostId: one.postId }));
    const end = (body: object) => bureauClient.post(`/api/posts/${leaver.postId}/ending`, body);
    const refused = await end({});
    expect(refused.statusCode).toBe(409);
    expect(refused.json().message).toBe('演示-子一还负责 3 件事项，请先指定接手人');
    expect(refused.json().details.matters.map(({ title }: { title: string }) => title)).toEqual([
      ...['稳岗返还', '用工招聘', '社保缓缴'],
    ]);
    const half = await end({ successors: { each: [{ dutyId: duties[0], postId: two.postId }] } });
    expect(half.json().message).toBe('演示-子一还负责 2 件事项，请先指定接手人');
    const asked = (await bureauClient.get(`/api/posts/${leaver.postId}/duties`)).json();
    expect(asked.matters).toHaveLength(3);
    expect(asked.matters[0].others).toEqual([one.postId]);
    expect(asked.candidates.map(({ postId }: { postId: string }) => postId)).toContain(two.postId);
    const done = await end({ successors: { all: two.postId, each: [{ dutyId: duties[1], postId: one.postId }] } });
    expect(done.json()).toEqual({ post: { id: leaver.postId }, handedOver: 3 });
    const owners: string[] = [];
    for (const id of duties) owners.push((await bureauClient.get(`/api/duties/${id}`)).json().owner.name);
    expect(owners).toEqual(['演示-子三', '演示-子二', '演示-子三']);
  });

  it('asks for successors from its last day when it ends later, and changes nothing before', async () => {
    const [leaver, next] = [
      await hire(bureauClient, { name: '演示-丑一' }),
      await hire(bureauClient, { name: '演示-丑二' }),
    ];
    const duty = await enterMatter(world, { ownerPostId: leaver.postId });
    const on = '2026-12-31';
    expect((await bureauClient.post(`/api/posts/${leaver.postId}/ending`, { on })).statusCode).toBe(409);
    await bureauClient.post(`/api/posts/${leaver.postId}/ending`, { on, successors: { all: next.postId } });
    const ownerOn = async (day: string) =>
      (await bureauClient.get(`/api/duties/${duty}?asOf=${day}`)).json().owner.name;
    expect([await ownerOn('2026-12-30'), await ownerOn('2026-12-31')]).toEqual(['演示-丑一', '演示-丑二']);
  });

  it('is refused when the successor is gone by then', async () => {
    const leaver = await hire(bureauClient, { name: '演示-寅一' });
    const short = await hire(bureauClient, { name: '演示-寅二', to: '2026-12-24' });
    await enterMatter(world, { ownerPostId: leaver.postId });
    const reply = await bureauClient.post(`/api/posts/${leaver.postId}/ending`, { successors: { all: short.postId } });
    expect(reply.json()).toMatchObject({ code: 'directory.successor-not-there', details: { day: '2026-12-24' } });
  });

  it('leaves nobody without an answer when one vacates while another assigns', async () => {
    for (let round = 0; round < 6; round++) {
      const leaver = await hire(bureauClient, { name: `演示-卯${round}` });
      const stays = await hire(bureauClient, { name: `演示-辰${round}` });
      const duty = await enterMatter(world, { ownerPostId: stays.postId });
      const [ended, assigned] = await Promise.all([
        bureauClient.post(`/api/posts/${leaver.postId}/ending`),
        bureauClient.post(`/api/duties/${duty}/assignment`, { ownerPostId: leaver.postId }),
      ]);
      expect([ended.statusCode, assigned.statusCode].toSorted()).toEqual([200, 409]);
      const { owner } = (await bureauClient.get(`/api/duties/${duty}`)).json();
      expect(owner.name).toBe(ended.statusCode === 200 ? `演示-辰${round}` : `演示-卯${round}`);
    }
  });

  it('keeps the matters with another role of the same person, but not with an administrator’s', async () => {
    const risen = await hire(bureauClient, { name: '演示-巳一', phone: '13800000033' });
    const duty = await enterMatter(world, { ownerPostId: risen.postId });
    const become = (by: TestClient, postId: string, role: string) => by.post(`/api/posts/${postId}/role`, { role });
    const managed = await become(bureauClient, risen.postId, 'manager');
    expect(managed.json().handedOver).toBe(1);
    expect((await bureauClient.get(`/api/duties/${duty}`)).json().owner).toMatchObject({
      ...{ name: '演示-巳一', postId: managed.json().post.id },
    });
    const refused = await become(security, managed.json().post.id, 'audit-administrator');
    expect(refused.json().code).toBe('directory.matters-without-successor');
    expect((await become(manager, secondManager.person.postId, 'member')).statusCode).toBe(200);
    expect((await become(manager, managed.json().post.id, 'member')).statusCode).toBe(403);
  });
});
