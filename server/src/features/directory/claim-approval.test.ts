import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { ClaimPlay } from '#testing/claim-play';
import { settle } from '#testing/loop-play';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { bureau, meltblown, testCity } from '#testing/test-world';

let house: TestApp;
let office: TestClient;
let play: ClaimPlay;
beforeAll(async () => {
  house = await createTestApp();
  office = await house.signIn('bureau');
  play = new ClaimPlay(house);
});
afterAll(() => house.close());

const asSystem = { city: testCity, viewer: 'system' } as const;
const decide = async (id: string, body: object) => office.post(`/api/claims/${id}/decision`, body);

describe('approving a claim', () => {
  it('goes the way of a change by hand: history, trail and notice say who gave the post and raised the level, and why', async () => {
    const { id, firm, client } = await play.claimed('firm.meltblown');
    const words = '已与登记机关核对';
    expect((await decide(id, { decision: 'approved', words })).statusCode).toBe(200);
    const { changes } = (await office.get(`/api/organisations/${firm}/history`)).json();
    expect(changes).toMatchObject([
      {
        ...{ field: 'level', before: 'self-declared', after: 'documented', person: bureau.person.name },
        ...{ source: '企业认领', why: expect.stringMatching(/演示-丙认领“.+”：已与登记机关核对/) },
      },
    ]);
    const { posts } = (await client.get('/api/session')).json();
    const post = posts.find((one: { organisation: { id: string } }) => one.organisation.id === firm);
    const given = await inContext(house.database, asSystem, (tx) =>
      tx
        .selectFrom('audit_entry')
        .select(['action', 'actor_person', 'why', 'after'])
        .where('city', '=', testCity)
        .where('subject_id', '=', post.id)
        .execute(),
    );
    expect(given).toMatchObject([
      {
        ...{ action: 'post.given', actor_person: bureau.person.id, why: expect.stringContaining(words) },
        after: { person: meltblown.person.name, role: 'manager' },
      },
    ]);
    await settle(house);
    const notice = async (language: string) =>
      (await client.get('/api/inbox', { 'x-zhitong-post': post.id, 'accept-language': language }))
        .json()
        .entries.find(({ type }: { type: string }) => type === 'post.given').text;
    expect(await notice('zh')).toBe('演示-丙自11月23日起在本单位任单位管理员');
    expect(await notice('en')).toContain('演示-丙 is');
  });

  it('gives the post at the firm that stands for both when the one claimed was merged since', async () => {
    const { id, firm, client } = await play.claimed('firm.tackle');
    const into = await play.freeFirm();
    expect((await office.post(`/api/organisations/${firm}/merge`, { into })).statusCode).toBe(201);
    expect((await decide(id, { decision: 'approved' })).statusCode).toBe(200);
    const { posts } = (await client.get('/api/session')).json();
    expect(posts.map((one: { organisation: { id: string } }) => one.organisation.id)).toContain(into);
    expect((await office.get(`/api/organisations/${into}/history`)).json().changes[0].field).toBe('level');
  });

  it('shows the bureau who may be the same by the matcher of doubles, with reasons', async () => {
    const { id, firm } = await play.claimed('firm.buyer');
    const twin = await play.freeFirm();
    const name = '威海新帆绳网特种制造有限公司（演示）';
    await inContext(house.database, asSystem, (tx) =>
      tx
        .updateTable('organisation')
        .set({ name })
        .where('city', '=', testCity)
        .where('id', 'in', [firm, twin])
        .execute(),
    );
    house.effects.pass(1_000);
    await office.post('/api/organisations', { kind: 'enterprise', name: '威海别家有限公司' });
    const { alike } = (await office.get(`/api/claims/${id}`)).json();
    expect(alike[0].organisation).toMatchObject({ id: twin });
    expect(alike.map((one: { organisation: { id: string } }) => one.organisation.id)).not.toContain(firm);
    expect(alike[0].reasons[0].text).not.toBe('');
  });
});
