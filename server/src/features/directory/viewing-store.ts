import { cityDay } from '@zhitong/domain/needs/city-day';
import { inContext } from '#platform/context';
import type { Database, Db, Tx } from '#platform/database';
import { authTables } from './auth-tables.ts';
import { type HeldPost, listPosts } from './session-store.ts';

/** A post somebody holds today. */
export interface ViewedPost {
  readonly person: { readonly id: string; readonly name: string };
  readonly post: HeldPost;
}

interface Named {
  readonly city: string;
  readonly postId: string;
  readonly now: Date;
}

export function findViewedPost(database: Database, named: Named): Promise<ViewedPost | undefined> {
  return inContext(database, { city: named.city, viewer: 'system' }, (tx) => findHeld(tx, named));
}

async function findHeld(tx: Tx, { city, postId, now }: Named): Promise<ViewedPost | undefined> {
  const person = await tx
    .selectFrom('post')
    .innerJoin('person', (join) =>
      join.onRef('person.city', '=', 'post.city').onRef('person.id', '=', 'post.person_id'),
    )
    .select(['person.id', 'person.name'])
    .where('post.city', '=', city)
    .where('post.id', '=', postId)
    .executeTakeFirst();
  if (!person) return undefined;
  const posts = await listPosts(tx, { city, personId: person.id, on: cityDay(now) });
  const post = posts.find(({ id }) => id === postId);
  return post && { person, post };
}

export async function writeViewing(db: Db | Tx, sessionId: string, at: { postId: string; until: Date }): Promise<void> {
  await authTables(db)
    .updateTable('auth.session')
    .set({ viewingPost: at.postId, viewingUntil: at.until })
    .where('id', '=', sessionId)
    .execute();
}

/** Whether there was one to end: of two who end it at once, one does. */
export async function clearViewing(db: Db | Tx, sessionId: string): Promise<boolean> {
  const { numUpdatedRows } = await authTables(db)
    .updateTable('auth.session')
    .set({ viewingPost: null, viewingUntil: null })
    .where('id', '=', sessionId)
    .where('viewingPost', 'is not', null)
    .executeTakeFirst();
  return Number(numUpdatedRows) > 0;
}
