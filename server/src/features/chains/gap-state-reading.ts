import type { GapClass } from '@zhitong/domain/chains/gap-class';
import { sql } from 'kysely';
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

export interface KeptState {
  readonly class: GapClass;
  readonly since: Date;
}

/** What the links of these chains were just before an instant, by chain and product. */
export async function listKeptStates(
  tx: Tx,
  { city, chainIds, before }: { city: string; chainIds: readonly string[]; before: Date },
): Promise<ReadonlyMap<string, ReadonlyMap<string, KeptState>>> {
  const { rows } = await sql<{ chain_id: string; product_id: string; class: string; since: Date }>`
    select chain_id, product_id, class, since from gap_state
    where city = ${city} and chain_id = any(${[...chainIds]}::uuid[])
      and since < ${before} and (until is null or until >= ${before})
    order by chain_id, product_id limit 50000`.execute(tx);
  const byChain = Map.groupBy(rows, (row) => row.chain_id);
  return new Map(
    [...byChain].map(([id, of]) => [
      id,
      new Map(of.map((row) => [row.product_id, { class: wordColumn<GapClass>(row.class), since: row.since }])),
    ]),
  );
}

/** When the first class of each of these chains was kept. */
export async function listFirstKept(
  tx: Tx,
  { city, chainIds }: { city: string; chainIds: readonly string[] },
): Promise<ReadonlyMap<string, Date>> {
  const { rows } = await sql<{ chain_id: string; first: Date }>`
    select chain_id, min(since) as first from gap_state
    where city = ${city} and chain_id = any(${[...chainIds]}::uuid[]) group by chain_id`.execute(tx);
  return new Map(rows.map((row) => [row.chain_id, row.first]));
}
