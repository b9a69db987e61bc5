import type { GapClass } from '@zhitong/domain/chains/gap-class';
import type { GapTurn } from '@zhitong/domain/chains/gap-trend';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import { wordColumn } from '#platform/json-column';

/** What each link of a chain is now, since when, and what it was before; rows of one class that follow each other are one state. */
export async function listGapTurns(
  tx: Tx,
  { city, chainId }: { city: string; chainId: string },
): Promise<ReadonlyMap<string, GapTurn>> {
  const { rows } = await sql<{ product_id: string; class: string; since: Date; before: string | null }>`
    with now as (
      select product_id, class from gap_state where city = ${city} and chain_id = ${chainId} and until is null),
    before as (
      select distinct on (s.product_id) s.product_id, s.class, s.since
      from gap_state s join now n on n.product_id = s.product_id and n.class <> s.class
      where s.city = ${city} and s.chain_id = ${chainId} order by s.product_id, s.since desc)
    select n.product_id, n.class, min(s.since) as since, b.class as before
    from now n
    left join before b on b.product_id = n.product_id
    join gap_state s on s.city = ${city} and s.chain_id = ${chainId} and s.product_id = n.product_id
      and (b.since is null or s.since > b.since)
    group by n.product_id, n.class, b.class order by n.product_id limit 5000`.execute(tx);
  return new Map(
    rows.map((row) => [
      row.product_id,
      {
        ...{ class: wordColumn<GapClass>(row.class), since: row.since },
        before: row.before === null ? null : wordColumn<GapClass>(row.before),
      },
    ]),
  );
}
