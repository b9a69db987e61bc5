import type { OtherName } from '@zhitong/domain/matching/other-name';
import type { Tx } from '#platform/database';

/** Reference data: what the file says stands; a word that left the file stays until somebody takes it out. */
export async function ensureOtherNames(tx: Tx, names: readonly OtherName[]): Promise<void> {
  if (names.length === 0) return;
  await tx
    .insertInto('product_other_name')
    .values(names.map(({ productId, name, fit, note }) => ({ product_id: productId, name, fit, note })))
    .onConflict((conflict) =>
      conflict.columns(['product_id', 'name']).doUpdateSet((excluded) => ({
        fit: excluded.ref('excluded.fit'),
        note: excluded.ref('excluded.note'),
      })),
    )
    .execute();
}
