import type { Preferences } from '@zhitong/contract/directory/session-contract';
import {
  type OrganisationKind,
  organisationKinds,
  type PostRole,
  postRoles,
} from '@zhitong/domain/directory/organisation';
import { postsActedIn } from '@zhitong/domain/directory/post-apart';
import { inContext } from '#platform/context';
import type { Database, Tx } from '#platform/database';

export interface SignedInPerson {
  readonly city: string;
  readonly id: string;
  readonly name: string;
  readonly demo: boolean;
  readonly preferences: Preferences;
  readonly posts: readonly HeldPost[];
}

export interface HeldPost {
  readonly id: string;
  readonly role: PostRole;
  readonly organisation: { readonly id: string; readonly name: string; readonly kind: OrganisationKind };
}

/** The person behind an account with the posts held on a day, oldest first; undefined when the account leads to nobody. */
export async function findPerson(
  database: Database,
  { city, personId }: { readonly city: string; readonly personId: string },
  on: string,
): Promise<SignedInPerson | undefined> {
  return inContext(database, { city, viewer: 'system' }, async (tx) => {
    const person = await tx
      .selectFrom('person')
      .select(['id', 'name', 'demo', 'preferences'])
      .where('city', '=', city)
      .where('id', '=', personId)
      .executeTakeFirst();
    if (!person) return undefined;
    const posts = await listPosts(tx, { city, personId, on });
    return { ...person, city, preferences: person.preferences as Preferences, posts: postsActedIn(posts) };
  });
}
export async function listPosts(
  tx: Tx,
  of: { city: string; personId: string; on: string },
): Promise<readonly HeldPost[]> {
  const rows = await tx
    .selectFrom('post')
    .innerJoin('organisation', (join) =>
      join.onRef('organisation.city', '=', 'post.city').onRef('organisation.id', '=', 'post.organisation_id'),
    )
    .select(['post.id', 'post.role', 'organisation.id as organisation_id', 'organisation.name', 'organisation.kind'])
    .where('post.city', '=', of.city)
    .where('post.person_id', '=', of.personId)
    .where('post.valid_from', '<=', of.on)
    .where((row) => row.or([row('post.valid_to', 'is', null), row('post.valid_to', '>', of.on)]))
    // the first post is where a person begins: at the record that stands, not at one that was merged into it
    .orderBy((row) => row.eb('organisation.merged_into', 'is not', null))
    .orderBy('post.valid_from')
    .orderBy('post.id')
    .limit(50)
    .execute();
  return rows.flatMap((row) => {
    const role = postRoles.find((known) => known === row.role);
    const kind = organisationKinds.find((known) => known === row.kind);
    return role && kind ? [{ id: row.id, role, organisation: { id: row.organisation_id, name: row.name, kind } }] : [];
  });
}
