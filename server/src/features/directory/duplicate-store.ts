import type { PlaceRow } from '@zhitong/domain/directory/name-places';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import type { IndexMark, KnownFacts } from './duplicate-thread.ts';

/** When a row was last written by the application's clock; the index organisation_touched is on exactly this. */
const touched = sql`greatest(created_at, changed_at)`;

export async function listPlaces(tx: Tx): Promise<readonly PlaceRow[]> {
  return tx.selectFrom('region').select(['code', 'name', 'level', 'replaced_by as replacedBy']).execute();
}

/** How many records stand in the city and how often they changed; with `since` only those written from then on, merged ones too. */
export async function readIndexMark(tx: Tx, city: string, since?: Date): Promise<IndexMark> {
  const which = since === undefined ? sql`merged_into is null` : sql`${touched} >= ${since}`;
  const { rows } = await sql<IndexMark>`
    select count(*) as count, coalesce(sum(version), 0)::bigint as versions from organisation
    where city = ${city} and ${which}`.execute(tx);
  return rows[0] ?? { count: 0, versions: 0 };
}

interface Read {
  readonly facts: readonly KnownFacts[];
  /** merged away: no record of its own any more */
  readonly gone: readonly string[];
  readonly last: string | undefined;
}

/** One page of records in the order of their ids, all of them or those written since. */
export async function readIdentityPage(
  tx: Tx,
  city: string,
  { after, since, limit }: { after?: string | undefined; since?: Date | undefined; limit: number },
): Promise<Read> {
  let query = tx
    .selectFrom('organisation')
    .select(['id', 'name', 'short_name', 'credit_code', 'registered_address', 'working_address', 'region'])
    .select(['version', 'merged_into'])
    .where('city', '=', city)
    .orderBy('id')
    .limit(limit);
  if (after !== undefined) query = query.where('id', '>', after);
  if (since !== undefined) query = query.where(sql<boolean>`${touched} >= ${since}`);
  const rows = await query.execute();
  return {
    facts: rows
      .filter(({ merged_into }) => merged_into === null)
      .map((row) => ({
        ...{ id: row.id, name: row.name, shortName: row.short_name, creditCode: row.credit_code },
        addresses: [row.registered_address, row.working_address].filter((address) => address !== null),
        ...{ region: row.region ?? city, version: row.version },
      })),
    gone: rows.filter(({ merged_into }) => merged_into !== null).map(({ id }) => id),
    last: rows.length < limit ? undefined : rows.at(-1)?.id,
  };
}
