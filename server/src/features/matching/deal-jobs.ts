import { type Context, inContext } from '#platform/context';
import type { Database, Tx } from '#platform/database';
import { EventFollower } from '#platform/event-follower';
import type { EventHub } from '#platform/event-hub';
import { appendEvents, type SealedEvent } from '#platform/event-log';
import { dealEventPayload } from './deal-event.ts';
import { addToRecord } from './record-store.ts';

export interface DealFollowing {
  readonly database: Database;
  readonly hub: EventHub;
  readonly city: string;
  readonly onError: (error: unknown) => void;
}

/** Carries the news of a deal to a seller in another city, whose stream and track record live there. */
export function followDeals({ database, hub, city, onError }: DealFollowing): EventFollower {
  const handle = (event: SealedEvent) => carryDealEvent(database, event);
  return new EventFollower({ database, hub, city, name: 'deals', handle, onError });
}

/** The copy keeps the id of the event: that it stands there already says that everything below has been done. */
export async function carryDealEvent(database: Database, event: SealedEvent): Promise<void> {
  if (event.type !== 'deal.step-written' && event.type !== 'deal.step-confirmed') return;
  const payload = dealEventPayload.parse(event.payload);
  const city = payload.sellerCity;
  if (city === event.city) return;
  const context: Context = { city, viewer: 'system' };
  await inContext(database, context, async (tx) => {
    if (await hasEvent(tx, city, event.id)) return;
    await appendEvents(tx, [{ ...event, city, audience: [payload.sellerId] }]);
    const { sellerId: organisationId, delivered, onTime } = payload;
    if (delivered) await addToRecord(tx, { city, organisationId, onTime });
  });
}

async function hasEvent(tx: Tx, city: string, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('event')
    .select('id')
    .where('city', '=', city)
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}
