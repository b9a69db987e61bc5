import pg from 'pg';
import { expect, inject, it } from 'vitest';
import { openTestDatabase } from '#testing/test-database';
import { sayUnlessAway } from './refusal-reply.ts';

const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });

/** Lets nobody into a database any more, and puts out who is in; or lets everybody in again. */
async function open(name: string, isOpen: boolean): Promise<void> {
  const admin = new pg.Client({ connectionString: inject('adminUrl') });
  await admin.connect();
  await admin.query(`alter database ${name} allow_connections ${isOpen}`);
  if (!isOpen) await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
  await admin.end();
}

it('is said once when the database is lost and once when it is back, and what fails meanwhile is not logged', async () => {
  const database = await openTestDatabase();
  const name = new URL(database.ownerUrl).pathname.slice(1);
  const told: boolean[] = [];
  const logged: string[] = [];
  const back = Promise.withResolvers<void>();
  database.presence.onChange((away) => {
    told.push(away);
    if (!away) back.resolve();
  });

  sayUnlessAway(database.presence, refused, () => logged.push('busy'));
  expect(await database.presence.suspect()).toBe(false);
  expect(logged).toEqual(['busy']);

  await open(name, false);
  expect(await database.presence.suspect()).toBe(true);
  for (let time = 0; time < 5; time++) sayUnlessAway(database.presence, refused, () => logged.push('away'));
  sayUnlessAway(database.presence, new Error('a fault of the house'), () => logged.push('fault'));
  expect(await database.presence.suspect()).toBe(true);
  expect(told).toEqual([true]);

  await open(name, true);
  await back.promise;
  expect(told).toEqual([true, false]);
  expect(await database.presence.suspect()).toBe(false);
  expect(logged).toEqual(['busy', 'fault']);
});
