import type { GapClass } from '@zhitong/domain/chains/gap-class';
import type { Tx } from '#platform/database';
import { jsonColumn, wordColumn } from '#platform/json-column';
import type { ChangedBy, GapStateKey } from './gap-state-store.ts';

/** What a link was, latest first. */
export async function listGapStates(tx: Tx, { city, chainId, productId }: GapStateKey, limit: number) {
  const rows = await tx
    .selectFrom('gap_state')
    .select(['class', 'since', 'until', 'changed_by'])
    .where('city', '=', city)
    .where('chain_id', '=', chainId)
    .where('product_id', '=', productId)
    .orderBy('since', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    ...{ class: wordColumn<GapClass>(row.class), since: row.since, until: row.until },
    changedBy: jsonColumn<ChangedBy | null>(row.changed_by),
  }));
}
