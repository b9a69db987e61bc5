import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { fillEveryCityTable, listTables, type TableFacts } from '#testing/catalogue-facts';
import { cityTableGrants, openInTheCity, publishedTable, sharedTables } from '#testing/shared-tables';
import { cloneDatabase } from '#testing/test-cluster';
import { generateTables, readTables } from '#testing/write-tables';

const city = '371000';
const stranger = '01900000-0000-7000-8000-00000000dead';

let admin: pg.Client;
let app: pg.Client;
let ownerUrl: string;
let tables: readonly TableFacts[];

beforeAll(async () => {
  const clone = await cloneDatabase(inject('adminUrl'));
  ownerUrl = clone.ownerUrl;
  const url = new URL(inject('adminUrl'));
  url.pathname = `/${clone.name}`;
  admin = new pg.Client({ connectionString: url.toString() });
  app = new pg.Client({ connectionString: clone.url });
  await Promise.all([admin.connect(), app.connect()]);
  tables = await listTables(admin);
  await fillEveryCityTable(admin, cityTables(), city);
});
afterAll(() => Promise.all([admin.end(), app.end()]));

const cityTables = () => tables.filter(({ name }) => !(name in sharedTables));
const short = (name: string) => name.replace('public.', '');

/** Names of the city tables in which the app role sees a row, in a context or in none. */
async function seen(context: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  await app.query('begin');
  for (const setting of context) await app.query(`set local zhitong.${setting}`);
  for (const { name } of cityTables()) {
    const { rowCount } = await app.query(`select 1 from ${name} limit 1`);
    if (rowCount) found.push(short(name));
  }
  await app.query('rollback');
  return found.sort();
}

describe('the schema law', () => {
  it('knows every table: a city owns it, or it stands in the closed list with its reason', () => {
    expect(tables.length).toBeGreaterThan(25);
    for (const name of Object.keys(sharedTables)) expect(tables.map((table) => table.name)).toContain(name);
    expect(cityTables().filter((table) => !table.cityRequired)).toEqual([]);
  });

  it('puts the city first in every key of a city table', () => {
    const wrong = cityTables().flatMap(({ name, keys }) =>
      keys.filter((columns) => columns[0] !== 'city').map((columns) => `${name} (${columns})`),
    );
    expect(wrong).toEqual([]);
    expect(cityTables().filter(({ keys }) => keys.length === 0)).toEqual([]);
  });

  it('has no foreign key from a shared table to a city table', () => {
    const owned = new Set(cityTables().map(({ name }) => name));
    const shared = tables.filter(({ name }) => name in sharedTables);
    expect(
      shared.flatMap(({ name, pointsTo }) => pointsTo.filter((to) => owned.has(to)).map((to) => [name, to])),
    ).toEqual([]);
  });

  it('enables and forces row-level security on every city table, with a policy', () => {
    const bare = cityTables().filter(({ enabled, forced, policies }) => !enabled || !forced || policies === 0);
    expect(bare.map(({ name }) => name)).toEqual([]);
  });

  it('grants the app role what the lists say and nothing more', () => {
    const wanted = (name: string) => sharedTables[name]?.may ?? cityTableGrants[short(name)] ?? 'select insert update';
    expect(Object.fromEntries(tables.map(({ name, may }) => [name, may]))).toEqual(
      Object.fromEntries(tables.map(({ name }) => [name, wanted(name)])),
    );
  });

  it('uses no sequence, and no trigger of its own', async () => {
    const { rows } = await admin.query(`
      select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('public', 'auth') and relkind = 'S'
      union all select tgname from pg_trigger where not tgisinternal`);
    expect(rows).toEqual([]);
  });
});

describe('the app role', () => {
  it('owns nothing, is no superuser, bypasses nothing and may create nothing', async () => {
    const { rows } = await app.query(`
      select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
        (select count(*)::int from pg_class where relowner = r.oid) as owned,
        has_schema_privilege('public', 'create') as creates,
        has_schema_privilege('auth', 'create') as creates_accounts
      from pg_roles r where rolname = current_user`);
    expect(rows).toEqual([
      {
        ...{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, rolreplication: false },
        ...{ owned: 0, creates: false, creates_accounts: false },
      },
    ]);
  });

  it('cannot switch row-level security off, alter a table or drop a policy', async () => {
    for (const statement of [
      'alter table need disable row level security',
      'drop policy need_own on need',
      'truncate event',
      'set role zhitong_owner',
      'delete from event',
      "update event set payload = '{}'",
    ])
      await expect(app.query(statement), statement).rejects.toThrow(/must be owner|permission denied/);
  });
});

describe('a query', () => {
  it('sees nothing of any city outside a context, but what is published', async () => {
    expect(await seen([])).toEqual([publishedTable]);
  });

  it('sees nothing of this city in the context of another one, but what is published', async () => {
    expect(await seen(["city = '370600'", "viewer = 'system'"])).toEqual([publishedTable]);
    expect(await seen(["city = '370600'", "viewer = 'bureau'"])).toEqual([publishedTable]);
  });

  it('sees nothing but the directory and what is published in the name of a firm that is no side to it', async () => {
    expect(await seen([`city = '${city}'`, "viewer = 'organisation'", `organisation = '${stranger}'`])).toEqual(
      [...openInTheCity, publishedTable].sort(),
    );
  });

  it('sees every table as the system, but what only the reader itself keeps', async () => {
    const all = cityTables().map(({ name }) => short(name));
    expect(await seen([`city = '${city}'`, "viewer = 'system'"])).toEqual(
      all.filter((name) => !['inbox_mark', 'need_draft'].includes(name)).sort(),
    );
  });

  it('changes no row outside a context, not even a published one', async () => {
    const isWritable = ({ name }: { name: string }) =>
      (cityTableGrants[short(name)] ?? 'select insert update').split(' ').includes('update');
    for (const { name } of cityTables().filter(isWritable)) {
      const { rowCount } = await app.query(`update ${name} set city = city`);
      expect(rowCount, name).toBe(0);
    }
    expect((await app.query(`delete from ${publishedTable}`)).rowCount).toBe(0);
  });

  it('cannot put a row into another city', async () => {
    await app.query('begin');
    await app.query("set local zhitong.city = '370600'");
    await app.query("set local zhitong.viewer = 'system'");
    await expect(
      app.query(`insert into person (city, id, name) values ('${city}', '${stranger}', '演示-甲')`),
    ).rejects.toThrow(/row-level security/);
    await app.query('rollback');
  });
});

describe('the row types', () => {
  it('are those the migrated schema gives', () => {
    expect(readTables()).toBe(generateTables(ownerUrl));
  }, 60_000);
});
