import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { createTestApp, sessionCookieOf, type TestApp, type TestClient } from '#testing/test-app';
import { securityAdministrator, testCity, testWorldPassword } from '#testing/test-world';
import { demoSecondFactor } from './demo-sign-ins.ts';

let house: TestApp;
beforeAll(async () => {
  house = await createTestApp();
});
afterAll(() => house.close());
// each test has time steps of its own: a code is good once
beforeEach(() => house.effects.pass(5 * 60_000));

/** What the phone shows. */
function codeNow(secret = demoSecondFactor, later = 0): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({
    timestamp: house.effects.now().getTime() + later * 30_000,
  });
}

async function afterPassword(username: string): Promise<TestClient> {
  const reply = await house.stranger.post('/api/session', { username, password: testWorldPassword });
  expect(reply.statusCode).toBe(200);
  return house.withCookie(sessionCookieOf(reply));
}

const give = (client: TestClient, code: string) => client.post('/api/session/second-factor', { code });

describe('a session that lacks the second factor', () => {
  it('names the person and the missing step, and no posts', async () => {
    const reply = await house.stranger.post('/api/session', { username: 'secadmin', password: testWorldPassword });
    expect(reply.json()).toEqual({
      status: 'second-factor',
      person: { id: securityAdministrator.person.id, name: securityAdministrator.person.name, preferences: {} },
      posts: [],
    });
  });

  it('can do nothing else', async () => {
    const half = await afterPassword('secadmin');
    for (const reply of [
      await half.get('/api/organisations'),
      await half.get('/api/inbox'),
      await half.get('/api/live'),
      await half.get('/api/session/sessions'),
      await half.get('/api/session/second-factor'),
      await half.put('/api/session/preferences', { theme: 'dark' }),
      await half.put('/api/session/password', { present: testWorldPassword, next: 'correct horse battery' }),
      await half.post('/api/session/second-factor/setup', { password: testWorldPassword }),
      await half.post('/api/session/second-factor/setup/confirmation', { code: codeNow() }),
      await half.post('/api/session/second-factor/removal', { password: testWorldPassword }),
      await half.post('/api/session/second-factor/recovery-codes', { password: testWorldPassword }),
    ]) {
      expect([reply.statusCode, reply.json().code]).toEqual([401, 'directory.step-missing']);
    }
  });

  it('is over ten minutes after the password', async () => {
    const half = await afterPassword('secadmin');
    house.effects.pass(10 * 60_000);
    expect((await give(half, codeNow())).json().code).toBe('platform.signed-out');
  });
});

describe('the second factor', () => {
  it('opens the session under a new id, and the old id opens nothing', async () => {
    const half = await afterPassword('sysadmin');
    const reply = await give(half, codeNow());
    expect(reply.statusCode).toBe(200);
    expect(reply.json()).toMatchObject({ status: 'signed-in', posts: [{ role: 'system-administrator' }] });
    const whole = house.withCookie(sessionCookieOf(reply));
    expect(whole.cookie).not.toBe(half.cookie);
    expect((await whole.get('/api/session')).json().status).toBe('signed-in');
    expect((await half.get('/api/session')).statusCode).toBe(401);
  });

  it('takes a code with blanks in it, and one of a phone that is half a minute off', async () => {
    const early = codeNow(demoSecondFactor, -1);
    const spaced = `${early.slice(0, 3)} ${early.slice(3)}`;
    expect((await give(await afterPassword('sysadmin'), spaced)).statusCode).toBe(200);
    expect((await give(await afterPassword('sysadmin'), codeNow(demoSecondFactor, 1))).statusCode).toBe(200);
  });

  it('refuses a wrong code, an old one and one from the future', async () => {
    const half = await afterPassword('sysadmin');
    const wrong = codeNow() === '000000' ? '000001' : '000000';
    for (const code of [wrong, codeNow(demoSecondFactor, -2), codeNow(demoSecondFactor, 2), '12345']) {
      const reply = await give(half, code);
      expect([reply.statusCode, reply.json().code]).toEqual([401, 'directory.code-wrong']);
    }
  });

  it('takes no code twice, nor an earlier one after a later one', async () => {
    const code = codeNow();
    expect((await give(await afterPassword('auditadmin'), code)).statusCode).toBe(200);
    const again = await afterPassword('auditadmin');
    // the right code a moment too early is no guess, however often
    for (let tries = 0; tries < 6; tries++) expect((await give(again, code)).json().code).toBe('directory.code-used');
    expect((await give(again, codeNow(demoSecondFactor, -1))).json().code).toBe('directory.code-used');
    expect((await give(again, codeNow(demoSecondFactor, 1))).statusCode).toBe(200);
  });

  it('lets one of two who give the same code at the same moment in', async () => {
    const [one, two] = [await afterPassword('auditadmin'), await afterPassword('auditadmin')];
    const replies = await Promise.all([give(one, codeNow()), give(two, codeNow())]);
    expect(replies.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 401]);
  });

  it('stops guessing after five wrong codes, also with a new sign-in and the right code', async () => {
    const half = await afterPassword('chief.medical');
    for (let tries = 0; tries < 5; tries++) expect((await give(half, '12345')).statusCode).toBe(401);
    const locked = await give(await afterPassword('chief.medical'), codeNow());
    expect(locked.statusCode).toBe(429);
    expect(locked.json().message).toMatch(/^验证码连续 5 次不对，\d\d:\d\d 后可再试/);
    house.effects.pass(5 * 60_000);
    expect((await give(await afterPassword('chief.medical'), codeNow())).statusCode).toBe(200);
  });

  it('is not asked of somebody who is signed in already, nor of a stranger', async () => {
    const firm = await house.signIn('firm.buyer');
    expect((await give(firm, codeNow())).json().code).toBe('directory.factor-not-asked');
    expect((await give(house.stranger, codeNow())).json().code).toBe('platform.signed-out');
  });

  it('shows the code of a demo account to its half-open session only', async () => {
    const half = await afterPassword('secadmin');
    expect((await half.get('/api/session/second-factor/demo-code')).json()).toEqual({ code: codeNow() });
    expect((await house.stranger.get('/api/session/second-factor/demo-code')).statusCode).toBe(401);
    const firm = await house.signIn('firm.buyer');
    expect((await firm.get('/api/session/second-factor/demo-code')).statusCode).toBe(404);
  });
});

describe('setting up a second factor of one’s own', () => {
  const setUp = (client: TestClient, password?: string) =>
    client.post('/api/session/second-factor/setup', password === undefined ? {} : { password });
  const confirm = (client: TestClient, code: string) =>
    client.post('/api/session/second-factor/setup/confirmation', { code });

  it('asks for the password, shows the secret once, and is in force with the first code', async () => {
    const firm = await afterPassword('firm.meltblown');
    expect((await setUp(firm)).json().code).toBe('directory.present-password-wrong');
    const { secret, address } = (await setUp(firm, testWorldPassword)).json();
    expect(address).toContain(`secret=${secret}`);
    expect(address).toMatch(/^otpauth:\/\/totp\//);
    // not confirmed: the next sign-in does not ask for it yet
    expect((await (await afterPassword('firm.meltblown')).get('/api/session')).json().status).toBe('signed-in');
    expect((await confirm(firm, '000000')).json().code).toBe('directory.code-wrong');
    const reply = await confirm(firm, codeNow(secret));
    expect(reply.statusCode).toBe(200);
    expect(reply.json().recoveryCodes).toHaveLength(10);
    expect(sessionCookieOf(reply)).not.toBe(firm.cookie);
    expect((await (await afterPassword('firm.meltblown')).get('/api/session')).json().status).toBe('second-factor');
  });

  it('gives recovery codes that work once each, in any case, and are kept as fingerprints', async () => {
    const firm = await afterPassword('firm.spunbond');
    const { secret } = (await setUp(firm, testWorldPassword)).json();
    const [first, second] = (await confirm(firm, codeNow(secret))).json().recoveryCodes;
    const typed = first.toLowerCase().replaceAll('-', ' ');
    expect((await give(await afterPassword('firm.spunbond'), typed)).statusCode).toBe(200);
    expect((await give(await afterPassword('firm.spunbond'), first)).json().code).toBe('directory.recovery-code-wrong');
    const whole = await give(await afterPassword('firm.spunbond'), second);
    const client = house.withCookie(sessionCookieOf(whole));
    expect((await client.get('/api/session/second-factor')).json()).toEqual({
      ...{ username: 'firm.spunbond', factor: 'on', required: false, recoveryCodesLeft: 8 },
    });
    const renewed = await client.post('/api/session/second-factor/recovery-codes', { password: testWorldPassword });
    expect(renewed.json().recoveryCodes).toHaveLength(10);
    expect(await everythingKept(house)).not.toContain(renewed.json().recoveryCodes[0]);
    expect(await everythingKept(house)).not.toContain(secret);
  });

  it('asks for the new factor in the sessions that are open already', async () => {
    const [here, elsewhere] = [await afterPassword('firm.tackle'), await afterPassword('firm.tackle')];
    const { secret } = (await setUp(here, testWorldPassword)).json();
    await confirm(here, codeNow(secret));
    house.effects.pass(6_000);
    expect((await elsewhere.get('/api/session')).json().status).toBe('second-factor');
    expect((await elsewhere.get('/api/inbox')).json().code).toBe('directory.step-missing');
  });

  it('can be switched off again with the password, but not where the post requires it', async () => {
    const off = (client: TestClient, password: string) =>
      client.post('/api/session/second-factor/removal', { password });
    const bank = await afterPassword('bank.a');
    const { secret } = (await setUp(bank, testWorldPassword)).json();
    const whole = house.withCookie(sessionCookieOf(await confirm(bank, codeNow(secret))));
    expect((await off(whole, 'not the password')).json().code).toBe('directory.present-password-wrong');
    expect((await off(whole, testWorldPassword)).json().status).toBe('signed-in');
    expect((await (await afterPassword('bank.a')).get('/api/session')).json().status).toBe('signed-in');
    const admin = house.withCookie(sessionCookieOf(await give(await afterPassword('secadmin'), codeNow())));
    expect((await off(admin, testWorldPassword)).json().code).toBe('directory.factor-required');
  });

  it('is what an administrator without a factor must do first', async () => {
    await forgetFactorOf(house, 'auditadmin');
    const half = await afterPassword('auditadmin');
    expect((await half.get('/api/session')).json().status).toBe('second-factor-setup');
    expect((await half.get('/api/session/sessions')).json().code).toBe('directory.step-missing');
    const { secret } = (await setUp(half)).json();
    const reply = await confirm(half, codeNow(secret));
    expect(reply.json().session).toMatchObject({ status: 'signed-in', posts: [{ role: 'audit-administrator' }] });
    expect((await half.get('/api/session')).statusCode).toBe(401);
  });
});

describe('the trail', () => {
  it('tells who gave or changed a second factor, and never a code or a secret', async () => {
    const rows = await inContext(house.database, { city: testCity, viewer: 'system' }, (tx) =>
      tx.selectFrom('audit_entry').select(['action', 'actor_name']).where('subject_kind', '=', 'account').execute(),
    );
    const actions = new Set(rows.map(({ action }) => action));
    for (const action of [
      'session.started',
      'session.second-factor-given',
      'second-factor.switched-on',
      'second-factor.switched-off',
      'second-factor.recovery-codes-renewed',
    ])
      expect(actions).toContain(action);
    expect(rows.every(({ actor_name }) => actor_name.startsWith('演示-'))).toBe(true);
  });
});

/** Whatever the database holds about sign-ins, as one text. */
async function everythingKept({ database }: TestApp): Promise<string> {
  const { rows: factors } = await database.pool.query('select * from auth.second_factor');
  const { rows: codes } = await database.pool.query('select * from auth.recovery_code');
  const entries = await inContext(database, { city: testCity, viewer: 'system' }, (tx) =>
    tx.selectFrom('audit_entry').selectAll().execute(),
  );
  return JSON.stringify([factors, codes, entries]);
}

async function forgetFactorOf({ database }: TestApp, username: string): Promise<void> {
  await database.pool.query(
    `delete from auth.second_factor where user_id = (select id from auth."user" where username = $1)`,
    [username],
  );
}
