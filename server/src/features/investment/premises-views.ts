import type { listPremises, PremisesRow } from '@zhitong/contract/investment/premises-contract';
import type { Language } from '@zhitong/domain/language';
import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import { inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { containsPattern } from '#platform/search-text';
import { contextOf, type Viewer } from '#platform/viewer';
import { districtsOf, placeOf } from './place-book.ts';
import { type PremisesColumns, premisesColumns, type StoredPremises, storedOf } from './premises-reading.ts';
import type { TargetDeps } from './target-deps.ts';
import { mayChange } from './target-rights.ts';

export type PremisesQuery = z.output<NonNullable<typeof listPremises.query>>;

interface Reading {
  readonly viewer: Viewer;
  readonly language: Language;
}

/** What is there, what can be had first, district by district. */
export async function viewPremises(
  deps: TargetDeps,
  { viewer, language }: Reading,
  query: PremisesQuery,
): Promise<z.input<typeof listPremises.reply>> {
  const { city } = viewer;
  const filter = filterOf(city, query);
  const found = await inContext(deps.database, contextOf(viewer), async (tx) => ({
    rows: await listRows(tx, filter, query),
    ...(await countRows(tx, filter)),
  }));
  const { rows, total, land, plant } = found;
  return {
    premises: rows.map((row) => premisesRowOf(deps, { viewer, language }, storedOf(city, row))),
    ...{ total, free: { land, plant }, districts: districtsOf(deps, city, language) },
  };
}

export function premisesRowOf(
  deps: TargetDeps,
  { viewer, language }: Reading,
  { id, body, content, edition, demo }: StoredPremises,
): PremisesRow {
  const { region, ...facts } = content;
  return {
    ...{ ...facts, id, region: placeOf(deps, region, language), body: { ...body }, edition, demo },
    mine: mayChange(viewer, { body }),
  };
}

function filterOf(city: string, { kind, state, district, q = '' }: PremisesQuery): RawBuilder<unknown> {
  const conditions = [
    sql`p.city = ${city}`,
    kind && sql`p.kind = ${kind}`,
    state && sql`p.state = ${state}`,
    district && sql`p.region = ${district}`,
    q !== '' && sql`(p.name ilike ${containsPattern(q)} or p.note ilike ${containsPattern(q)})`,
  ];
  return sql.join(
    conditions.flatMap((one) => (one ? [one] : [])),
    sql` and `,
  );
}

async function listRows(
  tx: Tx,
  filter: RawBuilder<unknown>,
  { limit, offset }: PremisesQuery,
): Promise<readonly PremisesColumns[]> {
  const { rows } = await sql<PremisesColumns>`
    select ${sql.join(premisesColumns.map((name) => sql.ref(`p.${name}`)))}
    from premises p where ${filter}
    order by case p.state when 'free' then 0 when 'held' then 1 else 2 end, p.region, p.kind, p.name, p.id
    limit ${limit} offset ${offset}`.execute(tx);
  return rows;
}

async function countRows(tx: Tx, filter: RawBuilder<unknown>) {
  const { rows } = await sql<{ total: number; land: number; plant: number }>`
    select count(*)::int as total, count(*) filter (where p.state = 'free' and p.kind = 'land')::int as land,
           count(*) filter (where p.state = 'free' and p.kind = 'plant')::int as plant
    from premises p where ${filter}`.execute(tx);
  return rows[0] ?? { total: 0, land: 0, plant: 0 };
}
