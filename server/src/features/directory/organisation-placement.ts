import type { Placement } from '@zhitong/domain/directory/organisation-tree';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import type { OrganisationKey } from './organisation-store.ts';

/**
 * The organisation itself and everything that is, or ever was, above the new parent, each with where it belonged by day: what
 * `findCycle` walks. One statement, by breadth.
 */
export async function readPlacements(
  tx: Tx,
  { city, id }: OrganisationKey,
  parentId: string,
): Promise<ReadonlyMap<string, Placement>> {
  const { rows } = await sql<{
    id: string;
    name: string;
    parent_id: string | null;
    from: string | null;
    to: string | null;
  }>`
    with recursive above (id) as (
      select ${parentId}::uuid
      union
      select place.parent_id from above
      join lateral (
        select o.parent_id from organisation o where o.city = ${city} and o.id = above.id
        union
        select p.parent_id from organisation_past p where p.city = ${city} and p.organisation_id = above.id) place
        on place.parent_id is not null),
    wanted (id) as (select id from above union select ${id}::uuid)
    select o.id, o.name, o.parent_id, o.since as from, null::date as to
    from organisation o join wanted w on w.id = o.id where o.city = ${city}
    union all
    select p.organisation_id, p.name, p.parent_id, p.valid_from, p.valid_to
    from organisation_past p join wanted w on w.id = p.organisation_id where p.city = ${city}`.execute(tx);
  const placements = new Map<string, { name: string; periods: Placement['periods'][number][] }>();
  for (const { id: of, name, parent_id, from, to } of rows) {
    const known = placements.get(of) ?? { name, periods: [] };
    known.periods.push({ parentId: parent_id, from, to });
    placements.set(of, known);
  }
  return placements;
}
