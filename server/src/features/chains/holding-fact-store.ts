import type { HoldingFact } from '@zhitong/domain/chains/capability-cover';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';

const most = 200_000;

/** What the firms of the own city have registered: certificates valid on the day, machines and processes. */
export async function listHoldingFacts(
  tx: Tx,
  { city, today }: { city: string; today: string },
): Promise<HoldingFact[]> {
  const { rows } = await sql<HoldingFact>`
    select organisation_id as "organisationId", city, 'certificate' as kind, name from organisation_certificate
      where city = ${city} and removed_at is null and (valid_until is null or valid_until >= ${today}::date)
    union all
    select organisation_id, city, kind, name from organisation_capability
      where city = ${city} and removed_at is null and kind in ('machine', 'process')
    order by 1, 3, 4 limit ${most}`.execute(tx);
  return rows;
}
