import { type RatingGrade, ratingDays } from '@zhitong/domain/needs/rating';
import type { Tx } from '#platform/database';
import { ratingHash } from './rating-reading.ts';

export interface NewRating {
  readonly city: string;
  readonly id: string;
  readonly caseId: string;
  readonly needId: string;
  readonly round: number;
  readonly askerId: string;
  readonly body: { readonly id: string; readonly name: string };
  readonly at: Date;
}

/** The place for one grade of one end of a case; no link to it is out yet. */
export async function insertRating(
  tx: Tx,
  { city, id, caseId, needId, round, askerId, body, at }: NewRating,
): Promise<void> {
  await tx
    .insertInto('case_rating')
    .values({
      ...{ city, id, case_id: caseId, need_id: needId, round, asker_id: askerId, body_id: body.id },
      ...{ body_name: body.name, opened_at: at, expires_at: new Date(at.getTime() + ratingDays * 86_400_000) },
    })
    .execute();
}

/** A new link takes the place of an older one that was not used. False: it was used meanwhile. */
export async function setRatingToken(
  tx: Tx,
  { city, id, token }: { city: string; id: string; token: string },
): Promise<boolean> {
  const done = await tx
    .updateTable('case_rating')
    .set({ token_hash: ratingHash(token) })
    .where('city', '=', city)
    .where('id', '=', id)
    .where('grade', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** Uses the link up, in one statement: of two at once one gets false. */
export async function takeGrade(
  tx: Tx,
  given: { city: string; token: string; grade: RatingGrade; said: string | null; at: Date; sameAddress: boolean },
): Promise<boolean> {
  const { city, token, grade, said, at, sameAddress } = given;
  const done = await tx
    .updateTable('case_rating')
    .set({ grade, said, rated_at: at, same_address: sameAddress })
    .where('city', '=', city)
    .where('token_hash', '=', ratingHash(token))
    .where('grade', 'is', null)
    .where('expires_at', '>', at)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}
