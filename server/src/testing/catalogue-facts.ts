import type pg from 'pg';

/** What PostgreSQL's own catalogue says about a table. */
export interface TableFacts {
  readonly name: string;
  /** has `city text not null` */
  readonly cityRequired: boolean;
  readonly enabled: boolean;
  readonly forced: boolean;
  readonly policies: number;
  /** columns of each primary, unique and foreign key and of each unique index, in order */
  readonly keys: readonly (readonly string[])[];
  /** tables its foreign keys lead to */
  readonly pointsTo: readonly string[];
  /** privileges of the app role, e.g. `select insert update(hash)` */
  readonly may: string;
}

export async function listTables(admin: pg.Client): Promise<readonly TableFacts[]> {
  const { rows } = await admin.query<TableFacts>(`
    select n.nspname || '.' || c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
      (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies,
      exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'city' and a.attnotnull
                and a.atttypid = 'text'::regtype and not a.attisdropped) as "cityRequired",
      (select coalesce(jsonb_agg(columns), '[]') from (
         select (select jsonb_agg(a.attname order by k.at)
                 from unnest(key.numbers) with ordinality as k (number, at)
                   join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number) as columns
         from (select conkey::int[] as numbers from pg_constraint where conrelid = c.oid and contype in ('p', 'u', 'f')
               union select indkey::int2[]::int[] from pg_index where indrelid = c.oid and indisunique) key) named) as keys,
      (select coalesce(jsonb_agg(tn.nspname || '.' || t.relname), '[]')
       from pg_constraint f join pg_class t on t.oid = f.confrelid join pg_namespace tn on tn.oid = t.relnamespace
       where f.conrelid = c.oid and f.contype = 'f') as "pointsTo",
      concat_ws(' ',
        (select string_agg(p, ' ' order by at) from unnest(array['select', 'insert', 'update', 'delete', 'truncate',
           'references', 'trigger']) with ordinality as u (p, at) where has_table_privilege('zhitong_app', c.oid, p)),
        (select string_agg('update(' || a.attname || ')', ' ' order by a.attnum) from pg_attribute a
         where a.attrelid = c.oid and a.attnum > 0 and not has_table_privilege('zhitong_app', c.oid, 'update')
           and has_column_privilege('zhitong_app', c.oid, a.attnum, 'update'))) as may
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'auth') and c.relkind in ('r', 'p', 'v', 'm') order by 1`);
  return rows;
}

const sample: Readonly<Record<string, string>> = {
  text: "'x'",
  uuid: "'01900000-0000-7000-8000-000000000001'",
  bool: 'false',
  int4: '1',
  int2: '1',
  int8: '1',
  float8: '1',
  jsonb: "'{}'",
  date: "'2026-11-23'",
  timestamptz: "'2026-11-23T09:00:00+08:00'",
  bytea: "'x'",
  _text: "'{}'",
  _uuid: "'{}'",
  _timestamptz: "'{}'",
};

/**
 * One made-up row in every city table, so that "sees nothing" cannot be true because nothing is there. Keys to other rows and
 * check constraints do not matter here and are passed over.
 */
export async function fillEveryCityTable(admin: pg.Client, tables: readonly TableFacts[], city: string): Promise<void> {
  await admin.query('begin');
  await admin.query("set local session_replication_role = 'replica'");
  for (const { name } of tables) {
    await dropChecks(admin, name);
    const { rows } = await admin.query<{ column: string; type: string }>(
      `select a.attname as column, t.typname as type from pg_attribute a join pg_type t on t.oid = a.atttypid
       where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attnotnull order by a.attnum`,
      [name],
    );
    const values = rows.map(({ column, type }) => (column === 'city' ? `'${city}'` : (sample[type] ?? 'null')));
    await admin.query(`insert into ${name} (${rows.map(({ column }) => `"${column}"`)}) values (${values})`);
  }
  await admin.query('commit');
}

async function dropChecks(admin: pg.Client, table: string): Promise<void> {
  const { rows } = await admin.query<{ name: string }>(
    "select conname as name from pg_constraint where conrelid = $1::regclass and contype = 'c'",
    [table],
  );
  for (const { name } of rows) await admin.query(`alter table ${table} drop constraint "${name}"`);
}
