import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import type { ComparedFact } from './merge-facts.ts';
import type { MergeKey } from './merge-store.ts';

interface Lines {
  readonly city: string;
  /** whose history */
  readonly of: string;
  /** whose source, date and level the facts come with */
  readonly originOf: string;
  readonly changes: readonly {
    readonly field: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
  readonly why: string;
  readonly person: { readonly id: string; readonly name: string };
  readonly at: Date;
  readonly newId: () => string;
}

/** A line for each fact that a merge or a split changed, with where the fact comes from. A contact is never copied. */
export async function insertFactLines(tx: Tx, lines: Lines): Promise<void> {
  const { city, of, originOf, why, person, at, newId } = lines;
  const told = lines.changes.map((change) =>
    change.field === 'contact' ? { id: newId(), field: 'contact' } : { id: newId(), ...change },
  );
  if (told.length === 0) return;
  await sql`
    insert into organisation_change
      (city, id, organisation_id, field, before, after, why, source, as_of, level, person_id, person_name, at)
    select o.city, c.id, ${of}, c.field, to_jsonb(c.before), to_jsonb(c.after), ${why}, coalesce(f.source, o.source),
           coalesce(f.as_of, o.as_of), coalesce(f.level, o.level), ${person.id}, ${person.name}, ${at}
    from jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as c(id uuid, field text, before text, after text)
    join organisation o on o.city = ${city} and o.id = ${originOf}
    left join organisation_fact f on f.city = o.city and f.organisation_id = o.id and f.field = c.field`.execute(tx);
}

/** What would change in the record that stays. */
export function changesOf(facts: readonly ComparedFact[]) {
  return facts
    .filter(({ kept, survivor, merged }) => kept === 'merged' && survivor !== merged)
    .map(({ field, survivor: before, merged: after }) => ({ field, before, after }));
}

/** A fact that was chosen keeps the source, date and level it has with the other record. */
export async function moveOrigins(
  tx: Tx,
  { city, mergeId }: MergeKey,
  { from, to, fields }: { from: string; to: string; fields: readonly string[] },
): Promise<void> {
  const told = sql`jsonb_build_object('source', f.source, 'as_of', f.as_of, 'level', f.level)`;
  await sql`
    with wanted as (
      select w.field, coalesce(f.source, o.source) as source, coalesce(f.as_of, o.as_of) as as_of, coalesce(f.level, o.level) as level
      from unnest(${[...fields]}::text[]) as w(field) join organisation o on o.city = ${city} and o.id = ${from}
      left join organisation_fact f on f.city = o.city and f.organisation_id = o.id and f.field = w.field),
    old as (
      select f.field, ${told} as before from organisation_fact f where f.city = ${city} and f.organisation_id = ${to}),
    put as (
      insert into organisation_fact as f (city, organisation_id, field, source, as_of, level)
      select ${city}, ${to}, field, source, as_of, level from wanted
      on conflict (city, organisation_id, field) do update
        set source = excluded.source, as_of = excluded.as_of, level = excluded.level
      returning f.field, ${told} as after)
    insert into merge_move (city, merge_id, table_name, row_key, column_name, before, after)
    select ${city}, ${mergeId}, 'organisation_fact', ${to} || '/' || put.field, '*', old.before, put.after
    from put left join old on old.field = put.field`.execute(tx);
}

/** Puts the sources back, each unless somebody has told another one since. */
export async function restoreOrigins(tx: Tx, { city, mergeId }: MergeKey): Promise<number> {
  const moved = sql`merge_move m where m.city = ${city} and m.merge_id = ${mergeId} and m.table_name = 'organisation_fact'`;
  const same = sql`f.city = ${city} and f.organisation_id::text || '/' || f.field = m.row_key
    and jsonb_build_object('source', f.source, 'as_of', f.as_of, 'level', f.level) = m.after`;
  const { rows } = await sql<{ count: number }>`
    with back as (
      update organisation_fact f set source = m.before->>'source', as_of = (m.before->>'as_of')::date, level = m.before->>'level'
      from (select row_key, before, after from ${moved} and m.before is not null) m where ${same} returning 1),
    gone as (
      delete from organisation_fact f using (select row_key, after from ${moved} and m.before is null) m
      where ${same} returning 1)
    select ((select count(*) from back) + (select count(*) from gone))::int as count`.execute(tx);
  return rows[0]?.count ?? 0;
}
