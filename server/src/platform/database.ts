import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import { DatabasePresence } from './database-presence.ts';
import { keepStatements } from './kept-statements.ts';
import type { Tables } from './tables.ts';

export type Db = Kysely<Tables>;
export type Tx = Transaction<Tables>;

/** The app role's connection to the database, and who wants to know that a city's event log has grown. */
export interface Database {
  readonly db: Db;
  readonly pool: pg.Pool;
  readonly url: string;
  readonly kind: 'embedded' | 'external';
  /** called after a commit that appended events; a hint, never a promise */
  readonly grown: Set<(city: string) => void>;
  readonly presence: DatabasePresence;
  close(): Promise<void>;
}

// int8 (money in 分, positions) fits a safe integer; a larger one is a fault worth stopping at
pg.types.setTypeParser(20, (text) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is beyond a safe integer`);
  return value;
});
// date columns stay `YYYY-MM-DD`: a Date would shift them by the time zone
pg.types.setTypeParser(1082, (text) => text);

export interface DatabaseOptions {
  readonly url: string;
  readonly kind: 'embedded' | 'external';
  /** connections at most */
  readonly size?: number;
}

export function connect({ url, kind, size = 20 }: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 5_000,
  });
  // an idle connection that breaks is replaced by the pool; without a listener it would end the process
  const presence = new DatabasePresence(url);
  pool.on('error', () => void presence.suspect());
  // the same for one that is lent out and breaks between two statements: its next statement fails and says so
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: keepStatements(pool) }) });
  const close = () => {
    presence.close();
    return db.destroy();
  };
  return { db, pool, url, kind, grown: new Set(), presence, close };
}
