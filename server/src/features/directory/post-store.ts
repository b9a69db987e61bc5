import { sql } from 'kysely';
import type { Tx } from '#platform/database';

/** Security administrators of the city on a day, besides one post; locked, so that the last two cannot go at once. */
export async function countSecurityAdministrators(
  tx: Tx,
  { city, on, besides }: { city: string; on: string; besides: string },
): Promise<number> {
  const { rows } = await sql`
    select id from post where city = ${city} and role = 'security-administrator' and id <> ${besides}
      and valid_from <= ${on}::date and (valid_to is null or valid_to > ${on}::date)
    order by id`.execute(tx);
  return rows.length;
}
