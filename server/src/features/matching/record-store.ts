import { sql } from 'kysely';
import type { Tx } from '#platform/database';

/** One more delivery both sides confirmed stands in the track record of the seller, on every offer it has published. */
export async function addToRecord(
  tx: Tx,
  delivery: { city: string; organisationId: string; onTime: boolean },
): Promise<void> {
  await tx
    .updateTable('offer_search')
    .set({ deliveries: sql`deliveries + 1`, on_time: sql`on_time + ${delivery.onTime ? 1 : 0}` })
    .where('city', '=', delivery.city)
    .where('organisation_id', '=', delivery.organisationId)
    .execute();
}
