import type { OrganisationKind } from '@zhitong/domain/directory/organisation';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#platform/database';
import { wordColumn } from '#platform/json-column';
import type { MovedColumn, movedNames, movedPlaces } from './merge-scope.ts';

export interface MergeKey {
  readonly city: string;
  readonly mergeId: string;
}

interface Moving extends MovedColumn {
  readonly of: string;
  readonly to: string | null;
  /** which rows `t` only; undefined: all */
  readonly where?: RawBuilder<unknown> | undefined;
}

/** Sets the column in every row of the owner, and keeps what stood there. Answers how many. */
export async function moveColumn(
  tx: Tx,
  { city, mergeId }: MergeKey,
  { table, key, column, type, owner, of, to, where = sql`true` }: Moving,
): Promise<number> {
  const value = sql`${to}::${sql.raw(type)}`;
  const { rows } = await sql<{ count: number }>`
    with old as (
      select ${sql.ref(key)}::text as row_key, to_jsonb(${sql.ref(column)}) as before from ${sql.table(table)} as t
      where city = ${city} and ${sql.ref(owner)} = ${of} and ${sql.ref(column)} is distinct from ${value} and ${where}),
    moved as (
      update ${sql.table(table)} as t set ${sql.ref(column)} = ${value} from old
      where t.city = ${city} and t.${sql.ref(key)}::text = old.row_key returning old.row_key),
    noted as (
      insert into merge_move (city, merge_id, table_name, row_key, column_name, before, after)
      select ${city}, ${mergeId}, ${table}, row_key, ${column}, before, to_jsonb(${value}) from old returning 1)
    select (select count(*) from noted)::int as count`.execute(tx);
  return rows[0]?.count ?? 0;
}

/** A place in an alliance goes along, unless the other record has that place already or would become its own member. */
export function movePlaces(
  tx: Tx,
  key: MergeKey,
  { place, of, to }: { place: (typeof movedPlaces)[number]; of: string; to: string },
): Promise<number> {
  const { other, ...column } = place;
  const where = sql`t.removed_at is null and ${sql.ref(`t.${other}`)} <> ${to} and not exists (
    select 1 from alliance_member x where x.city = t.city and ${sql.ref(`x.${other}`)} = ${sql.ref(`t.${other}`)}
      and ${sql.ref(`x.${column.column}`)} = ${to} and x.removed_at is null)`;
  return moveColumn(tx, key, { ...column, of, to, where });
}

export function moveNames(
  tx: Tx,
  key: MergeKey,
  { named, of, to }: { named: (typeof movedNames)[number]; of: string; to: string },
): Promise<number> {
  const { name, ...column } = named;
  const where = sql`(t.removed_at is not null or not exists (
    select 1 from ${sql.table(column.table)} x where x.city = t.city and ${sql.ref(`x.${name}`)} = ${sql.ref(`t.${name}`)}
      and ${sql.ref(`x.${column.column}`)} = ${to} and x.removed_at is null))`;
  return moveColumn(tx, key, { ...column, of, to, where });
}

export interface KeptMove {
  readonly table: string;
  readonly key: string;
  readonly column: string;
}

/** Puts back what still stands as the merge left it. Answers how many, and which had changed since. */
export async function restoreColumn(
  tx: Tx,
  { city, mergeId }: MergeKey,
  { table, key, column, type }: Omit<MovedColumn, 'owner'>,
): Promise<{ readonly restored: number; readonly kept: readonly KeptMove[] }> {
  const typed = (json: string) => sql`(m.${sql.ref(json)} #>> '{}')::${sql.raw(type)}`;
  const { rows } = await sql<{ row_key: string; done: boolean }>`
    with wanted as (
      select row_key, before, after from merge_move m where m.city = ${city} and m.merge_id = ${mergeId}
        and m.table_name = ${table} and m.column_name = ${column}),
    restored as (
      update ${sql.table(table)} as t set ${sql.ref(column)} = ${typed('before')} from wanted m
      where t.city = ${city} and t.${sql.ref(key)}::text = m.row_key and t.${sql.ref(column)} is not distinct from ${typed('after')}
      returning m.row_key)
    select w.row_key, r.row_key is not null as done from wanted w left join restored r on r.row_key = w.row_key`.execute(
    tx,
  );
  return {
    restored: rows.filter(({ done }) => done).length,
    kept: rows.filter(({ done }) => !done).map(({ row_key }) => ({ table, key: row_key, column })),
  };
}

/** The survivor had no contact: the row itself is what the merge made. */
export async function insertContact(
  tx: Tx,
  { city, mergeId }: MergeKey,
  sides: { from: string; to: string },
): Promise<void> {
  await sql`
    with made as (
      insert into organisation_contact (city, organisation_id, name, phone)
      select city, ${sides.to}, name, phone from organisation_contact where city = ${city} and organisation_id = ${sides.from}
      on conflict do nothing returning name, phone)
    insert into merge_move (city, merge_id, table_name, row_key, column_name, before, after)
    select ${city}, ${mergeId}, 'organisation_contact', ${sides.to}, '*', null, to_jsonb(made) from made`.execute(tx);
}

export async function removeContact(tx: Tx, { city, mergeId }: MergeKey): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from organisation_contact c using merge_move m
    where m.city = ${city} and m.merge_id = ${mergeId} and m.table_name = 'organisation_contact' and m.column_name = '*'
      and c.city = ${city} and c.organisation_id::text = m.row_key and jsonb_build_object('name', c.name, 'phone', c.phone) = m.after`.execute(
    tx,
  );
  return Number(numAffectedRows ?? 0);
}

/** Deals that some records of one organisation would have with each other. */
export async function countDealsBetween(tx: Tx, city: string, ids: readonly string[]): Promise<number> {
  const all = sql`any(${[...ids]}::uuid[])`;
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from deal
    where city = ${city} and buyer_id = ${all} and seller_id = ${all}`.execute(tx);
  return rows[0]?.count ?? 0;
}

/** Both rows, locked in the order of their ids so that two merges at once wait for each other instead of blocking each other. */
export async function lockParties(tx: Tx, city: string, ids: readonly string[]) {
  const rows = await tx
    .selectFrom('organisation')
    .select(['id', 'name', 'kind', 'merged_into', 'region', 'external_code'])
    .where('city', '=', city)
    .where('id', 'in', ids)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  return rows.map((row) => ({ ...row, kind: wordColumn<OrganisationKind>(row.kind) }));
}

export async function listAbove(tx: Tx, city: string, id: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive above (id) as (
      select parent_id from organisation where city = ${city} and id = ${id}
      union select o.parent_id from organisation o join above on o.id = above.id where o.city = ${city})
    select id from above where id is not null`.execute(tx);
  return rows.map((row) => row.id);
}

export async function pointTo(tx: Tx, city: string, { from, to }: { from: string; to: string | null }): Promise<void> {
  await tx
    .updateTable('organisation')
    .set({ merged_into: to, merged_on: to === null ? null : dayOfMerge({ city, from, to }) })
    .where('city', '=', city)
    .where('id', '=', from)
    .execute();
}

/** The day of the merge by the city's own clock: until then the tree still shows the record. */
const dayOfMerge = ({ city, from, to }: { city: string; from: string; to: string }) =>
  sql<string>`(select (max(m.at) at time zone 'Asia/Shanghai')::date from merge m
    where m.city = ${city} and m.merged_id = ${from} and m.survivor_id = ${to})`;

/** Whoever read the page before the merge is told when saving. */
export async function countChange(
  tx: Tx,
  city: string,
  change: { ids: readonly string[]; at: Date; by: string },
): Promise<void> {
  await tx
    .updateTable('organisation')
    .set({ changed_at: change.at, changed_by: change.by })
    .set((column) => ({ version: column('version', '+', 1) }))
    .where('city', '=', city)
    .where('id', 'in', change.ids)
    .execute();
}
