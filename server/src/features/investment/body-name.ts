import type { Tx } from '#platform/database';
import type { Viewer } from '#platform/viewer';

/** As the body is called in sentences: its short name, where it has one. */
export async function bodyNameOf(tx: Tx, { city, organisationId, organisationName }: Viewer): Promise<string> {
  const row = await tx
    .selectFrom('organisation')
    .select('short_name')
    .where('city', '=', city)
    .where('id', '=', organisationId)
    .executeTakeFirst();
  return row?.short_name ?? organisationName;
}
