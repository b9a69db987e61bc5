import type { listOrganisations } from '@zhitong/contract/directory/organisation-contract';
import type { OrganisationKind } from '@zhitong/domain/directory/organisation';
import { nameSearchOf } from '@zhitong/domain/directory/organisation-name-parts';
import { sql } from 'kysely';
import type { z } from 'zod';
import { inContext } from '#platform/context';
import type { Database } from '#platform/database';
import { containsPattern, searchText } from '#platform/search-text';
import { contextOf, type Viewer } from '#platform/viewer';

type ListQuery = z.output<typeof listOrganisations.query & z.ZodType>;
type List = z.input<typeof listOrganisations.reply>;

/** The total is counted up to here; above it reads “more than”. */
const countedAtMost = 10_000;

interface Row {
  id: string;
  kind: string;
  name: string;
  region: string | null;
  demo: boolean;
}

/** The organisations of the viewer's city by name, short name, sound, code, kind and place, those below the place included. */
export async function viewOrganisations(database: Database, viewer: Viewer, query: ListQuery): Promise<List> {
  const { city } = viewer;
  const where = conditionOf(city, query);
  const typed = searchText(query.q);
  return inContext(database, contextOf(viewer), async (tx) => {
    const counted = await sql<{ total: number }>`select count(*)::int as total from (
      select 1 from organisation o where ${where} limit ${countedAtMost}) few`.execute(tx);
    const { rows } = await sql<Row>`
      select o.id, o.kind, o.name, region.name as region, o.demo from organisation o
      left join region on region.code = o.region
      where ${where}
      order by case when o.name = ${typed} or o.short_name = ${typed} then 0 else 1 end, o.name collate "zh-x-icu", o.id
      limit ${query.limit} offset ${query.offset}`.execute(tx);
    return {
      total: counted.rows[0]?.total ?? 0,
      organisations: rows.map((row) => ({ ...row, kind: row.kind as OrganisationKind })),
    };
  });
}

function conditionOf(city: string, { q, kind, region, parent }: ListQuery) {
  return sql`o.city = ${city} and o.merged_into is null ${wordsOf(city, q)}
    ${kind === undefined ? sql`` : sql`and o.kind = ${kind}`}
    ${parent === undefined ? sql`` : sql`and o.parent_id = ${parent}`}
    ${
      region === undefined
        ? sql``
        : sql`and o.region in (
      with recursive below (code) as (
        select ${region}::text union select r.code from region r join below on r.parent = below.code) select code from below)`
    }`;
}

/** By the parts of the names; by the names themselves where a bulk writer's parts are not made yet, or where every name has it. */
function wordsOf(city: string, q: string) {
  const search = nameSearchOf(q);
  if (search.kind === 'all') return sql``;
  const pattern = containsPattern(q);
  const named = sql`(o.name ilike ${pattern} or o.short_name ilike ${pattern})`;
  if (search.kind === 'common') return sql`and ${named}`;
  const code = searchText(q).toUpperCase();
  return sql`and o.id in (
    select p.organisation_id from organisation_name_part p
    where p.city = ${city} and p.part >= ${search.from} collate "C" and p.part < ${search.to} collate "C"
    union select o.id from organisation o where o.city = ${city} and o.parts_of is null and ${named}
    union select o.id from organisation o where o.city = ${city} and o.credit_code = ${code}
    union select o.id from organisation o where o.city = ${city} and o.external_code = ${searchText(q)})`;
}
