import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import { type ImportOrigin, importedLevel } from './import-organisation-store.ts';
import type { ImportKey } from './import-store.ts';

/** The facts a sheet fills and the columns they stand in. */
const fields = {
  name: 'name',
  shortName: 'short_name',
  kind: 'kind',
  creditCode: 'credit_code',
  parentId: 'parent_id',
  region: 'region',
  registeredAddress: 'registered_address',
  workingAddress: 'working_address',
  industry: 'industry',
  size: 'size',
  duty: 'duty',
} as const;
const pairs = Object.entries(fields);
/** Name, kind, place in the tree and region have a history by day. */
const datedFields = ['name', 'shortName', 'kind', 'parentId', 'region'];

/**
 * Writes down which facts change, field by field, in a table that lives as long as the transaction: a filled cell replaces what
 * stood there, an empty one leaves it. What it was is kept with the row, for the undo.
 */
export async function stageChanges(tx: Tx, { city, id }: ImportKey): Promise<number> {
  const facts = sql.join(
    pairs.map(
      ([field, column]) => sql`(${sql.lit(field)}, to_jsonb(o.${sql.ref(column)}), r.value->${sql.lit(field)})`,
    ),
  );
  await makeStage(tx);
  await sql`
    insert into imported_change (n, line, target_id, field, before, after)
    select row_number() over (order by r.line, f.field), r.line, r.target_id, f.field, f.before, f.after
    from import_row r
    join organisation o on o.city = r.city and o.id = r.target_id
    cross join lateral (values ${facts}) f (field, before, after)
    where r.city = ${city} and r.job_id = ${id} and r.action = 'change'
      and f.after is not null and f.after <> 'null' and f.after is distinct from f.before`.execute(tx);
  await sql`
    update import_row r
    set before = jsonb_build_object(
      'facts', c.facts, 'origins', (
        select jsonb_object_agg(f.field, jsonb_build_object('source', f.source, 'asOf', f.as_of, 'level', f.level))
        from organisation_fact f where f.city = o.city and f.organisation_id = o.id),
      'version', o.version + (c.facts is not null)::int,
      'contact', (select jsonb_build_object('name', k.name, 'phone', k.phone) from organisation_contact k
                  where k.city = o.city and k.organisation_id = o.id))
    from organisation o
    left join (select target_id, jsonb_object_agg(field, before) as facts from imported_change group by target_id) c
      on c.target_id = o.id
    where r.city = ${city} and r.job_id = ${id} and r.action = 'change' and o.city = r.city and o.id = r.target_id`.execute(
    tx,
  );
  return countChanges(tx);
}

/** The other way round: what the rows replaced comes back, where nobody has changed the organisation since. */
export async function stageReturn(tx: Tx, { city, id }: ImportKey): Promise<number> {
  const facts = sql.join(
    pairs.map(
      ([field, column]) =>
        sql`(${sql.lit(field)}, to_jsonb(o.${sql.ref(column)}), r.before->'facts'->${sql.lit(field)})`,
    ),
  );
  const kept = sql`r.before->'origins'->f.field`;
  await makeStage(tx);
  await sql`
    insert into imported_change (n, line, target_id, field, before, after, source, as_of, level)
    select row_number() over (order by r.line, f.field), r.line, r.target_id, f.field, f.before, nullif(f.after, 'null'),
           coalesce(${kept}->>'source', o.source), coalesce((${kept}->>'asOf')::date, o.as_of), coalesce(${kept}->>'level', o.level)
    from import_row r
    join organisation o on o.city = r.city and o.id = r.target_id and o.version = (r.before->>'version')::int
    cross join lateral (values ${facts}) f (field, before, after)
    where r.city = ${city} and r.job_id = ${id} and r.action = 'change' and f.after is not null`.execute(tx);
  return countChanges(tx);
}

/** Changes the organisations as staged: history, changes with their source, then the rows themselves. `ids`: one a change. */
export async function applyChanges(
  tx: Tx,
  key: ImportKey,
  given: { origin: ImportOrigin; ids: readonly string[] },
): Promise<number> {
  const { origin, ids } = given;
  await keepPast(tx, key, origin);
  await noteChanges(tx, key, { origin, ids });
  const sets = sql.join(
    pairs.map(([field, column]) => {
      const value =
        column === 'parent_id' ? sql`(c.facts->>${sql.lit(field)})::uuid` : sql`c.facts->>${sql.lit(field)}`;
      return sql`${sql.ref(column)} = case when c.facts ? ${sql.lit(field)} then ${value} else o.${sql.ref(column)} end`;
    }),
  );
  const changed = await sql`
    update organisation o set ${sets}, version = o.version + 1, changed_at = ${origin.at}, changed_by = ${origin.personName},
      since = case when c.dated then ${origin.today}::date else o.since end,
      parts_of = case when c.facts ?| array['name', 'shortName'] then null else o.parts_of end
    from (select target_id, jsonb_object_agg(field, after) as facts, bool_or(field = any(${datedFields}::text[])) as dated
          from imported_change group by target_id) c
    where o.city = ${key.city} and o.id = c.target_id`.execute(tx);
  return Number(changed.numAffectedRows ?? 0);
}

/** Suppliers whose name or place changed: what they publish must say so too. */
export async function listRenamedSuppliers(tx: Tx, { city }: ImportKey): Promise<readonly string[]> {
  const found = await sql<{ id: string }>`
    select distinct c.target_id as id from imported_change c
    join offer_search s on s.city = ${city} and s.organisation_id = c.target_id
    where c.field in ('name', 'region') order by 1`.execute(tx);
  return found.rows.map(({ id }) => id);
}

async function makeStage(tx: Tx): Promise<void> {
  await sql`
    create temporary table imported_change (
      n integer, line integer, target_id uuid, field text, before jsonb, after jsonb,
      source text, as_of date, level text) on commit drop`.execute(tx);
}

async function countChanges(tx: Tx): Promise<number> {
  const found = await sql<{ count: number }>`select count(*) as count from imported_change`.execute(tx);
  return found.rows[0]?.count ?? 0;
}

/** What it was until today. A second change of one day corrects the first and leaves no trace in the history by day. */
async function keepPast(tx: Tx, { city }: ImportKey, origin: ImportOrigin): Promise<void> {
  await sql`
    insert into organisation_past (city, organisation_id, valid_from, valid_to, name, short_name, kind, parent_id, region,
                                   source, recorded_at, recorded_by)
    select o.city, o.id, o.since, ${origin.today}::date, o.name, o.short_name, o.kind, o.parent_id, o.region,
           o.source, ${origin.at}, ${origin.personName}
    from organisation o
    where o.city = ${city} and (o.since is null or o.since < ${origin.today}::date)
      and o.id in (select target_id from imported_change where field = any(${datedFields}::text[]))
    on conflict do nothing`.execute(tx);
}

async function noteChanges(
  tx: Tx,
  { city, id }: ImportKey,
  given: { origin: ImportOrigin; ids: readonly string[] },
): Promise<void> {
  const { origin, ids } = given;
  // what an undo brings back comes with the source it had
  const source = sql`coalesce(c.source, r.value->>'source', ${origin.source})`;
  const asOf = sql`coalesce(c.as_of, (r.value->>'asOf')::date, ${origin.today}::date)`;
  const level = sql`coalesce(c.level, ${importedLevel})`;
  const joined = sql`imported_change c join import_row r on r.city = ${city} and r.job_id = ${id} and r.line = c.line`;
  await sql`
    insert into organisation_change (city, id, organisation_id, field, before, after, source, as_of, level, person_id, person_name, at)
    select ${city}, i.id, c.target_id, c.field, c.before, c.after, ${source}, ${asOf}, ${level},
           ${origin.personId}::uuid, ${origin.personName}, ${origin.at}
    from ${joined} join unnest(${ids}::uuid[]) with ordinality i (id, n) on i.n = c.n`.execute(tx);
  await sql`
    insert into organisation_fact (city, organisation_id, field, source, as_of, level)
    select ${city}, c.target_id, c.field, ${source}, ${asOf}, ${level} from ${joined}
    on conflict (city, organisation_id, field)
      do update set source = excluded.source, as_of = excluded.as_of, level = excluded.level`.execute(tx);
}
