import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { createTestApp, type TestApp } from '#testing/test-app';
import { bureau, buyer, meltblown, spunbond, testCity, testColleagues, testWorldPassword } from '#testing/test-world';
import { demoSignIns } from './demo-sign-ins.ts';
import { createAccount } from './public.ts';

let house: TestApp;
beforeAll(async () => {
  house = await createTestApp();
});
afterAll(() => house.close());

const signIn = (username: string, password: string) => house.stranger.post('/api/session', { username, password });

describe('signing in', () => {
  it('answers the person and the posts, and sets a cookie that scripts cannot read', async () => {
    const reply = await signIn('firm.buyer', testWorldPassword);
    expect(reply.statusCode).toBe(200);
    expect(reply.json()).toEqual({
      status: 'signed-in',
      person: { id: buyer.person.id, name: '演示-乙', preferences: {} },
      posts: [
        {
          id: buyer.person.postId,
          organisation: { id: buyer.id, name: buyer.name, kind: 'enterprise' },
          role: 'manager',
        },
      ],
    });
    const cookie = reply.cookies.find(({ name }) => name === 'zhitong_session');
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
    expect(cookie?.secure).toBeFalsy();
  });

  it('gives a cookie for HTTPS only when the call came over HTTPS through a proxy on this machine', async () => {
    const from = (remoteAddress: string) =>
      house.app.inject({
        method: 'POST',
        url: '/api/session',
        remoteAddress,
        headers: { 'x-forwarded-proto': 'https', 'x-forwarded-for': '10.1.1.1' },
        payload: { username: 'bureau', password: testWorldPassword },
      });
    expect((await from('127.0.0.1')).cookies[0]?.secure).toBe(true);
    expect((await from('10.2.2.2')).cookies[0]?.secure).toBeFalsy();
  });

  it('takes the name in any case and with spaces around it', async () => {
    expect((await signIn(' Firm.Buyer ', testWorldPassword)).statusCode).toBe(200);
  });

  it('gives another cookie at every sign-in', async () => {
    const first = await signIn('bureau', testWorldPassword);
    const second = await signIn('bureau', testWorldPassword);
    expect(first.cookies[0]?.value).not.toBe(second.cookies[0]?.value);
  });

  it('says the same of a wrong password and of a name that does not exist', async () => {
    const wrong = await signIn('firm.carbonless', testWorldPassword);
    const unknown = await signIn('bureau', 'not the password');
    await signIn('bureau', testWorldPassword);
    for (const reply of [wrong, unknown]) {
      expect(reply.statusCode).toBe(401);
      expect(reply.json()).toMatchObject({
        code: 'directory.wrong-credentials',
        message: '用户名或密码不对',
        details: {},
      });
      expect(reply.headers['set-cookie']).toBeUndefined();
    }
  });

  it('asks for name and password and says which is missing', async () => {
    const reply = await house.stranger.post('/api/session', { username: 'bureau' });
    expect(reply.statusCode).toBe(400);
    expect(reply.json()).toMatchObject({ code: 'platform.invalid-input', details: { fields: 'password' } });
  });

  it('takes SQL, markup, emoji and a very long name for what they are: wrong', async () => {
    for (const username of ["' or 1=1 --", '<script>alert(1)</script>', '😷', '', 'x'.repeat(200)])
      expect((await signIn(username, 'x')).statusCode, username).toBe(401);
    expect((await signIn('x'.repeat(201), 'x')).statusCode).toBe(400);
  });

  it('refuses a sign-in that another site sends', async () => {
    const reply = await house.stranger.post(
      '/api/session',
      { username: 'bureau', password: testWorldPassword },
      { origin: 'https://evil.example' },
    );
    expect(reply.statusCode).toBe(403);
    expect(reply.json().code).toBe('platform.foreign-origin');
  });

  it('reads the refusal in English to an English reader', async () => {
    const reply = await house.stranger.post(
      '/api/session',
      { username: 'nobody', password: 'x' },
      { 'accept-language': 'en' },
    );
    expect(reply.json().message).toBe('User name or password is wrong');
  });
});

describe('guessing', () => {
  it.each(['firm.tackle', 'no.such.name'])('locks %s for five minutes after five wrong tries', async (username) => {
    for (let tries = 0; tries < 5; tries++) expect((await signIn(username, `guess ${tries}`)).statusCode).toBe(401);
    const locked = await signIn(username, testWorldPassword);
    expect(locked.statusCode).toBe(429);
    expect(locked.json()).toMatchObject({
      code: 'directory.account-locked',
      message: '连续 5 次不对，09:05 后可再试。忘记密码请联系本单位管理员；您就是管理员的，请联系平台安全管理员',
    });
  });

  it('opens the account again when the five minutes are over', async () => {
    house.effects.pass(5 * 60_000);
    expect((await signIn('firm.tackle', testWorldPassword)).statusCode).toBe(200);
  });

  it('lets no more than five of fifty guesses at once reach the password', async () => {
    const replies = await Promise.all(Array.from({ length: 50 }, (_, n) => signIn('guessed.at.once', `guess ${n}`)));
    expect(replies.filter((reply) => reply.statusCode === 401)).toHaveLength(5);
    expect(replies.filter((reply) => reply.statusCode === 429)).toHaveLength(45);
  });

  it('slows down the address that guesses at many names, and no other address', async () => {
    const from = (remoteAddress: string, n: number) =>
      house.app.inject({
        method: 'POST',
        url: '/api/session',
        remoteAddress,
        // pretending to be a proxy for many others does not help
        headers: { 'x-forwarded-for': `10.3.3.${n}` },
        payload: { username: `name.${n}`, password: 'x' },
      });
    const replies = await Promise.all(Array.from({ length: 110 }, (_, n) => from('10.9.8.7', n)));
    const codes = replies.map((reply) => reply.json().code);
    expect(codes.filter((code) => code === 'directory.wrong-credentials')).toHaveLength(100);
    expect(codes.filter((code) => code === 'directory.too-many-sign-ins')).toHaveLength(10);
    expect((await from('10.9.8.6', 999)).json().code).toBe('directory.wrong-credentials');
  });
});

describe('the session', () => {
  it('is answered to its owner and to nobody else', async () => {
    const firm = await house.signIn('firm.meltblown');
    expect((await firm.get('/api/session')).json().person.name).toBe(meltblown.person.name);
    const reply = await house.stranger.get('/api/session');
    expect(reply.statusCode).toBe(401);
    expect(reply.json().code).toBe('platform.signed-out');
  });

  it('does not believe a cookie with a changed letter', async () => {
    const { cookie } = await house.signIn('firm.meltblown');
    const forged = cookie.replace(/=(.)/, (_, letter: string) => `=${letter === 'a' ? 'b' : 'a'}`);
    expect((await house.stranger.get('/api/session', { cookie: forged })).statusCode).toBe(401);
  });

  it('ends at once with the sign-out, for every copy of the cookie', async () => {
    const reply = await signIn('firm.spunbond', testWorldPassword);
    const cookie = reply.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
    expect((await house.stranger.get('/api/session', { cookie })).statusCode).toBe(200);
    const out = await house.stranger.del('/api/session', { cookie });
    expect(out.json()).toEqual({ status: 'signed-out' });
    expect(out.cookies.find(({ name }) => name === 'zhitong_session')?.value).toBe('');
    expect((await house.stranger.get('/api/session', { cookie })).statusCode).toBe(401);
    expect((await house.stranger.get('/api/session', { cookie: `${cookie}; other=1` })).statusCode).toBe(401);
  });

  it('signs out a stranger without complaint', async () => {
    expect((await house.stranger.del('/api/session')).statusCode).toBe(200);
  });

  it('keeps what the person set, and keeps the rest', async () => {
    const firm = await house.signIn('firm.buyer');
    expect((await firm.put('/api/session/preferences', { language: 'en' })).json()).toEqual({ language: 'en' });
    expect((await firm.put('/api/session/preferences', { density: 'compact' })).json()).toEqual({
      language: 'en',
      density: 'compact',
    });
    expect((await firm.get('/api/session')).json().person.preferences).toEqual({ language: 'en', density: 'compact' });
    expect((await firm.put('/api/session/preferences', { theme: 'pink' })).statusCode).toBe(400);
    expect((await house.stranger.put('/api/session/preferences', { theme: 'dark' })).statusCode).toBe(401);
  });
});

describe('a post', () => {
  const withPost = (postId: string) => ({ 'x-zhitong-post': postId });
  const asked = `/api/organisations/${meltblown.id}`;

  it('is the first one held unless the page names another, and what is seen follows it', async () => {
    const second = house.effects.newId();
    await writePost(house, { id: second, personId: spunbond.person.id, organisationId: meltblown.id });
    const both = await house.signIn('firm.spunbond');
    expect((await both.get('/api/session')).json().posts).toHaveLength(2);
    expect((await both.get(asked)).json()).not.toHaveProperty('contact');
    expect((await both.get(asked, withPost(second))).json().contact.phone).toBe(meltblown.phone);
  });

  it('of somebody else is refused', async () => {
    const firm = await house.signIn('firm.buyer');
    for (const postId of [bureau.person.postId, 'no id at all']) {
      const reply = await firm.get(asked, withPost(postId));
      expect(reply.statusCode).toBe(403);
      expect(reply.json().code).toBe('directory.other-post');
    }
    expect((await firm.get('/api/session', withPost(bureau.person.postId))).statusCode).toBe(200);
  });

  it('that has ended is no post, and without one nothing opens', async () => {
    const personId = house.effects.newId();
    await inContext(house.database, { city: testCity, viewer: 'system' }, (tx) =>
      tx.insertInto('person').values({ city: testCity, id: personId, name: '演示-庚' }).execute(),
    );
    const ended = { id: house.effects.newId(), personId, organisationId: buyer.id, validTo: '2026-11-23' };
    await writePost(house, ended);
    const account = { username: 'left.yesterday', password: testWorldPassword, city: testCity, personId };
    expect(await createAccount(house.database, house.effects, account)).toBe('created');
    const left = await house.signIn('left.yesterday');
    expect((await left.get('/api/session')).json().posts).toEqual([]);
    const reply = await left.get(asked);
    expect(reply.statusCode).toBe(403);
    expect(reply.json()).toMatchObject({ code: 'directory.no-post', message: '您还没有岗位。请联系本单位管理员' });
  });
});

describe('an account', () => {
  it('is not made twice under one name, in whatever case', async () => {
    const again = { username: 'BUREAU', password: 'another one', city: testCity, personId: buyer.person.id };
    expect(await createAccount(house.database, house.effects, again)).toBe('taken');
    expect((await signIn('bureau', 'another one')).statusCode).toBe(401);
    expect((await signIn('bureau', testWorldPassword)).json().person.name).toBe(bureau.person.name);
  });
});

describe('the welcome', () => {
  it('names the city and lists the demo sign-ins that exist', async () => {
    const welcome = (await house.stranger.get('/api/welcome')).json();
    expect(welcome.city).toEqual({ code: '371000', name: '威海市' });
    expect(welcome.demo).toBe(true);
    const here = new Set(testColleagues.map(({ username }) => username));
    const listed = demoSignIns.map(({ username }) => username).filter((username) => here.has(username));
    expect(welcome.signIns.map((signIn: { username: string }) => signIn.username)).toEqual(listed);
    expect(welcome.signIns[0]).toMatchObject({ password: testWorldPassword, organisation: bureau.name });
  });

  it('lists nobody when demo mode is off, and no demo account can sign in then', async () => {
    const real = await createTestApp({ demo: false });
    try {
      expect((await real.stranger.get('/api/welcome')).json()).toMatchObject({ demo: false, signIns: [] });
      const reply = await real.stranger.post('/api/session', { username: 'bureau', password: testWorldPassword });
      expect(reply.statusCode).toBe(401);
      expect(reply.json().code).toBe('directory.wrong-credentials');
    } finally {
      await real.close();
    }
  });
});

async function writePost(
  { database }: TestApp,
  post: { id: string; personId: string; organisationId: string; validTo?: string },
): Promise<void> {
  await inContext(database, { city: testCity, viewer: 'system' }, (tx) =>
    tx
      .insertInto('post')
      .values({
        ...{ city: testCity, id: post.id, person_id: post.personId, organisation_id: post.organisationId },
        ...{ role: 'manager', valid_from: '2026-02-01', valid_to: post.validTo ?? null },
      })
      .execute(),
  );
}
