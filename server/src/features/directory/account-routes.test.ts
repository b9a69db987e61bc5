import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { createTestApp, sessionCookieOf, type TestApp, type TestClient } from '#testing/test-app';
import {
  buyer,
  circleMeltblown,
  securityAdministrator,
  spunbond,
  testCity,
  testWorldPassword,
} from '#testing/test-world';

let house: TestApp;
let admin: TestClient;
beforeAll(async () => {
  house = await createTestApp();
  admin = await house.signIn('secadmin');
});
afterAll(() => house.close());

const signIn = (username: string, password = testWorldPassword) =>
  house.stranger.post('/api/session', { username, password });
const usePasswordLink = (path: string, password: string) =>
  house.stranger.post('/api/password-link/password', { token: path.split('#')[1], password });

interface Listed {
  readonly id: string;
  readonly username: string;
}
const list = async (query = '') => (await admin.get(`/api/accounts?limit=100${query}`)).json();
async function idOf(username: string): Promise<string> {
  const found = (await list(`&q=${username}`)).accounts.find((account: Listed) => account.username === username);
  return found.id;
}

/** Somebody new with a post today. */
async function writeColleague(name: string, validTo: string | null = null): Promise<string> {
  const personId = house.effects.newId();
  await inContext(house.database, { city: testCity, viewer: 'system' }, async (tx) => {
    await tx.insertInto('person').values({ city: testCity, id: personId, name }).execute();
    await tx
      .insertInto('post')
      .values({
        ...{ city: testCity, id: house.effects.newId(), person_id: personId, organisation_id: buyer.id },
        ...{ role: 'member', valid_from: '2026-01-01', valid_to: validTo },
      })
      .execute();
  });
  return personId;
}

describe('the list of accounts', () => {
  it('tells who it belongs to, the posts, the state, the second factor and the open sessions', async () => {
    await house.signIn('firm.buyer');
    const { accounts } = await list('&q=firm.buyer');
    expect(accounts[0]).toMatchObject({
      ...{ username: 'firm.buyer', person: { id: buyer.person.id, name: buyer.person.name }, state: 'active' },
      ...{ posts: [{ organisation: { id: buyer.id, name: buyer.name }, role: 'manager' }], factor: 'off' },
      ...{ sessions: 1, waitsUntil: null, own: false },
    });
    expect(JSON.stringify(accounts)).not.toMatch(/password|secret|hash/i);
  });

  it('is narrowed by name, organisation, state and second factor, and counted in all', async () => {
    const names = async (query: string) =>
      (await list(query)).accounts.map(({ username }: Listed) => username).toSorted();
    expect(await names(`&q=${encodeURIComponent(spunbond.name)}`)).toEqual(['firm.spunbond']);
    expect(await names('&factor=on')).toEqual(['auditadmin', 'chief.medical', 'secadmin', 'sysadmin']);
    expect(await names('&state=active')).toEqual(['firm.buyer', 'secadmin']);
    expect((await list('&q=%25')).accounts).toEqual([]);
    expect((await admin.get('/api/accounts?limit=2&offset=2')).json()).toMatchObject({ total: (await list()).total });
  });

  it('holds this city only, and is shown to nobody else', async () => {
    expect((await list('&q=firm.yantai')).accounts).toEqual([]);
    for (const username of ['bureau', 'firm.buyer', 'sysadmin', 'auditadmin'])
      expect((await (await house.signIn(username)).get('/api/accounts')).statusCode, username).toBe(403);
  });
});

describe('opening an account', () => {
  it('gives a link that sets the password once, and nobody learns the password', async () => {
    const personId = await writeColleague('王新');
    expect((await admin.get('/api/people-without-account?q=王新')).json().people).toMatchObject([
      { id: personId, name: '王新', posts: [{ role: 'member' }] },
    ]);
    const reply = await admin.post('/api/accounts', { personId, username: 'wang.xin' });
    expect(reply.statusCode).toBe(201);
    expect(reply.json()).toMatchObject({
      account: { username: 'wang.xin', state: 'never-used', factor: 'off' },
      link: { path: expect.stringMatching(/^\/set-password#[\w-]{43}$/) },
    });
    expect((await admin.get('/api/people-without-account?q=王新')).json().people).toEqual([]);
    expect((await signIn('wang.xin', 'anything at all')).statusCode).toBe(401);
    const { path } = reply.json().link;
    expect((await usePasswordLink(path, 'correct horse battery')).json()).toEqual({ username: 'wang.xin' });
    expect((await usePasswordLink(path, 'another horse battery')).json().code).toBe('directory.password-link-gone');
    expect((await signIn('wang.xin', 'correct horse battery')).json().status).toBe('signed-in');
    expect((await list('&q=wang.xin')).accounts[0].state).toBe('active');
  });

  it('is refused for a name that is taken or misshapen, for whoever has one, and for whoever holds no post', async () => {
    const open = async (personId: string, username: string) =>
      (await admin.post('/api/accounts', { personId, username })).json().code;
    const personId = await writeColleague('李新');
    expect(await open(personId, 'BUREAU')).toBe('directory.username-taken');
    expect(await open(personId, 'li xin')).toBe('directory.username-form');
    expect(await open(buyer.person.id, 'second.account')).toBe('directory.person-has-account');
    expect(await open(circleMeltblown.person.id, 'other.city')).toBe('platform.not-found');
    expect(await open(await writeColleague('赵离', '2026-11-01'), 'has.left')).toBe('platform.not-found');
  });

  it('makes one account when two administrators open one at the same moment', async () => {
    const personId = await writeColleague('孙新');
    const replies = await Promise.all(
      ['sun.one', 'sun.two'].map((username) => admin.post('/api/accounts', { personId, username })),
    );
    expect(replies.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 409]);
  });
});

describe('a link that sets a password', () => {
  it('works for one of two who use it at the same moment', async () => {
    const reply = await admin.post('/api/accounts', { personId: await writeColleague('孙新'), username: 'sun.xin' });
    const { path } = reply.json().link;
    const words = ['first horse battery', 'second horse battery'];
    const used = await Promise.all(words.map((password) => usePasswordLink(path, password)));
    expect(used.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 404]);
    const signedIn = await Promise.all(words.map((password) => signIn('sun.xin', password)));
    expect(signedIn.map(({ statusCode }) => statusCode)).toEqual(
      used.map(({ statusCode }) => (statusCode === 200 ? 200 : 401)),
    );
  });
});

describe('resetting', () => {
  it('a password ends the old one and every session at once, and shows a link, never a password', async () => {
    const firm = house.withCookie(sessionCookieOf(await signIn('firm.meltblown')));
    const reply = await admin.post(`/api/accounts/${await idOf('firm.meltblown')}/password-link`);
    expect(reply.statusCode).toBe(201);
    expect(reply.body).not.toMatch(/"password"/);
    expect((await firm.get('/api/session')).statusCode).toBe(401);
    expect((await signIn('firm.meltblown')).statusCode).toBe(401);
    const second = (await admin.post(`/api/accounts/${await idOf('firm.meltblown')}/password-link`)).json().link.path;
    // the newer link has taken the place of the older one
    expect((await usePasswordLink(reply.json().link.path, 'correct horse battery')).statusCode).toBe(404);
    expect((await usePasswordLink(second, 'correct horse battery')).statusCode).toBe(200);
    expect((await signIn('firm.meltblown', 'correct horse battery')).statusCode).toBe(200);
  });

  it('gives a link that is good for three days', async () => {
    const { link } = (await admin.post(`/api/accounts/${await idOf('firm.tackle')}/password-link`)).json();
    house.effects.pass(72 * 3_600_000);
    expect((await usePasswordLink(link.path, 'correct horse battery')).json().code).toBe(
      'directory.password-link-gone',
    );
    admin = await signInAdmin();
  });

  it('a second factor leads its owner through setting up a new one', async () => {
    const id = await idOf('auditadmin');
    const reply = await admin.post(`/api/accounts/${id}/second-factor-reset`);
    expect(reply.json().account).toMatchObject({ factor: 'missing', sessions: 0 });
    expect((await list('&factor=missing')).accounts.map(({ username }: Listed) => username)).toEqual(['auditadmin']);
    expect((await signIn('auditadmin')).json().status).toBe('second-factor-setup');
  });
});

describe('locking', () => {
  it('ends every session at once, refuses the right password, and tells why in the trail only', async () => {
    const id = await idOf('bank.a');
    const bank = house.withCookie(sessionCookieOf(await signIn('bank.a')));
    expect((await bank.get('/api/session')).statusCode).toBe(200);
    expect((await admin.post(`/api/accounts/${id}/lock`, {})).statusCode).toBe(400);
    const locked = await admin.post(`/api/accounts/${id}/lock`, { why: '离职交接' });
    expect(locked.json().account).toMatchObject({ state: 'locked', sessions: 0 });
    expect((await bank.get('/api/session')).statusCode).toBe(401);
    expect((await signIn('bank.a')).json().code).toBe('directory.wrong-credentials');
    expect((await admin.post(`/api/accounts/${id}/unlock`)).json().account.state).toBe('active');
    expect((await signIn('bank.a')).statusCode).toBe(200);
  });

  it('shows who waits after wrong tries, and unlocking ends the wait', async () => {
    for (let tries = 0; tries < 5; tries++) await signIn('bank.b', `guess ${tries}`);
    const id = await idOf('bank.b');
    expect((await list('&q=bank.b')).accounts[0].waitsUntil).not.toBeNull();
    expect((await signIn('bank.b')).statusCode).toBe(429);
    expect((await admin.post(`/api/accounts/${id}/unlock`)).json().account.waitsUntil).toBeNull();
    expect((await signIn('bank.b')).statusCode).toBe(200);
  });

  it('can be left at ending the sessions', async () => {
    const firm = house.withCookie(sessionCookieOf(await signIn('firm.buyer2')));
    const reply = await admin.del(`/api/accounts/${await idOf('firm.buyer2')}/sessions`);
    expect(reply.json()).toMatchObject({ ended: 1, account: { sessions: 0 } });
    expect((await firm.get('/api/session')).statusCode).toBe(401);
    expect((await signIn('firm.buyer2')).statusCode).toBe(200);
  });
});

describe('an account', () => {
  const deeds = ['password-link', 'second-factor-reset', 'lock', 'unlock'] as const;

  it('is never changed by its own administrator', async () => {
    const id = await idOf('secadmin');
    for (const deed of deeds) {
      const reply = await admin.post(`/api/accounts/${id}/${deed}`, { why: '自己' });
      expect([deed, reply.json().code]).toEqual([deed, 'directory.own-account']);
    }
    expect((await admin.del(`/api/accounts/${id}/sessions`)).json().code).toBe('directory.own-account');
  });

  it('of another city, or none at all, is not there', async () => {
    const { rows } = await house.database.pool.query(`select id from auth."user" where username = 'firm.yantai'`);
    for (const id of [rows[0].id, house.effects.newId()])
      for (const deed of deeds)
        expect((await admin.post(`/api/accounts/${id}/${deed}`, { why: '试' })).statusCode, deed).toBe(404);
  });

  it('leaves in the trail who changed it, and never a link', async () => {
    const rows = await inContext(house.database, { city: testCity, viewer: 'system' }, (tx) =>
      tx.selectFrom('audit_entry').selectAll().where('actor_role', '=', 'security-administrator').execute(),
    );
    const actions = new Set(rows.map(({ action }) => action));
    for (const action of [
      'account.opened',
      'password.reset',
      'second-factor.reset',
      'account.locked',
      'account.unlocked',
    ])
      expect(actions).toContain(action);
    expect(rows.find(({ action }) => action === 'account.locked')).toMatchObject({
      ...{ actor_name: securityAdministrator.person.name, why: '离职交接' },
    });
    expect(JSON.stringify(rows)).not.toContain('set-password');
  });
});

/** The clock has moved beyond the session: signs in again with the phone. */
async function signInAdmin(): Promise<TestClient> {
  const half = house.withCookie(sessionCookieOf(await signIn('secadmin')));
  const { code } = (await half.get('/api/session/second-factor/demo-code')).json();
  return house.withCookie(sessionCookieOf(await half.post('/api/session/second-factor', { code })));
}
