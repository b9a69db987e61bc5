import { industryOf } from '@zhitong/domain/directory/industry';
import type { Sentence } from '@zhitong/domain/language';
import { type KnownFacts, type PolicyFact, type PolicyValue, policyFacts } from '@zhitong/domain/needs/policy';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import { jsonColumn } from '#platform/json-column';

interface Row {
  region: string | null;
  region_name: string | null;
  region_name_en: string | null;
  size: string | null;
  industry: string | null;
  level: string;
  source: string;
  as_of: string;
  certificates: string[];
  certified_as_of: string | null;
  sales: number;
  purchases: number;
  statements: unknown;
}

/** Everything the platform knows of a firm that a policy may ask about, each with its source and date. What is not there is not known. */
export async function readKnownFacts(
  tx: Tx,
  { city, id, day }: { city: string; id: string; day: string },
): Promise<KnownFacts> {
  const { rows } = await sql<Row>`
    select o.region, r.name as region_name, r.name_en as region_name_en, o.size, o.industry, o.level, o.source, o.as_of,
      array(select name from organisation_certificate h where h.city = o.city and h.organisation_id = o.id and h.removed_at is null
              and (h.valid_until is null or h.valid_until >= ${day}::date) order by name) as certificates,
      (select max(as_of) from organisation_certificate h where h.city = o.city and h.organisation_id = o.id and h.removed_at is null) as certified_as_of,
      ${countedOf({ city, id, day }, 'seller_id')} as sales, ${countedOf({ city, id, day }, 'buyer_id')} as purchases,
      (select coalesce(jsonb_object_agg(s.fact, jsonb_build_object('value', s.value, 'asOf', s.as_of)), '{}')
       from (select distinct on (fact) fact, value, as_of from firm_statement
             where city = ${city} and organisation_id = ${id} order by fact, at desc, id desc) s) as statements
    from organisation o left join region r on r.code = o.region where o.city = ${city} and o.id = ${id}`.execute(tx);
  const [row] = rows;
  return row ? factsOf(row, day) : {};
}

/** Confirmed by both sides in the last twelve months: deliveries less reversals, in 分. */
function countedOf({ city, id, day }: { city: string; id: string; day: string }, side: 'seller_id' | 'buyer_id') {
  return sql`coalesce((
    select sum(case s.kind when 'delivery' then s.amount_fen when 'reversal' then -s.amount_fen else 0 end)
    from deal_step s
    where s.city = ${city} and ${sql.ref(`s.${side}`)} = ${id} and s.date > ${day}::date - interval '12 months'
      and (select count(distinct c.side) from deal_confirmation c where c.city = s.city and c.step_id = s.id) = 2), 0)::bigint`;
}

function factsOf(row: Row, day: string): KnownFacts {
  const registered = (value: string | null, called?: Sentence) =>
    value === null ? undefined : { value, called, source: row.source, asOf: row.as_of };
  const signed = (fen: number) => ({ value: Math.round(Number(fen) / 100), source: '成交台账，双方确认', asOf: day });
  const stated = jsonColumn<Record<string, { value: PolicyValue; asOf: string }>>(row.statements);
  const own = Object.entries(stated).flatMap(([fact, { value, asOf }]) =>
    isFact(fact) ? [[fact, { value, source: '企业自报', asOf }] as const] : [],
  );
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
      row.certificates.length === 0
        ? undefined
        : { value: row.certificates, source: '主体登记', asOf: row.certified_as_of ?? day },
  };
  const known = Object.entries(books).filter(([, fact]) => fact !== undefined);
  return Object.fromEntries([...known, ...own]);
}

const isFact = (name: string): name is PolicyFact => name in policyFacts;
