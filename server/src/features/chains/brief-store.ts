import type { KeptClass } from '@zhitong/domain/chains/brief';
import type { DeliveredPair } from '@zhitong/domain/chains/brief-deals';
import type { GapClass } from '@zhitong/domain/chains/gap-class';
import { sql } from 'kysely';
import { mergedRecords } from '#features/directory/public';
import type { Tx } from '#platform/database';
import { wordColumn } from '#platform/json-column';

/** What both sides signed as delivered of a product between two firms. */
export interface Delivered extends DeliveredPair {
  readonly productId: string;
}

/**
 * Deliveries both sides signed from a day on, less what both took back, by product and pair; a city has some thousands a quarter. A
 * firm of the city counts under the record that stands for it now; what was wholly taken back is left out.
 */
export async function listDeliveredSince(
  tx: Tx,
  { city, since }: { city: string; since: string },
): Promise<Delivered[]> {
  const { rows } = await sql<Omit<Delivered, 'fen'> & { fen: string }>`
    select n.product_ids[1] as "productId", d.buyer_id as "buyerId", d.seller_id as "sellerId",
           sum(case s.kind when 'delivery' then s.amount_fen else -s.amount_fen end)::text as fen
    from deal d
    join need n on n.city = d.city and n.id = d.need_id
    join deal_step s on s.city = d.city and s.deal_id = d.id and s.kind in ('delivery', 'reversal') and s.date >= ${since}::date
    where d.city = ${city} and n.product_ids[1] is not null
      and 2 = (select count(distinct c.side) from deal_confirmation c where c.city = s.city and c.step_id = s.id)
    group by 1, 2, 3 order by 1, 2, 3 limit 20000`.execute(tx);
  const heads = await mergedRecords.heads(
    tx,
    city,
    rows.flatMap(({ buyerId, sellerId }) => [buyerId, sellerId]),
  );
  const standing = (id: string) => heads.get(id) ?? id;
  const named = rows.map(({ productId, buyerId, sellerId, fen }) => ({
    ...{ productId, buyerId: standing(buyerId), sellerId: standing(sellerId), fen: Number(fen) },
  }));
  const pairs = Map.groupBy(named, ({ productId, buyerId, sellerId }) => `${productId} ${buyerId} ${sellerId}`);
  return [...pairs.values()]
    .flatMap(([first, ...rest]) =>
      first === undefined ? [] : [{ ...first, fen: rest.reduce((sum, { fen }) => sum + fen, first.fen) }],
    )
    .filter(({ fen }) => fen !== 0);
}

/** What the links of the chains of a city were since an instant, by chain. */
export async function listClassesSince(
  tx: Tx,
  { city, since }: { city: string; since: Date },
): Promise<ReadonlyMap<string, readonly KeptClass[]>> {
  const rows = await tx
    .selectFrom('gap_state')
    .select(['chain_id', 'product_id', 'class', 'since', 'until'])
    .where('city', '=', city)
    .where((or) => or.or([or('until', 'is', null), or('until', '>=', since)]))
    .orderBy('chain_id')
    .orderBy('product_id')
    .orderBy('since')
    .limit(50_000)
    .execute();
  const states = rows.map((row) => ({
    chainId: row.chain_id,
    kept: { productId: row.product_id, class: wordColumn<GapClass>(row.class), since: row.since, until: row.until },
  }));
  return new Map(
    [...Map.groupBy(states, ({ chainId }) => chainId)].map(([id, of]) => [id, of.map(({ kept }) => kept)]),
  );
}
