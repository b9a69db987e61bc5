import { sql } from 'kysely';
import type { Tx } from '#platform/database';

/** Bodies whose people answer for chains: they hear when the class of a link changes. */
export async function listMapReaders(tx: Tx, city: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct organisation_id as id from post
    where city = ${city} and role in ('operator', 'chief-office', 'investment-officer') order by 1 limit 200`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}
