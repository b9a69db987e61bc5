import type { OtherName } from '@zhitong/domain/matching/other-name';
import type { Tx } from '#platform/database';

/**
 * Reference data: what the file says stands; a word that left the file stays until somebody takes it out. Words of a product that this
 * installation does not have are left out.
 */
export async function ensureOtherNames(tx: Tx, names: readonly OtherName[]): Promise<void> {
  const ids = [...new Set(names.map(({ productId }) => productId))];
  const products = ids.length === 0 ? [] : await tx.selectFrom('product').select('id').where('id', 'in', ids).execute();
  const known = new Set(products.map(({ id }) => id));
  const rows = names.filter(({ productId }) => known.has(productId));
  if (rows.length === 0) return;
  await tx
    .insertInto('product_other_name')
    .values(rows.map(({ productId, name, fit, note }) => ({ product_id: productId, name, fit, note })))
    .onConflict((conflict) =>
      conflict.columns(['product_id', 'name']).doUpdateSet((excluded) => ({
        fit: excluded.ref('excluded.fit'),
        note: excluded.ref('excluded.note'),
      })),
    )
    .execute();
}
