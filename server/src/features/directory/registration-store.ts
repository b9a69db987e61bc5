import { enteredContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { containsPattern, searchText } from '#platform/search-text';

export async function insertRegistrant(
  tx: Tx,
  { city, personId, name }: { city: string; personId: string; name: string },
): Promise<void> {
  await tx.insertInto('person').values({ city, id: personId, name }).execute();
}

export interface NewRegistration {
  readonly city: string;
  readonly personId: string;
  readonly claimId: string;
  readonly phone: string;
  readonly at: Date;
}

export async function insertRegistration(tx: Tx, { city, personId, claimId, phone, at }: NewRegistration) {
  await tx.insertInto('registration').values({ city, person_id: personId, claim_id: claimId, phone, at }).execute();
}

/** The claim a person registered with. */
export async function findRegisteredClaim(tx: Tx, personId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('registration')
    .select('claim_id')
    .where('city', '=', enteredContext(tx).city)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row?.claim_id;
}

const shown = 5;

/** What a stranger may learn of the directory: that a firm of this name is in it, and where. */
export async function findFirmsByName(tx: Tx, q: string) {
  return tx
    .selectFrom('organisation')
    .leftJoin('region', 'region.code', 'organisation.region')
    .select(['organisation.id', 'organisation.name', 'region.name as region'])
    .where('organisation.city', '=', enteredContext(tx).city)
    .where('organisation.kind', '=', 'enterprise')
    .where((row) =>
      row.or([
        row('organisation.name', 'ilike', containsPattern(q)),
        row('organisation.credit_code', '=', searchText(q).toUpperCase()),
      ]),
    )
    .orderBy('organisation.name')
    .orderBy('organisation.id')
    .limit(shown)
    .execute();
}
