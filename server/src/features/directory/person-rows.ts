import type { HeldPost } from '@zhitong/domain/directory/duty';
import type { PostRole } from '@zhitong/domain/directory/organisation';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import { wordColumn } from '#platform/json-column';

export interface StoredHolder extends HeldPost {
  /** null: none is noted, or the reader may not know it */
  readonly phone: string | null;
  /** posts of the person in the whole city on that day */
  readonly posts: number;
  readonly owns: number;
  readonly deputises: number;
}

interface Of {
  readonly city: string;
  readonly organisationId: string;
  readonly asOf: string;
}

const shown = ({ city, organisationId, asOf }: Of) => sql`
  p.city = ${city} and p.organisation_id = ${organisationId}
  and (p.valid_to is null or (p.valid_to > ${asOf}::date and p.valid_to > p.valid_from))`;

export async function countPeople(tx: Tx, of: Of): Promise<number> {
  const { rows } = await sql<{ total: number }>`select count(*)::int as total from post p where ${shown(of)}`.execute(
    tx,
  );
  return rows[0]?.total ?? 0;
}

/** Posts held on the day or planned after it, by role and name. */
export async function listPeopleRows(
  tx: Tx,
  of: Of & { limit: number; offset: number },
): Promise<readonly StoredHolder[]> {
  const { city, asOf } = of;
  const on = sql`(t.valid_to is null or (t.valid_to > ${asOf}::date and t.valid_to > t.valid_from))`;
  const { rows } = await sql<Omit<StoredHolder, 'role'> & { role: string }>`
    select p.id, p.person_id as "personId", n.name as "personName", p.organisation_id as "bodyId", p.role,
           p.valid_from as "from", p.valid_to as "to", f.phone,
           (select count(*)::int from post o where o.city = p.city and o.person_id = p.person_id
              and o.valid_from <= ${asOf}::date and (o.valid_to is null or o.valid_to > ${asOf}::date)) as posts,
           (select count(distinct t.duty_id)::int from duty_term t
              where t.city = ${city} and t.owner_post_id = p.id and ${on}) as owns,
           (select count(distinct t.duty_id)::int from duty_term t
              where t.city = ${city} and t.deputy_post_id = p.id and ${on}) as deputises
    from post p
    join person n on n.city = p.city and n.id = p.person_id
    left join person_phone f on f.city = p.city and f.person_id = p.person_id
    where ${shown(of)}
    order by p.valid_from > ${asOf}::date, p.role <> 'manager', n.name collate "zh-x-icu", p.id
    limit ${of.limit} offset ${of.offset}`.execute(tx);
  return rows.map((row) => ({ ...row, role: wordColumn<PostRole>(row.role) }));
}
