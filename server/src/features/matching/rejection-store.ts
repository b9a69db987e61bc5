import type { RejectionCode } from '@zhitong/domain/matching/answer';
import type { Tx } from '#platform/database';
import type { MatchSides } from './match-store.ts';

export interface NewRejection {
  readonly side: MatchSides;
  readonly code: RejectionCode;
  readonly note: string | null;
  readonly derived: boolean;
  readonly at: Date;
}

/** Answers how many came in; a match that carries a reason already keeps the first one. */
export async function insertRejections(tx: Tx, rejections: readonly NewRejection[]): Promise<number> {
  if (rejections.length === 0) return 0;
  const rows = await tx
    .insertInto('rejection')
    .values(
      rejections.map(({ side, code, note, derived, at }) => ({
        city: side.city,
        match_id: side.matchId,
        need_id: side.needId,
        buyer_id: side.buyerId,
        organisation_id: side.organisationId,
        code,
        note,
        derived,
        at,
      })),
    )
    .onConflict((conflict) => conflict.columns(['city', 'match_id']).doNothing())
    .returning('match_id')
    .execute();
  return rows.length;
}
