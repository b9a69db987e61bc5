import type { Membership } from '@zhitong/domain/directory/alliance-shares';
import type { FactOrigin } from '@zhitong/domain/directory/organisation-fact';
import type { Tx } from '#platform/database';
import { type Kept, originColumns } from './holding-store.ts';
import type { OrganisationKey } from './organisation-store.ts';

/** Which alliance and member it joins; undefined when there is none, or another entry stands for it. */
export function findMembership(tx: Tx, { city, id }: OrganisationKey) {
  return tx
    .selectFrom('alliance_member')
    .select(['alliance_id as allianceId', 'member_id as memberId'])
    .where('city', '=', city)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
}

/** Everybody who is or was a member, by day. */
export function listMembers(tx: Tx, { city, id }: OrganisationKey): Promise<readonly Kept<Membership>[]> {
  return tx
    .selectFrom('alliance_member as m')
    .innerJoin('organisation as o', (join) => join.onRef('o.city', '=', 'm.city').onRef('o.id', '=', 'm.member_id'))
    .select(['m.id', 'm.member_id as memberId', 'o.name', 'm.share', 'm.valid_from as from', 'm.valid_to as to'])
    .where('m.city', '=', city)
    .where('m.alliance_id', '=', id)
    .where('m.removed_at', 'is', null)
    .orderBy('m.id')
    .limit(10_000)
    .execute();
}

/** A member is an organisation of the city that was not merged into another. */
export async function findMemberName(tx: Tx, { city, id }: OrganisationKey): Promise<string | undefined> {
  const row = await tx
    .selectFrom('organisation')
    .select('name')
    .where('city', '=', city)
    .where('id', '=', id)
    .where('merged_into', 'is', null)
    .executeTakeFirst();
  return row?.name;
}

export async function insertMembership(
  tx: Tx,
  { city, id: alliance_id }: OrganisationKey,
  { id, membership, origin }: { id: string; membership: Membership; origin: FactOrigin },
): Promise<void> {
  const { memberId: member_id, share, from: valid_from, to: valid_to } = membership;
  await tx
    .insertInto('alliance_member')
    .values({ city, id, alliance_id, member_id, share, valid_from, valid_to, ...originColumns(origin) })
    .execute();
}
