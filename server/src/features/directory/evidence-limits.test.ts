import { pdf } from '@zhitong/domain/directory/evidence-samples';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { createTestApp, sessionCookieOf, type TestApp, type TestClient } from '#testing/test-app';
import { buyer, meltblown, testCity } from '#testing/test-world';
import { upload } from '#testing/upload';
import { EvidenceJob, expireEvidence } from './evidence-job.ts';

const budget = 20_000;
const password = '春天的海风真好听 2026';
let house: TestApp;
beforeAll(async () => {
  house = await createTestApp({ settings: { strangerBytesADay: budget } });
});
afterAll(() => house.close());

let callers = 0;
async function registrant(): Promise<TestClient> {
  const firm = { name: `威海新来${++callers}号有限公司（演示）`, creditCode: '' };
  const body = { firm, name: '演示-新', phone: '138 0000 0000', username: `xinlai${callers}`, password };
  const headers = { 'x-forwarded-for': `10.5.0.${callers}` };
  const { username } = (await house.stranger.post('/api/registration', body, headers)).json();
  return house.withCookie(sessionCookieOf(await house.stranger.post('/api/session', { username, password })));
}
const handIn = (client: TestClient, content: Uint8Array = pdf) =>
  upload(house, client, { url: '/api/registration/evidence', name: '营业执照.pdf', content });
const codeOf = (reply: { statusCode: number; json: () => { code: string } }) => [reply.statusCode, reply.json().code];
const files = async () =>
  inContext(house.database, { city: testCity, viewer: 'system' }, async (tx) => {
    const { rows } = await sql<{ id: string; content: string | null }>`
      select f.id, c.file_id as content from stored_file f
      left join stored_content c on c.city = f.city and c.file_id = f.id where f.kind = 'evidence'`.execute(tx);
    return rows;
  });
const expire = () => expireEvidence({ database: house.database, city: testCity, effects: house.effects });

describe('somebody who has just registered', () => {
  it('keeps at most ten files that are not submitted, also when all are sent at once', async () => {
    const client = await registrant();
    const replies = await Promise.all(Array.from({ length: 14 }, () => handIn(client)));
    expect(replies.filter(({ statusCode }) => statusCode === 201)).toHaveLength(10);
    const refused = replies.find(({ statusCode }) => statusCode !== 201);
    expect(refused && codeOf(refused)).toEqual([429, 'evidence.too-many-waiting']);
    const evidence = replies.filter(({ statusCode }) => statusCode === 201).map((reply) => reply.json().id);
    expect((await client.post('/api/registration/supplements', { evidence })).statusCode).toBe(200);
    // what is submitted waits no more
    expect((await handIn(client)).statusCode).toBe(201);
  });

  it('fills no disk together with others: all who hold no post share one budget a day', async () => {
    const large = Buffer.concat([Buffer.from(pdf), Buffer.alloc(budget - pdf.length)]);
    const client = await registrant();
    const refused = await handIn(client, large);
    expect(codeOf(refused)).toEqual([429, 'evidence.budget-spent']);
    // a firm's people are known, and are not kept out by strangers
    const firm = await house.signIn(buyer.username);
    const own = await upload(house, firm, { url: '/api/evidence', name: '营业执照.pdf', content: large });
    expect(own.statusCode, own.body).toBe(201);
  });
});

describe('evidence that no claim took up', () => {
  it('is deleted after a day with its bytes; what was submitted stays', async () => {
    const client = await registrant();
    const ids = [(await handIn(client)).json().id, (await handIn(client)).json().id];
    await client.post('/api/registration/supplements', { evidence: [ids[0]] });
    house.effects.pass(23 * 3_600_000);
    expect(await expire()).toBe(0);
    house.effects.pass(2 * 3_600_000);
    expect(await expire()).toBeGreaterThan(0);
    const left = await files();
    expect(left.map(({ id }) => id)).toContain(ids[0]);
    expect(left.map(({ id }) => id)).not.toContain(ids[1]);
    expect(left.every(({ content }) => content !== null)).toBe(true);
    const told = await inContext(house.database, { city: testCity, viewer: 'system' }, (tx) =>
      tx.selectFrom('audit_entry').select('after').where('action', '=', 'evidence.expired').execute(),
    );
    expect(told).toHaveLength(1);
  });

  it('cannot be deleted by hand once a claim holds it', async () => {
    const client = await registrant();
    const { id } = (await handIn(client)).json();
    await client.post('/api/registration/supplements', { evidence: [id] });
    await inContext(house.database, { city: testCity, viewer: 'system' }, (tx) =>
      sql`delete from stored_content where city = ${testCity}`.execute(tx),
    );
    expect((await files()).find((file) => file.id === id)?.content).toBe(id);
  });

  it('is not taken by a claim once it is a day old', async () => {
    const firm = await house.signInAnew(buyer.username);
    const { id } = (await upload(house, firm, { url: '/api/evidence', name: '营业执照.pdf', content: pdf })).json();
    house.effects.pass(24 * 3_600_000 + 1);
    const claim = { evidence: [id], words: '' };
    const later = await house.signInAnew(buyer.username);
    expect(codeOf(await later.post(`/api/organisations/${meltblown.id}/claims`, claim))).toEqual([
      ...[422, 'claims.evidence-unknown'],
    ]);
  });

  it('is looked for while the server runs', async () => {
    const client = await registrant();
    const { id } = (await handIn(client)).json();
    house.effects.pass(25 * 3_600_000);
    const errors: unknown[] = [];
    const job = new EvidenceJob({
      ...{ database: house.database, city: testCity, effects: house.effects },
      onError: (error) => errors.push(error),
    });
    job.start();
    await job.close();
    expect(errors).toEqual([]);
    expect((await files()).map((file) => file.id)).not.toContain(id);
  });
});
