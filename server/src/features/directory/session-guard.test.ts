import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { createTestApp, sessionCookieOf, type TestApp, type TestClient } from '#testing/test-app';
import { testCity, testWorldPassword } from '#testing/test-world';

/** What an attacker tries at the door; each is an answer of the door. */
let house: TestApp;
const lines: string[] = [];
beforeAll(async () => {
  house = await createTestApp({ settings: { logLevel: 'info', logTo: { write: (line) => lines.push(line) } } });
});
afterAll(() => house.close());

const signIn = (username: string, password = testWorldPassword, headers: Readonly<Record<string, string>> = {}) =>
  house.stranger.post('/api/session', { username, password }, headers);
async function enter(username: string): Promise<TestClient> {
  return house.withCookie(sessionCookieOf(await signIn(username)));
}

describe('whether a name exists', () => {
  it('is told neither by the answer, nor by its headers, nor by the hashes checked: exactly one each', async () => {
    const outcomes: unknown[] = [];
    for (const username of ['bureau', 'nobody.at.all', '用户', "' or 1=1 --", '', 'x'.repeat(200)]) {
      const before = house.passwordChecks();
      const reply = await signIn(username, 'not the password');
      const { requestId: _, ...body } = reply.json();
      outcomes.push({
        checks: house.passwordChecks() - before,
        status: reply.statusCode,
        body,
        headers: names(reply.headers),
      });
    }
    for (const outcome of outcomes) expect(outcome).toEqual(outcomes[0]);
    expect(outcomes[0]).toMatchObject({ checks: 1, status: 401, body: { code: 'directory.wrong-credentials' } });
  });

  it('is not told by the lock: both are locked by the same try, for the same time', async () => {
    const answers: string[][] = [];
    for (const username of ['bank.a', 'bank.z']) {
      const codes: string[] = [];
      for (let tries = 0; tries < 7; tries++) codes.push((await signIn(username, 'guess')).json().message);
      answers.push(codes);
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]?.[6]).toMatch(/^连续 5 次不对/);
  });

  it('leaves the same number of lines in the trail', async () => {
    const count = async () =>
      (
        await inContext(house.database, { city: testCity, viewer: 'system' }, (tx) =>
          tx.selectFrom('audit_entry').select('id').where('action', '=', 'session.refused').execute(),
        )
      ).length;
    const before = await count();
    await signIn('firm.tackle', 'guess');
    await signIn('firm.tickle', 'guess');
    expect(await count()).toBe(before + 2);
  });
});

describe('guessing', () => {
  it('from many addresses at one name is stopped by the name', async () => {
    const codes: string[] = [];
    for (let n = 1; n <= 8; n++)
      codes.push((await signIn('firm.buyer', 'guess', { 'x-forwarded-for': `203.0.113.${n}` })).json().code);
    expect(codes.filter((code) => code === 'directory.wrong-credentials')).toHaveLength(5);
    expect(codes.slice(5)).toEqual(Array.from({ length: 3 }, () => 'directory.account-locked'));
  });

  it('from elsewhere does not lock the person out at a device known for the name', async () => {
    const first = await signIn('firm.meltblown');
    const device = first.cookies.find(({ name }) => name === 'zhitong_device');
    expect(device).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/api/session' });
    const known = { cookie: `zhitong_device=${device?.value}` };
    for (let tries = 0; tries < 5; tries++)
      await signIn('firm.meltblown', 'guess', { 'x-forwarded-for': '203.0.113.9' });
    expect((await signIn('firm.meltblown')).json().code).toBe('directory.account-locked');
    expect((await signIn('firm.meltblown', testWorldPassword, known)).statusCode).toBe(200);
  });

  it('from a known device is counted too, and a device known for one name is none for another', async () => {
    const device = (await signIn('firm.spunbond')).cookies.find(({ name }) => name === 'zhitong_device');
    const known = { cookie: `zhitong_device=${device?.value}` };
    for (let tries = 0; tries < 5; tries++)
      expect((await signIn('firm.spunbond', 'guess', known)).statusCode).toBe(401);
    expect((await signIn('firm.spunbond', testWorldPassword, known)).json().code).toBe('directory.account-locked');
    for (let tries = 0; tries < 5; tries++) await signIn('handler.hrss', 'guess', known);
    expect((await signIn('handler.hrss')).json().code).toBe('directory.account-locked');
  });

  it('waits twice as long after each further wrong try', async () => {
    const until = async () => /(\d\d:\d\d)/.exec((await signIn('no.such.firm', 'guess')).json().message)?.[1];
    for (let tries = 0; tries < 5; tries++) await signIn('no.such.firm', 'guess');
    expect(await until()).toBe('09:05');
    house.effects.pass(5 * 60_000);
    expect((await signIn('no.such.firm', 'guess')).statusCode).toBe(401);
    expect(await until()).toBe('09:15');
    house.effects.pass(10 * 60_000);
    await signIn('no.such.firm', 'guess');
    expect(await until()).toBe('09:35');
  });

  it('is counted over all nodes', async () => {
    const node = await createTestApp({ beside: { url: house.database.url, ownerUrl: house.ownerUrl } });
    try {
      for (let tries = 0; tries < 3; tries++) await signIn('two.nodes', 'guess');
      const guess = () => node.stranger.post('/api/session', { username: 'two.nodes', password: 'guess' });
      node.effects.setClock(house.effects.now());
      expect([(await guess()).statusCode, (await guess()).statusCode, (await guess()).statusCode]).toEqual([
        401, 401, 429,
      ]);
      expect((await signIn('two.nodes', 'guess')).statusCode).toBe(429);
    } finally {
      await node.close();
    }
  });
});

describe('fifty people behind one account at one moment', () => {
  it('all get in', async () => {
    const replies = await Promise.all(Array.from({ length: 50 }, () => signIn('emergency.desk')));
    expect(new Set(replies.map(({ statusCode }) => statusCode))).toEqual(new Set([200]));
    expect(new Set(replies.map(sessionCookieOf)).size).toBe(50);
  });
});

describe('a session', () => {
  it('cannot be planted: the id somebody brings along is never the one that is signed in', async () => {
    const thief = await enter('firm.tackle');
    const victim = await signIn('bureau', testWorldPassword, { cookie: thief.cookie });
    expect(sessionCookieOf(victim)).not.toBe(thief.cookie);
    expect((await thief.get('/api/session')).json().person.name).toBe('演示-己');
  });

  it('is over after half an hour without use, and a page nobody touches does not use it', async () => {
    const desk = await enter('bank.b');
    house.effects.pass(29 * 60_000);
    expect((await desk.get('/api/session')).statusCode).toBe(200);
    house.effects.pass(29 * 60_000);
    expect((await desk.get('/api/session', { 'x-zhitong-idle': '1' })).statusCode).toBe(200);
    house.effects.pass(60_000);
    const reply = await desk.get('/api/home');
    expect([reply.statusCode, reply.json().code]).toEqual([401, 'platform.signed-out']);
    // nor can it be woken up again
    expect((await desk.get('/api/session')).statusCode).toBe(401);
  });

  it('is over twelve hours after the sign-in, however busy it was', async () => {
    const desk = await enter('bank.b');
    for (let quarter = 0; quarter < 47; quarter++) {
      house.effects.pass(15 * 60_000);
      expect((await desk.get('/api/session')).statusCode, `${quarter}`).toBe(200);
    }
    house.effects.pass(15 * 60_000);
    expect((await desk.get('/api/session')).statusCode).toBe(401);
  });

  it('can be seen and ended from another one, one by one or all the others', async () => {
    const agent = { 'user-agent': 'Phone of the manager', 'x-forwarded-for': '203.0.113.77' };
    const phone = house.withCookie(sessionCookieOf(await signIn('firm.buyer2', testWorldPassword, agent)));
    const [desk, laptop] = [await enter('firm.buyer2'), await enter('firm.buyer2')];
    const { sessions } = (await desk.get('/api/session/sessions')).json();
    expect(sessions).toHaveLength(3);
    expect(sessions.filter(({ own }: { own: boolean }) => own)).toHaveLength(1);
    const lost = sessions.find(({ device }: { device: string }) => device === 'Phone of the manager');
    expect(lost.address).toBe('203.0.113.77');
    expect((await desk.del(`/api/session/sessions/${lost.id}`)).json()).toEqual({ ended: 1 });
    expect((await phone.get('/api/inbox')).statusCode).toBe(401);
    expect((await desk.del('/api/session/sessions')).json()).toEqual({ ended: 1 });
    expect((await laptop.get('/api/session')).statusCode).toBe(401);
    expect((await desk.get('/api/session')).statusCode).toBe(200);
  });

  it('of somebody else cannot be ended, nor told from one that is not there', async () => {
    const [mine, theirs] = [await enter('firm.buyer2'), await enter('invest.bureau')];
    const [own] = (await theirs.get('/api/session/sessions')).json().sessions;
    expect((await mine.del(`/api/session/sessions/${own.id}`)).statusCode).toBe(404);
    expect((await mine.del('/api/session/sessions/none')).statusCode).toBe(404);
    expect((await theirs.get('/api/session')).statusCode).toBe(200);
  });

  it('that was ended on one node is believed for five seconds at most on another', async () => {
    const node = await createTestApp({ beside: { url: house.database.url, ownerUrl: house.ownerUrl } });
    node.effects.setClock(house.effects.now());
    try {
      const { cookie } = await enter('emergency.desk');
      expect((await node.withCookie(cookie).get('/api/home')).statusCode).toBe(200);
      await house.withCookie(cookie).del('/api/session');
      node.effects.pass(5_000);
      expect((await node.withCookie(cookie).get('/api/home')).statusCode).toBe(401);
    } finally {
      await node.close();
    }
  });
});

describe('another site', () => {
  const change = (headers: Readonly<Record<string, string>>, payload = '{"theme":"dark"}') =>
    house.app.inject({
      method: 'PUT',
      url: '/api/session/preferences',
      payload,
      headers: { host: 'localhost', ...headers },
    });
  const json = { 'content-type': 'application/json' };

  it('changes nothing in the name of somebody whose cookie the browser sends along', async () => {
    const { cookie } = await enter('invest.bureau');
    for (const origin of [
      'https://evil.example',
      'http://localhost.evil.example',
      'null',
      'http://localhost:1',
      'file://',
    ])
      expect((await change({ cookie, origin, ...json })).json().code, origin).toBe('platform.foreign-origin');
    for (const site of ['cross-site', 'same-site'])
      expect((await change({ cookie, 'sec-fetch-site': site, ...json })).json().code, site).toBe(
        'platform.foreign-origin',
      );
    expect((await change({ cookie, origin: 'http://localhost', ...json })).statusCode).toBe(200);
  });

  it('cannot send what a form sends, also where the browser names no origin', async () => {
    const { cookie } = await enter('invest.bureau');
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'text/plain; charset=utf-8'])
      expect((await change({ cookie, 'content-type': type })).json().code, type).toBe('platform.foreign-origin');
    // a tool that is no browser sends JSON and names no origin
    expect((await change({ cookie, ...json })).statusCode).toBe(200);
  });

  it('gets no cookie sent along at all by a browser of today', async () => {
    const cookie = (await signIn('invest.bureau')).cookies.find(({ name }) => name === 'zhitong_session');
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
  });
});

describe('cookies off loopback', () => {
  it('go over HTTPS only', async () => {
    const open = await createTestApp({ settings: { secureCookies: true } });
    try {
      const reply = await open.stranger.post('/api/session', { username: 'bureau', password: testWorldPassword });
      expect(reply.cookies.map(({ name, secure }) => [name, secure])).toEqual([
        ['__Secure-zhitong_session', true],
        ['zhitong_device', true],
      ]);
    } finally {
      await open.close();
    }
  });
});

describe('whoever came over HTTPS', () => {
  it('is told to come over HTTPS only from now on', async () => {
    const { headers } = await house.stranger.get('/api/welcome', { 'x-forwarded-proto': 'https' });
    expect(headers['strict-transport-security']).toBe('max-age=31536000');
    expect((await house.stranger.get('/api/welcome')).headers['strict-transport-security']).toBeUndefined();
  });
});

describe('the log', () => {
  it('holds no password, code, token, cookie or secret, whatever went right or wrong', async () => {
    const secrets = ['a wrong password 4711', testWorldPassword, 'made-up-token-0815', '987654'];
    await signIn('sysadmin', secrets[0]);
    const half = await enter('sysadmin');
    await half.post('/api/session/second-factor', { code: secrets[3] });
    const { code } = (await half.get('/api/session/second-factor/demo-code')).json();
    const whole = house.withCookie(sessionCookieOf(await half.post('/api/session/second-factor', { code })));
    await whole.put('/api/session/password', { present: testWorldPassword, next: 'short' });
    await house.stranger.post('/api/password-link', { token: secrets[2] });
    await house.stranger.get(`/api/welcome?token=${secrets[2]}`);
    await house.stranger.post('/api/session', { username: secrets[0], password: '\ud800' });
    const log = lines.join('\n');
    expect(log).toContain('/api/session/second-factor');
    expect(lines.length).toBeGreaterThan(50);
    for (const secret of [...secrets, code, half.cookie, whole.cookie, 'zhitong_session='])
      expect(log).not.toContain(secret);
  });
});

/** Lengths and times may differ; which headers there are may not. */
function names(headers: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.keys(headers).toSorted();
}
