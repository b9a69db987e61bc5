import type { DraftBody, DraftDevice } from '@zhitong/contract/needs/draft-contract';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';

/** Whose draft: one a person and organisation. */
interface Writer {
  readonly city: string;
  readonly organisationId: string;
  readonly personId: string;
}

/** A device may keep what was sent a moment ago: under the key of a need nothing is a draft any more. */
export function findDraft(tx: Tx, { city, organisationId, personId }: Writer) {
  return tx
    .selectFrom('need_draft')
    .select(['body', 'device', 'device_key', 'updated_at'])
    .where('city', '=', city)
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('need')
            .select('id')
            .where('city', '=', city)
            .where('organisation_id', '=', organisationId)
            .where(sql<boolean>`idempotency_key = need_draft.body ->> 'key'`),
        ),
      ),
    )
    .executeTakeFirst();
}

export async function writeDraft(
  tx: Tx,
  { city, organisationId, personId }: Writer,
  given: { readonly body: DraftBody; readonly device: DraftDevice; readonly deviceKey: string; readonly at: Date },
): Promise<void> {
  const { device, deviceKey, at } = given;
  const draft = { body: JSON.stringify(given.body), device, device_key: deviceKey, updated_at: at };
  await tx
    .insertInto('need_draft')
    .values({ city, organisation_id: organisationId, person_id: personId, ...draft })
    .onConflict((twin) => twin.columns(['city', 'organisation_id', 'person_id']).doUpdateSet(draft))
    .execute();
}

export async function deleteDraft(tx: Tx, { city, organisationId, personId }: Writer): Promise<boolean> {
  const gone = await tx
    .deleteFrom('need_draft')
    .where('city', '=', city)
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return gone.numDeletedRows > 0n;
}

/** The draft that was sent under this key; another one the writer has begun since stays. */
export async function deleteSentDraft(tx: Tx, { city, organisationId, personId }: Writer, key: string): Promise<void> {
  await tx
    .deleteFrom('need_draft')
    .where('city', '=', city)
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .where(sql<string>`body ->> 'key'`, '=', key)
    .execute();
}
