import type { listProducts } from '@zhitong/contract/matching/product-contract';
import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { Database, Db } from '#platform/database';
import { containsPattern, prefixPattern, searchText } from '#platform/search-text';

type List = z.input<typeof listProducts.reply>;
type ProductRow = List['products'][number];

/** Products by any part of their name, English name or alias; whole names first, then beginnings; ours before imported ones. */
export async function searchProducts({ db }: Database, typed: string, limit: number): Promise<List> {
  const products = searchText(typed) === '' ? await listHandMade(db, limit) : await listNamed(db, typed, limit);
  return { products };
}

async function listHandMade(db: Db, limit: number): Promise<ProductRow[]> {
  const { rows } = await sql<ProductRow>`
    select id, name, name_en as "nameEn", unit, source from product
    where source = 'hand' and not junk order by name collate "zh-x-icu", id limit ${limit}`.execute(db);
  return rows;
}

/** Each way of being named gives its own best few, so that a word in ten thousand names sorts them once and joins none. */
async function listNamed(db: Db, typed: string, limit: number): Promise<ProductRow[]> {
  const like = hasCase(typed) ? sql.raw('ilike') : sql.raw('like');
  const part = containsPattern(typed);
  const place = (name: RawBuilder<unknown>) => sql`case when ${name} ${like} ${prefixPattern(typed)}
    then case when length(${name}) = ${[...searchText(typed)].length} then 0 else 1 end else 2 end`;
  const best = sql`order by place, p.source = 'hand' desc, length(p.name), p.name, p.id limit ${limit}`;
  const { rows } = await sql<ProductRow>`
    with hit as (
      (select p.id, ${place(sql`p.name`)} as place from product p where p.name ${like} ${part} and not p.junk ${best})
      union all
      (select p.id, ${place(sql`p.name_en`)} as place from product p
       where p.name_en is not null and p.name_en ${like} ${part} and not p.junk ${best})
      union all
      (select p.id, ${place(sql`a.name`)} as place from product_alias a join product p on p.id = a.product_id
       where a.name ${like} ${part} and not p.junk ${best})),
    ranked as (select id, min(place) as place from hit group by id)
    select p.id, p.name, p.name_en as "nameEn", p.unit, p.source
    from ranked join product p on p.id = ranked.id ${best}`.execute(db);
  return rows;
}

/** Chinese letters have no case, and comparing without it is twice as fast. */
function hasCase(typed: string): boolean {
  return typed.toLowerCase() !== typed.toUpperCase();
}
