import { sql } from 'kysely';
import type { Tx } from '#platform/database';

interface Key {
  readonly city: string;
  readonly id: string;
}

interface Head {
  readonly id: string;
  readonly name: string;
}

/** The record that stands for this one now: itself, unless it was merged away. Undefined: there is no such organisation. */
export async function findHead(tx: Tx, { city, id }: Key): Promise<Head | undefined> {
  const { rows } = await sql<Head>`
    with recursive up (id, name, next) as (
      select id, name, merged_into from organisation where city = ${city} and id = ${id}
      union select o.id, o.name, o.merged_into from organisation o join up on o.id = up.next where o.city = ${city})
    select id, name from up where next is null`.execute(tx);
  return rows[0];
}
