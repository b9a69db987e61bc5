import type { DeclineCode } from '@zhitong/domain/matching/answer';
import type { Tx } from '#platform/database';
import type { MatchSides } from './match-store.ts';

export interface Answer {
  readonly declined: DeclineCode | null;
  readonly priceFen: number | null;
  readonly unit: string | null;
  readonly quantity: number | null;
  readonly leadDays: number | null;
  readonly note: string | null;
}

interface Writing {
  readonly side: MatchSides;
  readonly answer: Answer;
  readonly personId: string;
  readonly at: Date;
}

/** Answers false when this match has been answered before, even a moment ago by a colleague. */
export async function insertResponse(tx: Tx, { id, side, ...said }: Writing & { id: string }): Promise<boolean> {
  const row = await tx
    .insertInto('response')
    .values({
      city: side.city,
      id,
      match_id: side.matchId,
      need_id: side.needId,
      buyer_id: side.buyerId,
      organisation_id: side.organisationId,
      ...columns(said),
    })
    .onConflict((conflict) => conflict.columns(['city', 'match_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function updateResponse(tx: Tx, { side, ...said }: Writing): Promise<void> {
  await tx
    .updateTable('response')
    .set(columns(said))
    .where('city', '=', side.city)
    .where('match_id', '=', side.matchId)
    .execute();
}

function columns({ answer, personId, at }: Omit<Writing, 'side'>) {
  return {
    declined: answer.declined,
    price_fen: answer.priceFen,
    unit: answer.unit,
    quantity: answer.quantity,
    lead_days: answer.leadDays,
    note: answer.note,
    person_id: personId,
    at,
  };
}
