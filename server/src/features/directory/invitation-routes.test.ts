import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { createTestApp, sessionCookieOf, type TestApp, type TestClient } from '#testing/test-app';
import { bankA, buyer, meltblown, testCity } from '#testing/test-world';

let house: TestApp;
let manager: TestClient;
beforeAll(async () => {
  house = await createTestApp();
  manager = await house.signIn('firm.buyer');
});
afterAll(() => house.close());

const password = '春天的海风真好听 2026';
const at = (organisation: string) => `/api/organisations/${organisation}/invitations`;
const invite = (body: object = { role: 'member', forWhom: '演示-新' }, client = manager, organisation = buyer.id) =>
  client.post(at(organisation), body);
const codeOf = (reply: { statusCode: number; json: () => { code: string } }) => [reply.statusCode, reply.json().code];
let names = 0;
const accept = (token: string, change: object = {}) =>
  house.stranger.post(
    '/api/invitation/acceptance',
    {
      ...{ token, name: '演示-新', username: `colleague${++names}`, password },
      ...change,
    },
    { 'x-forwarded-for': `10.4.0.${names}` },
  );
const open = (token: string) => house.stranger.post('/api/invitation', { token });
async function link(body?: object) {
  const reply = await invite(body);
  expect(reply.statusCode, reply.body).toBe(201);
  const { path, invitation } = reply.json();
  return { token: path.split('#')[1] as string, id: invitation.id as string };
}

describe('inviting a colleague', () => {
  it('makes a link that is shown once: afterwards the list tells its state, never the link', async () => {
    const reply = (await invite()).json();
    expect(reply.path).toMatch(/^\/invitation#371000\.[\w-]{43}$/);
    const list = (await manager.get(at(buyer.id))).json();
    expect(list.roles).toEqual(['member', 'manager']);
    expect(list.invitations[0]).toMatchObject({ state: 'open', forWhom: '演示-新', by: '演示-乙', usedBy: null });
    const secret = reply.path.split('.')[1];
    expect(JSON.stringify(list)).not.toContain(secret);
    const kept = await inContext(house.database, { city: testCity, viewer: 'system' }, async (tx) => [
      await tx.selectFrom('invitation').selectAll().execute(),
      await tx.selectFrom('audit_entry').selectAll().execute(),
    ]);
    expect(JSON.stringify(kept)).not.toContain(secret);
  });

  it('is for managers of that organisation and for the bureau', async () => {
    expect((await invite(undefined, await house.signIn('bureau'))).statusCode).toBe(201);
    for (const name of ['firm.spunbond', 'bank.a', 'secadmin'])
      expect((await invite(undefined, await house.signIn(name))).statusCode, name).toBe(403);
    for (const name of ['firm.meltblown', 'firm.yantai'])
      expect((await invite(undefined, await house.signIn(name))).statusCode, name).toBe(404);
  });

  it('offers roles the organisation has, and never an administrator', async () => {
    const office = await house.signIn('bureau');
    expect(codeOf(await invite({ role: 'member' }, office, bankA.id))).toEqual([422, 'invitations.other-role']);
    expect((await invite({ role: 'handler' }, office, bankA.id)).statusCode).toBe(201);
    for (const role of ['operator', 'security-administrator', 'chief-office'])
      expect((await invite({ role })).statusCode, role).toBe(400);
  });
});

describe('a link', () => {
  it('says what it invites to, and gives the post with a new account', async () => {
    const { token, id } = await link({ role: 'manager' });
    expect((await open(token)).json()).toMatchObject({
      organisation: { id: buyer.id, name: buyer.name },
      role: 'manager',
      by: '演示-乙',
    });
    const reply = await accept(token);
    expect(reply.statusCode, reply.body).toBe(201);
    const session = await house.stranger.post('/api/session', { username: reply.json().username, password });
    expect(session.json().posts).toMatchObject([{ organisation: { id: buyer.id }, role: 'manager' }]);
    const used = (await manager.get(at(buyer.id))).json().invitations.find((one: { id: string }) => one.id === id);
    expect(used).toMatchObject({ state: 'used', usedBy: '演示-新' });
  });

  it('works once: of two at once one gets the post, and later it says that it was used', async () => {
    const { token } = await link();
    const replies = await Promise.all([accept(token), accept(token), accept(token)]);
    expect(replies.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 409, 409]);
    expect((await open(token)).json()).toMatchObject({
      code: 'invitations.used',
      message: expect.stringContaining('此链接已使用'),
    });
    const people = await inContext(house.database, { city: testCity, viewer: 'system' }, (tx) =>
      tx.selectFrom('invitation').select('used_by').where('used_by', 'is not', null).execute(),
    );
    expect(new Set(people.map((row) => row.used_by)).size).toBe(people.length);
  });

  it('does not open after seven days, after it was taken back, bent, or cut', async () => {
    const { token, id } = await link();
    expect((await manager.del(`/api/invitations/${id}`)).json().invitation.state).toBe('revoked');
    expect(codeOf(await open(token))).toEqual([409, 'invitations.revoked']);
    expect(codeOf(await accept(token))).toEqual([409, 'invitations.revoked']);
    expect(codeOf(await manager.del(`/api/invitations/${id}`))).toEqual([409, 'invitations.revoked']);
    for (const bent of ['', 'x', '371000.', `${token}x`, token.replace('371000', '370600'), "371000.' or 1=1 --"])
      expect(codeOf(await open(bent)), bent).toEqual([404, 'invitations.unknown']);
  });

  it('is used up by an account only when the account is really made', async () => {
    const { token } = await link();
    expect(codeOf(await accept(token, { username: 'firm.buyer' }))).toEqual([409, 'directory.username-taken']);
    expect(codeOf(await accept(token, { password: 'short' }))).toEqual([422, 'directory.password-too-short']);
    expect(codeOf(await accept(token, { name: '<b>x</b>' }))).toEqual([422, 'registration.person-name']);
    expect((await accept(token, { role: 'operator' })).statusCode).toBe(201);
  });

  it('gives the post to an account that is signed in, when it has none there yet', async () => {
    const { token } = await link();
    const mine = (client: TestClient) => client.post('/api/invitation/acceptance/mine', { token });
    expect((await mine(house.stranger)).statusCode).toBe(401);
    expect(codeOf(await mine(manager))).toEqual([409, 'invitations.already-there']);
    expect(codeOf(await mine(await house.signIn('firm.yantai')))).toEqual([409, 'invitations.other-city']);
    const client = await house.signIn('firm.meltblown');
    expect((await mine(client)).json()).toEqual({ organisation: { id: buyer.id, name: buyer.name } });
    const { posts } = (await client.get('/api/session')).json();
    expect(posts.map((post: { organisation: { id: string } }) => post.organisation.id)).toEqual([
      meltblown.id,
      buyer.id,
    ]);
  });

  it('is taken back by its own organisation only', async () => {
    const { id } = await link();
    expect((await (await house.signIn('firm.tackle')).del(`/api/invitations/${id}`)).statusCode).toBe(404);
  });

  it('slows down an address that tries links', async () => {
    const tries = await Promise.all(
      Array.from({ length: 61 }, () =>
        house.stranger.post('/api/invitation', { token: '371000.x' }, { 'x-forwarded-for': '10.3.0.1' }),
      ),
    );
    expect(tries.filter(({ statusCode }) => statusCode === 429)).toHaveLength(1);
  });

  it('gives nothing to whoever made it: the bureau takes no firm by inviting itself', async () => {
    const office = await house.signIn('bureau');
    for (const [organisation, role] of [
      [meltblown.id, 'manager'],
      [bankA.id, 'handler'],
    ] as const) {
      const { path } = (await invite({ role }, office, organisation)).json();
      const reply = await office.post('/api/invitation/acceptance/mine', { token: path.split('#')[1] });
      expect(codeOf(reply)).toEqual([403, 'invitations.own-link']);
      expect(reply.json().message).toContain('不能接受自己发出的邀请');
    }
    expect((await office.get('/api/session')).json().posts).toHaveLength(1);
  });

  it('gives an administrator no part in the city’s business', async () => {
    const { token } = await link({ role: 'manager' });
    for (const name of ['sysadmin', 'secadmin', 'auditadmin']) {
      const client = await house.signIn(name);
      const reply = await client.post('/api/invitation/acceptance/mine', { token });
      expect([name, ...codeOf(reply)]).toEqual([name, 409, 'directory.administrator-and-business']);
      expect((await client.get('/api/session')).json().posts).toHaveLength(1);
    }
    // the link is not used up by the refusals
    expect((await accept(token)).statusCode).toBe(201);
  });

  it('tells after ten tries no more which user names are taken', async () => {
    const { token } = await link();
    const guess = (username: string) =>
      house.stranger.post(
        '/api/invitation/acceptance',
        { token, name: '演示-新', username, password },
        { 'x-forwarded-for': '10.3.0.2' },
      );
    for (let tries = 0; tries < 10; tries++)
      expect(codeOf(await guess('firm.buyer'))).toEqual([409, 'directory.username-taken']);
    for (const name of ['firm.buyer', 'nobody.at.all'])
      expect(codeOf(await guess(name))).toEqual([429, 'invitations.tried-too-often']);
  });

  it('makes at most twenty accounts a minute from one address, whatever the links', async () => {
    const tries = await Promise.all(
      Array.from({ length: 21 }, () =>
        house.stranger.post(
          '/api/invitation/acceptance',
          { token: '371000.x', name: '演示-新', username: 'who.knows', password },
          { 'x-forwarded-for': '10.3.0.3' },
        ),
      ),
    );
    expect(tries.filter(({ statusCode }) => statusCode === 429)).toHaveLength(1);
  });

  it('is over after seven days', async () => {
    const { token } = await link();
    house.effects.pass(7 * 86_400_000);
    expect(codeOf(await open(token))).toEqual([409, 'invitations.expired']);
    expect(codeOf(await accept(token))).toEqual([409, 'invitations.expired']);
  });
});

describe('a link of somebody who may no longer invite', () => {
  // a week has gone by: whoever was signed in is no more
  const office = () => house.signInAnew('bureau');
  /** a new manager of the firm with an account, and a link made by them */
  async function inviter() {
    const { path } = (await invite({ role: 'manager' }, await office())).json();
    const { username } = (await accept(path.split('#')[1])).json();
    const session = await house.stranger.post('/api/session', { username, password });
    const client = house.withCookie(sessionCookieOf(session));
    const { posts } = session.json();
    const made = await client.post(at(buyer.id), { role: 'manager', forWhom: '演示-后来' });
    return { client, username, postId: posts[0].id, token: made.json().path.split('#')[1] as string };
  }
  const end = async (postId: string) => (await office()).post(`/api/posts/${postId}/ending`);

  it('brings no dismissed manager back, neither signed in nor under a new name', async () => {
    const { client, postId, token } = await inviter();
    expect((await end(postId)).statusCode).toBe(200);
    expect(codeOf(await open(token))).toEqual([409, 'invitations.inviter-gone']);
    expect(codeOf(await accept(token))).toEqual([409, 'invitations.inviter-gone']);
    expect(codeOf(await client.post('/api/invitation/acceptance/mine', { token }))).toEqual([
      ...[409, 'invitations.inviter-gone'],
    ]);
  });

  it('opens no more when the manager has become a member', async () => {
    const { postId, token } = await inviter();
    await (await office()).post(`/api/posts/${postId}/role`, { role: 'member' });
    expect(codeOf(await accept(token))).toEqual([409, 'invitations.inviter-gone']);
  });

  it('opens no more while the account of the manager is locked', async () => {
    const { token, username } = await inviter();
    const security = await house.signInAnew('secadmin');
    const { accounts } = (await security.get(`/api/accounts?q=${username}`)).json();
    expect((await security.post(`/api/accounts/${accounts[0].id}/lock`, { why: '演示' })).statusCode).toBe(200);
    expect(codeOf(await accept(token))).toEqual([409, 'invitations.inviter-gone']);
  });

  it('leaves the post to whoever took it before the manager was dismissed', async () => {
    const { postId, token } = await inviter();
    const { username } = (await accept(token)).json();
    expect((await end(postId)).statusCode).toBe(200);
    const session = await house.stranger.post('/api/session', { username, password });
    expect(session.json().posts).toMatchObject([{ organisation: { id: buyer.id }, role: 'manager' }]);
  });

  it('is either used before the dismissal or not at all when both come in the same moment', async () => {
    for (let round = 0; round < 4; round++) {
      const { postId, token } = await inviter();
      const [accepted, ended] = await Promise.all([accept(token), end(postId)]);
      expect(ended.statusCode, ended.body).toBe(200);
      expect([201, 409]).toContain(accepted.statusCode);
      expect(codeOf(await open(token))[1]).toBe(
        accepted.statusCode === 201 ? 'invitations.used' : 'invitations.inviter-gone',
      );
    }
  });
});
