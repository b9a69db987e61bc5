import type { getOrganisationTree, TreeNode } from '@zhitong/contract/directory/organisation-tree-contract';
import { type OrganisationKind, organisationKinds } from '@zhitong/domain/directory/organisation';
import { Refusal } from '@zhitong/domain/refusal';
import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import { inContext } from '#platform/context';
import type { Database, Tx } from '#platform/database';
import { contextOf, type Viewer } from '#platform/viewer';
import { stateOn } from './organisation-state.ts';

type Query = z.output<typeof getOrganisationTree.query & z.ZodType>;
interface Level {
  readonly total: number;
  readonly nodes: TreeNode[];
}

/** More than this many of a kind without a parent are put under their places first. */
const unsorted = 60;
const noPlace = 'none';

/** One level of the tree: the kinds, the places of a kind that has many, then organisations below one another. */
export function viewTree(database: Database, viewer: Viewer, query: Query): Promise<Level> {
  return inContext(database, contextOf(viewer), async (tx) => {
    const { below } = query;
    const place = { tx, city: viewer.city, query };
    if (below === undefined) return kinds(place);
    const [, kind, region] = /^kind:(\w+)(?:\/(\w+))?$/.exec(below) ?? [];
    if (kind === undefined) return organisations(place, sql`state.parent_id = ${below}::uuid`);
    if (region === undefined && (await countRoots(place, kind)) > unsorted) return places(place, kind);
    return organisations(place, sql`state.parent_id is null and state.kind = ${kind} ${inPlace(region)}`);
  });
}

/** Written so that the index of the roots serves it. */
function inPlace(region: string | undefined): RawBuilder<unknown> {
  if (region === undefined) return sql``;
  return region === noPlace ? sql`and state.region is null` : sql`and state.region = ${region}`;
}

interface Place {
  readonly tx: Tx;
  readonly city: string;
  readonly query: { readonly asOf?: string | undefined; readonly limit: number; readonly offset: number };
}

async function kinds({ tx, city, query }: Place): Promise<Level> {
  const { rows } = await sql<{ kind: string; count: number }>`
    select state.kind, count(*)::int as count from (${stateOn(city, query.asOf)}) state
    where state.parent_id is null group by state.kind`.execute(tx);
  const counts = new Map(rows.map(({ kind, count }) => [kind, count]));
  const nodes = organisationKinds.map((kind) => ({ key: `kind:${kind}`, kind, children: counts.get(kind) ?? 0 }));
  return { total: nodes.length, nodes };
}

async function countRoots({ tx, city, query }: Place, kind: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select 1 from (${stateOn(city, query.asOf)}) state
      where state.parent_id is null and state.kind = ${kind} limit ${unsorted + 1}) few`.execute(tx);
  return rows[0]?.count ?? 0;
}

async function places({ tx, city, query }: Place, kind: string): Promise<Level> {
  const { rows } = await sql<{ region: string | null; name: string | null; count: number }>`
    select roots.region, region.name, roots.count from (
      select state.region, count(*)::int as count from (${stateOn(city, query.asOf)}) state
      where state.parent_id is null and state.kind = ${kind} group by state.region) roots
    left join region on region.code = roots.region order by roots.region nulls last`.execute(tx);
  const nodes = rows.map(({ region, name, count }) => ({
    ...{ key: `kind:${kind}/${region ?? noPlace}`, kind: kindOf(kind), region: name ?? region, children: count },
  }));
  return { total: nodes.length, nodes };
}

async function organisations({ tx, city, query }: Place, where: RawBuilder<unknown>): Promise<Level> {
  const state = stateOn(city, query.asOf);
  // counted apart: the page itself comes from the index in its order, however long the level is
  const counted = await sql<{ total: number }>`
    select count(*)::int as total from (${state}) state where ${where}`.execute(tx);
  const { rows } = await sql<{ id: string; name: string; kind: string; children: number }>`
    with level as materialized (
      select state.id, state.name, state.kind from (${state}) state where ${where}
      order by state.name collate "zh-x-icu", state.id limit ${query.limit} offset ${query.offset}),
    below as (
      select child.parent_id, count(*)::int as count from (${state}) child
      where child.parent_id in (select id from level) group by child.parent_id)
    select level.id, level.name, level.kind, coalesce(below.count, 0) as children
    from level left join below on below.parent_id = level.id
    order by level.name collate "zh-x-icu", level.id`.execute(tx);
  return {
    total: counted.rows[0]?.total ?? 0,
    nodes: rows.map(({ id, name, kind, children }) => ({
      ...{ key: id, kind: kindOf(kind), organisation: { id, name }, children },
    })),
  };
}

/** Keys from the top down: what must be opened to come to an organisation. */
export function viewPath(
  database: Database,
  viewer: Viewer,
  { id, asOf }: { id: string; asOf?: string | undefined },
): Promise<string[]> {
  return inContext(database, contextOf(viewer), async (tx) => {
    const { city } = viewer;
    const { rows } = await sql<{ id: string; kind: string; region: string | null; parent_id: string | null }>`
      with recursive state as (${stateOn(city, asOf)}),
      up as (
        select state.*, 1 as step from state where state.id = ${id}
        union all
        select state.*, up.step + 1 from up join state on state.id = up.parent_id where up.step < 100)
      select id, kind, region, parent_id from up order by step desc`.execute(tx);
    const top = rows[0];
    if (top === undefined) throw new Refusal('platform.not-found');
    const place = { tx, city, query: { asOf, limit: 1, offset: 0 } };
    const many = (await countRoots(place, top.kind)) > unsorted;
    return [
      `kind:${top.kind}`,
      ...(many ? [`kind:${top.kind}/${top.region ?? noPlace}`] : []),
      ...rows.map((row) => row.id),
    ];
  });
}

function kindOf(kind: string): OrganisationKind {
  const known = organisationKinds.find((name) => name === kind);
  if (known === undefined) throw new Refusal('platform.not-found');
  return known;
}
