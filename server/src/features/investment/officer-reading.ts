import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import type { Owner } from './target-reading.ts';

interface On {
  readonly city: string;
  readonly day: string;
}

/** Bodies whose people may see targets. */
export async function listTargetReaders(tx: Tx, { city, day }: On): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct organisation_id as id from post
    where city = ${city} and role in ('operator', 'chief-office', 'investment-officer')
      and valid_from <= ${day}::date and (valid_to is null or valid_to > ${day}::date)
    order by 1 limit 200`.execute(tx);
  return rows.map(({ id }) => id);
}

interface OfficerRow {
  post: string;
  person: string;
  body: string;
  body_name: string;
}

/** Everybody who may have a target today, body by body; `post` for one of them. */
export async function listOfficers(
  tx: Tx,
  { city, day, post = null }: On & { readonly post?: string | null },
): Promise<readonly Owner[]> {
  const { rows } = await sql<OfficerRow>`
    select p.id as post, n.name as person, o.id as body, coalesce(o.short_name, o.name) as body_name
    from post p
    join person n on n.city = p.city and n.id = p.person_id
    join organisation o on o.city = p.city and o.id = p.organisation_id
    where p.city = ${city} and p.role in ('operator', 'investment-officer')
      and (${post}::uuid is null or p.id = ${post}::uuid)
      and p.valid_from <= ${day}::date and (p.valid_to is null or p.valid_to > ${day}::date)
    order by body_name, person, p.id limit 300`.execute(tx);
  return rows.map((row) => ({
    body: { id: row.body, name: row.body_name },
    post: { id: row.post, name: row.person },
  }));
}
