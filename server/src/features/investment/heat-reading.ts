import type { OfferFact } from '@zhitong/domain/investment/heat-candidate';
import type { FitProduct } from '@zhitong/domain/investment/heat-fit';
import type { Certificate } from '@zhitong/domain/matching/limit';
import type { OtherNameFit } from '@zhitong/domain/matching/other-name';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import { jsonColumn, wordColumn } from '#platform/json-column';

const mostOffers = 20_000;

/** Published offers of these products in all cities. */
export async function listOfferFacts(tx: Tx, products: readonly string[]): Promise<OfferFact[]> {
  const { rows } = await sql<Omit<OfferFact, 'certificates' | 'source'> & { certificates: unknown; source: string }>`
    select organisation_id as "organisationId", organisation_name as name, external_code as code, city, region,
           working_region as "workingRegion", registered_only as "registeredOnly", size, product_id as "productId",
           product_text as "productText", certificates, source, as_of::text as "asOf"
    from offer_search where product_id = any(${[...products]}::text[])
    order by city, offer_id limit ${mostOffers}`.execute(tx);
  return rows.map((row) => ({
    ...row,
    certificates: jsonColumn<readonly Certificate[]>(row.certificates),
    source: wordColumn<OfferFact['source']>(row.source),
  }));
}

/** Other words for these products that are products of their own in an imported graph. */
export async function listOtherNames(tx: Tx, products: readonly string[]): Promise<Map<string, FitProduct[]>> {
  const { rows } = await sql<{ wanted: string; id: string; fit: OtherNameFit; note: string }>`
    select n.product_id as wanted, p.id, n.fit, n.note
    from product_other_name n join product p on p.name = n.name and p.source = 'chainkg'
    where n.product_id = any(${[...products]}::text[]) order by n.product_id, p.id`.execute(tx);
  const found = Map.groupBy(rows, ({ wanted }) => wanted);
  return new Map(
    [...found].map(([wanted, names]) => [
      wanted,
      names.map(({ id, fit, note }) => ({ productId: id, fit: fit === 'same' ? ('exact' as const) : fit, note })),
    ]),
  );
}

/** To how many firms of the city, and whether to one of them, each firm has delivered by deals that both sides signed. */
export async function listSuppliersHere(
  tx: Tx,
  { city, leader }: { city: string; leader: string | null },
): Promise<Map<string, { readonly buyers: number; readonly leader: boolean }>> {
  const { rows } = await sql<{ seller: string; buyers: number; leader: boolean }>`
    select d.seller_id as seller, count(distinct d.buyer_id)::int as buyers,
           coalesce(bool_or(d.buyer_id = ${leader}::uuid), false) as leader
    from deal d
    where d.city = ${city} and exists (
      select 1 from deal_step s where s.city = d.city and s.deal_id = d.id and s.kind = 'delivery'
        and 2 = (select count(distinct c.side) from deal_confirmation c where c.city = s.city and c.step_id = s.id))
    group by d.seller_id`.execute(tx);
  return new Map(rows.map(({ seller, ...rest }) => [seller, rest]));
}

export async function findKind(tx: Tx, { city, id }: { city: string; id: string }): Promise<string | undefined> {
  const row = await tx
    .selectFrom('organisation')
    .select('kind')
    .where('city', '=', city)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.kind;
}

/** A firm of the city and what it offers. */
export async function findLeadingFirm(tx: Tx, city: string, id: string) {
  const firm = await tx
    .selectFrom('organisation')
    .select(['id', 'name', 'short_name'])
    .where('city', '=', city)
    .where('id', '=', id)
    .where('kind', '=', 'enterprise')
    .executeTakeFirst();
  if (firm === undefined) return undefined;
  const { rows } = await sql<{ product_id: string }>`
    select distinct product_id from offer_search
    where city = ${city} and organisation_id = ${id} and product_id is not null order by product_id`.execute(tx);
  return { id: firm.id, name: firm.short_name ?? firm.name, products: rows.map(({ product_id }) => product_id) };
}

/** What a firm has registered as bought or asks for now. */
export async function listWantedBy(tx: Tx, city: string, firm: string): Promise<string[]> {
  const { rows } = await sql<{ product_id: string }>`
    select product_id from purchase where city = ${city} and organisation_id = ${firm} and withdrawn_at is null
    union
    select product_ids[1] from need
      where city = ${city} and organisation_id = ${firm} and kind = 'sourcing' and state = 'open' and product_ids[1] is not null
    order by 1`.execute(tx);
  return rows.map(({ product_id }) => product_id);
}

export interface AreaRow {
  readonly code: string;
  readonly name: string;
  readonly name_en: string | null;
  readonly level: string;
  readonly longitude: number | null;
  readonly latitude: number | null;
}

export async function listAreas(tx: Tx, codes: readonly string[]): Promise<AreaRow[]> {
  if (codes.length === 0) return [];
  return tx
    .selectFrom('region')
    .select(['code', 'name', 'name_en', 'level', 'longitude', 'latitude'])
    .where('code', 'in', [...codes])
    .orderBy('code')
    .execute();
}

/** Counties and zones of the city, each a point. */
export async function listDistricts(tx: Tx, city: string): Promise<AreaRow[]> {
  return tx
    .selectFrom('region')
    .select(['code', 'name', 'name_en', 'level', 'longitude', 'latitude'])
    .where('level', 'in', ['county', 'zone'])
    .where('code', 'like', `${city.slice(0, 4)}%`)
    .where('replaced_by', 'is', null)
    .orderBy('code')
    .limit(200)
    .execute();
}
