import type { DutyLeave, DutyState, DutyTerm, HeldPost, Matter } from '@zhitong/domain/directory/duty';
import type { PostRole } from '@zhitong/domain/directory/organisation';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import { wordColumn } from '#platform/json-column';

interface In {
  readonly city: string;
  readonly bodyIds: readonly string[];
  /** what was over before this day is left out */
  readonly since: string;
}

/**
 * What decisions about some bodies look at: their matters with all terms, wherever these lie, and the posts and leaves of every
 * body among them. The bodies are locked by then (post-desk.ts), so that nothing of it changes before the decision is written.
 */
export async function loadDutyState(tx: Tx, { city, bodyIds, since }: In): Promise<DutyState> {
  const [matters, terms] = [
    await listMatters(tx, { city, bodyIds, since }),
    await listTerms(tx, { city, bodyIds, since }),
  ];
  const all = [...new Set([...bodyIds, ...terms.map(({ bodyId }) => bodyId)])];
  const posts = await listBodyPosts(tx, { city, bodyIds: all, since });
  const leaves = await listBodyLeaves(tx, { city, bodyIds: all, since });
  return { matters, terms, posts, leaves };
}

const uuids = (ids: readonly string[]) => sql`${`{${ids.join(',')}}`}::uuid[]`;

function dutiesOf({ city, bodyIds, since }: In) {
  return sql`select t.duty_id from duty_term t where t.city = ${city} and t.body_id = any(${uuids(bodyIds)})
    and (t.valid_to is null or (t.valid_to > ${since}::date and t.valid_to > t.valid_from))`;
}

async function listMatters(tx: Tx, of: In): Promise<readonly Matter[]> {
  const { rows } = await sql<Matter>`
    select id, number, title, valid_from as "from", valid_to as "to" from duty
    where city = ${of.city} and id in (${dutiesOf(of)}) and (valid_to is null or valid_to > ${of.since}::date)`.execute(
    tx,
  );
  return rows;
}

async function listTerms(tx: Tx, of: In): Promise<readonly DutyTerm[]> {
  const { rows } = await sql<DutyTerm>`
    select id, duty_id as "dutyId", body_id as "bodyId", owner_post_id as "ownerPostId", deputy_post_id as "deputyPostId",
           valid_from as "from", valid_to as "to"
    from duty_term where city = ${of.city} and duty_id in (${dutiesOf(of)})
      and (valid_to is null or (valid_to > ${of.since}::date and valid_to > valid_from))`.execute(tx);
  return rows;
}

/** Posts of some bodies that are held on or after a day, the longest held first. */
export async function listBodyPosts(tx: Tx, { city, bodyIds, since }: In): Promise<readonly HeldPost[]> {
  const { rows } = await sql<Omit<HeldPost, 'role'> & { role: string }>`
    select p.id, p.person_id as "personId", n.name as "personName", p.organisation_id as "bodyId", p.role,
           p.valid_from as "from", p.valid_to as "to"
    from post p join person n on n.city = p.city and n.id = p.person_id
    where p.city = ${city} and p.organisation_id = any(${uuids(bodyIds)})
      and (p.valid_to is null or (p.valid_to > ${since}::date and p.valid_to > p.valid_from))
    order by p.valid_from, p.id`.execute(tx);
  return rows.map((row) => ({ ...row, role: wordColumn<PostRole>(row.role) }));
}

export async function listBodyLeaves(tx: Tx, { city, bodyIds, since }: In): Promise<readonly DutyLeave[]> {
  const { rows } = await sql<DutyLeave>`
    select id, post_id as "postId", cover_post_id as "coverPostId", valid_from as "from", valid_to as "to"
    from duty_leave where city = ${city} and body_id = any(${uuids(bodyIds)})
      and valid_to > ${since}::date and valid_to > valid_from
    order by valid_from, id`.execute(tx);
  return rows;
}
