import type { RejectionCode } from '@zhitong/domain/matching/answer';
import type { Tx } from '#platform/database';
import type { MatchSides } from './match-store.ts';

/** Answers how many came in; a match that carries a reason already keeps the first one. */
export async function insertRejections(
  tx: Tx,
  sides: readonly MatchSides[],
  why: { code: RejectionCode; note: string | null; at: Date },
): Promise<number> {
  if (sides.length === 0) return 0;
  const rows = await tx
    .insertInto('rejection')
    .values(
      sides.map((side) => ({
        city: side.city,
        match_id: side.matchId,
        need_id: side.needId,
        buyer_id: side.buyerId,
        organisation_id: side.organisationId,
        code: why.code,
        note: why.note,
        at: why.at,
      })),
    )
    .onConflict((conflict) => conflict.columns(['city', 'match_id']).doNothing())
    .returning('match_id')
    .execute();
  return rows.length;
}
