import type { GapCause, GapClass } from '@zhitong/domain/chains/gap-class';
import type { Tx } from '#platform/database';
import { wordColumn } from '#platform/json-column';

/** The row of the log that changed a class. */
export interface ChangedBy {
  readonly event: string;
  readonly subjectId: string;
}

export interface GapStateKey {
  readonly city: string;
  readonly chainId: string;
  readonly productId: string;
}

export interface NewGapState extends GapStateKey {
  readonly class: GapClass;
  readonly causes: readonly GapCause[];
  readonly changedBy: ChangedBy | null;
}

/** The same, the chains locked first: of two nodes one waits and then sees what the other wrote. */
export async function lockClasses(tx: Tx, city: string): Promise<ReadonlyMap<string, GapClass>> {
  await tx.selectFrom('chain').select('id').where('city', '=', city).orderBy('id').forUpdate().execute();
  return listClasses(tx, city);
}

/** The class each link has now, by chain and product; of these products alone when they are named. */
export async function listClasses(
  tx: Tx,
  city: string,
  products?: ReadonlySet<string>,
): Promise<ReadonlyMap<string, GapClass>> {
  let query = tx
    .selectFrom('gap_state')
    .select(['chain_id', 'product_id', 'class'])
    .where('city', '=', city)
    .where('until', 'is', null);
  if (products) query = query.where('product_id', 'in', [...products]);
  const rows = await query.execute();
  return new Map(rows.map((row) => [`${row.chain_id} ${row.product_id}`, wordColumn<GapClass>(row.class)]));
}

/** One class ends where the next one begins; of two within one instant the later one stands. */
export async function writeGapState(tx: Tx, state: NewGapState, at: Date): Promise<void> {
  const { city, chainId, productId } = state;
  await endGapState(tx, { city, chainId, productId }, at);
  const found = {
    ...{ class: state.class, causes: JSON.stringify(state.causes) },
    changed_by: state.changedBy && JSON.stringify(state.changedBy),
  };
  await tx
    .insertInto('gap_state')
    .values({ city, chain_id: chainId, product_id: productId, since: at, until: null, ...found })
    .onConflict((conflict) => conflict.columns(['city', 'chain_id', 'product_id', 'since']).doUpdateSet(found))
    .execute();
}

/** A product that has left the chain has no class in it any more. */
export async function endGapState(tx: Tx, { city, chainId, productId }: GapStateKey, at: Date): Promise<void> {
  await tx
    .updateTable('gap_state')
    .set({ until: at })
    .where('city', '=', city)
    .where('chain_id', '=', chainId)
    .where('product_id', '=', productId)
    .where('until', 'is', null)
    .where('since', '<', at)
    .execute();
}
