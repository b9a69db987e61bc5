import { sql } from 'kysely';
import type { Tx } from '#platform/database';

export async function putMark(tx: Tx, mark: { city: string; organisationId: string; position: number }): Promise<void> {
  await tx
    .insertInto('inbox_mark')
    .values({ city: mark.city, organisation_id: mark.organisationId, position: mark.position })
    .onConflict((conflict) =>
      conflict
        .columns(['city', 'organisation_id'])
        .doUpdateSet({ position: sql`greatest(inbox_mark.position, excluded.position)` }),
    )
    .execute();
}
