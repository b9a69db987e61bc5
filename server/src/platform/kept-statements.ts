import type { PostgresPool } from 'kysely';
import type pg from 'pg';

const mark = /^\s*\/\* kept ([\w-]+) \*\//;

/**
 * A statement that begins with a comment of the form "kept its-name" is parsed and planned once a connection, under that name:
 * for the few pages that everybody opens, whose planning costs more than their rows. The text behind a name must never vary.
 */
export function keepStatements(pool: pg.Pool): PostgresPool {
  const known = new WeakMap<pg.PoolClient, pg.PoolClient>();
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect();
      const keeping = known.get(client) ?? keepMarked(client);
      known.set(client, keeping);
      return keeping;
    },
  };
}

function keepMarked(client: pg.PoolClient): pg.PoolClient {
  const query = (text: unknown, values?: unknown[]) => {
    const name = typeof text === 'string' ? mark.exec(text)?.[1] : undefined;
    return name === undefined || typeof text !== 'string'
      ? Reflect.apply(client.query, client, [text, values])
      : client.query({ name, text, values: [...(values ?? [])] });
  };
  return new Proxy(client, {
    get: (target, key) => {
      if (key === 'query') return query;
      const value: unknown = Reflect.get(target, key);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
