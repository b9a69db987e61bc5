import type { DutyState, DutyTerm, Matter } from '@zhitong/domain/directory/duty';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import { listBodyLeaves, listBodyPosts } from './duty-store.ts';

/** Every matter in force on or after a day, also one that has lost its terms: that is what is looked for. */
export async function loadWholeTable(tx: Tx, of: { city: string; since: string }): Promise<DutyState> {
  const { city, since } = of;
  const matters = await sql<Matter>`
    select id, number, title, valid_from as "from", valid_to as "to" from duty
    where city = ${city} and (valid_to is null or (valid_to > ${since}::date and valid_to > valid_from))
    order by number, id`.execute(tx);
  const terms = await sql<DutyTerm>`
    select id, duty_id as "dutyId", body_id as "bodyId", owner_post_id as "ownerPostId", deputy_post_id as "deputyPostId",
           valid_from as "from", valid_to as "to"
    from duty_term where city = ${city}
      and (valid_to is null or (valid_to > ${since}::date and valid_to > valid_from))`.execute(tx);
  const bodyIds = [...new Set(terms.rows.map(({ bodyId }) => bodyId))];
  const posts = await listBodyPosts(tx, { city, bodyIds, since });
  const leaves = await listBodyLeaves(tx, { city, bodyIds, since });
  return { matters: matters.rows, terms: terms.rows, posts, leaves };
}
