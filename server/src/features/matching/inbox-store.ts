import { sql } from 'kysely';
import type { Tx } from '#platform/database';

/** No further than the log goes: what is not written yet cannot have been read. */
export async function putMark(tx: Tx, mark: { city: string; organisationId: string; position: number }): Promise<void> {
  await tx
    .insertInto('inbox_mark')
    .values({ city: mark.city, organisation_id: mark.organisationId, position: readable(mark) })
    .onConflict((conflict) =>
      conflict
        .columns(['city', 'organisation_id'])
        .doUpdateSet({ position: sql`greatest(inbox_mark.position, excluded.position)` }),
    )
    .execute();
}

function readable({ city, position }: { city: string; position: number }) {
  return sql<number>`least(${position}::bigint, coalesce((select max(position) from event where city = ${city}), 0))`;
}
