import type { getMergeLinks, listMerges, previewMerge } from '@zhitong/contract/directory/merge-contract';
import { Refusal } from '@zhitong/domain/refusal';
import { sql } from 'kysely';
import type { z } from 'zod';
import { inContext } from '#platform/context';
import type { Database, Tx } from '#platform/database';
import { contextOf, type Viewer } from '#platform/viewer';
import { type ComparedFact, compareFacts, readMergeFacts } from './merge-facts.ts';
import { findHead } from './merge-heads.ts';

type Preview = z.input<typeof previewMerge.reply>;

interface Counts {
  offers: number;
  children: number;
  memberships: number;
  people: number;
  needs: number;
  deals: number;
}

/** Both records side by side, with what a merge would move and what it would leave. */
export function viewMergePreview(
  database: Database,
  viewer: Viewer,
  { id, into, today }: { readonly id: string; readonly into: string; readonly today: string },
): Promise<Preview> {
  const { city } = viewer;
  return inContext(database, contextOf(viewer), async (tx) => {
    const survivor = await readMergeFacts(tx, city, into);
    const merged = await readMergeFacts(tx, city, id);
    if (!survivor || !merged) throw new Refusal('platform.not-found');
    const { rows } = await sql<Counts>`select
      (select count(*)::int from offer_search where city = ${city} and organisation_id = ${id}) as offers,
      (select count(*)::int from organisation where city = ${city} and parent_id = ${id}) as children,
      (select count(*)::int from alliance_member where city = ${city} and ${id} in (alliance_id, member_id) and removed_at is null)
        as memberships,
      (select count(distinct person_id)::int from post where city = ${city} and organisation_id in (${id}, ${into})
        and (valid_to is null or valid_to > ${today}::date)) as people,
      (select count(*)::int from need where city = ${city} and organisation_id = ${id}) as needs,
      (select count(*)::int from deal where city = ${city} and (buyer_id = ${id} or seller_id = ${id})) as deals`.execute(
      tx,
    );
    const [counts] = rows;
    const { offers = 0, children = 0, memberships = 0, people = 0, needs = 0, deals = 0 } = counts ?? {};
    return {
      survivor: { id: into, name: survivor.name ?? '' },
      merged: { id, name: merged.name ?? '' },
      facts: await withPlaceNames(tx, compareFacts({ survivor, merged }, {})),
      ...{ moves: { offers, children, memberships }, stays: { needs, deals }, people },
    };
  });
}

/** A place is read by its name, not by its code. */
async function withPlaceNames(tx: Tx, facts: readonly ComparedFact[]): Promise<ComparedFact[]> {
  const codes = facts.flatMap(({ field, survivor, merged }) => (field === 'region' ? [survivor, merged] : []));
  const known = codes.filter((code) => code !== null);
  if (known.length === 0) return [...facts];
  const rows = await tx.selectFrom('region').select(['code', 'name']).where('code', 'in', known).execute();
  const names = new Map(rows.map(({ code, name }) => [code, name]));
  const named = (code: string | null) => code && (names.get(code) ?? code);
  return facts.map((fact) =>
    fact.field === 'region' ? { ...fact, survivor: named(fact.survivor), merged: named(fact.merged) } : fact,
  );
}

interface Row {
  id: string;
  survivor_id: string;
  survivor_name: string;
  merged_id: string;
  merged_name: string;
  why: string | null;
  at: Date;
  by_name: string;
  split_at: Date | null;
  split_by: string | null;
  split_kept: number | null;
  total: number;
}

export function viewMerges(
  database: Database,
  viewer: Viewer,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<z.input<typeof listMerges.reply>> {
  const { city } = viewer;
  return inContext(database, contextOf(viewer), async (tx) => {
    const { rows } = await sql<Row>`
      select m.id, m.survivor_id, s.name as survivor_name, m.merged_id, a.name as merged_name, m.why, m.at, m.by_name,
        m.split_at, m.split_by, m.split_kept, count(*) over ()::int as total
      from merge m
      join organisation s on s.city = m.city and s.id = m.survivor_id
      join organisation a on a.city = m.city and a.id = m.merged_id
      where m.city = ${city} order by m.at desc, m.id desc limit ${limit} offset ${offset}`.execute(tx);
    return {
      total: rows[0]?.total ?? 0,
      merges: rows.map((row) => ({
        ...{ id: row.id, why: row.why, at: row.at.toISOString(), by: row.by_name },
        survivor: { id: row.survivor_id, name: row.survivor_name },
        merged: { id: row.merged_id, name: row.merged_name },
        ...{ splitAt: row.split_at?.toISOString() ?? null, splitBy: row.split_by, splitKept: row.split_kept },
      })),
    };
  });
}

export function viewMergeLinks(
  database: Database,
  viewer: Viewer,
  id: string,
): Promise<z.input<typeof getMergeLinks.reply>> {
  const { city } = viewer;
  return inContext(database, contextOf(viewer), async (tx) => {
    const head = await findHead(tx, { city, id });
    const { rows } = await sql<{ id: string; name: string }>`
      with recursive away (id, name) as (
        select id, name from organisation where city = ${city} and merged_into = ${id}
        union select o.id, o.name from organisation o join away on o.merged_into = away.id where o.city = ${city})
      select id, name from away order by name collate "zh-x-icu", id limit 100`.execute(tx);
    return { into: head && head.id !== id ? head : null, away: rows };
  });
}
