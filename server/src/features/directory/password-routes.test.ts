import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { createTestApp, sessionCookieOf, type TestApp, type TestClient } from '#testing/test-app';
import { buyer, testCity, testWorldPassword } from '#testing/test-world';
import { createAccount } from './public.ts';

let house: TestApp;
beforeAll(async () => {
  house = await createTestApp({ settings: { passwordDays: 90 } });
});
afterAll(() => house.close());

async function enter(username: string, password = testWorldPassword): Promise<TestClient> {
  const reply = await house.stranger.post('/api/session', { username, password });
  expect(reply.statusCode, reply.body).toBe(200);
  return house.withCookie(sessionCookieOf(reply));
}
const change = (client: TestClient, next: string, present = testWorldPassword) =>
  client.put('/api/session/password', { present, next });

/** As `zhitong user add` leaves an account whose password the operator has seen. */
async function makePasswordDue(username: string): Promise<void> {
  await house.database.pool.query(
    `update sign_in set password_due = true where user_id = (select id from auth."user" where username = $1)`,
    [username],
  );
}

describe('the own password', () => {
  it.each([
    ['short', 'directory.password-too-short'],
    ['x'.repeat(129), 'directory.password-too-long'],
    ['my firm.buyer 1', 'directory.password-like-name'],
    ['aaaaaaaaaaaa', 'directory.password-too-simple'],
    ['qwertyuiop', 'directory.password-leaked'],
    ['Woaini1314!!', 'directory.password-leaked'],
    ['Basketball2026', 'directory.password-leaked'],
    [testWorldPassword, 'directory.password-same'],
  ])('is not changed to %s: %s', async (next, code) => {
    const reply = await change(await enter('firm.buyer'), next);
    expect([reply.statusCode, reply.json().code]).toEqual([422, code]);
  });

  it('is changed only by who knows the present one, and that cannot be guessed', async () => {
    const thief = await enter('firm.buyer2');
    for (let tries = 0; tries < 5; tries++)
      expect((await change(thief, 'correct horse battery', `guess ${tries}`)).json().code).toBe(
        'directory.present-password-wrong',
      );
    expect((await change(thief, 'correct horse battery')).json().code).toBe('directory.account-locked');
  });

  it('ends every other session when it changes, and this one goes on under a new id', async () => {
    const [here, elsewhere] = [await enter('firm.meltblown'), await enter('firm.meltblown')];
    const reply = await change(here, 'correct horse battery');
    expect(reply.json().status).toBe('signed-in');
    const renewed = house.withCookie(sessionCookieOf(reply));
    expect((await renewed.get('/api/session')).statusCode).toBe(200);
    expect((await here.get('/api/session')).statusCode).toBe(401);
    expect((await elsewhere.get('/api/session')).statusCode).toBe(401);
    await enter('firm.meltblown', 'correct horse battery');
  });

  it('is not changed by a stranger', async () => {
    expect((await change(house.stranger, 'correct horse battery')).statusCode).toBe(401);
  });
});

describe('a password that somebody else has seen', () => {
  it('opens nothing but its own change, and then everything', async () => {
    await makePasswordDue('firm.spunbond');
    const half = await enter('firm.spunbond');
    expect((await half.get('/api/session')).json()).toMatchObject({ status: 'new-password', posts: [] });
    for (const reply of [
      await half.get('/api/inbox'),
      await half.get('/api/session/sessions'),
      await half.post('/api/session/second-factor/setup', { password: testWorldPassword }),
    ])
      expect(reply.json().code).toBe('directory.step-missing');
    const whole = house.withCookie(sessionCookieOf(await change(half, 'correct horse battery')));
    expect((await whole.get('/api/inbox')).statusCode).toBe(200);
    expect((await (await enter('firm.spunbond', 'correct horse battery')).get('/api/session')).json().status).toBe(
      'signed-in',
    );
  });

  it('comes after the second factor where there is one', async () => {
    await makePasswordDue('sysadmin');
    const half = await enter('sysadmin');
    expect((await change(half, 'correct horse battery')).json().code).toBe('directory.step-missing');
    const { code } = (await half.get('/api/session/second-factor/demo-code')).json();
    const reply = await half.post('/api/session/second-factor', { code });
    expect(reply.json().status).toBe('new-password');
    expect((await change(house.withCookie(sessionCookieOf(reply)), 'correct horse battery')).json().status).toBe(
      'signed-in',
    );
  });
});

describe('the age of a password', () => {
  it('asks for a new one after the days the operator set, but never of demo people', async () => {
    await writeRealPerson('real.person');
    const status = async (username: string) => (await (await enter(username)).get('/api/session')).json().status;
    expect(await status('real.person')).toBe('signed-in');
    house.effects.pass(90 * 86_400_000);
    expect(await status('real.person')).toBe('new-password');
    expect(await status('bank.a')).toBe('signed-in');
  });
});

describe('a link that sets a password', () => {
  it('is refused when it is made up, and says nothing about anybody', async () => {
    for (const token of ['', 'x', 'A'.repeat(43), "' or 1=1 --"]) {
      const read = await house.stranger.post('/api/password-link', { token });
      const used = await house.stranger.post('/api/password-link/password', {
        token,
        password: 'correct horse battery',
      });
      for (const reply of [read, used])
        expect([reply.statusCode, reply.json().code]).toEqual([404, 'directory.password-link-gone']);
    }
  });
});

async function writeRealPerson(username: string): Promise<void> {
  const { database, effects } = house;
  const personId = effects.newId();
  const post = { id: effects.newId(), person_id: personId, organisation_id: buyer.id, role: 'member' };
  await inContext(database, { city: testCity, viewer: 'system' }, async (tx) => {
    await tx.insertInto('person').values({ city: testCity, id: personId, name: '王真' }).execute();
    await tx
      .insertInto('post')
      .values({ city: testCity, ...post, valid_from: '2026-01-01' })
      .execute();
  });
  const account = { username, password: testWorldPassword, city: testCity, personId };
  expect(await createAccount(database, effects, account)).toBe('created');
}
