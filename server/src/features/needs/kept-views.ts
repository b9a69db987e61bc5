import type { KeptBack, listKeptNeeds } from '@zhitong/contract/needs/cascade-contract';
import { caseTitle } from '@zhitong/domain/needs/case-title';
import { sql } from 'kysely';
import type { z } from 'zod';
import { inContext } from '#platform/context';
import type { Database } from '#platform/database';
import { contextOf, type Viewer } from '#platform/viewer';
import { asKept, type KeptNeed } from './kept-reading.ts';

/** A kept need as its reader sees it, with what that reader may do now. */
export function keptReply(kept: KeptNeed, viewer: Viewer): KeptBack {
  const { review, ruling } = kept;
  const own = kept.askerId === viewer.organisationId;
  return {
    class: kept.class,
    reasons: kept.reasons.map(({ code, span, count }) => ({ code, quote: span?.quote ?? null, count })),
    at: kept.at.toISOString(),
    review: review && { at: review.at.toISOString(), text: review.text },
    ruling: ruling && { ...ruling, at: ruling.at.toISOString() },
    allowed: ruling ? [] : [...(own ? (['review'] as const) : []), ...(viewer.role === 'operator' ? rulings : [])],
  };
}

const rulings = ['release', 'keep'] as const;

/** What waits for the bureau’s word: reviews first, then the oldest. */
export function viewKeptNeeds(
  database: Database,
  viewer: Viewer,
  { limit, offset }: z.output<NonNullable<typeof listKeptNeeds.query>>,
) {
  return inContext(database, contextOf(viewer), async (tx) => {
    // of a need that was withdrawn or is over nothing is to be decided any more
    const waits = sql`k.city = ${viewer.city} and k.ruled_at is null and n.state = 'open'`;
    const { rows: totals } = await sql<{ total: number }>`
      select count(*)::int as total from kept_need k join need n on n.city = k.city and n.id = k.need_id where ${waits}`.execute(
      tx,
    );
    const { rows } = await sql<Parameters<typeof asKept>[0] & { text: string; organisation_name: string }>`
      select k.city, k.need_id, k.asker_id, k.class, k.reasons, k.at, k.review_text, k.review_at, k.ruling, k.ruling_text,
             k.ruled_at, k.ruled_by_name, n.text, o.name as organisation_name
      from kept_need k join need n on n.city = k.city and n.id = k.need_id
      join organisation o on o.city = k.city and o.id = k.asker_id
      where ${waits}
      order by (k.review_at is null), k.at, k.need_id limit ${limit} offset ${offset}`.execute(tx);
    return {
      total: totals[0]?.total ?? 0,
      needs: rows.map((row) => ({
        ...{ id: row.need_id, title: caseTitle(row.text), text: row.text },
        organisation: { id: row.asker_id, name: row.organisation_name },
        keptBack: keptReply(asKept(row), viewer),
      })),
    };
  });
}
