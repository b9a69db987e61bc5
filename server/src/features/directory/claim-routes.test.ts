import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { ClaimPlay } from '#testing/claim-play';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { bureau, buyer, circleMeltblown, hrss, meltblown, spunbond, tackle, testCity } from '#testing/test-world';

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
const codeOf = (reply: { statusCode: number; json: () => { code: string } }) => [reply.statusCode, reply.json().code];
const freeFirm = (kind?: string) => play.freeFirm(kind);
const handIn = (client: TestClient) => play.handIn(client);
const claimed = (username?: string, files?: number) => play.claimed(username, files);
const claim = async (client: TestClient, firm: string, body: object = {}) =>
  client.post(`/api/organisations/${firm}/claims`, body);
const decide = async (id: string, body: object, client = office) => client.post(`/api/claims/${id}/decision`, body);

/** What earlier tests left waiting is settled: a person has five open claims at most. */
beforeEach(() =>
  inContext(house.database, asSystem, (tx) =>
    sql`insert into claim_action (city, id, claim_id, kind, person_id, person_name, words, at)
      select city, gen_random_uuid(), id, 'withdrawn', person_id, person_name, '', ${house.effects.now()}::timestamptz
      from claim where city = ${testCity}`.execute(tx),
  ),
);

describe('claiming a firm', () => {
  it('waits for the bureau, self-declared without papers and documented with them', async () => {
    const { reply } = await claimed();
    expect(reply).toMatchObject({ status: 'waiting', level: 'documented', contest: false });
    expect(reply.allowed).toEqual(['supplemented', 'withdrawn']);
    expect(reply.files).toMatchObject([{ name: '营业执照.pdf', type: 'application/pdf' }]);
    expect((await claimed('firm.buyer', 0)).reply.level).toBe('self-declared');
  });

  it('is refused for a department, one’s own firm, a firm of another city, and twice', async () => {
    const firm = await house.signIn('firm.buyer');
    expect(codeOf(await claim(firm, hrss.id))).toEqual([422, 'claims.not-a-firm']);
    expect(codeOf(await claim(firm, buyer.id))).toEqual([409, 'claims.own-firm']);
    expect((await claim(firm, circleMeltblown.id)).statusCode).toBe(404);
    const { client, firm: again } = await claimed();
    expect(codeOf(await claim(client, again))).toEqual([409, 'claims.open-already']);
  });

  it('is refused for a firm that was merged away, with the name of the one that stands for both', async () => {
    const [gone, stays] = [await freeFirm(), await freeFirm()];
    await inContext(house.database, asSystem, (tx) =>
      tx
        .updateTable('organisation')
        .set({ merged_into: stays })
        .where('city', '=', testCity)
        .where('id', '=', gone)
        .execute(),
    );
    const reply = await claim(await house.signIn('firm.buyer'), gone);
    expect(codeOf(reply)).toEqual([409, 'claims.merged']);
    expect(reply.json().details.into).toContain('绳网');
  });

  it('is taken once when a page sends it twice at once', async () => {
    const client = await house.signIn('firm.tackle');
    const firm = await freeFirm();
    const replies = await Promise.all([1, 2, 3].map(() => claim(client, firm)));
    expect(replies.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 409, 409]);
  });

  it('takes only one’s own files, each in one claim', async () => {
    const foreign = await handIn(await house.signIn('firm.meltblown'));
    const client = await house.signIn('firm.buyer');
    expect(codeOf(await claim(client, await freeFirm(), { evidence: [foreign] }))).toEqual([
      422,
      'claims.evidence-unknown',
    ]);
    const own = await handIn(client);
    expect((await claim(client, await freeFirm(), { evidence: [own] })).statusCode).toBe(201);
    expect(codeOf(await claim(client, await freeFirm(), { evidence: [own] }))).toEqual([
      422,
      'claims.evidence-unknown',
    ]);
    expect((await claim(client, await freeFirm(), { evidence: Array(11).fill(own) })).statusCode).toBe(400);
  });

  it('is for people of firms: not for the bureau, a bank or an administrator', async () => {
    for (const name of ['bureau', 'bank.a', 'sysadmin'])
      expect((await claim(await house.signIn(name), await freeFirm())).statusCode, name).toBe(403);
  });

  it('of a firm somebody speaks for is a contest: the bureau sees both sides, and that firm is told', async () => {
    const client = await house.signIn('firm.buyer');
    const { id } = (await claim(client, tackle.id)).json().claim;
    const seen = (await office.get(`/api/claims/${id}`)).json();
    expect(seen).toMatchObject({
      contest: true,
      claimant: { name: '演示-乙' },
      holders: [{ name: '演示-己', role: 'manager' }],
    });
    expect((await client.get(`/api/claims/${id}`)).json()).not.toHaveProperty('holders');
    const events = await inContext(house.database, asSystem, (tx) =>
      tx.selectFrom('event').select(['type', 'audience', 'payload']).where('type', '=', 'claim.contested').execute(),
    );
    expect(events).toContainEqual({ type: 'claim.contested', audience: [tackle.id], payload: { firm: tackle.name } });
  });
});

describe('a claim', () => {
  it('is seen by its claimant and the bureau of its city, by nobody else', async () => {
    const { id, client } = await claimed();
    expect((await client.get(`/api/claims/${id}`)).statusCode).toBe(200);
    for (const name of ['firm.meltblown', 'firm.buyer2', 'firm.yantai'])
      expect((await (await house.signIn(name)).get(`/api/claims/${id}`)).statusCode, name).toBe(404);
    for (const name of ['bank.a', 'handler.hrss', 'secadmin'])
      expect((await (await house.signIn(name)).get(`/api/claims/${id}`)).statusCode, name).toBe(403);
    const list = (await (await house.signIn('firm.meltblown')).get('/api/claims')).json();
    expect(list.claims.map((row: { id: string }) => row.id)).not.toContain(id);
  });

  it('comes back with a reason, is supplemented, and waits again', async () => {
    const { id, client } = await claimed('firm.buyer', 0);
    expect(codeOf(await decide(id, { decision: 'returned' }))).toEqual([422, 'claims.code-missing']);
    expect(codeOf(await decide(id, { decision: 'returned', code: 'other' }))).toEqual([422, 'claims.words-missing']);
    const words = '请上传营业执照副本';
    expect((await decide(id, { decision: 'returned', code: 'no-document', words })).statusCode).toBe(200);
    const row = (await client.get('/api/claims?status=returned'))
      .json()
      .claims.find((one: { id: string }) => one.id === id);
    expect(row.returned).toEqual({ code: 'no-document', words });
    expect(codeOf(await client.post(`/api/claims/${id}/supplements`, {}))).toEqual([422, 'claims.nothing-added']);
    const again = await client.post(`/api/claims/${id}/supplements`, { evidence: [await handIn(client)] });
    expect(again.json().claim).toMatchObject({ status: 'waiting', level: 'documented' });
    // to the claimant the bureau is the bureau
    expect(again.json().claim.actions[1]).toMatchObject({ kind: 'returned', by: '', words });
  });

  it('is withdrawn by its claimant only, and then nothing can be done with it', async () => {
    const { id, client } = await claimed();
    expect((await (await house.signIn('firm.meltblown')).post(`/api/claims/${id}/withdrawal`)).statusCode).toBe(404);
    expect((await client.post(`/api/claims/${id}/withdrawal`)).json().claim.status).toBe('withdrawn');
    expect(codeOf(await decide(id, { decision: 'approved' }))).toEqual([409, 'claims.not-now']);
    expect(codeOf(await client.post(`/api/claims/${id}/withdrawal`))).toEqual([409, 'claims.not-now']);
  });
});

describe('approving', () => {
  it('makes the claimant manager of the firm and raises its level; the trail and a notice tell it', async () => {
    const { id, firm, client } = await claimed('firm.spunbond');
    const reply = await decide(id, { decision: 'approved', verified: true });
    expect(reply.json().claim).toMatchObject({ status: 'approved', level: 'verified' });
    const posts = (await client.get('/api/session')).json().posts;
    expect(posts).toContainEqual(
      expect.objectContaining({ organisation: expect.objectContaining({ id: firm }), role: 'manager' }),
    );
    const [organisation] = await inContext(house.database, asSystem, (tx) =>
      tx.selectFrom('organisation').select('level').where('city', '=', testCity).where('id', '=', firm).execute(),
    );
    expect(organisation?.level).toBe('verified');
    const trail = await inContext(house.database, asSystem, (tx) =>
      tx.selectFrom('audit_entry').select(['action', 'actor_person']).where('subject_id', 'in', [id, firm]).execute(),
    );
    for (const action of ['claim.submitted', 'claim.opened', 'claim.approved', 'organisation.claimed'])
      expect(trail.map((entry) => entry.action)).toContain(action);
    expect(trail.find((entry) => entry.action === 'claim.approved')?.actor_person).toBe(bureau.person.id);
    const [event] = await inContext(house.database, asSystem, (tx) =>
      tx
        .selectFrom('event')
        .select(['audience', 'payload'])
        .where('type', '=', 'claim.decided')
        .where('subject_id', '=', id)
        .execute(),
    );
    expect(event).toMatchObject({ audience: [spunbond.id], payload: { kind: 'approved' } });
  });

  it('takes a word how it was checked when there are no papers, and verifies nothing without them', async () => {
    const { id } = await claimed('firm.buyer', 0);
    expect(codeOf(await decide(id, { decision: 'approved' }))).toEqual([422, 'claims.how-known']);
    expect(codeOf(await decide(id, { decision: 'approved', words: '已电话核实', verified: true }))).toEqual([
      422,
      'claims.no-papers',
    ]);
    expect((await decide(id, { decision: 'approved', words: '已电话核实' })).json().claim.level).toBe('self-declared');
  });

  it('can be followed by verifying, once', async () => {
    const { id } = await claimed();
    expect((await decide(id, { decision: 'approved' })).json().claim.allowed).toEqual(['verified']);
    expect((await decide(id, { decision: 'verified' })).json().claim.level).toBe('verified');
    expect(codeOf(await decide(id, { decision: 'verified' }))).toEqual([409, 'claims.not-now']);
  });

  it('happens once when two decide at once', async () => {
    const { id } = await claimed();
    const replies = await Promise.all([
      decide(id, { decision: 'approved' }),
      decide(id, { decision: 'returned', code: 'unreadable' }),
    ]);
    expect(replies.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
  });

  it('is the bureau’s alone', async () => {
    const { id, client } = await claimed();
    for (const name of ['firm.buyer', 'firm.meltblown', 'handler.hrss', 'secadmin'])
      expect((await decide(id, { decision: 'approved' }, await house.signIn(name))).statusCode, name).toBe(403);
    expect((await client.get(`/api/claims/${id}`)).json().status).toBe('waiting');
  });

  it('is closed by the database itself to the claimant, and to an officer for a claim of its own', async () => {
    const { id } = await claimed();
    const write = (context: Parameters<typeof inContext>[1]) =>
      inContext(house.database, context, (tx) =>
        sql`insert into claim_action (city, id, claim_id, kind, person_id, person_name, words, at)
          values (${testCity}, gen_random_uuid(), ${id}, 'approved', zhitong_person(), 'x', '', now())`.execute(tx),
      );
    const actor = { name: 'x', address: '', requestId: '' };
    const asBuyer = { ...actor, personId: buyer.person.id, role: 'manager' as const };
    await expect(
      write({ city: testCity, viewer: 'organisation', organisation: buyer.id, actor: asBuyer }),
    ).rejects.toThrow(/row-level/);
    const asOther = { ...actor, personId: meltblown.person.id, role: 'manager' as const };
    await expect(
      write({ city: testCity, viewer: 'organisation', organisation: meltblown.id, actor: asOther }),
    ).rejects.toThrow(/row-level/);
    const ownOfficer = { ...actor, personId: buyer.person.id, role: 'operator' as const };
    await expect(
      write({ city: testCity, viewer: 'bureau', organisation: bureau.id, actor: ownOfficer }),
    ).rejects.toThrow(/row-level/);
  });
});

describe('the queue of the bureau', () => {
  it('shows what waits longest first, counted by status', async () => {
    const { id } = await claimed();
    const queue = (await office.get('/api/claims?status=waiting')).json();
    expect(queue.total).toBe(queue.counts.waiting);
    const ids = queue.claims.map((row: { id: string }) => row.id);
    expect(ids).toContain(id);
    const at = queue.claims.map((row: { at: string }) => row.at);
    expect(at).toEqual(at.toSorted());
  });
});
