import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

/** The embedded database of a data folder as its superuser: to look past every policy, and to hold things up. */
export async function openOwnDatabase(dataDir: string): Promise<pg.Client> {
  const password = readFileSync(join(dataDir, 'database-password'), 'utf8').trim();
  const port = Number(readFileSync(join(dataDir, 'postgresql-data', 'postmaster.pid'), 'utf8').split('\n')[3]);
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password, database: 'zhitong' });
  // the database of a product that is stopped goes away under it
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** One figure of the whole database. */
export async function figure(database: pg.Client, query: string, values: readonly unknown[] = []): Promise<number> {
  const { rows } = await database.query<{ figure: string }>(`select (${query}) as figure`, [...values]);
  return Number(rows[0]?.figure);
}

/** How many connections wait for a lock on this table. */
export function waitingFor(database: pg.Client, table: string): Promise<number> {
  return figure(database, `select count(*) from pg_locks where not granted and relation = to_regclass($1)`, [table]);
}

/** How many connections wait for a lock with a statement like this. Not asked within a transaction: it would see the same answer again and again. */
export function waitingWith(database: pg.Client, statement: string): Promise<number> {
  return figure(
    database,
    `select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query ilike '%' || $1 || '%'`,
    [statement],
  );
}
