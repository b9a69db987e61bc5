import { enteredContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { containsPattern, searchText } from '#platform/search-text';

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
    .where('organisation.merged_into', 'is', null)
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
