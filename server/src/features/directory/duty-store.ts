import type { DutyLeave, DutyTerm, HeldPost } from '@zhitong/domain/directory/duty';
import type { DutyChanges, Ending } from '@zhitong/domain/directory/duty-changes';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';

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
