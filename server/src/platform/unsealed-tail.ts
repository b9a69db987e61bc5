import { sql } from 'kysely';
import { inContext } from './context.ts';
import type { Database } from './database.ts';

/** Organisations whose place is not known yet live here (house §5.1). */
const placeless = '000000';

/** Every city that may own rows. */
export async function listCities({ db }: Database): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('region')
    .select('code')
    .where('level', 'in', ['province', 'prefecture'])
    .orderBy('code')
    .execute();
  return [placeless, ...rows.map(({ code }) => code)];
}

/** Whether the city has committed events or entries of the trail that no sealer has numbered yet. */
export async function hasTail(database: Database, city: string): Promise<boolean> {
  const { rows } = await inContext(database, { city, viewer: 'system' }, (tx) =>
    sql<{ tail: boolean }>`
      select exists (select 1 from event where city = ${city} and position is null)
        or exists (select 1 from audit_entry where city = ${city} and position is null) as tail`.execute(tx),
  );
  return rows[0]?.tail === true;
}
