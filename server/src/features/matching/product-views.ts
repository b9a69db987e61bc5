import type { Product } from '@zhitong/contract/matching/product-contract';
import { type RelationKind, relationKinds } from '@zhitong/domain/matching/product';
import { Refusal } from '@zhitong/domain/refusal';
import { sql } from 'kysely';
import { inContext } from '#platform/context';
import type { Database, Db, Tx } from '#platform/database';
import { searchText } from '#platform/search-text';
import { contextOf, type Viewer } from '#platform/viewer';
import { viewMakers } from './product-makers-view.ts';

/** One product, its relations in both directions, who makes it, and how many open needs this viewer knows of. */
export async function viewProduct(database: Database, viewer: Viewer, id: string): Promise<Product> {
  const { db } = database;
  const row = await db
    .selectFrom('product')
    .select(['id', 'name', 'name_en', 'unit', 'source'])
    .where('id', '=', searchText(id))
    .executeTakeFirst();
  if (!row) throw new Refusal('platform.not-found');
  const [aliases, relations, makers, openNeeds] = await Promise.all([
    listAliases(db, row.id),
    viewRelations(db, row.id),
    viewMakers(database, viewer, row.id),
    inContext(database, contextOf(viewer), (tx) => countOpenNeeds(tx, viewer, row.id)),
  ]);
  const source = row.source === 'hand' ? 'hand' : 'chainkg';
  return {
    id: row.id,
    name: row.name,
    nameEn: row.name_en,
    unit: row.unit,
    source,
    aliases,
    ...relations,
    makers,
    openNeeds,
  };
}

async function listAliases(db: Db, id: string): Promise<string[]> {
  const rows = await db
    .selectFrom('product_alias')
    .select('name')
    .where('product_id', '=', id)
    .orderBy('name')
    .limit(100)
    .execute();
  return rows.map((row) => row.name);
}

const relationsShown = 50;

/** Which list of the page a relation belongs to, seen from either of its ends. A substitute is one in both directions. */
const places = {
  'kind-of': { from: 'broader', to: 'narrower' },
  'made-from': { from: 'materials', to: 'usedIn' },
  substitute: { from: 'substitutes', to: 'substitutes' },
} as const satisfies Record<RelationKind, Record<'from' | 'to', keyof Relations>>;

type Relations = Pick<Product, 'broader' | 'narrower' | 'materials' | 'usedIn' | 'substitutes'>;
type RelationRow = Relations['broader'][number] & { readonly end: 'from' | 'to' };

async function viewRelations(db: Db, id: string): Promise<Relations> {
  const { rows } = await sql<RelationRow>`
    with side as (
      select 'from' as end, to_id as other, kind, quantity, quantity_unit, weight, source
      from product_relation where from_id = ${id}
      union all
      select 'to', from_id, kind, quantity, quantity_unit, weight, source from product_relation where to_id = ${id}),
    numbered as (
      select side.*, product.name,
        row_number() over (partition by side.end, side.kind
                           order by product.source = 'hand' desc, side.weight desc, product.name, product.id) as place
      from side join product on product.id = side.other and not product.junk)
    select "end", other as id, name, kind, quantity, quantity_unit as "quantityUnit", source
    from numbered where place <= ${relationsShown} order by "end", kind, place`.execute(db);
  const relations: Relations = { broader: [], narrower: [], materials: [], usedIn: [], substitutes: [] };
  for (const { end, ...relation } of rows) {
    const kind = relationKinds.find((known) => known === relation.kind);
    if (kind) relations[places[kind][end]].push(relation);
  }
  return relations;
}

/** A firm counts its own and those that reached it, the bureau those of its city. */
async function countOpenNeeds(tx: Tx, viewer: Viewer, productId: string): Promise<number> {
  const { rows } = await sql<{ open: number }>`
    select count(*) as open from (
      select id from need where city = ${viewer.city} and state = 'open' and product_ids @> array[${productId}]
      union
      select o.need_id from opportunity o
        join offer_search s on s.city = o.city and s.offer_id = o.offer_id and s.product_id = ${productId}
      where o.city = ${viewer.city} and o.organisation_id = ${viewer.organisationId}
        and o.state in ('new', 'answered')) known`.execute(tx);
  return rows[0]?.open ?? 0;
}
