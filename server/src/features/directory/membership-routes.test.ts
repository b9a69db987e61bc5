import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { buyer, meltblown, spunbond, tackle, testCity } from '#testing/test-world';

let house: TestApp;
let office: TestClient;
let alliance: string;
beforeAll(async () => {
  house = await createTestApp();
  office = await house.signIn('bureau');
  alliance = await enter('威海防护材料创新联盟（演示）');
});
afterAll(() => house.close());

async function enter(name: string): Promise<string> {
  return (await office.post('/api/organisations', { name, kind: 'alliance' })).json().organisation.id;
}
const page = async (id: string) => (await office.get(`/api/organisations/${id}`)).json();
const add = async (client: TestClient, id: string, body: object) =>
  client.post(`/api/organisations/${id}/members`, { version: (await page(id)).version, ...body });
const membershipIn = async (id: string, member: string) =>
  (await page(id)).memberships.find(({ other }: { other: { id: string } }) => other.id === member);

describe('a member of an alliance', () => {
  it('joins with its share and its day, and stands on both pages with source and level', async () => {
    const joined = { memberId: buyer.id, share: 6_000, from: '2026-01-01', source: '联盟章程', level: 'documented' };
    expect((await add(office, alliance, joined)).statusCode).toBe(201);
    const shown = { share: 6_000, from: '2026-01-01', to: null, source: '联盟章程', level: 'documented' };
    expect((await page(alliance)).memberships).toMatchObject([{ role: 'has', other: { id: buyer.id }, ...shown }]);
    expect((await page(buyer.id)).memberships).toMatchObject([{ role: 'is', other: { id: alliance }, ...shown }]);
  });

  it('is refused above the whole, twice on the same days, as its own member, and where there is no such member', async () => {
    const code = async (body: object) => (await add(office, alliance, body)).json().code;
    expect(await code({ memberId: tackle.id, share: 4_001 })).toBe('alliances.above-whole');
    expect(await code({ memberId: buyer.id, share: 100 })).toBe('alliances.twice');
    expect(await code({ memberId: alliance })).toBe('alliances.own-member');
    expect(await code({ memberId: '01900000-0000-7000-8000-00000000beef' })).toBe('alliances.no-member');
    expect(await code({ memberId: tackle.id, from: '2026-02-01', to: '2026-01-01' })).toBe('alliances.period-empty');
    expect((await add(office, buyer.id, { memberId: tackle.id })).json().code).toBe('alliances.only');
  });

  it('is one of two at once when both together would exceed the whole', async () => {
    const id = await enter('威海渔具联盟（演示）');
    const { version } = await page(id);
    const send = (memberId: string) =>
      office.post(`/api/organisations/${id}/members`, { version, memberId, share: 6_000 });
    const replies = await Promise.all([send(tackle.id), send(spunbond.id)]);
    expect(replies.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 409]);
    expect((await page(id)).memberships).toHaveLength(1);
  });

  it('gets another share, and the history keeps the former one', async () => {
    const { id } = await membershipIn(alliance, buyer.id);
    const { version } = await page(alliance);
    const days = { from: '2026-01-01', to: null };
    expect((await office.put(`/api/memberships/${id}`, { version, share: 10_100, ...days })).statusCode).toBe(400);
    expect((await office.put(`/api/memberships/${id}`, { version, share: 5_500, ...days })).statusCode).toBe(200);
    expect(await membershipIn(alliance, buyer.id)).toMatchObject({ share: 5_500 });
    const [line] = (await office.get(`/api/organisations/${alliance}/history`)).json().changes;
    expect(line).toMatchObject({
      field: 'member',
      before: { name: buyer.name, share: 6_000 },
      after: { share: 5_500 },
    });
  });

  it('leaves on a day by its own word, and the membership stays to be read', async () => {
    const firm = await house.signIn('firm.buyer');
    const { id } = await membershipIn(alliance, buyer.id);
    const stranger = await house.signIn('firm.tackle');
    expect((await stranger.post(`/api/memberships/${id}/ending`, { on: '2026-12-01' })).statusCode).toBe(403);
    expect((await firm.put(`/api/memberships/${id}`, { version: 1, share: 10_000 })).statusCode).toBe(403);
    const early = await firm.post(`/api/memberships/${id}/ending`, { on: '2025-12-01' });
    expect(early.json().code).toBe('alliances.period-empty');
    const left = await firm.post(`/api/memberships/${id}/ending`, { on: '2026-12-01', why: '业务调整' });
    expect(left.statusCode).toBe(200);
    expect(await membershipIn(alliance, buyer.id)).toMatchObject({
      share: 5_500,
      from: '2026-01-01',
      to: '2026-12-01',
    });
    const [line] = (await office.get(`/api/organisations/${alliance}/history`)).json().changes;
    expect(line).toMatchObject({ person: buyer.person.name, level: 'self-declared', after: { until: '2026-12-01' } });
    // what has an end is not prolonged by ending it again, nor revived years later
    const ended = await membershipIn(alliance, buyer.id);
    for (const on of ['2026-12-01', '2099-01-01']) {
      const again = await firm.post(`/api/memberships/${ended.id}/ending`, { on });
      expect([again.statusCode, again.json().code]).toEqual([409, 'alliances.ended-already']);
    }
    expect(await membershipIn(alliance, buyer.id)).toEqual(ended);
    // from that day on its share is free again
    expect(
      (await add(office, alliance, { memberId: meltblown.id, share: 10_000, from: '2026-12-01' })).statusCode,
    ).toBe(201);
  });

  it('is entered by the alliance’s own manager too, as its own word', async () => {
    const id = await enter('威海海洋食品联盟（演示）');
    const postId = house.effects.newId();
    await inContext(house.database, { city: testCity, viewer: 'system' }, (tx) =>
      tx
        .insertInto('post')
        .values({
          ...{ city: testCity, id: postId, person_id: meltblown.person.id, organisation_id: id, role: 'manager' },
          valid_from: '2026-01-01',
        })
        .execute(),
    );
    const manager = await house.signIn(meltblown.username);
    const version = (await page(id)).version;
    const body = { version, memberId: spunbond.id, share: 2_500, level: 'verified', source: 'x' };
    const asFirm = await manager.post(`/api/organisations/${id}/members`, body);
    expect(asFirm.statusCode).toBe(403);
    const asAlliance = await manager.post(`/api/organisations/${id}/members`, body, { 'x-zhitong-post': postId });
    expect(asAlliance.statusCode, asAlliance.body).toBe(201);
    expect((await page(id)).memberships).toMatchObject([{ share: 2_500, level: 'self-declared', source: '企业自报' }]);
  });
});
