import { matchModel } from '@zhitong/domain/matching/match-index';
import { isWithinReach, tiersWithin } from '@zhitong/domain/matching/reach';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { needStateOn } from '@zhitong/domain/needs/need-status';
import { type PublishedNeed, subjectFacts } from '@zhitong/domain/needs/published-need';
import { needBook } from '#features/needs/public';
import { inContext } from '#platform/context';
import type { Database, Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import { appendEvents, type SealedEvent } from '#platform/event-log';
import { demandOfNeed } from './demand.ts';
import type { LiveIndex } from './live-index.ts';
import { addMatches, matchesANeed } from './match-service.ts';

export interface MatchingFollowing {
  readonly database: Database;
  readonly index: LiveIndex;
  readonly effects: Effects;
  readonly city: string;
}

/**
 * The second look at every need and offer, in the order of the log: whatever was published at the same moment as its counterpart
 * meets it here. Adding is idempotent, so an event handled twice changes nothing.
 */
export async function followMatching(following: MatchingFollowing, event: SealedEvent): Promise<void> {
  switch (event.type) {
    case 'need.published':
      await following.index.caughtUp(event.position);
      return recheckNeed(following, event.subjectId);
    case 'offer.published':
    case 'offer.changed':
      await following.index.caughtUp(event.position);
      return matchOfferBackwards(following, event.subjectId);
    case 'offers.imported':
      await following.index.caughtUp(event.position);
      return recheckAll(following);
    default:
      return;
  }
}

async function recheckNeed(following: MatchingFollowing, needId: string): Promise<void> {
  const { database, city, effects } = following;
  await inContext(database, { city, viewer: 'system' }, async (tx) => {
    const need = await needBook.lock(tx, { city, id: needId }, 'share');
    if (need === undefined || needStateOn(need, cityDay(effects.now())) !== 'open') return;
    await recheck(tx, following, need);
  });
}

async function recheckAll(following: MatchingFollowing): Promise<void> {
  const { database, city, effects } = following;
  const today = cityDay(effects.now());
  const open = await inContext(database, { city, viewer: 'system' }, (tx) => needBook.listOpen(tx, { city, today }));
  for (const need of open) await recheckNeed(following, need.id);
}

/** Forward once more. A need does not get wider by itself here than it was opened. */
async function recheck(tx: Tx, following: MatchingFollowing, need: PublishedNeed): Promise<void> {
  const { index } = following;
  const demand = demandOfNeed(need, index.regions);
  const list = index.index.match(demand, {
    limit: matchesANeed,
    tiers: tiersWithin(need.reach),
    today: cityDay(following.effects.now()),
  });
  const matches = list.matches.filter((match) => isWithinReach(match.tier, need.reach));
  await addAndTell(tx, following, { need, found: { ...list, matches } });
}

async function matchOfferBackwards(following: MatchingFollowing, offerId: string): Promise<void> {
  const { database, index, city, effects } = following;
  const offer = index.findOffer(offerId);
  if (offer === undefined) return;
  const today = cityDay(effects.now());
  await inContext(database, { city, viewer: 'system' }, async (tx) => {
    for (const need of await needBook.listOpen(tx, { city, today })) {
      if (need.organisationId === offer.organisationId) continue;
      const match = index.index.matchOffer(offer, demandOfNeed(need, index.regions), { today });
      if (match === null || !isWithinReach(match.tier, need.reach)) continue;
      const locked = await needBook.lock(tx, need, 'share');
      if (locked === undefined || needStateOn(locked, today) !== 'open') continue;
      await addAndTell(tx, following, { need: locked, found: { matches: [match], model: matchModel } });
    }
  });
}

async function addAndTell(
  tx: Tx,
  { index, effects, city }: MatchingFollowing,
  found: Parameters<typeof addMatches>[2],
): Promise<void> {
  // what is kept back reaches nobody until the bureau lets it through
  if (await needBook.isKeptBack(tx, found.need)) return;
  const context = { city, viewer: 'system' } as const;
  const added = await addMatches(tx, { index, effects, context }, found);
  if (added === 0) return;
  const { need } = found;
  await appendEvents(tx, [
    {
      city,
      id: effects.newId(),
      type: 'need.widened',
      subjectId: need.id,
      audience: [need.organisationId],
      payload: { ...subjectFacts(need), added, reach: need.reach },
      at: effects.now(),
    },
  ]);
}
