import type { OrganisationFacts } from '@zhitong/domain/directory/organisation-change';
import type { EnteredPast, PastState } from '@zhitong/domain/directory/organisation-history';
import type { Tx } from '#platform/database';
import type { OrganisationKey } from './organisation-store.ts';

/** What it was called, stretch by stretch. */
export async function listPast(
  tx: Tx,
  { city, id }: OrganisationKey,
): Promise<readonly (PastState<{ readonly name: string }> & EnteredPast)[]> {
  const rows = await tx
    .selectFrom('organisation_past')
    .select(['valid_from as from', 'valid_to as to', 'name', 'since_by_hand as sinceByHand'])
    .where('city', '=', city)
    .where('organisation_id', '=', id)
    .orderBy('valid_to')
    .execute();
  return rows.map(({ from, to, name, sinceByHand }) => ({ from, to, state: { name }, sinceByHand }));
}

interface PastByHand {
  readonly facts: OrganisationFacts;
  readonly from: string | null;
  readonly to: string;
  readonly source: string;
  readonly at: Date;
  readonly by: string;
  readonly sinceByHand: boolean;
}

export async function insertPastByHand(
  tx: Tx,
  { city, id }: OrganisationKey,
  { facts, from, to, source, at, by, sinceByHand }: PastByHand,
): Promise<void> {
  const { name, kind, parentId, region } = facts;
  await tx
    .insertInto('organisation_past')
    .values({
      ...{ city, organisation_id: id, valid_from: from, valid_to: to, name, kind, parent_id: parentId, region },
      ...{ source, recorded_at: at, recorded_by: by, by_hand: true, since_by_hand: sinceByHand },
    })
    .execute();
}

/** What a change left behind stays; the database refuses to delete it, whoever asks. */
export function deletePastByHand(tx: Tx, { city, id }: OrganisationKey, until: string) {
  return tx
    .deleteFrom('organisation_past')
    .where('city', '=', city)
    .where('organisation_id', '=', id)
    .where('valid_to', '=', until)
    .where('by_hand', '=', true)
    .returning(['name', 'valid_from as from'])
    .executeTakeFirst();
}
