import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { createTestApp, sessionCookieOf, type TestApp } from '#testing/test-app';
import { startTestProvider, type TestProvider, testClient } from '#testing/test-provider';
import { buyer, testCity, testWorldPassword } from '#testing/test-world';
import { openSingleSignOn } from './oidc-client.ts';

const path = '/api/session/single-sign-on';
const settings = { ...testClient, name: '威海统一身份认证', claim: 'preferred_username' };

let provider: TestProvider;
let house: TestApp;
beforeAll(async () => {
  provider = await startTestProvider();
  const singleSignOn = await openSingleSignOn({ ...settings, issuer: provider.issuer });
  house = await createTestApp({ settings: { singleSignOn } });
});
afterAll(async () => {
  await house.close();
  await provider.close();
});

/** Presses the button: the address of the provider and the ticket in the browser. */
async function begin(query = '') {
  const reply = await house.stranger.get(path + query);
  expect(reply.statusCode).toBe(302);
  const ticket = reply.cookies.find(({ name }) => name === 'zhitong_sign_on');
  return { address: new URL(String(reply.headers.location)), ticket, cookie: `zhitong_sign_on=${ticket?.value}` };
}

/** Comes back from the provider. */
const comeBack = (answer: URL, cookie: string) => house.stranger.get(answer.pathname + answer.search, { cookie });

async function signOn(claims: Readonly<Record<string, unknown>>, query = '') {
  provider.setPerson(claims);
  const { address, cookie } = await begin(query);
  return comeBack(await provider.visit(address.href), cookie);
}

const countAccounts = async () =>
  (await house.database.pool.query('select count(*) as accounts from auth."user"')).rows[0].accounts;

describe('single sign-on', () => {
  it('stands on the sign-in page under the name the operator gave it', async () => {
    expect((await house.stranger.get('/api/welcome')).json().singleSignOn).toBe('威海统一身份认证');
  });

  it('sends the browser to the provider with state, nonce and PKCE, and keeps its ticket in a closed cookie', async () => {
    const { address, ticket } = await begin();
    for (const part of ['state', 'nonce', 'code_challenge'])
      expect(address.searchParams.get(part)?.length, part).toBeGreaterThan(20);
    expect(address.searchParams.get('code_challenge_method')).toBe('S256');
    expect(ticket).toMatchObject({ httpOnly: true, sameSite: 'Lax', path, maxAge: 600 });
    expect(ticket?.value).not.toContain(address.searchParams.get('state'));
  });

  it('signs the account in whose user name the provider vouches for, and leads on to where one wanted to go', async () => {
    const reply = await signOn({ preferred_username: 'Firm.Buyer' }, '?back=/deals');
    expect([reply.statusCode, reply.headers.location]).toEqual([302, '/deals']);
    const firm = house.withCookie(sessionCookieOf(reply));
    expect((await firm.get('/api/session')).json()).toMatchObject({
      ...{ status: 'signed-in', person: { id: buyer.person.id } },
    });
  });

  it('refuses somebody who has no account here, and creates nobody', async () => {
    const before = await countAccounts();
    for (const claims of [{ preferred_username: 'wang.unknown' }, { preferred_username: '' }, { name: 'firm.buyer' }]) {
      const reply = await signOn(claims);
      expect(reply.headers.location).toBe('/sign-in?problem=single-sign-on-unknown');
      expect(sessionCookieOf(reply)).toBe('');
    }
    expect(await countAccounts()).toBe(before);
  });

  it('takes the place of the password only: the second factor is asked for as ever', async () => {
    const reply = await signOn({ preferred_username: 'secadmin' }, '?back=/accounts');
    expect(reply.headers.location).toBe('/sign-in?back=%2Faccounts');
    const half = house.withCookie(sessionCookieOf(reply));
    expect((await half.get('/api/session')).json().status).toBe('second-factor');
    expect((await half.get('/api/accounts')).statusCode).toBe(401);
  });

  it('knows a person by the subject of the provider from the first time on, whatever name the provider gives', async () => {
    const first = await signOn({ sub: 'spun-1', preferred_username: 'firm.spunbond' });
    expect(first.headers.location).toBe('/');
    const renamed = await signOn({ sub: 'spun-1', preferred_username: 'bureau' });
    const { person } = (await house.withCookie(sessionCookieOf(renamed)).get('/api/session')).json();
    expect(person.id).toBe((await house.withCookie(sessionCookieOf(first)).get('/api/session')).json().person.id);
  });

  it('lets nobody in by a name that has changed hands at the provider, until the account is reset', async () => {
    await signOn({ sub: 'melt-1', preferred_username: 'firm.meltblown' });
    const stranger = await signOn({ sub: 'melt-2', preferred_username: 'firm.meltblown' });
    expect(stranger.headers.location).toBe('/sign-in?problem=single-sign-on-unknown');
    expect(sessionCookieOf(stranger)).toBe('');
    const admin = await house.signIn('secadmin');
    const { accounts } = (await admin.get('/api/accounts?q=firm.meltblown')).json();
    await admin.post(`/api/accounts/${accounts[0].id}/password-link`, {});
    expect((await signOn({ sub: 'melt-2', preferred_username: 'firm.meltblown' })).headers.location).not.toContain(
      'problem',
    );
  });

  it('opens no locked account', async () => {
    const admin = await house.signIn('secadmin');
    const { accounts } = (await admin.get('/api/accounts?q=bank.a')).json();
    await admin.post(`/api/accounts/${accounts[0].id}/lock`, { why: '调离' });
    expect((await signOn({ preferred_username: 'bank.a' })).headers.location).toMatch(/^\/sign-in\?problem=/);
    // and whoever came meanwhile has no hold on it when it opens again
    await signOn({ sub: 'somebody else', preferred_username: 'bank.a' });
    await admin.post(`/api/accounts/${accounts[0].id}/unlock`, {});
    expect((await signOn({ preferred_username: 'bank.a' })).headers.location).toBe('/');
  });

  it('leads to no other site afterwards', async () => {
    for (const back of ['//evil.example', 'https://evil.example', '/\\evil.example'])
      expect(
        (await signOn({ preferred_username: 'firm.tackle' }, `?back=${encodeURIComponent(back)}`)).headers.location,
      ).toBe('/');
  });

  it('is written into the trail with how it was proved', async () => {
    const rows = await inContext(house.database, { city: testCity, viewer: 'system' }, (tx) =>
      tx.selectFrom('audit_entry').select('after').where('action', '=', 'session.started').execute(),
    );
    expect(JSON.stringify(rows)).toContain('single-sign-on');
    const bound = await inContext(house.database, { city: testCity, viewer: 'system' }, (tx) =>
      tx.selectFrom('audit_entry').select('after').where('action', '=', 'account.bound').execute(),
    );
    expect(JSON.stringify(bound)).toContain('subject of firm.buyer');
  });
});

describe('an answer of the provider', () => {
  const failed = '/sign-in?problem=single-sign-on-failed';

  it('is worth nothing in another browser, without a ticket, or with a ticket of another try', async () => {
    provider.setPerson({ preferred_username: 'firm.buyer' });
    const mine = await begin();
    const theirs = await begin();
    const answer = await provider.visit(mine.address.href);
    for (const cookie of ['', 'zhitong_sign_on=made-up', theirs.cookie])
      expect((await comeBack(answer, cookie)).headers.location).toBe(failed);
    expect((await comeBack(answer, mine.cookie)).headers.location).toBe('/');
  });

  it('is good once', async () => {
    provider.setPerson({ preferred_username: 'firm.buyer' });
    const { address, cookie } = await begin();
    const answer = await provider.visit(address.href);
    const first = await comeBack(answer, cookie);
    expect(first.cookies.find(({ name }) => name === 'zhitong_sign_on')?.value).toBe('');
    expect((await comeBack(answer, cookie)).headers.location).toBe(failed);
  });

  it('that was made up, or that is an error, ends at the sign-in page', async () => {
    const { address, cookie } = await begin();
    const state = address.searchParams.get('state');
    for (const search of ['', '?code=x', `?code=x&state=${state}`, `?error=access_denied&state=${state}`]) {
      const reply = await comeBack(new URL(`http://localhost${path}/callback${search}`), cookie);
      expect(reply.headers.location, search).toBe(failed);
    }
  });
});

describe('the provider', () => {
  it('that cannot be reached at start is named, with what to do', async () => {
    const away = openSingleSignOn({ ...settings, issuer: 'http://127.0.0.1:9' });
    await expect(away).rejects.toThrow(
      /^Single sign-on: http:\/\/127\.0\.0\.1:9 does not answer .* ZHITONG_OIDC_ISSUER/,
    );
  });

  it('that calls itself something else is refused', async () => {
    const other = openSingleSignOn({ ...settings, issuer: provider.issuer.replace('127.0.0.1', 'localhost') });
    await expect(other).rejects.toThrow(/does not answer as an OpenID provider/);
  });

  it('is not offered, and has no address, where it is not set up', async () => {
    const plain = await createTestApp();
    try {
      expect((await plain.stranger.get('/api/welcome')).json().singleSignOn).toBeNull();
      expect((await plain.stranger.get(path)).statusCode).toBe(404);
      expect(
        (await plain.stranger.post('/api/session', { username: 'bureau', password: testWorldPassword })).statusCode,
      ).toBe(200);
    } finally {
      await plain.close();
    }
  });
});
