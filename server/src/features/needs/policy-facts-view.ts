import { industryOf } from '@zhitong/domain/directory/industry';
import type { Sentence } from '@zhitong/domain/language';
import { type KnownFacts, type PolicyFact, type PolicyValue, policyFacts } from '@zhitong/domain/needs/policy';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import { jsonColumn } from '#platform/json-column';

interface Row {
  id: string;
  region: string | null;
  region_name: string | null;
  region_name_en: string | null;
  size: string | null;
  industry: string | null;
  level: string;
  source: string;
  as_of: string;
  certificates: string[] | null;
  certified_as_of: string | null;
  sales: number | null;
  purchases: number | null;
  statements: unknown;
}

/** Everything the platform knows of a firm that a policy may ask about, each with its source and date. What is not there is not known. */
export async function readKnownFacts(
  tx: Tx,
  { city, id, day }: { city: string; id: string; day: string },
): Promise<KnownFacts> {
  return (await listKnownFacts(tx, { city, ids: [id], day })).get(id) ?? {};
}

/** The same of many firms in one question, by their ids. */
export async function listKnownFacts(
  tx: Tx,
  { city, ids, day }: { city: string; ids: readonly string[]; day: string },
): Promise<ReadonlyMap<string, KnownFacts>> {
  if (ids.length === 0) return new Map();
  const of = { city, ids: sql`${`{${ids.join(',')}}`}::uuid[]`, day };
  const { rows } = await sql<Row>`
    with held as (
      select organisation_id as id, max(as_of) as as_of,
             coalesce(array_agg(name order by name) filter (where valid_until is null or valid_until >= ${day}::date), '{}') as names
      from organisation_certificate where city = ${city} and organisation_id = any(${of.ids}) and removed_at is null group by 1),
    sold as (${countedBy(of, 'seller_id')}), bought as (${countedBy(of, 'buyer_id')}),
    said as (
      select s.organisation_id as id, jsonb_object_agg(s.fact, jsonb_build_object('value', s.value, 'asOf', s.as_of)) as facts
      from (select distinct on (organisation_id, fact) organisation_id, fact, value, as_of from firm_statement
            where city = ${city} and organisation_id = any(${of.ids}) order by organisation_id, fact, at desc, id desc) s group by 1)
    select o.id, o.region, r.name as region_name, r.name_en as region_name_en, o.size, o.industry, o.level, o.source, o.as_of,
      held.names as certificates, held.as_of as certified_as_of, sold.fen as sales, bought.fen as purchases, said.facts as statements
    from organisation o left join region r on r.code = o.region
    left join held on held.id = o.id left join sold on sold.id = o.id
    left join bought on bought.id = o.id left join said on said.id = o.id
    where o.city = ${city} and o.id = any(${of.ids})`.execute(tx);
  return new Map(rows.map((row) => [row.id, factsOf(row, day)]));
}

/** Confirmed by both sides in the last twelve months: deliveries less reversals, in 分. */
function countedBy(
  { city, ids, day }: { city: string; ids: ReturnType<typeof sql>; day: string },
  side: 'seller_id' | 'buyer_id',
) {
  return sql`
    select ${sql.ref(`s.${side}`)} as id, sum(case s.kind when 'delivery' then s.amount_fen when 'reversal' then -s.amount_fen else 0 end)::bigint as fen
    from deal_step s
    where s.city = ${city} and ${sql.ref(`s.${side}`)} = any(${ids}) and s.date > ${day}::date - interval '12 months'
      and (select count(distinct c.side) from deal_confirmation c where c.city = s.city and c.step_id = s.id) = 2
    group by 1`;
}

function factsOf(row: Row, day: string): KnownFacts {
  const registered = (value: string | null, called?: Sentence) =>
    value === null ? undefined : { value, called, source: row.source, asOf: row.as_of };
  const signed = (fen: number | null) => ({
    ...{ value: Math.round(Number(fen ?? 0) / 100), source: '成交台账，双方确认', asOf: day },
  });
  const stated = jsonColumn<Record<string, { value: PolicyValue; asOf: string }>>(row.statements ?? {});
  const own = Object.entries(stated).flatMap(([fact, { value, asOf }]) =>
    isFact(fact) ? [[fact, { value, source: '企业自报', asOf }] as const] : [],
  );
  const certificates = row.certificates ?? [];
  const books = {
    ...{
      region: registered(
        row.region,
        row.region_name === null ? undefined : { zh: row.region_name, en: row.region_name_en ?? row.region_name },
      ),
      size: registered(row.size),
      industry: registered(row.industry, row.industry === null ? undefined : industryOf(row.industry)?.name),
    },
    ...{ level: registered(row.level), sales: signed(row.sales), purchases: signed(row.purchases) },
    // no certificate registered is not the same as holding none
    certificate:
      certificates.length === 0
        ? undefined
        : { value: certificates, source: '主体登记', asOf: row.certified_as_of ?? day },
  };
  const known = Object.entries(books).filter(([, fact]) => fact !== undefined);
  return Object.fromEntries([...known, ...own]);
}

const isFact = (name: string): name is PolicyFact => name in policyFacts;
