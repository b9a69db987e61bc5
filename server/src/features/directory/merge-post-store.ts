import { carriedPosts } from '@zhitong/domain/directory/post-carry';
import { judgeGrant } from '@zhitong/domain/directory/post-grants';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import type { Viewer } from '#platform/viewer';
import { listBodyPosts } from './duty-state.ts';
import { insertPosts } from './duty-store.ts';
import type { KeptMove, MergeKey } from './merge-store.ts';
import type { Body } from './post-desk.ts';
import { refusingOverlaps } from './post-overlap.ts';
import { listRoleSpansOf } from './post-store.ts';

interface Carrying {
  readonly viewer: Viewer;
  /** every record that is this one organisation from now on, locked */
  readonly bodies: readonly Body[];
  readonly effects: Effects;
}

export interface GivenPost {
  readonly person: string;
  readonly organisation: string;
  readonly role: string;
}

/**
 * Whoever holds a post at one of the records holds it at each of them: at the one that stays for what is new, at the old ones for what
 * was begun there. A role that whoever merges may not give is not given this way either, and nobody gives oneself one.
 */
export async function carryPosts(
  tx: Tx,
  { city, mergeId }: MergeKey,
  { viewer, bodies, effects }: Carrying,
): Promise<readonly GivenPost[]> {
  const today = cityDay(effects.now());
  const places = new Map(bodies.map((body) => [body.id, body]));
  const bodyIds = [...places.keys()];
  const held = await listBodyPosts(tx, { city, bodyIds, since: today });
  const posts = carriedPosts(held, {
    ...{ bodies: bodyIds, today },
    heldBy: await listRoleSpansOf(tx, { city, people: held.map(({ personId }) => personId), since: today }),
    may: ({ personId, bodyId, role }) => {
      const place = places.get(bodyId);
      return place !== undefined && personId !== viewer.personId && judgeGrant(viewer, place, role) === 'yes';
    },
  }).map((post) => ({ ...post, id: effects.newId() }));
  // two at once meet in the database only: somebody is given another post while the records are merged
  await refusingOverlaps(namesOf(posts), () => insertPosts(tx, city, posts));
  await sql`
    insert into merge_move (city, merge_id, table_name, row_key, column_name, before, after)
    select ${city}, ${mergeId}, 'post', p.id::text, '*', null, to_jsonb(p) from post p
    where p.city = ${city} and p.id = any(${posts.map(({ id }) => id)}::uuid[])`.execute(tx);
  return posts.map(({ personName: person, bodyId, role }) => ({
    ...{ person, role, organisation: places.get(bodyId)?.name ?? '' },
  }));
}

const namesOf = (posts: readonly { readonly personName: string }[]) =>
  [...new Set(posts.map(({ personName }) => personName))].join('、');

/** A post in another role that takes the place of one a merge gave is given by that merge too: the split takes both back. System. */
export async function noteSuccession(
  tx: Tx,
  city: string,
  successions: readonly { readonly post: string; readonly next: string }[],
): Promise<void> {
  await sql`
    insert into merge_move (city, merge_id, table_name, row_key, column_name, before, after)
    select m.city, m.merge_id, 'post', s.next::text, '*', null, to_jsonb(p)
    from jsonb_to_recordset(${JSON.stringify(successions)}::jsonb) as s(post uuid, next uuid)
    join merge_move m on m.city = ${city} and m.table_name = 'post' and m.row_key = s.post::text and m.column_name = '*'
    join post p on p.city = m.city and p.id = s.next`.execute(tx);
}

/**
 * Takes the given posts back; one that was changed, or in which somebody answers for a matter since, stays and is named. One that ended
 * together with the post it was given for is no change of its own: the dismissal stays where it was before the merge.
 */
export async function takePostsBack(
  tx: Tx,
  { city, mergeId }: MergeKey,
): Promise<{ readonly restored: number; readonly kept: readonly KeptMove[]; readonly lost: readonly string[] }> {
  const { rows } = await sql<{ row_key: string; person: string | null }>`
    with given as (
      select row_key, after from merge_move where city = ${city} and merge_id = ${mergeId}
        and table_name = 'post' and column_name = '*'),
    gone as (
      delete from post p using given g
      where p.city = ${city} and p.id::text = g.row_key and p.role = g.after->>'role'
        and (p.valid_to is not distinct from (g.after->>'valid_to')::date or exists (
          select 1 from post own where own.city = p.city and own.person_id = p.person_id and own.role = p.role
            and own.organisation_id <> p.organisation_id and own.valid_to = p.valid_to
            and own.id::text not in (select row_key from given)))
        and not exists (select 1 from duty_term t where t.city = p.city and p.id in (t.owner_post_id, t.deputy_post_id))
        and not exists (select 1 from duty_leave l where l.city = p.city and p.id in (l.post_id, l.cover_post_id))
      returning g.row_key, p.person_id)
    select g.row_key, gone.person_id as person from given g left join gone on gone.row_key = g.row_key`.execute(tx);
  return {
    restored: rows.filter(({ person }) => person !== null).length,
    lost: rows.flatMap(({ person }) => person ?? []),
    kept: rows
      .filter(({ person }) => person === null)
      .map(({ row_key }) => ({ table: 'post', key: row_key, column: '*' })),
  };
}
