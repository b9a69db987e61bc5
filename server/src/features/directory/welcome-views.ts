import type { getWelcome } from '@zhitong/contract/directory/session-contract';
import { sql } from 'kysely';
import type { z } from 'zod';
import { inContext } from '#platform/context';
import type { Database } from '#platform/database';
import { demoPassword, demoSecondFactor, demoSignIns } from './demo-sign-ins.ts';

type Welcome = z.infer<typeof getWelcome.reply>;

/** What the sign-in page shows to a stranger. */
export async function viewWelcome(
  database: Database,
  of: { readonly city: string; readonly demo: boolean; readonly singleSignOn: string | null },
): Promise<Welcome> {
  const region = await database.db.selectFrom('region').select('name').where('code', '=', of.city).executeTakeFirst();
  return {
    city: { code: of.city, name: region?.name ?? of.city },
    demo: of.demo,
    singleSignOn: of.singleSignOn,
    signIns: of.demo ? await listDemoSignIns(database, of.city) : [],
  };
}

/** Only accounts that are really there, each with the organisation of its first post. */
async function listDemoSignIns(database: Database, city: string): Promise<Welcome['signIns']> {
  const names = demoSignIns.map(({ username }) => username);
  const { rows } = await inContext(database, { city, viewer: 'system' }, (tx) =>
    sql<{ username: string; organisation: string; factor: boolean }>`
      select distinct on (u.username) u.username, organisation.name as organisation,
        exists (select 1 from auth.second_factor f where f.user_id = u.id and f.sealed_secret is null) as factor
      from auth."user" u
        join sign_in on sign_in.user_id = u.id and sign_in.city = ${city}
        join person on person.city = sign_in.city and person.id = sign_in.person_id and person.demo
        join post on post.city = person.city and post.person_id = person.id
        join organisation on organisation.city = post.city and organisation.id = post.organisation_id
      where u.username = any(${names})
      order by u.username, post.valid_from, post.id`.execute(tx),
  );
  const found = new Map(rows.map((row) => [row.username, row]));
  return demoSignIns.flatMap((signIn) => {
    const row = found.get(signIn.username);
    if (row === undefined) return [];
    const secondFactor = row.factor ? demoSecondFactor : null;
    return [{ ...signIn, password: demoPassword, secondFactor, organisation: row.organisation }];
  });
}
