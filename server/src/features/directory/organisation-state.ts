import { sql } from 'kysely';

/** Name, kind, parent and place of every organisation of the city, as they are, or as they were on a day. */
export function stateOn(city: string, asOf: string | undefined) {
  if (asOf === undefined)
    return sql`select o.id, o.name, o.kind, o.parent_id, o.region from organisation o
    where o.city = ${city} and o.merged_into is null`;
  return sql`
    select o.id, o.name, o.kind, o.parent_id, o.region from organisation o
    where o.city = ${city} and (o.since is null or o.since <= ${asOf}::date)
      and (o.merged_into is null or o.merged_on > ${asOf}::date)
    union all
    select p.organisation_id, p.name, p.kind, p.parent_id, p.region from organisation_past p
    where p.city = ${city} and (p.valid_from is null or p.valid_from <= ${asOf}::date) and ${asOf}::date < p.valid_to`;
}
