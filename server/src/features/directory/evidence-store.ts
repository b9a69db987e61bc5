import { enteredContext } from '#platform/context';
import type { Tx } from '#platform/database';

/** Files of evidence a person handed in since a moment. */
export async function countEvidenceSince(
  tx: Tx,
  { personId, since }: { personId: string; since: Date },
): Promise<number> {
  const row = await tx
    .selectFrom('stored_file')
    .select((count) => count.fn.countAll<number>().as('files'))
    .where('city', '=', enteredContext(tx).city)
    .where('person_id', '=', personId)
    .where('stored_at', '>', since)
    .where('kind', '=', 'evidence')
    .executeTakeFirstOrThrow();
  return row.files;
}
