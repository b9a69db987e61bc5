import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Database } from './database.ts';
import type { Tables } from './tables.ts';

/** One connection that speaks Kysely and COPY in the same transaction. */
export interface BulkConnection {
  /** as the pool's, but every query goes over this one connection */
  readonly database: Database;
  /** COPY into a table without row-level security, i.e. a temporary one. Answers the number of rows. */
  copy(table: string, columns: readonly string[], rows: Iterable<CopyRow>): Promise<number>;
}

/** Objects and arrays become JSON; a Date an instant; undefined is not a value. */
export type CopyValue = string | number | boolean | null | Date | object;
export type CopyRow = readonly CopyValue[];

/** Takes one connection of the pool for as long as `run` needs it. */
export async function withBulkConnection<T>(
  database: Database,
  run: (connection: BulkConnection) => Promise<T>,
): Promise<T> {
  const client = await database.pool.connect();
  try {
    const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: poolOfOne(client) }) });
    return await run({
      database: { ...database, db },
      copy: (table, columns, rows) => copyRows(client, `copy ${table} (${columns.join(', ')}) from stdin`, rows),
    });
  } finally {
    client.release();
  }
}

function poolOfOne(client: pg.PoolClient) {
  const borrowed = new Proxy(client, {
    get: (target, name) => {
      // Kysely gives the connection back after each transaction; it is ours until the end
      if (name === 'release') return () => undefined;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return { connect: async () => borrowed, end: async () => undefined, options: {} };
}

async function copyRows(client: pg.PoolClient, statement: string, rows: Iterable<CopyRow>): Promise<number> {
  const stream = client.query(copyFrom(statement));
  await pipeline(Readable.from(inChunks(rows)), stream);
  return stream.rowCount;
}

/** A write of 64 KiB costs about as much as a write of one row. */
function* inChunks(rows: Iterable<CopyRow>): Generator<string> {
  let chunk = '';
  for (const row of rows) {
    chunk += `${row.map(copyText).join('\t')}\n`;
    if (chunk.length < 65_536) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

/** The text format of COPY: `\N` is null, backslash and control characters are escaped. */
function copyText(value: CopyValue): string {
  if (value === null) return '\\N';
  if (value instanceof Date) return value.toISOString();
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return text.replace(/[\\\n\r\t]/g, (found) => escapes[found] ?? found);
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
