import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { createTestApp, sessionCookieOf, type TestApp } from '#testing/test-app';
import { testCity, testWorldPassword } from '#testing/test-world';

let house: TestApp;
beforeAll(async () => {
  house = await createTestApp();
});
afterAll(() => house.close());

async function told(subjectId: string) {
  const entries = await inContext(house.database, { city: testCity, viewer: 'system' }, (tx) =>
    tx
      .selectFrom('audit_entry')
      .select(['action', 'actor_name', 'after'])
      .where('subject_id', '=', subjectId)
      .where('action', 'in', ['session.refused', 'session.locked'])
      .orderBy('id')
      .execute(),
  );
  return entries.map(({ action, actor_name: by, after }) => ({
    ...{ action, by },
    until: JSON.stringify(after).match(/"lockedUntil":\s*"[^"]+"/)?.[0],
  }));
}
const actionsOf = (entries: readonly { action: string }[]) => entries.map(({ action }) => action);
const repeated = (action: string, times: number) => Array.from({ length: times }, () => action);

describe('the trail of somebody who guesses', () => {
  it('tells of each wrong password, of the lock, and of tries while it holds, a few a minute', async () => {
    const id = createHash('sha256').update('guessed.at').digest('hex').slice(0, 16);
    const guess = () => house.stranger.post('/api/session', { username: 'guessed.at', password: 'guess' });
    for (let tries = 0; tries < 20; tries++) await guess();
    const entries = await told(id);
    expect(actionsOf(entries)).toEqual([
      ...repeated('session.refused', 5),
      'session.locked',
      ...repeated('session.refused', 5),
    ]);
    expect(new Set(entries.slice(0, 5).map(({ until }) => until))).toEqual(new Set([undefined]));
    const untils = new Set(entries.slice(5).map(({ until }) => until));
    expect([untils.size, [...untils][0]]).toEqual([1, expect.any(String)]);
    house.effects.pass(60_000);
    await guess();
    expect(await told(id)).toHaveLength(12);
  });

  it('tells of wrong codes of the phone by name, and of the lock they set', async () => {
    const reply = await house.stranger.post('/api/session', { username: 'sysadmin', password: testWorldPassword });
    const half = house.withCookie(sessionCookieOf(reply));
    for (let tries = 0; tries < 6; tries++) await half.post('/api/session/second-factor', { code: '000000' });
    const { rows } = await house.database.pool.query<{ id: string }>(
      `select id from auth."user" where username = 'sysadmin'`,
    );
    const entries = await told(rows[0]?.id ?? '');
    expect(actionsOf(entries)).toEqual([...repeated('session.refused', 5), 'session.locked', 'session.refused']);
    expect(new Set(entries.map(({ by }) => by))).toEqual(new Set(['演示-寅']));
  });
});
