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
    may: ({ personId, bodyId, role }) => {
      const place = places.get(bodyId);
      return place !== undefined && personId !== viewer.personId && judgeGrant(viewer, place, role) === 'yes';
    },
  }).map((post) => ({ ...post, id: effects.newId() }));
  await insertPosts(tx, city, posts);
  await sql`
    insert into merge_move (city, merge_id, table_name, row_key, column_name, before, after)
    select ${city}, ${mergeId}, 'post', p.id::text, '*', null, to_jsonb(p) from post p
    where p.city = ${city} and p.id = any(${posts.map(({ id }) => id)}::uuid[])`.execute(tx);
  return posts.map(({ personName: person, bodyId, role }) => ({
    ...{ person, role, organisation: places.get(bodyId)?.name ?? '' },
  }));
}

/** Takes the given posts back; one that was changed, or in which somebody answers for a matter since, stays and is named. */
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
      where p.city = ${city} and p.id::text = g.row_key
        and p.role = g.after->>'role' and p.valid_to is not distinct from (g.after->>'valid_to')::date
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
