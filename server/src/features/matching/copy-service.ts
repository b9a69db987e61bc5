import type { EventType } from '@zhitong/domain/matching/event';
import type { OpportunityState } from '@zhitong/domain/matching/opportunity-state';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { needStateOn } from '@zhitong/domain/needs/need-status';
import { type PublishedNeed, subjectFacts } from '@zhitong/domain/needs/published-need';
import { openContact } from '#features/directory/public';
import { needBook } from '#features/needs/public';
import { inContext } from '#platform/context';
import type { Database, Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import { appendEvents, type NewEvent } from '#platform/event-log';
import { listSides, type MatchSides } from './match-store.ts';
import { opportunityCopy } from './opportunity-copy.ts';
import { type CopyChange, writeCopies } from './opportunity-store.ts';

export interface CopyRun {
  /** whose suppliers: the city that the transaction's system context is in */
  readonly city: string;
  readonly need: PublishedNeed;
  readonly sides: readonly MatchSides[];
  readonly effects: Effects;
}

/** Writes the copies of the suppliers of one city and tells those for whom something changed. System context of that city. */
export async function writeCopiesOf(tx: Tx, { city, need, sides, effects }: CopyRun): Promise<void> {
  const now = effects.now();
  const state = needStateOn(need, cityDay(now));
  const own = sides.filter((side) => side.organisationCity === city);
  const copies = own.map((side) => opportunityCopy(need, state, side));
  const changes = await writeCopies(tx, city, copies);
  if (city !== need.city)
    for (const { dealId, organisationId } of own)
      if (dealId !== null)
        await openContact(tx, { city, organisationId, readerId: need.organisationId, dealId, at: now });
  const bySide = new Map(own.map((side) => [side.matchId, side]));
  const events = changes.flatMap((change): NewEvent[] => {
    const side = bySide.get(change.matchId);
    const type = newsOf(change);
    if (type === null || side === undefined) return [];
    const deal = type === 'deal.begun';
    // in the buyer's own city the choice itself tells both sides
    if (deal && city === need.city) return [];
    return [
      {
        city,
        id: effects.newId(),
        type,
        subjectId: deal && side.dealId !== null ? side.dealId : change.matchId,
        audience: [change.organisationId],
        payload: { ...subjectFacts(need), ...newsFacts(need, side), needId: need.id },
        at: now,
      },
    ];
  });
  await appendEvents(tx, events);
}

/**
 * Suppliers of other cities read their copy in their own city: brought in line after the seal, one transaction a city. With a
 * match only that one supplier's copy.
 */
export async function deliverAbroad(
  database: Database,
  at: { city: string; needId: string; matchId?: string | undefined },
  effects: Effects,
): Promise<void> {
  const found = await inContext(database, { city: at.city, viewer: 'system' }, async (tx) => {
    const need = await needBook.find(tx, { city: at.city, id: at.needId });
    const sides = await listSides(tx, at);
    return need && { need, sides: sides.filter((side) => at.matchId === undefined || side.matchId === at.matchId) };
  });
  if (found === undefined) return;
  const cities = new Set(found.sides.map((side) => side.organisationCity));
  cities.delete(at.city);
  for (const city of cities)
    await inContext(database, { city, viewer: 'system' }, (tx) => writeCopiesOf(tx, { city, ...found, effects }));
}

/** What a supplier is told when its copy comes to stand like this; null when it did it itself. */
const news = {
  new: null,
  answered: null,
  declined: null,
  chosen: 'deal.begun',
  'not-chosen': 'match.rejected',
  withdrawn: 'opportunity.withdrawn',
  closed: 'opportunity.closed',
} as const satisfies Record<OpportunityState, EventType | null>;

function newsOf({ state, before }: CopyChange): EventType | null {
  // a need that is over before its copy arrives is no news for anybody
  if (before === null) return state === 'new' ? 'opportunity.arrived' : null;
  return state === before ? null : news[state];
}

function newsFacts(need: PublishedNeed, side: MatchSides): Record<string, unknown> {
  return {
    buyer: need.organisationName,
    deadline: need.deadline,
    ...(side.rejection ? { code: side.rejection.code } : {}),
    ...(side.dealId === null ? {} : { seller: side.organisationName }),
  };
}
