import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import { appendEvents } from '#platform/event-log';
import { refreshSearchFacts } from './offer-search-facts.ts';

/** A supplier's name or place has changed: its published offers say the new one, and the live index is told of each. */
export function supplierRename(effects: Effects) {
  return async (
    tx: Tx,
    { city, organisationId, actorId }: { city: string; organisationId: string; actorId: string },
  ) => {
    const { rows } = await sql<{ offer_id: string; product_text: string }>`
      update offer_search s set organisation_name = o.name, region = o.region from organisation o
      where s.city = ${city} and s.organisation_id = ${organisationId} and o.city = s.city and o.id = s.organisation_id
      returning s.offer_id, s.product_text`.execute(tx);
    if (rows.length > 0) await refreshSearchFacts(tx, { city, organisations: [organisationId] });
    await appendEvents(
      tx,
      rows.map(({ offer_id, product_text }) => ({
        ...{
          city,
          id: effects.newId(),
          type: 'offer.changed' as const,
          subjectId: offer_id,
          audience: [organisationId],
        },
        ...{ actorId, payload: { product: product_text }, at: effects.now() },
      })),
    );
  };
}
