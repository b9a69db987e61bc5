import type { RegionName } from '@zhitong/domain/matching/chainkg-cities';
import type { HandMadeGraph } from '@zhitong/domain/matching/chainkg-cleaning';
import type { StockCode } from '@zhitong/domain/matching/chainkg-rows';
import type { RelationKind } from '@zhitong/domain/matching/product';
import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database';

export function listRegionNames(db: Db): Promise<RegionName[]> {
  return db
    .selectFrom('region')
    .select(['code', 'name', 'level', 'parent'])
    .where('valid_to', 'is', null)
    .orderBy('code')
    .execute();
}

/** The graph without what an earlier import brought: a second import sees what the first one saw. */
export async function findHandMadeGraph(db: Db): Promise<HandMadeGraph> {
  const products = await db
    .selectFrom('product as p')
    .leftJoin('product_alias as a', 'a.product_id', 'p.id')
    .select([
      'p.id',
      'p.name',
      'p.unit',
      'p.junk',
      sql<string[]>`coalesce(array_agg(a.name order by a.name) filter (where a.name is not null), '{}')`.as('aliases'),
    ])
    .where('p.source', '=', 'hand')
    .groupBy('p.id')
    .orderBy('p.id')
    .execute();
  const relations = await db
    .selectFrom('product_relation')
    .select(['from_id', 'to_id', 'kind', 'quantity', 'quantity_unit', 'weight', 'source'])
    .where('source', '<>', 'chainkg')
    .orderBy('from_id')
    .orderBy('to_id')
    .orderBy('kind')
    .execute();
  return {
    products: products.map((row) => ({ ...row, source: 'hand' as const })),
    relations: relations.map((row) => ({
      fromId: row.from_id,
      toId: row.to_id,
      // the table's own check allows no other
      kind: row.kind as RelationKind,
      quantity: row.quantity,
      quantityUnit: row.quantity_unit,
      weight: row.weight,
      source: row.source,
    })),
  };
}

export interface KnownCompany {
  readonly city: string;
  readonly organisationId: string;
}

/** Companies of earlier imports. A company stays in the city it was first put in: the city is its shard. */
export async function findKnownCompanies(tx: Tx): Promise<Map<StockCode, KnownCompany>> {
  const rows = await tx.selectFrom('external_code').select(['code', 'city', 'organisation_id']).execute();
  return new Map(rows.map((row) => [row.code, { city: row.city, organisationId: row.organisation_id }]));
}

/** Products and relations of earlier imports, as keys of `graphKey`. */
export async function findKnownGraph(tx: Tx): Promise<Set<string>> {
  const products = await tx.selectFrom('product').select('id').where('source', '=', 'chainkg').execute();
  const relations = await tx
    .selectFrom('product_relation')
    .select(['from_id', 'to_id', 'kind'])
    .where('source', '=', 'chainkg')
    .execute();
  return new Set([
    ...products.map(({ id }) => id),
    ...relations.map((row) => graphKey({ fromId: row.from_id, toId: row.to_id, kind: row.kind })),
  ]);
}

export function graphKey({ fromId, toId, kind }: { fromId: string; toId: string; kind: string }): string {
  return `${kind} ${fromId} ${toId}`;
}

/** What earlier imports published, as keys of `offerKey`. */
export async function findKnownOffers(tx: Tx): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('offer_search')
    .select(['organisation_id', 'product_text'])
    .where('source', '=', 'imported')
    .execute();
  return new Set(rows.map((row) => offerKey(row.organisation_id, row.product_text)));
}

export function offerKey(organisationId: string, productText: string): string {
  return `${organisationId} ${productText}`;
}
