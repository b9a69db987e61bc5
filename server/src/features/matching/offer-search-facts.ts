import { type NamedRegion, regionOfAddress } from '@zhitong/domain/directory/address-region';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';

interface Firms {
  readonly city: string;
  readonly organisations: readonly string[];
}

/** What the published offers say of their firms: where they work as far as their address tells, how large they are, and of which day it is. */
export async function refreshSearchFacts(tx: Tx, firms: Firms): Promise<void> {
  await noteWorkingRegions(tx, firms);
  const { city, organisations } = firms;
  await sql`
    update offer_search s set
      working_region = o.working_region, registered_only = o.registered_only, size = o.size,
      as_of = case when s.source = 'imported' then o.as_of else (f.published_at at time zone 'Asia/Shanghai')::date end
    from offer f, organisation o
    where s.city = ${city} and s.organisation_id = any(${organisations}::uuid[])
      and f.city = s.city and f.id = s.offer_id and o.city = s.city and o.id = s.organisation_id`.execute(tx);
}

/** An address that names no place leaves what was known; one that names a place replaces it. */
async function noteWorkingRegions(tx: Tx, { city, organisations }: Firms): Promise<void> {
  const { rows } = await sql<{ id: string; address: string; regions: NamedRegion[] }>`
    select o.id, o.working_address as address,
           coalesce(json_agg(json_build_object('code', r.code, 'name', r.name, 'level', r.level, 'aliases', r.aliases))
                    filter (where r.code is not null), '[]') as regions
    from organisation o
    left join region r on r.replaced_by is null and (position(r.name in o.working_address) > 0
      or exists (select 1 from unnest(r.aliases) a where position(a in o.working_address) > 0))
    where o.city = ${city} and o.id = any(${organisations}::uuid[]) and o.working_address is not null
    group by o.id, o.working_address`.execute(tx);
  for (const { id, address, regions } of rows) {
    const region = regionOfAddress(address, regions, city);
    if (region !== null)
      await sql`update organisation set working_region = ${region} where city = ${city} and id = ${id}
        and working_region is distinct from ${region}`.execute(tx);
  }
}
