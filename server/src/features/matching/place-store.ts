import type { Tx } from '#platform/database';

/** County or zone of a firm, as registered; null when it is not known. */
export async function findPlaceOf(tx: Tx, { city, id }: { city: string; id: string }): Promise<string | null> {
  const row = await tx
    .selectFrom('organisation')
    .select('region')
    .where('city', '=', city)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.region ?? null;
}
