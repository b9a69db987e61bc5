import { cityDay } from '@zhitong/domain/needs/city-day';
import { sql } from 'kysely';
import type { Database } from '#platform/database';

/** The city itself and what lies below it, in force on the day. Reference data: no context is needed. */
export async function viewRegions({ db }: Database, city: string, now: Date) {
  const today = cityDay(now);
  const { rows } = await sql<{ code: string; name: string }>`
    with recursive below (code) as (
      select ${city}::text union select r.code from region r join below on r.parent = below.code)
    select r.code, r.name from region r join below on below.code = r.code
    where (r.valid_from is null or r.valid_from <= ${today}::date) and (r.valid_to is null or r.valid_to > ${today}::date)
    order by r.code`.execute(db);
  return { regions: rows };
}
