import { Refusal } from '@zhitong/domain/refusal';
import { inContext } from '#platform/context';
import type { Database, Tx } from '#platform/database';
import { contextIn, contextOf, type Viewer } from '#platform/viewer';

/**
 * A deal lives in the buyer's city (house §5.1). A seller from elsewhere finds it through its own copy of the need, which names
 * that city; what it may read and write there is still decided by row-level security.
 */
export async function listDealCities(database: Database, viewer: Viewer): Promise<readonly string[]> {
  return [viewer.city, ...(await listForeignCities(database, viewer))];
}

/** Runs in the city the deal is found in; a deal nobody shared with the viewer does not exist. */
export async function inDealCity<T>(
  database: Database,
  viewer: Viewer,
  run: (tx: Tx, city: string) => Promise<T | undefined>,
): Promise<T> {
  const own = await inContext(database, contextOf(viewer), (tx) => run(tx, viewer.city));
  if (own !== undefined) return own;
  for (const city of await listForeignCities(database, viewer)) {
    const found = await inContext(database, contextIn(city, viewer), (tx) => run(tx, city));
    if (found !== undefined) return found;
  }
  throw new Refusal('platform.not-found');
}

async function listForeignCities(database: Database, viewer: Viewer): Promise<readonly string[]> {
  const rows = await inContext(database, contextOf(viewer), (tx) =>
    tx
      .selectFrom('opportunity')
      .select('need_city')
      .distinct()
      .where('city', '=', viewer.city)
      .where('organisation_id', '=', viewer.organisationId)
      .where('state', '=', 'chosen')
      .where('need_city', '<>', viewer.city)
      .orderBy('need_city')
      .limit(400)
      .execute(),
  );
  return rows.map((row) => row.need_city);
}
