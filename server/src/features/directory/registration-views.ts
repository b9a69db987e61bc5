import { sql } from 'kysely';
import { enteredContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { planSearch } from './organisation-search.ts';

/** The claim a person registered with. */
export async function findRegisteredClaim(tx: Tx, personId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('registration')
    .select('claim_id')
    .where('city', '=', enteredContext(tx).city)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row?.claim_id;
}

const shown = 5;

/** What a stranger may learn of the directory: that a firm of this name is in it, and where. */
export async function findFirmsByName(tx: Tx, q: string) {
  const { city } = enteredContext(tx);
  const plan = await planSearch(tx, city, q);
  const { rows } = await sql<{ id: string; name: string; region: string | null }>`
    select o.id, o.name, region.name as region from organisation o left join region on region.code = o.region
    where o.city = ${city} and o.kind = 'enterprise' and o.merged_into is null and ${plan.kind === 'all' ? sql`true` : plan.words}
    order by o.name collate "zh-x-icu", o.id limit ${shown}`.execute(tx);
  return rows;
}
