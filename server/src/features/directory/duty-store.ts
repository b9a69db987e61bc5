import type { DutyLeave, DutyState, DutyTerm, HeldPost, Matter } from '@zhitong/domain/directory/duty';
import type { DutyChanges, Ending } from '@zhitong/domain/directory/duty-changes';
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

interface Writing {
  readonly city: string;
  readonly at: Date;
  /** the state the changes were decided on, for the person behind a post */
  readonly posts: readonly HeldPost[];
}

/** Writes what was decided: endings first, so that what begins finds its place free. Matters are the caller's to insert. */
export async function writeDutyChanges(tx: Tx, changes: DutyChanges, writing: Writing): Promise<void> {
  const { city } = writing;
  await end(tx, { city, table: 'duty', endings: changes.matters.end });
  await end(tx, { city, table: 'duty_term', endings: changes.terms.end });
  await end(tx, { city, table: 'duty_leave', endings: changes.leaves.end });
  await end(tx, { city, table: 'post', endings: changes.posts.end });
  await insertPosts(tx, city, changes.posts.add);
  await insertTerms(tx, changes.terms.add, writing);
  await insertLeaves(tx, changes.leaves.add, { ...writing, posts: [...writing.posts, ...changes.posts.add] });
}

interface EndingRows {
  readonly city: string;
  readonly table: 'duty' | 'duty_term' | 'duty_leave' | 'post';
  readonly endings: readonly Ending[];
}

/** Row-level security passes over a row silently; a decision half written would be an orphan, so that is a fault. */
async function end(tx: Tx, { city, table, endings }: EndingRows): Promise<void> {
  if (endings.length === 0) return;
  const { numAffectedRows } = await sql`
    update ${sql.table(table)} as r set valid_to = e."to"
    from jsonb_to_recordset(${JSON.stringify(endings)}::jsonb) as e(id uuid, "to" date)
    where r.city = ${city} and r.id = e.id`.execute(tx);
  if (Number(numAffectedRows) !== endings.length) throw new Error(`${table}: not every ending could be written`);
}

export async function insertPosts(tx: Tx, city: string, posts: readonly HeldPost[]): Promise<void> {
  if (posts.length === 0) return;
  await sql`
    insert into post (city, id, person_id, organisation_id, role, valid_from, valid_to)
    select ${city}, id, "personId", "bodyId", role, "from", "to"
    from jsonb_to_recordset(${JSON.stringify(posts)}::jsonb) as p(
      id uuid, "personId" uuid, "bodyId" uuid, role text, "from" date, "to" date)`.execute(tx);
}

export async function insertTerms(
  tx: Tx,
  terms: readonly DutyTerm[],
  { city, at }: { readonly city: string; readonly at: Date },
): Promise<void> {
  if (terms.length === 0) return;
  await sql`
    insert into duty_term (city, id, duty_id, body_id, owner_post_id, deputy_post_id, valid_from, valid_to, created_at)
    select ${city}, id, "dutyId", "bodyId", "ownerPostId", "deputyPostId", "from", "to", ${at}
    from jsonb_to_recordset(${JSON.stringify(terms)}::jsonb) as t(
      id uuid, "dutyId" uuid, "bodyId" uuid, "ownerPostId" uuid, "deputyPostId" uuid, "from" date, "to" date)`.execute(
    tx,
  );
}

async function insertLeaves(tx: Tx, leaves: readonly DutyLeave[], { city, at, posts }: Writing): Promise<void> {
  if (leaves.length === 0) return;
  const held = new Map(posts.map((post) => [post.id, post]));
  const rows = leaves.map((leave) => {
    const post = held.get(leave.postId);
    return { ...leave, personId: post?.personId, bodyId: post?.bodyId };
  });
  await sql`
    insert into duty_leave (city, id, body_id, post_id, person_id, cover_post_id, valid_from, valid_to, created_at)
    select ${city}, id, "bodyId", "postId", "personId", "coverPostId", "from", "to", ${at}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as l(
      id uuid, "bodyId" uuid, "postId" uuid, "personId" uuid, "coverPostId" uuid, "from" date, "to" date)`.execute(tx);
}
