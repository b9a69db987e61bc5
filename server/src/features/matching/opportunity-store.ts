import type { OpportunityState } from '@zhitong/domain/matching/opportunity-state';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import { wordColumn } from '#platform/json-column';
import type { OpportunityCopy } from './opportunity-copy.ts';

/** A copy that came in or changed. `before` is null when it is new. */
export interface CopyChange {
  readonly matchId: string;
  readonly organisationId: string;
  readonly state: OpportunityState;
  readonly before: OpportunityState | null;
}

/**
 * Brings the copies of one city in line with the books of the buyer's city, in one statement; what is in line already stays
 * untouched, so that doing it twice changes nothing and tells nobody twice.
 */
export async function writeCopies(tx: Tx, city: string, copies: readonly OpportunityCopy[]): Promise<CopyChange[]> {
  if (copies.length === 0) return [];
  const { rows } = await sql<{ match_id: string; organisation_id: string; state: string; before: string | null }>`
    with incoming as (
      select * from jsonb_to_recordset(${JSON.stringify(copies)}::jsonb) as c(
        "matchId" uuid, "organisationId" uuid, "needCity" text, "needId" uuid, "buyerId" uuid, "buyerName" text,
        need jsonb, "offerId" uuid, tier text, score double precision, reasons jsonb, state text, response jsonb,
        rejection jsonb, "dealId" uuid, "createdAt" timestamptz)),
    before as (
      select o.match_id, o.state from opportunity o join incoming i on i."matchId" = o.match_id where o.city = ${city}),
    written as (
      insert into opportunity as o (city, match_id, organisation_id, need_city, need_id, buyer_id, buyer_name, need,
        offer_id, tier, score, reasons, state, response, rejection, deal_id, created_at)
      select ${city}, "matchId", "organisationId", "needCity", "needId", "buyerId", "buyerName", need,
        "offerId", tier, score, reasons, state, response, rejection, "dealId", "createdAt" from incoming
      on conflict (city, match_id) do update
        set state = excluded.state, response = excluded.response, rejection = excluded.rejection, deal_id = excluded.deal_id
        where (o.state, o.response, o.rejection, o.deal_id)
          is distinct from (excluded.state, excluded.response, excluded.rejection, excluded.deal_id)
      returning match_id, organisation_id, state)
    select w.match_id, w.organisation_id, w.state, b.state as before
    from written w left join before b on b.match_id = w.match_id`.execute(tx);
  return rows.map((row) => ({
    matchId: row.match_id,
    organisationId: row.organisation_id,
    state: wordColumn<OpportunityState>(row.state),
    before: row.before === null ? null : wordColumn<OpportunityState>(row.before),
  }));
}

/** Where the books of an opportunity are kept. Undefined when the context may not see the copy. */
export async function findCopy(tx: Tx, { city, matchId }: { city: string; matchId: string }) {
  const row = await tx
    .selectFrom('opportunity')
    .select(['need_city', 'need_id', 'buyer_id', 'seen_at'])
    .where('city', '=', city)
    .where('match_id', '=', matchId)
    .executeTakeFirst();
  return row && { needCity: row.need_city, needId: row.need_id, buyerId: row.buyer_id, seenAt: row.seen_at };
}

export async function markCopySeen(tx: Tx, copy: { city: string; matchId: string; at: Date }): Promise<void> {
  await tx
    .updateTable('opportunity')
    .set({ seen_at: copy.at })
    .where('city', '=', copy.city)
    .where('match_id', '=', copy.matchId)
    .where('seen_at', 'is', null)
    .execute();
}
