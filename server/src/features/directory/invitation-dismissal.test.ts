import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { untilWaiting } from '#testing/lock-waiting';
import { createTestApp, sessionCookieOf, type TestApp, type TestClient } from '#testing/test-app';
import { buyer, testCity } from '#testing/test-world';

let house: TestApp;
let office: TestClient;
let manager: TestClient;
let colleague: TestClient;
beforeAll(async () => {
  house = await createTestApp();
  office = await house.signIn('bureau');
  manager = await house.signIn('firm.buyer');
  colleague = await house.signIn('firm.meltblown');
});
afterAll(() => house.close());

const password = '春天的海风真好听 2026';
let names = 0;
const accept = async (token: string) =>
  house.stranger.post(
    '/api/invitation/acceptance',
    { token, name: '演示-同', username: `at.once${++names}`, password },
    { 'x-forwarded-for': `10.5.0.${names}` },
  );
const acceptMine = async (token: string) => colleague.post('/api/invitation/acceptance/mine', { token });
const end = async (postId: string) => office.post(`/api/posts/${postId}/ending`);
const tokenOf = (reply: { json: () => { path: string } }) => reply.json().path.split('#')[1] as string;
const at = `/api/organisations/${buyer.id}/invitations`;

/** a new manager of the firm, and a link made by them */
async function inviter() {
  const { username } = (await accept(tokenOf(await manager.post(at, { role: 'manager', forWhom: '演示-同' })))).json();
  const session = await house.stranger.post('/api/session', { username, password });
  const client = house.withCookie(sessionCookieOf(session));
  const token = tokenOf(await client.post(at, { role: 'member', forWhom: '演示-后' }));
  return { postId: session.json().posts[0].id as string, token };
}

/** Both begin while somebody holds the firm, the first one first; let go, they meet. */
async function meeting<A, B>(first: () => Promise<A>, second: () => Promise<B>) {
  const both = await inContext(house.database, { city: testCity, viewer: 'system' }, async (tx) => {
    await sql`select 1 from organisation where city = ${testCity} and id = ${buyer.id} for update`.execute(tx);
    const one = first();
    await untilWaiting(house.database, 1);
    const other = second();
    await untilWaiting(house.database, 2);
    return { one, other };
  });
  return { one: await both.one, other: await both.other };
}

describe('a link used while the post of whoever made it ends', () => {
  it('comes too late behind the dismissal, and says so, round after round', async () => {
    for (let round = 0; round < 8; round++) {
      const { postId, token } = await inviter();
      const { one: ended, other: accepted } = await meeting(
        () => end(postId),
        () => (round % 2 === 0 ? accept(token) : acceptMine(token)),
      );
      expect(ended.statusCode, ended.body).toBe(200);
      expect([accepted.statusCode, accepted.json().code], accepted.body).toEqual([409, 'invitations.inviter-gone']);
    }
  });

  it('gives the post before the dismissal, which follows, round after round', async () => {
    for (let round = 0; round < 8; round++) {
      const { postId, token } = await inviter();
      const { one: accepted, other: ended } = await meeting(
        () => accept(token),
        () => end(postId),
      );
      expect([accepted.statusCode, ended.statusCode], accepted.body + ended.body).toEqual([201, 200]);
    }
  });
});
