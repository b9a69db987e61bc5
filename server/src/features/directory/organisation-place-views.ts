import { inContext } from '#platform/context';
import type { Database } from '#platform/database';
import { contextOf, type Viewer } from '#platform/viewer';

/**
 * The city an organisation lives in, as far as this viewer can come across it: its own city, then what firms elsewhere have
 * published, then whom it trades with there: buyers whose needs reached it, and suppliers it has a deal with.
 */
export async function findCityOf(database: Database, viewer: Viewer, id: string): Promise<string | undefined> {
  const own = await findNearby(database, viewer, id);
  if (own !== undefined) return own;
  const published = await database.db
    .selectFrom('offer_search')
    .select('city')
    .where('organisation_id', '=', id)
    .limit(1)
    .executeTakeFirst();
  return published?.city;
}

async function findNearby(database: Database, viewer: Viewer, id: string): Promise<string | undefined> {
  return inContext(database, contextOf(viewer), async (tx) => {
    const neighbour = await tx
      .selectFrom('organisation')
      .select('city')
      .where('city', '=', viewer.city)
      .where('id', '=', id)
      .executeTakeFirst();
    if (neighbour) return neighbour.city;
    const asking = await tx
      .selectFrom('opportunity')
      .select('need_city')
      .where('city', '=', viewer.city)
      .where('buyer_id', '=', id)
      .limit(1)
      .executeTakeFirst();
    if (asking) return asking.need_city;
    const selling = await tx
      .selectFrom('deal')
      .select('seller_city')
      .where('city', '=', viewer.city)
      .where('seller_id', '=', id)
      .limit(1)
      .executeTakeFirst();
    return selling?.seller_city;
  });
}
