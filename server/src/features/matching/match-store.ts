import type { DeclineCode, RejectionCode } from '@zhitong/domain/matching/answer';
import type { Match } from '@zhitong/domain/matching/match';
import type { Reason } from '@zhitong/domain/matching/reason';
import type { Tier } from '@zhitong/domain/matching/tier';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#platform/database';
import { jsonColumn, wordColumn } from '#platform/json-column';

export interface NewMatch extends Match {
  readonly id: string;
  readonly organisationName: string;
  readonly organisationRegion: string | null;
}

/** Writes the matches of a need in one statement; a firm that is matched already is passed over. Answers how many came in. */
export async function insertMatches(
  tx: Tx,
  need: { city: string; id: string; buyerId: string; model: string; at: Date },
  matches: readonly NewMatch[],
): Promise<string[]> {
  if (matches.length === 0) return [];
  const rows = await tx
    .insertInto('match')
    .values(
      matches.map((match) => ({
        city: need.city,
        id: match.id,
        need_id: need.id,
        buyer_id: need.buyerId,
        organisation_id: match.organisationId,
        organisation_city: match.city,
        organisation_name: match.organisationName,
        organisation_region: match.organisationRegion,
        offer_id: match.offerId,
        tier: match.tier,
        score: match.score,
        parts: JSON.stringify(match.parts),
        reasons: JSON.stringify(match.reasons),
        model: need.model,
        created_at: need.at,
      })),
    )
    .onConflict((conflict) => conflict.columns(['city', 'need_id', 'organisation_id']).doNothing())
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}

export async function countMatches(tx: Tx, { city, id }: { city: string; id: string }): Promise<number> {
  const row = await tx
    .selectFrom('match')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('city', '=', city)
    .where('need_id', '=', id)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** A match with what both sides have said so far. */
export interface MatchSides {
  readonly city: string;
  readonly matchId: string;
  readonly needId: string;
  readonly buyerId: string;
  readonly organisationId: string;
  readonly organisationCity: string;
  readonly organisationName: string;
  readonly offerId: string;
  readonly tier: Tier;
  readonly score: number;
  readonly reasons: readonly Reason[];
  readonly createdAt: Date;
  readonly response: SaidResponse | null;
  readonly rejection: SaidRejection | null;
  /** the deal of the need, when this match is its seller */
  readonly dealId: string | null;
}

export interface SaidRejection {
  readonly code: RejectionCode;
  readonly note: string | null;
  /** read off the quotes, not said by the buyer */
  readonly derived: boolean;
  readonly at: Date;
}

export interface SaidResponse {
  readonly id: string;
  readonly declined: DeclineCode | null;
  readonly priceFen: number | null;
  readonly unit: string | null;
  readonly quantity: number | null;
  readonly leadDays: number | null;
  readonly note: string | null;
  readonly at: Date;
}

export function listSides(tx: Tx, { city, needId }: { city: string; needId: string }): Promise<MatchSides[]> {
  return selectSides(tx, sql`m.city = ${city} and m.need_id = ${needId} order by m.score desc, m.id`);
}

/** Those of these matches, best first. */
export function listSidesOf(tx: Tx, { city, ids }: { city: string; ids: readonly string[] }): Promise<MatchSides[]> {
  return selectSides(tx, sql`m.city = ${city} and m.id = any(${[...ids]}::uuid[]) order by m.score desc, m.id`);
}

export async function findSides(tx: Tx, { city, id }: { city: string; id: string }): Promise<MatchSides | undefined> {
  const [sides] = await selectSides(tx, sql`m.city = ${city} and m.id = ${id}`);
  return sides;
}

export async function markSeen(tx: Tx, match: { city: string; id: string; at: Date }): Promise<boolean> {
  const row = await tx
    .updateTable('match')
    .set({ seen_at: match.at })
    .where('city', '=', match.city)
    .where('id', '=', match.id)
    .where('seen_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function setShortlisted(tx: Tx, match: { city: string; id: string; at: Date | null }): Promise<void> {
  await tx
    .updateTable('match')
    .set({ shortlisted_at: match.at })
    .where('city', '=', match.city)
    .where('id', '=', match.id)
    .execute();
}

interface SidesRow {
  city: string;
  id: string;
  need_id: string;
  buyer_id: string;
  organisation_id: string;
  organisation_city: string;
  organisation_name: string;
  offer_id: string;
  tier: string;
  score: number;
  reasons: unknown;
  created_at: Date;
  response_id: string | null;
  declined: string | null;
  price_fen: number | null;
  unit: string | null;
  quantity: number | null;
  lead_days: number | null;
  note: string | null;
  answered_at: Date | null;
  code: string | null;
  rejection_note: string | null;
  derived: boolean | null;
  rejected_at: Date | null;
  deal_id: string | null;
}

async function selectSides(tx: Tx, where: RawBuilder<unknown>): Promise<MatchSides[]> {
  const { rows } = await sql<SidesRow>`
    select m.city, m.id, m.need_id, m.buyer_id, m.organisation_id, m.organisation_city, m.organisation_name, m.offer_id,
           m.tier, m.score, m.reasons, m.created_at,
           r.id as response_id, r.declined, r.price_fen, r.unit, r.quantity, r.lead_days, r.note, r.at as answered_at,
           j.code, j.note as rejection_note, j.derived, j.at as rejected_at, d.id as deal_id
    from match m
    left join response r on r.city = m.city and r.match_id = m.id
    left join rejection j on j.city = m.city and j.match_id = m.id
    left join deal d on d.city = m.city and d.need_id = m.need_id and d.seller_id = m.organisation_id
    where ${where}`.execute(tx);
  return rows.map(asSides);
}

function asSides(row: SidesRow): MatchSides {
  return {
    city: row.city,
    matchId: row.id,
    needId: row.need_id,
    buyerId: row.buyer_id,
    organisationId: row.organisation_id,
    organisationCity: row.organisation_city,
    organisationName: row.organisation_name,
    offerId: row.offer_id,
    tier: wordColumn<Tier>(row.tier),
    score: row.score,
    reasons: jsonColumn<Reason[]>(row.reasons),
    createdAt: row.created_at,
    response: asResponse(row),
    rejection:
      row.code === null || row.rejected_at === null
        ? null
        : {
            code: wordColumn<RejectionCode>(row.code),
            note: row.rejection_note,
            derived: row.derived === true,
            at: row.rejected_at,
          },
    dealId: row.deal_id,
  };
}

function asResponse(row: SidesRow): SaidResponse | null {
  if (row.response_id === null || row.answered_at === null) return null;
  return {
    id: row.response_id,
    declined: row.declined === null ? null : wordColumn<DeclineCode>(row.declined),
    priceFen: row.price_fen,
    unit: row.unit,
    quantity: row.quantity,
    leadDays: row.lead_days,
    note: row.note,
    at: row.answered_at,
  };
}
