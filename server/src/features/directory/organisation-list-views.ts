import type { listOrganisations } from '@zhitong/contract/directory/organisation-contract';
import type { OrganisationKind } from '@zhitong/domain/directory/organisation';
import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import { inContext } from '#platform/context';
import type { Database, Tx } from '#platform/database';
import { searchText } from '#platform/search-text';
import { contextOf, type Viewer } from '#platform/viewer';
import { planSearch, type SearchPlan } from './organisation-search.ts';

export type ListQuery = z.output<typeof listOrganisations.query & z.ZodType>;
type List = z.input<typeof listOrganisations.reply>;

/** Without words the total is counted up to here. */
const countedAtMost = 10_000;
/** Words that more names have than this are too common: so many are shown, and the answer says that there are more. */
const shownAtMost = 1_000;

interface Row {
  id: string;
  kind: string;
  name: string;
  region: string | null;
  demo: boolean;
  total: number;
}

/** The organisations of the viewer's city by name, short name, sound, code, kind and place, those below the place included. */
export async function viewOrganisations(database: Database, viewer: Viewer, query: ListQuery): Promise<List> {
  const { city } = viewer;
  return inContext(database, contextOf(viewer), async (tx) => {
    const plan = await planSearch(tx, city, query.q);
    const where = conditionOf(city, plan, query);
    if (plan.kind === 'few') return listOf(await listFew(tx, where, query));
    if (plan.kind === 'common') return listOf(await listCommon(tx, where, query), shownAtMost);
    return { ...listOf(await listAll(tx, where, query)), ...(await countAll(tx, where)) };
  });
}

/** `most`: one more than this was looked for. */
function listOf(rows: readonly Row[], most = Number.POSITIVE_INFINITY): List {
  const total = rows[0]?.total ?? 0;
  return {
    total: Math.min(total, most),
    more: total > most,
    organisations: rows.map(({ id, kind, name, region, demo }) => ({
      ...{ id, kind: kind as OrganisationKind, name, region, demo },
    })),
  };
}

type Condition = RawBuilder<unknown>;
const bySound = sql`o.name collate "zh-x-icu", o.id`;

async function listFew(tx: Tx, where: Condition, { q, limit, offset }: ListQuery): Promise<Row[]> {
  const typed = searchText(q);
  const { rows } = await sql<Row>`
    select o.id, o.kind, o.name, region.name as region, o.demo, count(*) over ()::int as total
    from organisation o left join region on region.code = o.region where ${where}
    order by case when o.name = ${typed} or o.short_name = ${typed} then 0 else 1 end, ${bySound}
    limit ${limit} offset ${offset}`.execute(tx);
  return rows;
}

/** Walks the names in their order and stops early: of what every second name has, the first ones come at once. */
async function listCommon(tx: Tx, where: Condition, { limit, offset }: ListQuery): Promise<Row[]> {
  const { rows } = await sql<Row>`
    with hit as materialized (
      select o.id, o.kind, o.name, o.region, o.demo from organisation o where ${where}
      order by ${bySound} limit ${shownAtMost + 1})
    select o.id, o.kind, o.name, region.name as region, o.demo, (select count(*)::int from hit) as total
    from hit o left join region on region.code = o.region
    order by ${bySound} limit ${Math.max(0, Math.min(limit, shownAtMost - offset))} offset ${offset}`.execute(tx);
  return rows;
}

async function listAll(tx: Tx, where: Condition, { limit, offset }: ListQuery): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select o.id, o.kind, o.name, region.name as region, o.demo, 0 as total
    from organisation o left join region on region.code = o.region where ${where}
    order by ${bySound} limit ${limit} offset ${offset}`.execute(tx);
  return rows;
}

async function countAll(tx: Tx, where: Condition): Promise<Pick<List, 'total' | 'more'>> {
  const { rows } = await sql<{ total: number }>`select count(*)::int as total from (
    select 1 from organisation o where ${where} limit ${countedAtMost + 1}) few`.execute(tx);
  const total = rows[0]?.total ?? 0;
  return { total: Math.min(total, countedAtMost), more: total > countedAtMost };
}

function conditionOf(city: string, plan: SearchPlan, { kind, region, parent }: ListQuery): Condition {
  return sql`o.city = ${city} and o.merged_into is null ${plan.kind === 'all' ? sql`` : plan.words}
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
