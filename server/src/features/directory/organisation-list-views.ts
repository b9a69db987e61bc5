import type { listOrganisations } from '@zhitong/contract/directory/organisation-contract';
import type { OrganisationKind } from '@zhitong/domain/directory/organisation';
import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import { inContext } from '#platform/context';
import type { Database, Tx } from '#platform/database';
import { searchText } from '#platform/search-text';
import { contextOf, type Viewer } from '#platform/viewer';
import { narrowedBy } from './organisation-filters.ts';
import { type NamesInOrder, planSearch } from './organisation-search.ts';

export type ListQuery = z.output<typeof listOrganisations.query & z.ZodType> & {
  /** the day on which who speaks for a firm is asked */
  readonly today?: string;
};
type List = z.input<typeof listOrganisations.reply>;

/** Without words the total is counted up to here. */
const countedAtMost = 10_000;
/** Filters that leave so many rows at most are asked first, and the words of these rows then. */
const narrowAtMost = 1_500;
/** What filters leave, up to so many, is collected before the names of a common word are walked; more are met soon on the way. */
const collectedAtMost = 50_000;
/** Words that more names have than this are too common: so many are shown, and the answer says that there are more. */
const shownAtMost = 1_000;

interface Row {
  /** null: the page lies behind the last one */
  id: string | null;
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
    const filters = filtersOf(query);
    const present = sql`o.city = ${city} and o.merged_into is null`;
    const kept = sql.join([present, ...filters], sql` and `);
    if (plan.kind === 'all') return { ...listOf(await listAll(tx, kept, query)), ...(await countAll(tx, kept)) };
    if (plan.kind === 'few')
      return listOf(await listHits(tx, city, { ...query, hits: fewHits(sql`${kept} and ${plan.words}`, query.q) }));
    return listOf(await listCommon(tx, { city, query, plan, kept, isFiltered: filters.length > 0 }), shownAtMost);
  });
}

/** `most`: one more than this was looked for. */
function listOf(rows: readonly Row[], most = Number.POSITIVE_INFINITY): List {
  const total = rows[0]?.total ?? 0;
  return {
    total: Math.min(total, most),
    more: total > most,
    organisations: rows.flatMap(({ id, kind, name, region, demo }) =>
      id === null ? [] : [{ id, kind: kind as OrganisationKind, name, region, demo }],
    ),
  };
}

type Condition = RawBuilder<unknown>;
const bySound = sql`o.name collate "zh-x-icu", o.id`;

/** What is exactly what was typed stands first. */
function fewHits(where: Condition, q: string): Condition {
  const typed = searchText(q);
  return sql`select o.name, o.id, case when o.name = ${typed} or o.short_name = ${typed} then 0 else 1 end as rank
    from organisation o where ${where}`;
}

interface CommonWord {
  readonly city: string;
  readonly query: ListQuery;
  readonly plan: NamesInOrder & { readonly words: Condition };
  readonly kept: Condition;
  readonly isFiltered: boolean;
}

/** The first of very many, by whichever way is short: out of the few that the filters leave, or along the names in their order. */
async function listCommon(tx: Tx, { city, query, plan, kept, isFiltered }: CommonWord): Promise<Row[]> {
  const page = { ...query, limit: Math.max(0, Math.min(query.limit, shownAtMost - query.offset)) };
  const left = isFiltered ? await countUpTo(tx, kept, collectedAtMost + 1) : undefined;
  if (left !== undefined && left <= narrowAtMost)
    return listHits(tx, city, { ...page, hits: narrowHits(kept, plan.words) });
  // room for the set of what the filters leave: without it the planner would read the set anew for every name
  await sql.raw("set local work_mem = '32MB'").execute(tx);
  return listHits(tx, city, { ...page, hits: walkedHits({ city, kept, plan, filters: sizeOf(left) }) });
}

/** A page of what was found, in the order of sounds, and how many there are, also where the page lies behind the last one. */
async function listHits(
  tx: Tx,
  city: string,
  { hits, limit, offset }: ListQuery & { hits: Condition },
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    with hit as materialized (${hits}),
    page as materialized (
      select o.rank, o.name, o.id from hit o order by o.rank, ${bySound}
      limit ${limit} offset ${offset})
    select o.id, o.kind, o.name, region.name as region, o.demo, counted.total
    from (select count(*)::int as total from hit) counted
    left join page w on true
    left join lateral (select o.* from organisation o where o.city = ${city} and o.id = w.id limit 1) o on true
    left join region on region.code = o.region order by w.rank, w.name collate "zh-x-icu", w.id`.execute(tx);
  return rows;
}

/** The filtered rows are kept apart, so that the planner looks the words up for these alone. */
function narrowHits(kept: Condition, words: Condition): Condition {
  return sql`select o.name, o.id, 1 as rank from (select o.* from organisation o where ${kept} offset 0) o where ${words}
    order by ${bySound} limit ${shownAtMost + 1}`;
}

function sizeOf(left: number | undefined): Walk['filters'] {
  if (left === undefined) return 'none';
  return left > collectedAtMost ? 'many' : 'some';
}

interface Walk {
  readonly city: string;
  readonly kept: Condition;
  readonly plan: NamesInOrder;
  /** how many rows they leave */
  readonly filters: 'none' | 'some' | 'many';
}

/**
 * Walks the names of a word in the order of their index, no further than needed. A set that is asked row by row keeps that order
 * (as a join it would be lost), and so does looking a row up with `limit 1`.
 */
function walkedHits({ city, kept, plan, filters }: Walk): Condition {
  const looksUp = plan.checked !== undefined || filters === 'many';
  const row = sql`cross join lateral (
    select 1 from organisation o where o.id = w.id and ${kept} ${plan.checked ? sql`and ${plan.checked}` : sql``} limit 1) o`;
  const mergedAway = sql`(w.id in (
    select o.id from organisation o where o.city = ${city} and o.merged_into is not null)) is false`;
  const among =
    filters === 'some' ? sql`(w.id in (select o.id from organisation o where ${kept})) is true` : mergedAway;
  const walked = sql`
    select distinct on (w.name collate "zh-x-icu", w.id) w.name, w.id, 1 as rank from ${plan.inOrder} w ${looksUp ? row : sql``}
    where ${among} order by w.name collate "zh-x-icu", w.id limit ${shownAtMost + 1}`;
  if (plan.unindexed === undefined) return walked;
  return sql`(${walked}) union all (select o.name, o.id, 1 as rank from organisation o where ${kept} and ${plan.unindexed}
    order by ${bySound} limit ${shownAtMost + 1})`;
}

async function listAll(tx: Tx, where: Condition, { limit, offset }: ListQuery): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select o.id, o.kind, o.name, region.name as region, o.demo, 0 as total
    from organisation o left join region on region.code = o.region where ${where}
    order by ${bySound} limit ${limit} offset ${offset}`.execute(tx);
  return rows;
}

async function countAll(tx: Tx, where: Condition): Promise<Pick<List, 'total' | 'more'>> {
  const total = await countUpTo(tx, where, countedAtMost + 1);
  return { total: Math.min(total, countedAtMost), more: total > countedAtMost };
}

async function countUpTo(tx: Tx, where: Condition, most: number): Promise<number> {
  const { rows } = await sql<{ total: number }>`select count(*)::int as total from (
    select 1 from organisation o where ${where} limit ${most}) few`.execute(tx);
  return rows[0]?.total ?? 0;
}

/** What narrows the list besides the words; each stands alone, over rows of `organisation o`. */
function filtersOf({ kind, region, parent, ...more }: ListQuery): readonly Condition[] {
  return [
    ...(kind === undefined ? [] : [sql`o.kind = ${kind}`]),
    ...(parent === undefined ? [] : [sql`o.parent_id = ${parent}`]),
    ...(region === undefined ? [] : [inRegion(region)]),
    ...narrowedBy(more),
  ];
}

function inRegion(region: string): Condition {
  return sql`o.region = any(array(
    with recursive below (code) as (
      select ${region}::text union select r.code from region r join below on r.parent = below.code) select code from below))`;
}
