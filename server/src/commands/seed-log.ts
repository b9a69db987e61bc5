import type { CityRows } from '@zhitong/tools/seed-city/city-rows';
import { inContext } from '#platform/context';
import type { Database } from '#platform/database';
import { sealEvents } from '#platform/event-sealer';
import { demoCity } from './demo-city.ts';

/** Those that follow the log of a city with a cursor in the database: see `LoopFollowers` and `followDeals`. */
const followers = ['matching', 'delivery', 'deals'];
/** What happened longer ago has been read. */
const unreadDays = 7;

/**
 * Seals the seeded past and sets the cursors behind it: its copies and records are written already, so no follower has to go through
 * a year of events at the first start. Stopped before the end, the followers do just that, and change nothing.
 */
export async function closeBooks(database: Database, rows: CityRows, now: Date): Promise<void> {
  const position = await sealEvents(database, demoCity);
  await inContext(database, { city: demoCity, viewer: 'system' }, async (tx) => {
    for (const name of followers)
      await tx
        .insertInto('event_follower')
        .values({ city: demoCity, name, position })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
  });
  const since = new Date(now.getTime() - unreadDays * 86_400_000);
  for (const organisation of new Set(rows.posts.map((post) => post.organisationId)))
    await markRead(database, organisation, since);
}

async function markRead(database: Database, organisation: string, since: Date): Promise<void> {
  await inContext(database, { city: demoCity, viewer: 'organisation', organisation }, async (tx) => {
    const row = await tx
      .selectFrom('event')
      .select((select) => select.fn.max('position').as('position'))
      .where('city', '=', demoCity)
      .where('at', '<', since)
      .executeTakeFirst();
    if (row?.position == null) return;
    await tx
      .insertInto('inbox_mark')
      .values({ city: demoCity, organisation_id: organisation, position: row.position })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  });
}
