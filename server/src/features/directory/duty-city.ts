import type { DutyState, DutyTerm, Matter } from '@zhitong/domain/directory/duty';
import { Refusal } from '@zhitong/domain/refusal';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import { listBodyLeaves, listBodyPosts } from './duty-state.ts';
import { rowsOf } from './post-outcome.ts';

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

/** A body that is merged away must have handed its matters to another first. The caller has locked it. */
export async function refuseWhileResponsible(
  tx: Tx,
  of: { city: string; body: { readonly id: string; readonly name: string }; since: string },
): Promise<void> {
  const { city, body, since } = of;
  const { rows } = await sql<Matter>`
    select distinct d.id, d.number, d.title, d.valid_from as "from", d.valid_to as "to"
    from duty_term t join duty d on d.city = t.city and d.id = t.duty_id
    where t.city = ${city} and t.body_id = ${body.id}
      and (t.valid_to is null or (t.valid_to > ${since}::date and t.valid_to > t.valid_from))
    order by d.number, d.id`.execute(tx);
  if (rows.length === 0) return;
  throw new Refusal('directory.body-holds-matters', { name: body.name, count: rows.length, matters: rowsOf(rows) });
}
