import { subjectFacts } from '@zhitong/domain/needs/published-need';
import { needBook } from '#features/needs/public';
import { asSystem, type Context, inContext } from '#platform/context';
import type { Database, Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import { appendEvents } from '#platform/event-log';
import { contextOf, type Viewer } from '#platform/viewer';
import { findSides, markSeen } from './match-store.ts';
import { findCopy, markCopySeen } from './opportunity-store.ts';

/** The first look of a supplier at an opportunity; the buyer reads that it was seen. Later looks change nothing. */
export async function noteFirstLook(
  { database, effects }: { database: Database; effects: Effects },
  viewer: Viewer,
  matchId: string,
): Promise<void> {
  const home = contextOf(viewer);
  const at = effects.now();
  const copy = await inContext(database, home, (tx) => findCopy(tx, { city: home.city, matchId }));
  if (copy === undefined || copy.seenAt !== null) return;
  const there: Context = { ...home, city: copy.needCity };
  await inContext(database, there, async (tx) => {
    // the mark stands in the buyer's row, which a supplier may not write
    const first = await asSystem(tx, there, () => markSeen(tx, { city: there.city, id: matchId, at }));
    if (!first) return;
    await tellBuyer(tx, there, { matchId, needId: copy.needId, effects, at });
  });
  await inContext(database, home, (tx) => markCopySeen(tx, { city: home.city, matchId, at }));
}

async function tellBuyer(
  tx: Tx,
  context: Context,
  seen: { matchId: string; needId: string; effects: Effects; at: Date },
): Promise<void> {
  const { city } = context;
  const need = await asSystem(tx, context, () => needBook.find(tx, { city, id: seen.needId }));
  const side = await findSides(tx, { city, id: seen.matchId });
  if (need === undefined || side === undefined) return;
  await appendEvents(tx, [
    {
      city,
      id: seen.effects.newId(),
      type: 'match.seen',
      subjectId: need.id,
      audience: [need.organisationId],
      payload: { ...subjectFacts(need), supplier: side.organisationName, matchId: side.matchId },
      at: seen.at,
    },
  ]);
}
